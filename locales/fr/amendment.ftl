# Les amendements : d’autres mots pour un passage.
proposal-field-problem = Le problème
proposal-field-change = Ce que cela changerait
proposal-field-body = Le texte

amendment-state-proposed = En attente de l’auteur
amendment-state-accepted = Accepté
amendment-state-declined = Non retenu
amendment-state-outdated = Dépassé

rule-amendment-own-proposal = Vous avez écrit cette proposition : modifiez son texte au lieu de l’amender.
rule-amendment-own = Vous avez écrit cet amendement : une autre personne doit en décider.
rule-amendment-decided = Cet amendement a déjà reçu sa décision. Elle est affichée avec son motif.
rule-amendment-outdated = Le passage visé ne figure plus tel quel dans le texte. L’amendement reste lisible, mais ne peut plus être appliqué.
rule-amendment-breaks-limits = Une fois amendé, le texte serait trop court ou trop long. L’amendement ne peut pas être appliqué tel quel.

amendment-mail-new-subject = Un amendement sur votre proposition « { $title } »
amendment-mail-new =
    Bonjour,

    { $name } propose d’autres mots pour un passage de votre proposition « { $title } ».

    Le passage :
    { $passage }

    Les mots proposés :
    { $replacement }

    La raison :
    { $reason }

    Vous pouvez l’accepter ou l’écarter avec un motif, tant que la consultation est ouverte :
    { $url }

amendment-mail-accepted-subject = Votre amendement entre dans « { $title } »
amendment-mail-accepted =
    Bonjour,

    Votre amendement sur la proposition « { $title } » est accepté. Ses mots sont dans le texte et la nouvelle version porte votre nom.

    { $url }

amendment-mail-declined-subject = Votre amendement sur « { $title } » n’est pas retenu
amendment-mail-declined =
    Bonjour,

    Votre amendement sur la proposition « { $title } » n’est pas retenu. En voici le motif :

    { $reason }

    Il reste lisible avec ce motif. Vous pouvez aussi écrire un argument sur la même page :
    { $url }

# La liste, le formulaire et la décision.
amendment-title = Amendements
amendment-list-title = Amendements – { $title }
amendment-count =
    { $count ->
        [0] Aucun amendement pour l’instant. Chacun peut proposer d’autres mots ; l’auteur de la proposition décide.
        [one] 1 amendement. L’auteur de la proposition ou la coordination en décide, avec un motif.
       *[other] { $count } amendements. L’auteur de la proposition ou la coordination en décide, avec un motif.
    }
amendment-all = Tous les amendements
amendment-permalink = Lien permanent
amendment-decision = Motif de la décision
amendment-accept = Accepter ces mots
amendment-decline = Ne pas retenir
amendment-propose = Proposer d’autres mots
amendment-propose-title = Proposer d’autres mots
amendment-field = Partie à modifier
amendment-passage = Le passage tel qu’il est écrit
amendment-passage-help = Copiez-le mot pour mot depuis le texte affiché sur cette page. Il doit y figurer une seule fois : ajoutez les mots voisins s’il se répète.
amendment-replacement = Les mots que vous proposez
amendment-replacement-help = Laissez vide pour supprimer le passage.
amendment-reason = La raison
amendment-reason-help = Elle est publique et envoyée à l’auteur de la proposition.
amendment-send = Envoyer l’amendement
amendment-after = L’auteur de la proposition est prévenu. S’il accepte, vos mots entrent dans le texte et la nouvelle version porte votre nom.
amendment-words = Le texte actuel
amendment-words-help = Sélectionnez et copiez le passage à modifier.
amendment-author-kind = Vous vous exprimez en tant que
amendment-decline-title = Ne pas retenir cet amendement
amendment-decline-help = Ce motif est affiché à côté de l’amendement et envoyé à la personne qui l’a écrit.
amendment-decline-send = Publier le motif
