# Les consultations : leurs règles, leurs états, ce qu’on y fait.

rule-consultation-already-announced = Cette consultation est déjà annoncée.
rule-consultation-opens-in-the-past = La date d’ouverture est passée. Choisissez une date à venir, puis annoncez la consultation.
rule-consultation-not-announced = Cette consultation n’est pas encore annoncée. Annoncez-la d’abord : le public doit savoir à l’avance comment participer.
rule-consultation-already-approved = L’ouverture de cette consultation est déjà approuvée.
rule-consultation-not-approved = L’ouverture de cette consultation n’est pas encore approuvée. Modifiez-la directement.
rule-consultation-has-ended = Cette consultation est terminée : elle ne change plus.
rule-consultation-has-closed = Cette consultation est close : ses règles et ses dates ne changent plus.
rule-consultation-already-open = La consultation est déjà ouverte : sa date d’ouverture ne change plus.
rule-consultation-closes-in-the-past = Cette date est passée. Choisissez une date à venir.
rule-consultation-still-open = La consultation n’est pas close. Attendez sa clôture, ou dites qu’elle n’a pas lieu.
rule-consultation-not-open = Cette consultation n’est pas ouverte.
rule-consultation-not-an-extension = Pour prolonger, choisissez une date après la clôture prévue.
rule-consultation-needs-reason = L’ouverture est approuvée : les règles et les dates ne changent plus qu’avec un motif public. Utilisez « Modifier ce qui a été promis ».
rule-consultation-address-is-public = L’adresse de la consultation est publique : elle ne change plus.
rule-consultation-gate-rules = Il manque les règles de la consultation. Publiez-les avant d’approuver l’ouverture.
rule-consultation-gate-information = Il manque l’information utile. Publiez-la avant d’approuver l’ouverture.
rule-consultation-gate-time = Le public doit disposer d’un délai raisonnable : quinze jours au moins entre l’ouverture et la clôture.
rule-consultation-time-is-over = Il reste moins de quinze jours avant la clôture. Repoussez la date de clôture, puis approuvez l’ouverture.
rule-consultation-gate-follow-up = Il manque les résultats ou les suites envisagées. Publiez-les d’abord.


consultation = Consultation
consultations-lead = L’État demande un avis avant de décider. Chaque contribution reçoit une réponse argumentée.
consultations-empty = Aucune consultation n’est encore annoncée. La coordination les annonce ici, deux semaines au moins avant leur ouverture.
consultations-to-plans = Voir les plans et leur calendrier
consultation-group-open = Ouvertes : vous pouvez participer
consultation-group-planned = Annoncées
consultation-group-closed = Closes
consultation-told-planned = ouvre le { $date }
consultation-told-open = ouverte jusqu’au { $date }
consultation-told-under-analysis = close, analyse en cours
consultation-told-no-report-expected = close, sans rapport attendu
consultation-told-report-available = close, rapport disponible
consultation-told-not-going-ahead = n’a pas lieu
consultation-breadcrumbs = Fil d’Ariane
consultation-called-off = Cette consultation n’a pas lieu
consultation-propose = Proposer une idée
consultation-propose-first = Écrire la première proposition
consultation-proposals =
    { $count ->
        [0] Aucune proposition
        [one] { $count } proposition
       *[other] { $count } propositions
    }
consultation-answered =
    { $count ->
        [0] aucune réponse publiée
        [one] { $count } réponse publiée
       *[other] { $count } réponses publiées
    }
consultation-found =
    { $count ->
        [0] Aucune proposition pour « { $words } »
        [one] { $count } proposition pour « { $words } »
       *[other] { $count } propositions pour « { $words } »
    }
consultation-found-nothing = Aucune proposition ne contient ces mots. Essayez un mot plus court ou plus courant.
consultation-narrowed-nothing = Aucune proposition ne correspond à ces filtres.
consultation-everything = Voir toutes les propositions
consultation-empty = Personne n’a encore proposé d’idée.
consultation-not-yet = Les propositions seront publiées ici dès l’ouverture.
consultation-search = Chercher parmi les propositions
consultation-search-go = Chercher
consultation-search-away = La recherche est momentanément indisponible
consultation-search-away-advice = Les propositions restent lisibles avec les filtres. Réessayez dans quelques instants.
consultation-filters = Filtres
consultation-sort = Tri
consultation-sort-by = Trier :
consultation-pages = Pages
consultation-previous = Précédentes
consultation-next = Suivantes
gates = Ce que la loi demande à cette consultation
gate-rules = Règles publiées
gate-rules-met = Qui décide, ce qui peut changer
gate-rules-missing = Les règles ne sont pas encore publiées.
gate-information = Information utile
gate-information-met = Ce qu’il faut savoir pour participer
gate-information-missing = L’information utile n’est pas encore publiée.
gate-time = Délai raisonnable
gate-time-detail =
    { $days ->
        [one] { $days } jour, jusqu’au { $date }
       *[other] { $days } jours, jusqu’au { $date }
    }
