# Positions: support, mixed, against.
position-support = Support
position-mixed = Mixed
position-against = Against

# What the rules refuse.
rule-debate-not-open = This consultation is not open. You can read what was said, but nothing can be added for now.
rule-debate-not-published = This proposal is no longer published. Nothing more can be said on it.
rule-position-own-proposal = You wrote this proposal: your support goes without saying and is not counted.
rule-position-not-offered = This consultation only collects support. To disagree, write an argument.

# Buttons and numbers.
position-title = Opinions
position-question = What do you think of this proposal?
position-button-support = I support it
position-button-mixed = Mixed
position-button-against = I am against it
position-withdraw = Take back my opinion
position-privacy = Only the numbers are public. Nobody sees who said what.
position-closed = No more opinions can be given here: the consultation is not open, or the proposal is no longer published.
position-chart =
    { $count ->
        [one] 1 opinion, { $share } in support
       *[other] { $supports } in support out of { $count } opinions, or { $share }
    }
position-details = Opinions in detail
position-column = Opinion
position-people = People
position-share = Share
position-historic = Of these, { $count } were collected on an earlier platform and brought over as totals.
