# Institutions et organisations de la société civile.
organisation-list-title = Organisations
organisation-list-how = Les institutions et les organisations de la société civile qui prennent part aux plans.
organisation-list-empty = Aucune organisation n’est encore inscrite ici. L’administration du site les ajoute.
organisation-list-next = Organisations suivantes
organisation-kind = Nature
organisation-kind-institution = institution publique
organisation-kind-civil-society = société civile
organisation-kind-other = autre organisation
organisation-kinds-all = Toutes
organisation-kinds-institution = Institutions publiques
organisation-kinds-civil-society = Société civile
organisation-kinds-other = Autres
organisation-name = Nom
organisation-acronym = Sigle
organisation-purpose = Raison d’être
organisation-purpose-help = En une phrase.
organisation-website = Site
organisation-website-help = L’adresse commence par https://.
organisation-register-number = Numéro au registre
organisation-register-number-help = RNA, SIREN ou autre registre public.
organisation-slug = Nom court dans les adresses
organisation-slug-help = Lettres sans accent, chiffres et tirets. Sans réponse, il vient du nom.
organisation-add = Ajouter une organisation
organisation-add-how = Elle peut ensuite porter des engagements, répondre à des contributions et avoir des agents ou des membres.
organisation-correct = Corriger cette organisation
organisation-save = Enregistrer
organisation-carries = Ce qu’elle porte
organisation-carries-nothing = Aucun engagement publié pour l’instant. Ceux qu’elle porte, avec d’autres ou seule, paraîtront ici.
organisation-part-lead = porte
organisation-part-co-carrier = porte avec d’autres
organisation-part-supporting = soutient
organisation-answers = Ses dernières réponses
organisation-answers-none = Aucune réponse publiée pour l’instant. Chacune paraîtra ici avec ses raisons et sa date.
organisation-answers-all = Toutes ses réponses
organisation-answer-contributions =
    { $count ->
        [one] une contribution
       *[other] { $count } contributions
    }
organisation-thread-how = Ce qu’elle a dit et ce qu’elle porte, de la contribution à la preuve.
organisation-contributions = Ses dernières contributions
organisation-takes-part = prend part ici
organisation-no-purpose = Aucun registre ne dit son objet.
organisation-identity = Identité
organisation-name-told = Nom au registre
organisation-ended-unknown = à une date que le registre ne dit pas
organisation-register-rna = RNA
organisation-register-amalia = Alsace-Moselle
organisation-register-hatvp = HATVP
organisation-register-sirene = Sirene
organisation-register-grants = Subventions
organisation-register-institutions = Annuaire de l’administration
organisation-register-here = Ce site
organisation-source-here = inscrite et corrigée par l’administration du site.
organisation-source-detail = édition du { $day }, { $licence }.
organisation-registers-silent = Aucun registre public chargé ici ne connaît son numéro. Cette page dit ce que le site sait.
organisation-registers-unnumbered = Cette organisation n’a pas donné de numéro à un registre public. Cette page dit ce que le site sait.
organisation-registers-not-loaded = Les registres publics ne sont pas chargés ici. Cette page dit ce que le site sait.
organisation-registers-unreadable = Les registres publics ne peuvent pas être lus pour l’instant. Cette page dit ce que le site sait. Le reste reviendra quand l’exploitant les aura reconstruits.
organisation-withdrawn = Depuis le { $day }, cette organisation n’est plus suggérée
organisation-withdrawn-how = Elle l’a demandé. On la trouve encore par son nom et par la recherche.
organisation-come-back = La suggérer de nouveau
organisation-contest-waiting = Contesté le { $day }, la coordination répondra
organisation-contest-accepted = Contesté, et admis le { $day }
organisation-contest-refused = Contesté, et non retenu le { $day }
organisation-contest-truth = Ce qui est vrai :
organisation-contest-link = La page qui le montre
organisation-contest-answer = La coordination répond :
organisation-lineage = Place dans l’administration
organisation-above = Rattachée à
organisation-under =
    { $count ->
        [one] Une institution lui est rattachée
       *[other] { $count } institutions lui sont rattachées
    }
organisation-addressed = Auprès de :
organisation-funding-unsaid = L’objet n’est pas dit.
organisation-more =
    { $count ->
        [one] Un autre
       *[other] { $count } autres
    }
organisation-addressed-others =
    { $count ->
        [one] et un autre
       *[other] et { $count } autres
    }
organisation-here = Ce qu’elle a fait ici
organisation-here-proposals =
    { $count ->
        [one] une contribution
       *[other] { $count } contributions
    }
organisation-here-arguments =
    { $count ->
        [one] un argument
       *[other] { $count } arguments
    }
