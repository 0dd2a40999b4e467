# Les arguments, en deux colonnes.
side-for = Pour
side-against = Contre

rule-argument-own = Vous avez écrit cet argument : seules les autres personnes peuvent le trouver utile.
rule-argument-hidden = Cet argument a été masqué par la modération. La décision vous a été envoyée par courriel avec la manière de la contester.
