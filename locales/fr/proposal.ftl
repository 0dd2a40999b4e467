# Les propositions : les écrire, les publier, les lire.

rule-proposal-not-a-draft = Cette proposition n’est plus un brouillon : elle est publiée. Vous pouvez la modifier depuis sa page.
rule-proposal-not-published = Cette proposition n’est pas publiée.
rule-proposal-not-yours = Seule la personne qui a écrit cette proposition peut la modifier. Vous pouvez proposer un amendement.
rule-proposal-consultation-not-open-yet = La consultation n’est pas encore ouverte. Votre texte reste dans vos brouillons.
rule-proposal-consultation-closed = La consultation est close : on n’y propose et on n’y modifie plus rien.
rule-proposal-too-many-drafts = Vous avez déjà cinquante brouillons. Publiez-en ou supprimez-en un.
rule-proposal-already-answered = Cette proposition a reçu sa réponse : elle ne se retire plus.

proposal = Proposition
proposal-sort-random = au hasard
proposal-sort-recent = les plus récentes
proposal-sort-supported = les plus soutenues
proposal-sort-discussed = les plus discutées
proposal-sort-unanswered = celles qui attendent
proposal-sort-relevance = Les plus proches de vos mots
proposal-filter-all = Toutes
proposal-filter-answer = Réponse
proposal-filter-kind = Proposée par
proposal-filter-theme = Thème
proposal-answer-awaiting = Attendue
proposal-answer-answered = Publiée
proposal-by-agent = Agents publics
proposal-by-civil-society = Société civile
proposal-by-citizen = Citoyens
proposal-as-agent = En tant qu’agent public
proposal-as-civil-society = Pour une organisation de la société civile
proposal-as-citizen = En tant que citoyen
capacity-personal = à titre personnel
capacity-service = pour son service ou son organisation
capacity-mandate = sous mandat exprès
proposal-supports =
    { $count ->
        [0] aucun soutien
        [one] { $count } soutien
       *[other] { $count } soutiens
    }
proposal-arguments =
    { $count ->
        [0] aucun argument
        [one] { $count } argument
       *[other] { $count } arguments
    }
proposal-thread = Le fil de cette idée
proposal-thread-title = Le fil
proposal-thread-lead = D’où vient cette idée, ce qu’elle devient.
proposal-thread-of = Le fil de « { $title } »
proposal-state-draft = brouillon
proposal-state-published = publiée
proposal-state-withdrawn = retirée
proposal-state-hidden = masquée
proposal-title-none = Sans titre
proposal-title-hidden = Proposition masquée
proposal-title = Titre
proposal-problem = Le problème
proposal-change = Ce que cela changerait
proposal-body = La proposition
proposal-is-draft = Ceci est votre brouillon. Personne d’autre ne le lit.
proposal-is-withdrawn = La personne qui l’a écrite a retiré cette proposition le { $date }
proposal-is-hidden = Cette proposition est masquée : elle ne respecte pas les règles de la consultation
proposal-rules = Lire les règles
proposal-go-on = Continuer à écrire
proposal-edit = Modifier la proposition
proposal-withdraw = Retirer la proposition
proposal-versions = Versions
proposal-versions-count =
    { $count ->
        [one] Une version
       *[other] { $count } versions
    }
proposal-versions-lead = Chaque version reste lisible, avec ce qu’elle a changé.
proposal-versions-none = Aucune version n’est publique.
proposal-version = Version { $number }
proposal-version-amended = par un amendement accepté
proposal-version-first = La première version.
proposal-version-changes = Ce qui a changé depuis la version { $number }.
proposal-version-old = Ce n’est plus la version en vigueur.
proposal-version-same = Rien n’a changé ici.
proposal-form-title = Votre idée en une phrase
proposal-form-title-help = Commencez par un verbe : publier, ouvrir, répondre.
proposal-form-problem = Quel problème règle-t-elle ?
proposal-form-problem-help = Un exemple vécu aide celles et ceux qui décident.
proposal-form-change = Qu’est-ce que cela changerait ?
proposal-form-change-help = Pour qui, et comment on le verrait.
proposal-form-body = Ce que vous proposez
proposal-form-body-help = Vous pouvez écrire en Markdown.
proposal-form-theme = Thème
proposal-form-author-kind = Au nom de qui parlez-vous ?
proposal-form-capacity = À quel titre ?
proposal-form-capacity-help = Pour un agent ou une organisation. Ce choix est affiché à côté de votre nom.
proposal-form-base-version = Version
proposal-form-language = Langue de votre texte
proposal-form-language-help = Elle sert à la recherche et à la lecture à voix haute. Elle ne change pas quand vous changez la langue du site.
proposal-to-preview = Voir avant de publier
proposal-keep-draft = Garder en brouillon
proposal-autosaved = Brouillon enregistré à { $time }
proposal-autosave-failed = Le brouillon n’a pas pu être enregistré à l’instant. Gardez-le avec le bouton « Garder en brouillon ».
proposal-kept = Brouillon gardé le { $when }
proposal-kept-advice = Vous le retrouvez quand vous voulez. Personne d’autre ne le lit.
proposal-answered-by = Une fois publiée, votre proposition reçoit une réponse argumentée au plus tard le { $date }.
proposal-edit-draft = Votre brouillon
proposal-edit-replaces = Personne n’a encore réagi : vos nouveaux mots remplacent les anciens.
proposal-edit-leaves-version = Des personnes ont déjà réagi : vos nouveaux mots forment une nouvelle version, et l’ancienne reste lisible.
proposal-publish-edit = Publier ces mots
proposal-discard = Supprimer ce brouillon
proposal-preview = Relisez avant de publier
proposal-preview-lead = Voici ce que tout le monde lira. Rien n’est encore publié.
proposal-publish = Publier ma proposition
proposal-incomplete = Il manque encore quelque chose à votre brouillon. Complétez-le pour le publier.
proposal-similar-title = Déjà proposé sur ce sujet
proposal-similar-lead = Si l’une de ces propositions dit la même chose, la soutenir ou l’amender pèse davantage.
proposal-similar-none = Aucune proposition proche n’est publiée.
proposal-withdraw-title = Retirer votre proposition ?
proposal-withdraw-lead = Elle quitte la liste. Son adresse reste et dit qu’elle est retirée. Vous ne pourrez pas la republier.
proposal-withdraw-reason = Motif
proposal-withdraw-reason-help = Il est public.
proposal-keep = La garder
proposals-mine = Mes propositions
proposals-mine-lead = Vos brouillons, ce que vous avez publié, et ce que cela devient.
proposals-mine-empty = Vous n’avez encore rien publié.
proposals-account = Mon compte
proposals-drafts =
    { $count ->
        [one] Un brouillon
       *[other] { $count } brouillons
    }
proposals-published = Publiées
proposal-report = Signaler
