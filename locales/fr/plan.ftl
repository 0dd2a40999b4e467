# Plans, thèmes, calendrier, page d’accueil, espace de travail.
rule-plan-already-published = Ce plan est déjà publié.
rule-plan-not-published = Ce plan n’est pas en vigueur. Publiez-le avant de le clore.
plan-published-mail-subject = Publié : { $plan }
plan-published-mail-text = Le plan « { $plan } » est publié. Chacun de ses engagements a sa page : ce qui change, qui le fait, quand, et les contributions dont il vient.
home-title = Accueil
home-promise = Ce que vous proposez, ce que l’État répond, ce qui est fait
home-lead = Chaque contribution reçoit une réponse publique, et se suit jusqu’à la preuve.
home-now = Ce que vous pouvez faire maintenant
home-now-contribute = Participer : { $title }
home-now-contribute-how = Sans compte pour lire. Un courriel suffit pour proposer, soutenir ou argumenter.
home-now-soon = « { $title } » ouvre le { $date }. Les règles et les informations utiles sont déjà publiées.
home-now-prepare = Préparer votre contribution
home-now-read = Lire les engagements du plan
home-now-read-how = Chaque engagement dit ce qui change, qui s’en charge, et la preuve attendue.
home-now-nothing = Aucune consultation n’est ouverte pour l’instant. Vous pouvez découvrir comment se prépare un plan, et demander à être prévenu de la prochaine ouverture.
home-now-guide = Lire le guide du gouvernement ouvert
home-tell-me = Être prévenu de l’ouverture d’une consultation
home-tell-me-how = Un courriel à chaque ouverture. Vous vous désinscrivez en un clic.
home-check = Vérifier ce que deviennent les contributions
home-check-how = Les réponses, leurs délais et ce qui attend encore, institution par institution.
home-understand = Comprendre comment se prépare un plan
home-understand-how = Ce qu’est un engagement, et ce que devient votre contribution.
home-example = Le fil d’une idée
home-example-whole = Toute l’histoire, avec les mots de chacun
home-example-among =
    { $count ->
        [one] Une contribution, de bout en bout.
       *[other] Une contribution parmi { $number }, de bout en bout.
    }
home-calendar = Où en est le plan
home-consultations = Consultations ouvertes et à venir
home-consultations-all = Toutes les consultations, y compris terminées
home-consultation-open =
    { $days ->
        [0] ouverte, dernier jour
        [one] ouverte, encore un jour
       *[other] ouverte, encore { $days } jours
    }
home-consultation-opens = ouvre le { $date }
home-consultation-proposals =
    { $count ->
        [0] aucune proposition pour l’instant
        [one] une proposition
       *[other] { $number } propositions
    }
home-figures = En public, au jour le jour
home-figure-contributions =
    { $count ->
        [one] contribution publiée
       *[other] contributions publiées
    }
home-figure-answered = ont reçu une réponse argumentée
home-figure-delay = délai médian d’une réponse
home-figure-days =
    { $days ->
        [one] jour
       *[other] jours
    }
home-figure-awaiting =
    { $count ->
        [one] contribution attend encore
       *[other] contributions attendent encore
    }
home-figures-all = Toutes les réponses, institution par institution
home-news = Ce qui vient de se passer
home-news-feed = S’abonner au fil des nouveautés (Atom)
phase-launch = Lancement
phase-consultation = Consultation
phase-co-construction = Co-construction
phase-arbitration = Arbitrage
phase-publication = Publication
phase-implementation = Mise en œuvre
phase-evaluation = Évaluation
phase-past = terminé,
phase-present = en cours, jusqu’au { $date }
phase-future = à venir,
phase-sentence-present =
    { $days ->
        [0] { $phase } : dernier jour, { $date }.
        [one] { $phase } : jusqu’au { $date }. Il reste un jour.
       *[other] { $phase } : jusqu’au { $date }. Il reste { $days } jours.
    }
phase-sentence-future = Prochaine étape : { $phase }, à partir du { $date }.
phase-sentence-none = Toutes les étapes annoncées sont passées.
phase-list-title = Calendrier public
phase-list-lead = Publiez chaque date deux semaines avant, au moins, quand elle permet de participer. Le jour où vous la publiez est gardé.
phase-list-empty = Aucune date n’est encore publiée
phase-list-empty-how = Ajoutez une première étape : elle apparaît aussitôt sur la page d’accueil.
phase-count =
    { $count ->
        [0] Aucune date
        [one] Une date
       *[other] { $count } dates
    }
phase-published = publiée le { $date }
phase-short-notice =
    { $days ->
        [0] Publiée trop tard : le Partenariat pour un gouvernement ouvert demande deux semaines avant le début. Ici, aucun jour.
        [one] Publiée trop tard : le Partenariat pour un gouvernement ouvert demande deux semaines avant le début. Ici, un jour.
       *[other] Publiée trop tard : le Partenariat pour un gouvernement ouvert demande deux semaines avant le début. Ici, { $days } jours.
    }
