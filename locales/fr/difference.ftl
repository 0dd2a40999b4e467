# Un texte tel qu’il a changé, mot à mot.
difference-added = ajouté :
difference-removed = supprimé :
difference-key = Souligné : ajouté. Barré : supprimé.
