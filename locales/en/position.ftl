# Positions: support, mixed, against.
position-support = Support
position-mixed = Mixed
position-against = Against

# What the rules refuse.
rule-debate-not-open = This consultation is not open. You can read what was said, but nothing can be added for now.
rule-debate-not-published = This proposal is no longer published. Nothing more can be said on it.
rule-position-own-proposal = You wrote this proposal: your support goes without saying and is not counted.
rule-position-not-offered = This consultation only collects support. To disagree, write an argument.
