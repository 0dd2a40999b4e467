# Institutions et organisations de la société civile.
