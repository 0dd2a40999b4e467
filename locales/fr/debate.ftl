# Ce que partagent les pages où l’on s’exprime.
debate-breadcrumbs = Fil d’Ariane
debate-pages = Pages
debate-first = Première page
debate-next = Page suivante
debate-cancel = Annuler
debate-error = Erreur :
