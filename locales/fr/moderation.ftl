# La modération : ce qui est signalé, ce qui est masqué, et pourquoi.
subject-kind-proposal = Proposition
subject-kind-argument = Argument

ground-abuse = Injure, menace ou harcèlement
ground-hatred = Appel à la haine ou discrimination
ground-private-life = Atteinte à la vie privée
ground-advertising = Publicité
ground-flooding = Répétition ou envoi automatique
ground-off-topic = Sans rapport avec la consultation
ground-unlawful = Contenu illicite d’une autre nature

act-hide = Masqué
act-restore = Rétabli
act-keep = Maintenu

rule-moderation-own = Vous avez écrit cette contribution : une autre personne doit la modérer.
rule-moderation-not-published = Cette contribution n’est pas affichée : il n’y a rien à masquer.
rule-moderation-not-hidden = Cette contribution n’est pas masquée : il n’y a rien à rétablir.
rule-moderation-nothing-reported = Aucun signalement n’attend de décision sur cette contribution.

moderation-mail-hidden-subject = Votre contribution a été masquée
moderation-mail-hidden =
    Bonjour,

    La modération a masqué la contribution suivante :

    { $excerpt }

    La règle en cause : { $ground }.
    Le motif, qui est public :

    { $reason }

    Le texte est conservé. Si vous pensez que c’est une erreur, répondez à ce message en disant pourquoi : une autre personne de la coordination relit la décision et peut rétablir la contribution.

    { $url }

moderation-mail-restored-subject = Votre contribution est de nouveau affichée
moderation-mail-restored =
    Bonjour,

    La contribution suivante est de nouveau affichée :

    { $excerpt }

    Le motif :

    { $reason }

    { $url }

# Signaler.
report-link = Signaler
report-title = Signaler une contribution
report-lead = La coordination lit chaque signalement. Un désaccord n’est pas un motif : répondez-y par un argument.
report-ground = La règle en cause
report-reason = Ce qui pose problème
report-reason-help = Quelques mots suffisent. Votre nom n’est jamais affiché.
report-send = Envoyer le signalement
report-sent = Votre signalement est transmis
report-sent-next = La coordination le lit et publie sa décision sur cette page, avec un motif.

# Ce que tout le monde lit.
moderation-title = La modération en chiffres
moderation-lead = Rien n’est effacé en silence. Ce qui est masqué l’est avec un motif public, et l’auteur peut contester.
moderation-reported = signalements reçus
moderation-waiting = attendent une décision
moderation-decisions = Les décisions
moderation-none = Aucune décision pour l’instant. Elles apparaîtront ici avec leur motif, sans le texte masqué ni le nom de l’auteur.
moderation-counts = Décisions par nature et par règle
moderation-act = Décision
moderation-subject = Contribution
moderation-ground = Règle en cause
moderation-number = Nombre

# L’espace de la coordination.
moderation-queue-title = Signalements à lire
moderation-queue-lead = Les plus anciens d’abord. Chaque décision est publique avec son motif.
moderation-queue-none = Aucun signalement n’attend.
moderation-since =
    { $days ->
        [0] reçu aujourd’hui
        [one] attend depuis 1 jour
       *[other] attend depuis { $days } jours
    }
moderation-case-title = Décider d’une contribution
moderation-see = Voir la page où elle figure
moderation-nothing-to-do = Il n’y a rien à décider : la contribution n’est ni signalée ni affichée.
moderation-do-hide = Masquer la contribution
moderation-do-keep = La maintenir
moderation-do-restore = L’afficher de nouveau
moderation-ground-help = À remplir pour masquer seulement.
moderation-reason = Motif public
moderation-reason-help = Affiché sur la page publique de la modération, et à la place d’une proposition masquée. Ne citez pas le texte ni l’auteur.
moderation-decide = Publier la décision
moderation-after = Si la contribution est masquée ou rétablie, son auteur reçoit un courriel avec le motif et la manière de contester.
moderation-reports = Les signalements
moderation-reports-none = Aucun signalement n’attend.
moderation-last = Dernière décision