gate-follow-up = Suites données
gate-follow-up-met = Les résultats, ou les suites envisagées
gate-follow-up-missing = Les suites ne sont pas encore publiées.
consultation-about = À propos de « { $title } »
consultation-about-title = Règles, information et suites
consultation-about-lead = L’article L. 131-1 du code des relations entre le public et l’administration demande quatre choses à toute consultation.
consultation-opens = Ouverture
consultation-closes = Clôture
consultation-answer = Réponse
consultation-answer-within =
    { $days ->
        [one] promise sous { $days } jour
       *[other] promise sous { $days } jours
    }
consultation-changes = Ce qui a changé
consultation-changes-lead = Les règles et les dates ne changent qu’avec un motif public.
consultation-was-open = Avant ce changement : du { $opens } au { $closes }.
consultation-rules-were = Les règles avant ce changement
consultation-desk = Les consultations à conduire
consultation-desk-one = Conduire cette consultation
consultation-desk-lead = Préparer, annoncer, ouvrir, clore, dire les suites.
consultation-desk-empty = Aucune consultation n’est préparée. Commencez par la première.
consultation-not-announced = pas encore annoncée
consultation-not-approved = ouverture à approuver
consultation-new = Préparer une consultation
consultation-new-lead = Elle reste visible de la coordination seule jusqu’à son annonce. Tout peut encore changer.
consultation-plan = Plan
consultation-title-fr = Titre
consultation-title-en = Titre en anglais
consultation-title-help = La question posée, en quelques mots.
consultation-slug = Nom dans l’adresse
consultation-slug-help = Sans accent ni espace. Laissé vide, il vient du titre.
consultation-summary-fr = Ce qui est demandé
consultation-summary-en = Ce qui est demandé, en anglais
consultation-summary-help = Deux phrases.
consultation-rules-fr = Règles
consultation-rules-en = Règles en anglais
consultation-rules-help = Qui décide, ce qui peut encore changer, comment les contributions sont modérées. En Markdown.
consultation-information-fr = Information utile
consultation-information-en = Information utile, en anglais
consultation-information-help = Ce qu’il faut savoir pour participer : bilans, chiffres, documents. En Markdown.
consultation-opens-on = Premier jour
consultation-opens-on-help = La consultation ouvre à minuit.
consultation-closes-on = Dernier jour
consultation-closes-on-help = La consultation ferme à la fin de ce jour. Quinze jours au moins après l’ouverture.
consultation-ballot = Ce que chacun peut dire sans écrire
ballot-support-only = Soutenir
ballot-three-positions = Soutenir, être partagé, être contre
consultation-answer-within-days = Réponse promise sous, en jours
consultation-answer-within-days-help = De 1 à 365 jours. Ce délai est public.
consultation-prepare = Enregistrer
consultation-save = Enregistrer
consultation-edit = Modifier la consultation
consultation-edit-approved = L’ouverture est approuvée. Les règles, les dates et ce qui a été promis changent depuis la page précédente, avec un motif public.
consultation-public-page = Voir la page publique
consultation-announce-title = Annoncer
consultation-announce = Annoncer la consultation
consultation-notice =
    { $days ->
        [one] Le public a { $days } jour de préavis.
       *[other] Le public a { $days } jours de préavis.
    }
consultation-notice-short =
    { $days ->
        [0] Le public n’a aucun préavis. Le Partenariat pour un gouvernement ouvert demande deux semaines.
        [one] Le public a { $days } jour de préavis. Le Partenariat pour un gouvernement ouvert demande deux semaines.
       *[other] Le public a { $days } jours de préavis. Le Partenariat pour un gouvernement ouvert demande deux semaines.
    }
consultation-approve-title = Approuver l’ouverture
consultation-approve-ready = Les règles, l’information et le délai sont là. La consultation ouvrira d’elle-même le jour dit.
consultation-approve-missing = Il manque encore quelque chose : la consultation ne peut pas ouvrir.
consultation-approve = Approuver l’ouverture
consultation-revise-title = Modifier ce qui a été promis
consultation-revise-lead = Chaque changement est publié avec son motif, à côté de ce qui valait avant.
consultation-revise = Publier le changement
consultation-reason = Motif
consultation-reason-help = Il est public.
consultation-close-title = Clore avant la date prévue
consultation-close-help = Il est public. Le public doit avoir eu quinze jours au moins.
consultation-close = Clore maintenant
consultation-follow-up-title = Publier les résultats ou les suites
consultation-follow-up-fr = Résultats ou suites envisagées
consultation-follow-up-en = Résultats ou suites, en anglais
consultation-follow-up-help = Ce qui a été entendu, ce qui change, ce qui vient ensuite et quand. En Markdown.
consultation-follow-up-publish = Publier les suites
consultation-conclude-title = Dire comment elle se termine
consultation-outcome = Issue
outcome-no-report-expected = Close, sans rapport attendu
outcome-report-available = Close, rapport disponible
outcome-not-going-ahead = N’a pas lieu
consultation-outcome-reason = Motif de cette issue
consultation-conclude = Publier cette issue
consultation-close-reason = Motif
