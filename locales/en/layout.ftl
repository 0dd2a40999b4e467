# What surrounds each page.
site-name = Fabrique
