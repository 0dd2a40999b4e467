# L’annuaire : organisations et institutions des registres publics.
directory-title = Annuaire
directory-lead = Les associations et les institutions que les registres publics connaissent. Cherchez un sujet : vous trouvez celles que vous connaissez, et celles auxquelles vous n’aviez pas pensé.
directory-search = Chercher
directory-search-label = Un sujet, un nom, un sigle
directory-search-help = Les accents, les pluriels et les fautes de frappe ne comptent pas. Entre guillemets, les mots se suivent. Un tiret devant un mot l’écarte.
directory-count =
    { $count ->
        [0] Aucune organisation
        [one] Une organisation
       *[other] { $count } organisations
    }
directory-none = Aucune organisation ne répond à ces mots et à ces filtres. Ôtez un filtre, ou essayez un mot plus général.
directory-nothing-to-search = Ces mots ne disent rien seuls. Ajoutez le sujet qui vous intéresse.
directory-shortened = Le texte est long : seul son début a été cherché.
directory-suggestion = Vouliez-vous dire :
directory-read-as = « { $typed } » a été lu « { $read } ».
directory-unknown = « { $word } » n’est dans aucun registre.
directory-relaxed =
    { $count ->
        [one] Aucune organisation n’a tous ces mots. Celles-ci en ont un.
       *[other] Aucune organisation n’a tous ces mots. Celles-ci en ont { $count }.
    }
directory-widened =
    { $whole ->
        [one] La première a tous ces mots.
       *[other] Les { $whole } premières ont tous ces mots.
    } { $count ->
        [one] Les autres en ont au moins un.
       *[other] Les autres en ont au moins { $count }.
    }
directory-sort = Trier par
directory-sort-relevance = pertinence
directory-sort-name = nom
directory-sort-created = date de création
directory-sort-sign = dernier signe de vie
directory-since = depuis { $year }
directory-dissolved = dissoute
directory-why = Pourquoi ce résultat
directory-why-word = « { $word } » : { $places }
directory-why-evidence = Ses signes de vie, sa taille et sa reconnaissance la font remonter de { $percent } %.
directory-field-name = dans son nom
directory-field-short-name = dans son sigle
directory-field-purpose = dans son objet
directory-field-object = dans ce qu’elle a défendu ou reçu
directory-field-commune = dans sa commune
directory-field-initials = dans ses initiales
directory-before = Résultats précédents
directory-after = Résultats suivants
directory-with-dissolved = Montrer aussi celles qui sont dissoutes
directory-without-dissolved = Ne plus montrer celles qui sont dissoutes
directory-nature = Qui
directory-nature-organisations = organisations
directory-nature-institutions = institutions publiques
directory-families = Thèmes
directory-marks = Signes particuliers
directory-mark-alive = signe de vie récent
directory-mark-recognised = reconnue d’utilité publique
directory-mark-lobbied = a fait entendre sa voix
directory-mark-granted = a reçu une subvention
directory-mark-employer = employeuse
directory-regions = Régions
directory-kinds = Nature
directory-kind-association = association
directory-kind-foundation = fondation ou fonds de dotation
directory-kind-professional = organisation professionnelle ou syndicale
directory-kind-company = entreprise ou cabinet
directory-kind-ministry = ministère
directory-kind-directorate = direction ou service central
directory-kind-authority = autorité, juridiction ou assemblée
directory-kind-agency = agence ou établissement public
directory-kind-local-body = service local
directory-kind-other = autre organisation
directory-sizes = Effectif
directory-size-unknown = effectif inconnu
directory-size-none = aucun salarié
directory-size-under-10 = 1 à 9 salariés
directory-size-under-50 = 10 à 49 salariés
directory-size-under-250 = 50 à 249 salariés
directory-size-large = 250 salariés et plus
directory-decades = Création
directory-decade = années { $decade }
directory-map = Où elles ont leur siège
directory-map-label = Un carré par département, d’autant plus foncé que les organisations y sont nombreuses. Le tableau dit les nombres.
directory-map-table = Les nombres, département par département
directory-department = Département
directory-organisations = Organisations
directory-missing = L’annuaire n’est pas encore chargé ici.
directory-missing-how = L’exploitant du site le charge depuis les registres publics.
directory-missing-instead = Les organisations qui prennent part aux plans
directory-path = Vous êtes ici
directory-short-name = Sigle
directory-seat = Siège
directory-created = Créée le
directory-ended = Dissoute le
directory-last-sign = Dernier signe de vie
directory-website = Site
directory-numbers = Numéros
directory-yes = oui
directory-lobbying = Ce qu’elle a défendu auprès des pouvoirs publics
directory-funding = Ce que des fonds publics ont payé
directory-sources = Qui le dit
directory-source-guess = Rapproché par le nom et la commune, sûr à { $percent } %.
directory-privacy = Aucune rue, aucun téléphone, aucune adresse électronique et aucun nom de personne n’entre dans l’annuaire.
directory-family-01 = vie politique
directory-family-02 = clubs et cercles de réflexion
directory-family-03 = droits fondamentaux et vie civique
directory-family-04 = justice
directory-family-05 = information et communication
directory-family-06 = arts et culture
directory-family-07 = loisirs et rencontres
directory-family-09 = animation sociale et culturelle
directory-family-10 = patrimoine
directory-family-11 = sport et plein air
directory-family-13 = chasse et pêche
directory-family-14 = amicales et entraide
directory-family-15 = éducation et formation
directory-family-16 = recherche
directory-family-17 = santé
directory-family-18 = établissements médico-sociaux
directory-family-19 = action sociale
directory-family-20 = solidarité, humanitaire et bénévolat
directory-family-21 = familles et personnes âgées
directory-family-22 = activités économiques
directory-family-23 = intérêts économiques et professionnels
directory-family-24 = environnement et cadre de vie
directory-family-30 = emploi, développement local, économie solidaire
directory-family-32 = logement
directory-family-34 = tourisme
directory-family-36 = sécurité et protection civile
directory-family-38 = armée et mémoire
directory-family-40 = religion, spiritualité, philosophie
directory-family-50 = domaines divers
directory-source-rna = Répertoire national des associations
directory-source-amalia = Registre des associations d’Alsace et de Moselle
directory-source-hatvp = Répertoire des représentants d’intérêts de la HATVP
directory-source-sirene = Répertoire Sirene de l’Insee
directory-source-grants = Subventions publiées par les administrations
directory-source-institutions = Annuaire de l’administration (DILA)
directory-compare-title = Comparer des organisations
directory-compare-lead = Ce que l’on sait de chacune, fait par fait. Ce qui diffère est signalé.
directory-compare-fact = Fait
directory-compare-differs = diffère
directory-compare-same = pareil
directory-compare-unsaid = non renseigné
directory-compare-contested = contesté
directory-compare-without = Retirer
directory-compare-more = Chercher une autre organisation à comparer
directory-compare-none = Il faut au moins deux organisations pour comparer.
directory-compare-search = Cherchez-les dans l’annuaire, puis ouvrez la page de l’une d’elles : ses organisations voisines se comparent en un clic.
directory-compare-missing =
    { $count ->
        [one] Une des organisations demandées est introuvable.
       *[other] { $count } des organisations demandées sont introuvables.
    }
