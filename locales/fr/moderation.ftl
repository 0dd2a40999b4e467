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
    Le motif, affiché à sa place :

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
