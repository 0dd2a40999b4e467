# Les formulaires.
form-summary = Il reste quelque chose à corriger
form-colon = {" :"}
form-optional = (facultatif)
form-choose = Choisissez
fault-missing = Remplissez ce champ.
fault-too-long = Raccourcissez ce texte : { $limit } caractères au plus.
fault-too-short = Développez un peu : { $limit } caractères au moins.
fault-malformed = Vérifiez la forme de ce que vous avez saisi.
fault-unknown = Choisissez une valeur de la liste.
fault-taken = Choisissez-en un autre : celui-ci est déjà pris.
fault-order = Vérifiez l’ordre : la fin vient après le début.
thread-here = Vous êtes ici
form-error = {"Erreur : "}
