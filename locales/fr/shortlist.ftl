# Les listes d’organisations et la grille.
shortlist-mine = Mes listes
shortlist-account-what = Les organisations que vous retenez, pourquoi, et ce que vous en pensez.
shortlist-lead = Une liste garde les organisations que vous voulez associer, et la raison de chacune. Vous seul la lisez, avec les personnes que vous nommez.
shortlist-path = Vous êtes dans
shortlist-rooms = Pages de la liste
shortlist-room-list = Liste
shortlist-room-grid = Grille
shortlist-room-coverage = Couverture
shortlist-room-sharing = Partage
shortlist-none = Vous n’avez pas encore de liste. Créez-en une ci-dessous, puis cherchez qui peut être concerné.
shortlist-none-how = Chercher dans l’annuaire
shortlist-count =
    { $count ->
        [0] Aucune organisation
        [one] Une organisation
       *[other] { $count } organisations
    }
shortlist-standing-keeper = vous la tenez
shortlist-standing-read = vous la lisez
shortlist-standing-write = vous y écrivez
shortlist-kept-by = Tenue par { $name }
shortlist-changed = Modifiée le { $day }
shortlist-make = Nouvelle liste
shortlist-make-now = Créer la liste
shortlist-title = Titre
shortlist-title-help = Par exemple : qui associer sur l’eau en ville.
shortlist-aim = À quoi elle sert
shortlist-aim-help = En une phrase : le projet, l’échéance, ce que vous attendez des organisations.
shortlist-refused = Ce n’est pas possible ainsi
shortlist-done-made = La liste est créée. Cherchez maintenant qui peut être concerné.
shortlist-done-saved = C’est enregistré.
shortlist-done-added = L’organisation est sur la liste.
shortlist-done-already = Cette organisation était déjà sur la liste.
shortlist-done-removed = L’organisation est retirée de la liste.
shortlist-done-restored = L’organisation est de nouveau sur la liste.
shortlist-done-placed = La grille est enregistrée, et votre réponse sur les absents aussi.
shortlist-done-erased = La liste est effacée.
shortlist-done-named = Cette personne est nommée. Elle trouve la liste dans ses listes.
shortlist-done-unnamed = Cette personne ne lit plus la liste.
shortlist-done-link-made = Le lien est prêt. Celui d’avant n’ouvre plus rien.
shortlist-done-link-closed = Le lien n’ouvre plus rien.
shortlist-search = Chercher des organisations
shortlist-by-hand = Ajouter à la main
shortlist-edit = Titre et fin de la liste
shortlist-empty = Personne n’est encore sur cette liste.
shortlist-empty-how = Cherchez dans l’annuaire, ajoutez à la main, ou collez une colonne d’identifiants.
shortlist-undo = Annuler
shortlist-why = Pourquoi
shortlist-why-help = En une phrase. Qui a le lien de la liste la lit aussi.
shortlist-why-help-sought = Facultatif : ce que vous cherchiez est gardé. Qui a le lien de la liste lit cette raison.
shortlist-sought = Ce que vous cherchiez : « { $sought } »
shortlist-found-search = Trouvée en cherchant « { $sought } »
shortlist-found-text = Proposée pour le texte « { $sought } »
shortlist-found-column = Venue d’une colonne d’identifiants
shortlist-state-by-hand = hors registre
shortlist-state-dissolved = dissoute
shortlist-state-gone = sortie des registres
shortlist-gone-what = Les registres d’aujourd’hui ne la connaissent plus. Ce qui suit est ce qu’ils en disaient le jour de l’ajout.
shortlist-renamed = S’appelle aujourd’hui { $name }
shortlist-added-by = Ajoutée par { $name }, { $day }
shortlist-marked-interest = intérêt { $mark } sur 4
shortlist-marked-influence = influence { $mark } sur 4
shortlist-annotate = Annoter
shortlist-details = Détail
shortlist-up = Monter
shortlist-down = Descendre
shortlist-remove = Retirer
shortlist-removed =
    { $count ->
        [one] Une organisation retirée
       *[other] { $count } organisations retirées
    }
