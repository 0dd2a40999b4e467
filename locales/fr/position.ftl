# Les positions : soutien, avis partagé, opposition.
position-support = Soutien
position-mixed = Avis partagé
position-against = Opposition

# Ce que les règles refusent.
rule-debate-not-open = Cette consultation n’est pas ouverte. On peut lire ce qui a été dit, mais plus rien ajouter pour le moment.
rule-debate-not-published = Cette proposition n’est plus publiée. On ne peut plus s’y exprimer.
rule-position-own-proposal = Vous avez écrit cette proposition : votre soutien va de soi et n’est pas compté.
rule-position-not-offered = Cette consultation recueille des soutiens seulement. Pour exprimer un désaccord, écrivez un argument.

# Les boutons et les nombres.
position-title = Avis
position-question = Que pensez-vous de cette proposition ?
position-button-support = Je soutiens
position-button-mixed = Avis partagé
position-button-against = Je suis contre
position-withdraw = Retirer mon avis
position-privacy = Seuls les nombres sont publics. Personne ne voit qui a donné quel avis.
position-closed = On ne donne plus d’avis ici : la consultation n’est pas ouverte, ou la proposition n’est plus publiée.
position-chart =
    { $count ->
        [one] 1 avis, { $share } de soutien
       *[other] { $supports } soutiens sur { $count } avis, soit { $share }
    }
position-details = Le détail des avis
position-column = Avis
position-people = Personnes
position-share = Part
position-historic = Dont { $count } avis recueillis sur une plateforme précédente et repris comme totaux.