organisation-here-commitments =
    { $count ->
        [one] un engagement
       *[other] { $count } engagements
    }
organisation-here-answers =
    { $count ->
        [one] une réponse
       *[other] { $count } réponses
    }
organisation-alike = Organisations proches
organisation-alike-how = Rapprochées par le sens de leur objet. Certaines n’ont aucun mot en commun avec celui-ci : ce sont les inattendues.
organisation-alike-known = connue ici
organisation-alike-near = proche
organisation-alike-unexpected = inattendue
organisation-compare = Comparer
organisation-reach = La joindre
organisation-reach-how = Publié par l’organisation elle-même.
organisation-reach-none = Elle n’a rien publié pour être jointe. L’annuaire ne donne ni téléphone ni adresse électronique à sa place.
organisation-story = Au fil du temps
organisation-told-created = Création
organisation-told-ended = Dissolution
organisation-told-lobbying =
    { $count ->
        [one] Une action de représentation d’intérêts
       *[other] { $count } actions de représentation d’intérêts
    }
organisation-told-funding =
    { $count ->
        [one] Une subvention
       *[other] { $count } subventions
    }
organisation-told-proposal = Contribution
organisation-told-commitment = Engagement
organisation-told-answer = Réponse
organisation-say = Un mot à dire
organisation-say-contest = Contester un fait
organisation-say-voice = Parler en son nom
organisation-say-withdrawal = Ne plus la suggérer
fact-name = le nom ou le sigle
fact-purpose = l’objet
fact-themes = les thèmes
fact-kind = la nature
fact-seat = le siège
fact-created = la création
fact-dissolved = la dissolution
fact-size = l’effectif
fact-recognised = la reconnaissance d’utilité publique
fact-numbers = les numéros
fact-website = le site
fact-parent = l’institution de rattachement
fact-lobbying = ce qu’elle a défendu
fact-funding = ce que des fonds publics ont payé
fact-here = ce qu’elle a fait ici
# Ce qu’une organisation dit d’elle-même.
card-title = Ce qu’elle dit d’elle-même
card-none = Cette organisation n’a encore rien écrit ici. Les personnes qui parlent en son nom peuvent le faire.
card-none-yours = Votre organisation n’a encore rien écrit ici. Dites pour quoi elle agit, à qui elle parle, ce qu’elle veut obtenir.
card-only-reach = Elle dit seulement comment la joindre.
card-signed = Écrit par { $author }, { $day }.
card-versions = Ce qu’elle disait avant
card-write = Écrire ce que l’organisation dit d’elle-même
card-write-again = Mettre à jour
card-causes = Ses causes
card-causes-help = Pour quoi l’organisation agit, avec ses mots.
card-audience = À qui elle parle
card-audience-help = Les publics qu’elle touche, les administrations qu’elle rencontre.
card-goals = Ses objectifs pour les six mois qui viennent
card-goals-help = Ce qu’elle veut obtenir. La date est gardée : après six mois, la page dit qu’ils sont à revoir.
card-goals-on = Dit { $day }.
card-goals-stale = plus de six mois, à revoir
card-goals-still-hold = Ces objectifs valent encore pour les six mois qui viennent
card-website = Son site
card-website-help = L’adresse commence par https://.
card-reach = Comment la joindre
card-reach-help = Une adresse électronique ou un formulaire de l’organisation. Tout le monde le lira : n’écrivez pas les coordonnées d’une personne sans son accord.
card-save = Publier
card-form-title = Ce que l’organisation dit d’elle-même
card-form-lead = Publié à côté des registres, jamais à leur place, avec votre nom et la date. Chaque version est gardée.
card-changed = { $author } a écrit entre-temps, { $moment }
card-changed-how = Rien n’est perdu : votre texte est ci-dessous, le sien ici. Reprenez ce qu’il faut garder, puis publiez.
card-changed-text = Le texte publié entre-temps
card-versions-title = Ce que l’organisation a dit d’elle-même
card-version = Version { $number }
# Ce qui est demandé à la coordination au sujet de l’annuaire.
request-title-withdrawal = Ne plus suggérer cette organisation
request-title-contest = Contester un fait
request-title-voice = Parler au nom de cette organisation
request-lead-withdrawal = Elle n’est plus proposée à personne dès maintenant. On la trouve encore par son nom. La coordination est prévenue, et vous pouvez revenir en arrière à tout moment.
request-lead-contest = Dites quel fait est faux, ce qui est vrai, et où cela se voit. Le fait est marqué contesté dès maintenant. La coordination répond avec ses raisons. Un registre n’est corrigé que par qui le tient : la page dit où.
request-lead-voice = Dites à quel titre vous parlez pour elle. La coordination vérifie, et l’administration du site donne le rôle. Vous pourrez alors contribuer en son nom et écrire ce qu’elle dit d’elle-même.
request-reason = Raison
request-reason-help = Lue par la coordination seule.
request-fact = Le fait
request-fact-help = Celui qui est faux.
request-truth = Ce qui est vrai
request-truth-help = Publié seulement si la coordination l’admet.
request-link = Une page qui le montre
request-link-help = L’adresse commence par https://.
request-send = Envoyer la demande
request-about-withdrawal = Ne plus suggérer { $name }
request-about-contest = Un fait contesté : { $name }
request-about-voice = Parler au nom de { $name }
request-state-waiting = en attente
request-state-accepted = admise
request-state-refused = non retenue
request-state-taken-back = reprise
request-now-withdrawal = C’est fait : cette organisation n’est plus suggérée. La coordination en est informée. Pour revenir en arrière, ouvrez sa page.
request-now-contest = Le fait est marqué contesté sur la page de l’organisation. La coordination vous répondra par courriel et ici.
request-now-voice = La coordination vérifie et vous répondra par courriel et ici.
request-own = Vos demandes au sujet de l’annuaire
request-own-lead = Ce que vous avez demandé, et ce qu’il en est.
request-own-none = Vous n’avez rien demandé. La page de chaque organisation permet de contester un fait, de parler en son nom ou de ne plus la suggérer.
request-organisation = Organisation
request-asker = Demandé par
request-answer = Réponse
request-answer-verdict = Décision
request-answer-reason = Raison
request-answer-reason-help = Envoyée à la personne qui a demandé. Pour un fait contesté, elle paraît aussi à côté du fait.
request-answer-send = Répondre
request-verdict-withdrawal-agree = Vu : elle reste hors des suggestions
request-verdict-withdrawal-refuse = La suggérer de nouveau : la demande ne venait pas d’elle
request-verdict-contest-agree = Le fait est faux
request-verdict-contest-refuse = Le fait est juste, ou rien ne montre qu’il est faux
request-verdict-voice-agree = Donner le rôle
request-verdict-voice-refuse = Ne pas donner le rôle
request-needs-roles = Seule l’administration du site donne des rôles : elle voit cette demande dans son espace de travail. Vous pouvez refuser, avec une raison.
request-list-lead = Ce que les organisations et les lecteurs demandent au sujet de l’annuaire. Chaque demande reçoit une réponse avec sa raison.
request-list-waiting = En attente
request-list-none = Aucune demande n’attend.
request-list-handled = Dernières demandes closes
request-since =
    { $days ->
        [0] aujourd’hui
        [one] attend depuis un jour
       *[other] attend depuis { $days } jours
    }
