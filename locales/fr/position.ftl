# Les positions : soutien, avis partagé, opposition.
position-support = Soutien
position-mixed = Avis partagé
position-against = Opposition

# Ce que les règles refusent.
rule-debate-not-open = Cette consultation n’est pas ouverte. On peut lire ce qui a été dit, mais plus rien ajouter pour le moment.
rule-debate-not-published = Cette proposition n’est plus publiée. On ne peut plus s’y exprimer.
rule-position-own-proposal = Vous avez écrit cette proposition : votre soutien va de soi et n’est pas compté.
rule-position-not-offered = Cette consultation recueille des soutiens seulement. Pour exprimer un désaccord, écrivez un argument.