phase-new = Ajouter une étape
phase-add = Publier ces dates
phase-kind = Étape
phase-starts-on = Premier jour
phase-starts-on-help = Deux semaines après aujourd’hui, au moins, si le public est appelé à participer.
phase-ends-on = Dernier jour
phase-note-fr = Ce qui se passe alors et comment participer
phase-note-en = La même chose en anglais
phase-note-help = Une ou deux phrases.
phase-remove-title = Retirer cette étape
phase-remove-how = Le fil des nouveautés dit que le calendrier a changé.
phase-remove = Retirer du calendrier
plan-from-to = du { $start } au { $end }
plan-state-preparation = en préparation
plan-state-published = en vigueur
plan-state-ended = terminé
plan-index-title = Plans d’action
plan-index-lead = Chaque plan garde ses engagements, ses contributions et ses réponses, même terminé.
plan-index-ogp = Pour le Partenariat pour un gouvernement ouvert : { $label }, { $dates }
plan-index-empty = Aucun plan n’est encore annoncé
plan-index-empty-how = La coordination annonce ici le prochain plan et son calendrier.
plan-keep-lead = Les deux libellés, les dates, les thèmes et le calendrier de chaque plan.
plan-new = Annoncer un plan
plan-new-how = Le plan est public dès que vous l’enregistrez, en préparation.
plan-new-save = Annoncer ce plan
plan-slug = Adresse
plan-slug-help = La fin de l’adresse du plan, par exemple 2027-2029. Elle ne change plus ensuite.
plan-national-label-fr = Nom du plan
plan-national-label-en = Nom du plan en anglais
plan-national-label-help = Le nom que le pays lui donne.
plan-ogp-label = Nom pour le Partenariat pour un gouvernement ouvert
plan-ogp-label-help = Il peut différer du nom national.
plan-national-start = Premier jour
plan-national-end = Dernier jour
plan-ogp-start = Premier jour pour le Partenariat
plan-ogp-end = Dernier jour pour le Partenariat
plan-ogp-end-help = Les dates du Partenariat peuvent différer des dates nationales.
plan-introduction-fr = Présentation
plan-introduction-en = Présentation en anglais
plan-introduction-help = Ce que ce plan veut changer. Markdown.
plan-source = Source
plan-source-help = D’où viennent ces informations, si le plan est saisi après coup.
plan-card = Ce que le plan dit de lui-même
plan-save = Enregistrer
plan-see = Voir la page publique
plan-publish-title = Publier le plan
plan-publish-how = Le plan entre en vigueur. Les personnes abonnées sont prévenues par courriel. Cela ne se défait pas.
plan-publish = Publier le plan
plan-end-title = Clore le plan
plan-end-how = Le plan ne change plus. Sa page et son histoire restent. Cela ne se défait pas.
plan-end = Clore le plan
theme-list-title = Thèmes
theme-list-lead = Les thèmes classent les contributions et les engagements. Leur adresse ne change pas quand vous les renommez.
theme-list-empty = Aucun thème pour l’instant
theme-list-empty-how = Ajoutez-en un ci-dessous : les contributions pourront s’y ranger.
theme-count =
    { $count ->
        [0] Aucun thème
        [one] Un thème
       *[other] { $count } thèmes
    }
theme-new = Ajouter un thème
theme-add = Ajouter ce thème
theme-up = Monter
theme-down = Descendre
theme-name-fr = Nom
theme-name-en = Nom en anglais
theme-description-fr = Ce que couvre le thème
theme-description-en = La même chose en anglais
theme-description-help = Une ou deux phrases.
desk-title = Espace de travail
desk-lead = Ce que vos rôles vous permettent de faire.
desk-consultations = Consultations
desk-consultations-what = Préparer, annoncer, ouvrir et conclure.
desk-responses = Réponses
desk-responses-what = Rédiger, relire et publier les réponses aux contributions.
desk-responses-awaiting = { $count ->
    [one] Une contribution attend une réponse
   *[other] { $count } contributions attendent une réponse
}
desk-commitments = Engagements
desk-commitments-what = Écrire les clauses, désigner qui les porte, publier.
desk-plans = Plans et calendrier
desk-plans-what = Annoncer un plan, ses thèmes, ses dates.
desk-moderation = Modération
desk-moderation-what = Examiner les signalements, dire la raison de chaque décision.
desk-moderation-awaiting = { $count ->
    [one] Un signalement à examiner
   *[other] { $count } signalements à examiner
}
desk-requests = Demandes au sujet de l’annuaire
desk-requests-what = Un fait contesté, une organisation qui ne veut plus être suggérée, une personne qui veut parler pour une autre.
desk-requests-awaiting = { $count ->
    [one] une demande attend
   *[other] { $count } demandes attendent
}
desk-pages = Pages
desk-pages-what = Guide, règles, mentions légales. Chaque version est gardée.
desk-accessibility = Accessibilité
desk-accessibility-what = Enregistrer un audit : la déclaration en découle.
desk-people = Personnes et rôles
desk-people-what = Inviter, donner et reprendre un rôle, avec sa preuve.
desk-organisations = Organisations
desk-organisations-what = Ajouter et corriger les institutions et les associations.
desk-late-date = Cette date est publiée moins de deux semaines avant le début.
desk-late-date-see = Voir la date
