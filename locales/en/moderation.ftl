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
    The reason, which is public:

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

# Reporting.
report-link = Report
report-title = Report a contribution
report-lead = The coordination reads every report. Disagreeing is not a ground: answer with an argument.
report-ground = The rule it breaks
report-reason = What is wrong
report-reason-help = A few words are enough. Your name is never shown.
report-send = Send the report
report-sent = Your report was sent
report-sent-next = The coordination reads it and publishes its decision on this page, with a reason.

# What everybody reads.
moderation-title = Moderation in numbers
moderation-lead = Nothing is removed in silence. What is hidden is hidden with a public reason, and its author can contest it.
moderation-reported = reports received
moderation-waiting = wait for a decision
moderation-decisions = Decisions
moderation-none = No decision yet. They will appear here with their reason, without the hidden text or the author’s name.
moderation-counts = Decisions by kind and by rule
moderation-act = Decision
moderation-subject = Contribution
moderation-ground = Rule
moderation-number = Number

# The coordinators’ desk.
moderation-queue-title = Reports to read
moderation-queue-lead = The oldest first. Every decision is public, with its reason.
moderation-queue-none = No report is waiting.
moderation-since =
    { $days ->
        [0] received today
        [one] waiting for 1 day
       *[other] waiting for { $days } days
    }
moderation-case-title = Decide on a contribution
moderation-see = See the page where it stands
moderation-nothing-to-do = There is nothing to decide: the contribution is neither reported nor shown.
moderation-do-hide = Hide the contribution
moderation-do-keep = Keep it
moderation-do-restore = Show it again
moderation-ground-help = Only needed to hide it.
moderation-reason = Public reason
moderation-reason-help = Shown on the public page of moderation, and in place of a hidden proposal. Do not quote the text or name its author.
moderation-decide = Publish the decision
moderation-after = If the contribution is hidden or shown again, its author gets an e-mail with the reason and the way to contest.
moderation-reports = Reports
moderation-reports-none = No report is waiting.
moderation-last = Last decision