directory-compare-too-many = On compare { $most } organisations au plus. Les premières sont montrées.
directory-discover = Trouver des alliés
directory-discover-lead = Donnez le brouillon d’un engagement, une proposition ou un sujet. L’annuaire en tire les organisations qu’il peut concerner : celles que vous connaissez, celles qui en sont proches, et celles auxquelles vous n’aviez pas pensé. Chacune dit pourquoi elle est là.
directory-discover-text = Votre texte
directory-discover-other = Un autre texte
directory-discover-label = Le sujet, ou le brouillon entier
directory-discover-help = Plus le texte est précis, meilleures sont les suggestions. Il n’est pas conservé.
directory-discover-everybody = organisations et institutions
directory-discover-region = Siège
directory-discover-everywhere = partout
directory-discover-find = Trouver des alliés
directory-discover-for = Pour « { $title } »
directory-discover-words = Les mots qui ont compté :
directory-discover-near-words = Les mots ajoutés parce qu’ils sont proches dans les registres
directory-discover-none = Aucune organisation n’est assez proche de ce texte. Ajoutez le public concerné, le problème, ce qui change.
directory-discover-link = Vous avez un texte plutôt qu’un mot ?
directory-discover-from-proposal = Trouver les organisations que cette proposition peut concerner
directory-discover-from-commitment = Trouver les organisations que cet engagement peut concerner
directory-near-word = « { $near } » ({ $word })
directory-quoted = « { $word } »
directory-distance-known = Celles que l’on connaît ici
directory-distance-known-about = Elles ont déjà contribué, répondu ou porté un engagement sur cette plateforme.
directory-distance-near = Celles qui en sont proches
directory-distance-near-about = Elles emploient les mots de votre texte.
directory-distance-unexpected = Celles auxquelles vous n’aviez peut-être pas pensé
directory-distance-unexpected-about = Elles n’emploient aucun des mots de votre texte, mais parlent de la même chose.
directory-reasons = Pourquoi elle est là
directory-reason-shared = Elle emploie { $words }.
directory-reason-near = Elle parle de choses proches : { $words }.
directory-reason-lobbied = Elle l’a défendu auprès des pouvoirs publics : « { $object } »
directory-reason-granted = Elle a été financée pour cela : « { $object } »
directory-gaps = Qui manque
directory-gaps-about = Personne dans cette liste ne les couvre, alors que le sujet les touche. Chaque lien mène à qui le ferait.
directory-gaps-none = Les thèmes, les régions et les natures que le sujet touche sont tous dans cette liste.
directory-themes = Thèmes détaillés
directory-communes = Communes
directory-files = Ces résultats en fichier, { $rows } lignes au plus :
directory-suggested = Organisations dont le nom commence ainsi
directory-here = Ici : { $acts }.
directory-here-proposals =
    { $count ->
        [one] une proposition
       *[other] { $count } propositions
    }
directory-here-arguments =
    { $count ->
        [one] un argument
       *[other] { $count } arguments
    }
directory-here-commitments =
    { $count ->
        [one] un engagement porté
       *[other] { $count } engagements portés
    }
directory-here-answers =
    { $count ->
        [one] une réponse
       *[other] { $count } réponses
    }
directory-why-name = Son nom est ce que vous cherchez.
directory-why-together = Les mots s’y suivent.
directory-compare = Comparer
directory-compare-ticked = Comparer les organisations cochées
directory-often = Déjà très sollicitées
directory-often-about = Plusieurs personnes les ont mises sur leurs listes ces six derniers mois. Voyez si d’autres peuvent répondre.
directory-never =
    { $count ->
        [0] Toutes sont déjà sur la liste de quelqu’un.
        [one] Une organisation de cette liste n’a été sollicitée par personne ici.
       *[other] { $count } organisations de cette liste n’ont été sollicitées par personne ici.
    }
