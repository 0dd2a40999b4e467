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