shortlist-removed-by = retirée par { $name }, { $day }
shortlist-restore = Remettre
shortlist-files = Emporter la liste :
shortlist-files-what = Ces fichiers contiennent vos notes, la grille et les noms des personnes : ils sont pour vos collègues.
shortlist-add-to = Ajouter à une liste
shortlist-add-title = Ajouter à une liste
shortlist-add-now = Ajouter
shortlist-list = Sur quelle liste
shortlist-new = Une nouvelle liste
shortlist-new-title = Titre de la nouvelle liste
shortlist-new-title-help = Seulement si vous en créez une.
shortlist-hand-title = Ajouter une organisation à la main
shortlist-hand-how = Pour un collectif ou une organisation qu’aucun registre ne connaît.
shortlist-name = Nom
shortlist-place = Lieu
shortlist-place-help = Une commune, un département ou une région.
shortlist-about = Ce qu’elle fait
shortlist-column-title = Coller une colonne d’identifiants
shortlist-column = Identifiants
shortlist-column-help = Un par ligne, 500 au plus : numéros W, SIREN ou SIRET. Ce qui est inconnu vous est dit, rien n’est ajouté deux fois.
shortlist-column-why = Pourquoi ces organisations
shortlist-column-why-help = La même raison pour toutes. Vous pourrez la préciser pour chacune.
shortlist-column-add = Ajouter ces organisations
shortlist-report-added =
    { $count ->
        [0] Aucune organisation ajoutée
        [one] Une organisation ajoutée
       *[other] { $count } organisations ajoutées
    }
shortlist-report-already =
    { $count ->
        [one] Une ligne nomme une organisation déjà sur la liste.
       *[other] { $count } lignes nomment des organisations déjà sur la liste.
    }
shortlist-report-unknown = Lignes inconnues
shortlist-report-unknown-how = Aucun registre chargé ici ne connaît ces lignes. Vérifiez-les, cherchez par le nom, ou ajoutez l’organisation à la main.
shortlist-back = Voir la liste
shortlist-write = Ce que vous en savez
shortlist-notes = Notes
shortlist-notes-help = Pour les personnes nommées sur la liste. Le lien public ne les montre pas.
shortlist-save = Enregistrer
shortlist-changed-meanwhile = Quelqu’un d’autre a écrit entre-temps
shortlist-changed-how = Rien de ce que vous avez saisi n’est perdu : relisez, puis enregistrez de nouveau.
shortlist-marks = Intérêt et influence
shortlist-marks-none = Personne n’a encore donné son avis. Rien n’est deviné.
shortlist-replaced = remplacée le { $day }
shortlist-place-one = Donner ou changer un avis
shortlist-removed-why = Pourquoi la retirer
shortlist-removed-why-help = La raison reste avec le nom, au bas de la liste. Vous pouvez la remettre à tout moment.
shortlist-erase = Effacer la liste
shortlist-erase-what = La liste, ses notes et sa grille disparaissent pour tout le monde. On ne peut pas revenir en arrière.
shortlist-erase-export = L’emporter d’abord
shortlist-sure = Confirmation
shortlist-sure-yes = J’efface cette liste pour tout le monde
shortlist-people = Personnes
shortlist-keeps = tient la liste
shortlist-right = Ce qu’elle peut faire
shortlist-right-read = lire
shortlist-right-write = lire et écrire
shortlist-leave = Quitter la liste
shortlist-unname = Ne plus partager
shortlist-email = Adresse électronique
shortlist-email-help = Celle avec laquelle la personne se connecte ici.
shortlist-name-member = Partager avec cette personne
shortlist-link = Lien de lecture
shortlist-link-what = Qui a ce lien lit la liste sans compte : les organisations et les raisons, jamais les notes, la grille ni le nom des personnes.
shortlist-link-make = Créer un lien
shortlist-link-renew = Changer de lien
shortlist-link-close = Fermer le lien
shortlist-shared-what = Liste partagée par un lien
shortlist-interest = Intérêt
shortlist-influence = Influence
shortlist-interest-help = À quel point le sujet compte pour elle : 1 peu, 4 beaucoup.
shortlist-influence-help = À quel point elle peut changer l’issue : 1 peu, 4 beaucoup.
shortlist-drawing = Grille d’intérêt et d’influence : { $placed } organisations placées, { $missing } non placées. Le tableau en dit tout.
shortlist-not-placed = Non placées
shortlist-grid-what = Chaque note vient d’une personne, avec sa raison. Rien n’est deviné : qui n’a pas deux notes reste à part.
shortlist-grid-empty = Ajoutez d’abord des organisations, puis placez-les.
shortlist-grid-table = Ce que dit la grille
shortlist-place-rest =
    { $count ->
        [one] Placer la dernière
       *[other] Placer les { $count } qui restent
    }
