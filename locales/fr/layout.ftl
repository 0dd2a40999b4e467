# Ce qui entoure chaque page.
site-name = Fabrique
