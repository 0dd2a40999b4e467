# L’interface de programmation.
api-title = Interface de programmation
api-lead = Lire est ouvert à tous. Proposer, soutenir et argumenter demande un jeton personnel.
api-reading = Lire
api-reading-how = Chaque collection se lit en JSON, entière ou limitée à un plan, une consultation ou une contribution.
api-pages = Une page contient 500 éléments au plus. Pour lire la suite, donnez à « after » la valeur de « next ».
api-collections = Les collections
api-address = Adresse
api-holds = Contenu
api-writing = Écrire
api-writing-how = Ajoutez à la demande l’en-tête « Authorization : Bearer » suivi de votre jeton. Les règles sont celles des pages.
api-token = Créer un jeton
api-propose = Proposer
api-support = Soutenir, ou s’opposer
api-argue = Argumenter
api-description = Description pour les programmes