shortlist-place-again = Revoir les notes
shortlist-number = N°
shortlist-organisation = Organisation
shortlist-no-mark = pas encore dit
shortlist-absent = Qui est absent ?
shortlist-absent-unasked = La question est posée chaque fois que la grille est enregistrée. Personne n’y a encore répondu.
shortlist-absence = Manque-t-il quelqu’un sur cette liste ?
shortlist-absence-help = Pensez à qui n’a pas de structure, à qui est loin, à qui subit la décision sans la demander.
shortlist-absence-somebody = Oui, quelqu’un manque
shortlist-absence-nobody = Personne, à notre connaissance
shortlist-absence-last = Dernière réponse, { $day }, { $name } : { $who }
shortlist-who = Si oui, qui
shortlist-absent-why = Si oui, pourquoi cette présence compte
shortlist-place-title = Placer les organisations
shortlist-place-how = Donnez une note de 1 à 4 et sa raison. Laissez vide ce que vous ne savez pas : c’est une réponse.
shortlist-mark-why = Raison de cette note
shortlist-mark-now = Note d’aujourd’hui, par { $name } : { $mark }, { $reason }
shortlist-place-save = Enregistrer la grille
shortlist-place-leave = Revenir sans enregistrer
shortlist-place-before = Les précédentes
shortlist-place-after = Les suivantes
shortlist-coverage-empty = La couverture se mesure sur les organisations que les registres connaissent. Ajoutez-en depuis l’annuaire.
shortlist-coverage-what =
    { $counted ->
        [one] Une organisation de la liste, sur { $entries }, est connue des registres : c’est elle qui est comptée.
       *[other] { $counted } organisations de la liste, sur { $entries }, sont connues des registres : ce sont elles qui sont comptées.
    }
shortlist-coverage-around = Les manques viennent de { $count } organisations proches du sujet, trouvées par le titre, le but et les objets des organisations de la liste.
shortlist-coverage-families = Thèmes
shortlist-coverage-regions = Régions
shortlist-coverage-kinds = Natures
shortlist-covered = Sur la liste
shortlist-covered-none = Rien encore.
shortlist-uncovered = Personne sur la liste
shortlist-uncovered-none = Aucun manque connu.
shortlist-uncovered-search = (chercher dans l’annuaire)
shortlist-too-often = Sollicitées trop souvent
shortlist-too-often-what = Celles qui sont entrées en six mois sur les listes d’au moins trois personnes. Avant de leur écrire, voyez si d’autres peuvent répondre.
shortlist-too-often-none = Aucune, à notre connaissance.
shortlist-asked-times =
    { $count ->
        [one] une personne
       *[other] { $count } personnes
    }
shortlist-never = Jamais sollicitées
shortlist-never-what = Personne d’autre ne les a mises sur une liste.
shortlist-never-none = Toutes sont déjà sur la liste de quelqu’un d’autre.
rule-shortlist-read-only = Vous lisez cette liste sans pouvoir y écrire. Demandez ce droit à la personne qui la tient.
rule-shortlist-not-keeper = Seule la personne qui tient la liste peut le faire. Demandez-le-lui.
rule-shortlist-too-many = Vous tenez déjà deux cents listes. Effacez-en une, puis recommencez.
rule-shortlist-full = Cette liste a déjà cinq cents organisations. Ouvrez-en une autre.
rule-shortlist-unknown-organisation = L’annuaire ne connaît pas cette organisation. Ajoutez-la à la main.
rule-shortlist-no-account = Personne ne se connecte ici avec cette adresse. Invitez la personne à se connecter une fois, puis recommencez.
rule-shortlist-own-address = C’est votre adresse : la liste est déjà à vous.
rule-shortlist-too-many-members = Cent personnes lisent déjà cette liste. Retirez-en une, puis recommencez.
shortlist-version = Version
