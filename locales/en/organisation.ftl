# Institutions and civil-society organisations.
