# Moderation: what is reported, what is hidden, and why.
subject-kind-proposal = Proposal
subject-kind-argument = Argument

ground-abuse = Insult, threat or harassment
ground-hatred = Call for hatred, or discrimination
ground-private-life = Breach of privacy
ground-advertising = Advertising
ground-flooding = Repetition or automated posting
ground-off-topic = Not about the consultation
ground-unlawful = Unlawful in another way

act-hide = Hidden
act-restore = Restored
act-keep = Kept

rule-moderation-own = You wrote this contribution: somebody else has to moderate it.
rule-moderation-not-published = This contribution is not shown: there is nothing to hide.
rule-moderation-not-hidden = This contribution is not hidden: there is nothing to restore.
rule-moderation-nothing-reported = No report on this contribution waits for a decision.

moderation-mail-hidden-subject = Your contribution was hidden
moderation-mail-hidden =
    Hello,

    A moderator hid this contribution:

    { $excerpt }

    The rule it breaks: { $ground }.
    The reason, shown in its place:

    { $reason }

    The text is kept. If you think this is a mistake, reply to this message and say why: another coordinator reads the decision again and can restore the contribution.

    { $url }

moderation-mail-restored-subject = Your contribution is shown again
moderation-mail-restored =
    Hello,

    This contribution is shown again:

    { $excerpt }

    The reason:

    { $reason }

    { $url }
