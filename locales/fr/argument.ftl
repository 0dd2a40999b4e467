# Les arguments, en deux colonnes.
side-for = Pour
side-against = Contre

rule-argument-own = Vous avez écrit cet argument : seules les autres personnes peuvent le trouver utile.
rule-argument-hidden = Cet argument a été masqué par la modération. La décision vous a été envoyée par courriel avec la manière de la contester.

# Les colonnes et le formulaire.
argument-title = Arguments
argument-none = Aucun argument pour l’instant.
argument-all = Tous les arguments : { $side }
argument-column-title = Arguments { $side } – { $title }
argument-add-for = Ajouter un argument pour
argument-add-against = Ajouter un argument contre
argument-add-title = Ajouter un argument
argument-side = De quel côté
argument-body = Votre argument
argument-body-help = Un seul argument à la fois, avec ce qui l’appuie : un fait, un exemple, une source. 3 000 caractères au plus.
argument-author-kind = Vous vous exprimez en tant que
argument-author-kind-help = Ce choix est affiché à côté de votre nom.
argument-publish = Publier l’argument
argument-after = Il est public aussitôt, sous votre nom d’affichage. Vous pourrez le retirer à tout moment.
argument-is-hidden = Un argument a été masqué par la modération, pour cette raison :
argument-useful = Utile
argument-withdraw = Retirer mon argument
