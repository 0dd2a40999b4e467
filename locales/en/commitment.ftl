# Commitments, actions, initiatives, clauses; the page of a plan.
level-commitment = commitment
level-action = action
level-initiative = initiative
level-title-commitment = Commitment
level-title-action = Action
level-title-initiative = Initiative
part-lead = lead
part-co-carrier = co-carrier, civil society
part-supporting = supporting
commitment-state-draft = Draft
commitment-state-submitted = With the coordinator
commitment-state-published = Published
commitment-state-withdrawn = Withdrawn
lineage-continues = Continues
lineage-split-from = Was split from
lineage-merges = Absorbs
lineage-later-continues = Is continued by
lineage-later-split-from = Gave rise to
lineage-later-merges = Is absorbed by
plan-page-what = National action plan
plan-page-count = { $count ->
    [0] No commitment published yet.
    [one] One commitment, action or initiative.
   *[other] { $count } commitments, actions and initiatives.
}
plan-page-how = Each line says what changes, who does it and by when.
plan-page-national-dates = National dates
plan-page-ogp-dates = Open Government Partnership dates
plan-page-filters = Filters
plan-page-axis = Theme
plan-page-level = Level
plan-page-organisation = Organisation
plan-page-all = Show everything
plan-page-shown = { $shown } of { $total }
plan-page-no-axis = Other commitments
plan-page-empty = No commitment yet
plan-page-empty-how = Commitments appear here as soon as the coordinator publishes them.
plan-page-to-consultations = See the consultations
plan-page-axis-empty = No commitment published under this theme yet.
commitment-list-title = Commitments
commitment-list-how = What administrations and civil society commit to, plan after plan.
commitment-list-plan = Plan
commitment-list-next = The next commitments
commitment-list-to-plans = See the plans
commitment-breadcrumbs = Breadcrumbs
commitment-from-to = From { $from } to { $to }
commitment-until = until { $date }
commitment-withdrawn = This commitment was withdrawn
commitment-draft-how = This text is not public yet. It may change.
commitment-changes = What changes
commitment-who = Who
commitment-with = , with
commitment-when = When
commitment-proof-title = The proof
commitment-proof = { $name }: from { $baseline } to { $target } { $unit }
commitment-not-said = Not said yet
commitment-edit = Edit
commitment-text = The text
commitment-no-clause = No clause is written yet.
commitment-contributions = { $count ->
    [one] One contribution behind this clause
   *[other] { $count } contributions behind this clause
}
commitment-milestones = Milestones
commitment-milestones-of = The milestones, by date
commitment-milestone = Milestone
commitment-milestone-output = Output
commitment-milestone-due = Due
commitment-milestone-state = State
commitment-milestone-planned = to come
commitment-milestone-late = evidence awaited
commitment-indicators = Indicators
commitment-indicators-of = What is measured
commitment-indicator = Indicator
commitment-baseline = Baseline
commitment-target = Target
commitment-latest = Today
commitment-no-value = not measured yet
commitment-actions = Actions of this commitment
commitment-more = In detail
commitment-problem = The problem
commitment-causes = Its causes
commitment-done-so-far = What was done so far
commitment-solution = The solution proposed
commitment-results-wanted = The results wanted
commitment-transparency = What it changes for transparency
commitment-accountability = What it changes for accountability
commitment-participation = What it changes for participation
commitment-lineage = From plan to plan
commitment-around = Around the commitment
commitment-supporting = Supporting
commitment-budget = Budget
commitment-development-goals = Sustainable development goals
commitment-contact = Contact
clause-word = Clause
clause-version = version { $version }
clause-version-of = Version { $version }, { $date }
clause-repealed-on = repealed on { $date }
clause-edit = Edit this clause
clause-behind = { $count ->
    [0] The contributions behind this clause
    [one] The contribution behind this clause
   *[other] The { $count } contributions behind this clause
}
clause-behind-none = No published answer names this clause yet.
clause-answer = Answer: { $decision }
clause-more = The next contributions
clause-versions = Versions
clause-added = added:
clause-removed = removed:
clause-diff-key = Underlined: added. Struck: removed.
rule-commitment-withdrawn = This commitment was withdrawn. It no longer changes.
rule-commitment-submitted = This commitment is with the coordinator. Ask for it back to change it.
rule-commitment-not-submitted = This commitment was not submitted. Submit it first.
rule-commitment-has-actions = Actions belong to this commitment. Move or withdraw them first.
rule-commitment-parent-unpublished = The commitment that this action belongs to is not published. Publish it first.
rule-clause-repealed = This clause is repealed. Add a new one.
rule-clause-unchanged = The text is the same. Change it, or go back to the clause.
rule-plan-without-commitment = This plan has no published commitment. Publish one first.
rule-plan-with-undecided = Submitted commitments await a decision. Publish, hand back or withdraw them first.