request-mail-subject = Votre demande au sujet de { $name }
request-mail-withdrawal-accepted =
    Bonjour,

    La coordination a bien vu votre demande : { $name } reste hors des suggestions.

    { $reason }

    Votre demande : { $link }

    { $site }
request-mail-withdrawal-refused =
    Bonjour,

    La coordination suggère de nouveau { $name }. Sa raison :

    { $reason }

    Votre demande : { $link }

    { $site }
request-mail-contest-accepted =
    Bonjour,

    La coordination admet que le fait que vous contestez au sujet de { $name } est faux. La page de l’organisation le dit. Sa réponse :

    { $reason }

    Votre demande : { $link }

    { $site }
request-mail-contest-refused =
    Bonjour,

    La coordination n’a pas retenu votre contestation au sujet de { $name }. Sa raison :

    { $reason }

    Vous pouvez en faire une autre, avec une page qui montre ce qui est vrai.
    Votre demande : { $link }

    { $site }
request-mail-voice-accepted =
    Bonjour,

    Vous pouvez désormais parler au nom de { $name }.

    { $reason }

    Votre demande : { $link }

    { $site }
request-mail-voice-refused =
    Bonjour,

    Le rôle que vous demandiez pour { $name } ne vous est pas donné. La raison :

    { $reason }

    Vous pouvez faire une autre demande, avec ce qui manquait.
    Votre demande : { $link }

    { $site }
rule-request-waiting = Vous avez déjà demandé cela. La coordination vous répondra.
rule-already-withdrawn = Cette organisation n’est déjà plus suggérée.
rule-not-withdrawn = Cette organisation est déjà suggérée.
rule-already-member = Vous parlez déjà en son nom.
rule-request-answered = Cette demande a déjà reçu une réponse, ou a été reprise.
rule-request-of-nobody = Cette organisation n’est plus dans l’annuaire. Ajoutez-la d’abord parmi les organisations.
