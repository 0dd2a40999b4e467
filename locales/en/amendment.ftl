# Amendments: other words for a passage.
proposal-field-problem = The problem
proposal-field-change = What it would change
proposal-field-body = The text

amendment-state-proposed = Waiting for the author
amendment-state-accepted = Accepted
amendment-state-declined = Declined
amendment-state-outdated = Outdated

rule-amendment-own-proposal = You wrote this proposal: edit its text instead of amending it.
rule-amendment-own = You wrote this amendment: somebody else has to decide on it.
rule-amendment-decided = This amendment has already been decided on. The decision is shown with its reason.
rule-amendment-outdated = The passage no longer stands in the text as it did. The amendment can still be read, but no longer applied.
rule-amendment-breaks-limits = Once amended, the text would be too short or too long. The amendment cannot be applied as it is.

amendment-mail-new-subject = An amendment to your proposal “{ $title }”
amendment-mail-new =
    Hello,

    { $name } proposes other words for a passage of your proposal “{ $title }”.

    The passage:
    { $passage }

    The words proposed:
    { $replacement }

    The reason:
    { $reason }

    While the consultation is open, you can accept it, or decline it with a reason:
    { $url }

amendment-mail-accepted-subject = Your amendment is now part of “{ $title }”
amendment-mail-accepted =
    Hello,

    Your amendment to the proposal “{ $title }” was accepted. Its words are in the text, and the new version carries your name.

    { $url }

amendment-mail-declined-subject = Your amendment to “{ $title }” was declined
amendment-mail-declined =
    Hello,

    Your amendment to the proposal “{ $title }” was declined, for this reason:

    { $reason }

    It can still be read, with this reason. You can also write an argument on the same page:
    { $url }

# The list, the form and the decision.
amendment-title = Amendments
amendment-list-title = Amendments – { $title }
amendment-count =
    { $count ->
        [0] No amendment yet. Anybody can propose other words; the author of the proposal decides.
        [one] 1 amendment. The author of the proposal or the coordination decides on it, with a reason.
       *[other] { $count } amendments. The author of the proposal or the coordination decides on them, with a reason.
    }
amendment-all = All amendments
amendment-permalink = Permanent link
amendment-decision = Reason for the decision
amendment-accept = Accept these words
amendment-decline = Decline
amendment-propose = Propose other words
amendment-propose-title = Propose other words
amendment-field = Part to change
amendment-passage = The passage as it stands
amendment-passage-help = Copy it word for word from the text shown on this page. It has to stand there once only: add the words around it if it is repeated.
amendment-replacement = The words you propose
amendment-replacement-help = Leave empty to strike the passage.
amendment-reason = The reason
amendment-reason-help = It is public, and sent to the author of the proposal.
amendment-send = Send the amendment
amendment-after = The author of the proposal is told. If they accept, your words enter the text and the new version carries your name.
amendment-words = The text as it stands
amendment-words-help = Select and copy the passage to change.
amendment-author-kind = You speak as
amendment-decline-title = Decline this amendment
amendment-decline-help = This reason is shown beside the amendment and sent to the person who wrote it.
amendment-decline-send = Publish the reason
