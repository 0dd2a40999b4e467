# Engagements, actions, initiatives, clauses ; la page d’un plan.
level-commitment = engagement
level-action = action
level-initiative = initiative
level-title-commitment = Engagement
level-title-action = Action
level-title-initiative = Initiative
part-lead = pilote
part-co-carrier = copilote, société civile
part-supporting = soutien
commitment-state-draft = Brouillon
commitment-state-submitted = Remis à la coordination
commitment-state-published = Publié
commitment-state-withdrawn = Retiré
lineage-continues = Poursuit
lineage-split-from = Est issu de
lineage-merges = Absorbe
lineage-later-continues = Est poursuivi par
lineage-later-split-from = A donné naissance à
lineage-later-merges = Est absorbé par
plan-page-what = Plan d’action national
plan-page-count = { $count ->
    [0] Aucun engagement publié pour l’instant.
    [one] Un engagement, action ou initiative.
   *[other] { $count } engagements, actions et initiatives.
}
plan-page-how = Chaque ligne dit ce qui change, qui s’en charge et pour quand.
plan-page-national-dates = Dates nationales
plan-page-ogp-dates = Dates du Partenariat pour un gouvernement ouvert
plan-page-filters = Filtres
plan-page-axis = Axe
plan-page-level = Niveau
plan-page-organisation = Organisation
plan-page-all = Tout afficher
plan-page-shown = { $shown } sur { $total }
plan-page-no-axis = Autres engagements
plan-page-empty = Aucun engagement pour l’instant
plan-page-empty-how = Les engagements paraissent ici dès que la coordination les publie.
plan-page-to-consultations = Voir les consultations
plan-page-axis-empty = Aucun engagement publié dans cet axe pour l’instant.
commitment-list-title = Engagements
commitment-list-how = Ce que les administrations et la société civile s’engagent à faire, plan après plan.
commitment-list-plan = Plan
commitment-list-next = Les engagements suivants
commitment-list-to-plans = Voir les plans
commitment-breadcrumbs = Fil d’Ariane
commitment-from-to = Du { $from } au { $to }
commitment-until = jusqu’au { $date }
commitment-withdrawn = Cet engagement a été retiré
commitment-draft-how = Ce texte n’est pas encore public. Il peut changer.
commitment-changes = Ce qui change
commitment-who = Qui
commitment-with = , avec
commitment-when = Quand
commitment-proof-title = La preuve
commitment-proof = { $name } : de { $baseline } à { $target } { $unit }
commitment-not-said = Pas encore précisé
commitment-edit = Modifier
commitment-text = Le texte
commitment-no-clause = Aucune clause n’est écrite pour l’instant.
commitment-contributions = { $count ->
    [one] Une contribution derrière cette clause
   *[other] { $count } contributions derrière cette clause
}
commitment-milestones = Jalons
commitment-milestones-of = Les jalons, par échéance
commitment-milestone = Jalon
commitment-milestone-output = Livrable
commitment-milestone-due = Échéance
commitment-milestone-state = État
commitment-milestone-planned = à venir
commitment-milestone-late = preuve attendue
commitment-indicators = Indicateurs
commitment-indicators-of = Ce qui est mesuré
commitment-indicator = Indicateur
commitment-baseline = Départ
commitment-target = Cible
commitment-latest = Aujourd’hui
commitment-no-value = pas encore relevé
commitment-actions = Actions de cet engagement
commitment-more = En détail
commitment-problem = Le problème
commitment-causes = Ses causes
commitment-done-so-far = Ce qui a été fait jusqu’ici
commitment-solution = La solution proposée
commitment-results-wanted = Les résultats attendus
commitment-transparency = Ce que cela change pour la transparence
commitment-accountability = Ce que cela change pour la redevabilité
commitment-participation = Ce que cela change pour la participation
commitment-lineage = D’un plan à l’autre
commitment-around = Autour de l’engagement
commitment-supporting = Soutiens
commitment-budget = Budget
commitment-development-goals = Objectifs de développement durable
commitment-contact = Contact
clause-word = Clause
clause-version = version { $version }
clause-version-of = Version { $version }, { $date }
clause-repealed-on = abrogée le { $date }
clause-edit = Modifier cette clause
clause-behind = { $count ->
    [0] Les contributions derrière cette clause
    [one] La contribution derrière cette clause
   *[other] Les { $count } contributions derrière cette clause
}
clause-behind-none = Aucune réponse publiée ne cite encore cette clause.
clause-answer = Réponse : { $decision }
clause-more = Les contributions suivantes
clause-versions = Versions
clause-added = ajouté :
clause-removed = supprimé :
clause-diff-key = Souligné : ajouté. Barré : supprimé.
rule-commitment-withdrawn = Cet engagement a été retiré. Il ne change plus.
rule-commitment-submitted = Cet engagement est remis à la coordination. Demandez-lui de vous le rendre pour le modifier.
rule-commitment-not-submitted = Cet engagement n’est pas remis à la coordination. Remettez-le d’abord.
rule-commitment-has-actions = Des actions dépendent de cet engagement. Rattachez-les ailleurs ou retirez-les d’abord.
rule-commitment-parent-unpublished = L’engagement dont dépend cette action n’est pas publié. Publiez-le d’abord.
rule-clause-repealed = Cette clause est abrogée. Ajoutez une nouvelle clause.
rule-clause-unchanged = Le texte est le même. Changez-le, ou revenez à la page de la clause.
rule-plan-without-commitment = Ce plan n’a aucun engagement publié. Publiez-en un d’abord.
rule-plan-with-undecided = Des engagements remis attendent une décision. Publiez-les, rendez-les ou retirez-les d’abord.
