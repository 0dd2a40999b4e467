# Reasoned responses, contests, figures.

decision-taken-up = taken up
decision-partly-taken-up = taken up in part
decision-merged = merged
decision-under-way = already under way
decision-postponed = postponed
decision-not-taken-up = not taken up
decision-out-of-scope = out of scope


response-mail-answered-subject = { $count ->
    [one] Your contribution has its answer
   *[other] Your contributions have their answer
}
response-mail-answered = Hello,

    { $count ->
        [one] Your contribution has been answered:
       *[other] These contributions have been answered:
    }
    { $titles }

    Decision: { $decision }.
    Who answers: { $institution }.

    Read the answer and its reasons:
    { $link }

    Do you disagree? You may contest the answer once, on that same page. Your contest is public, next to the answer. The institution replies to it.

    { $site }
response-mail-corrected-subject = { $count ->
    [one] The answer to your contribution is corrected
   *[other] The answer to your contributions is corrected
}
response-mail-corrected = Hello,

    { $institution } corrects the answer to:
    { $titles }

    Why: { $note }

    Decision: { $decision }.

    Read the answer, and what it said before:
    { $link }

    { $site }
response-mail-contested-subject = Contested: { $title }
response-mail-contested = Hello,

    { $author } contests your answer to “{ $title }”:

    { $note }

    The contest is public, next to the answer. You reply to it once, on that page:
    { $link }

    { $site }
response-mail-replied-subject = A reply to your contest
response-mail-replied = Hello,

    { $institution } replies to your contest:

    { $note }

    The reply is public, next to your words:
    { $link }

    { $site }

rule-response-already-answering = One of these contributions already stands in another response. Remove it here, or complete the other response.
rule-response-not-draft = This response is no longer a draft. To rewrite it, have it sent back to its author first.
rule-response-not-submitted = This response is not in review.
rule-response-not-published = This response is not published. There is nothing to correct: edit the draft.
rule-response-no-contribution = This response answers no contribution. Choose at least one.
rule-response-no-clause = “Taken up” needs a clause. Choose the clause that the contribution changes.
rule-response-no-target = “Merged” needs a published contribution. Name the one that gathers the others.
rule-response-no-second-reader = Somebody other than its author reads the response over and publishes it.
rule-response-clause-not-public = One of the clauses is not public yet, or was repealed. Publish the commitment first, or choose another clause.
rule-contest-not-answered = This contribution has no answer yet.
rule-contest-once = You have already contested this answer. An answer can be contested once.
rule-contest-replied = This contest already has a reply.

response-list-title = Answers
response-list-lead = Every contribution gets a public answer, with its reason and what it changes.
response-list-published = Published answers
response-list-none = No answer is published yet. Institutions answer every contribution, right here.
response-list-none-here = No answer matches these filters.
response-list-all = See all answers
response-filters = Filters
response-filter-all = All
response-filter-decision = Decision
response-filter-institution = Institution
response-filter-consultation = Consultation
response-pages = Pages
response-first-page = Back to the start
response-next-page = Next
response-untitled = Answer without a contribution
response-title-and-others = { $title } { $others ->
    [one] and one other contribution
   *[other] and { $others } other contributions
}
response-thread-of = The thread of “{ $title }”
response-thread = The thread
response-thread-help = Where this answer comes from, what it changes.
response-awaited-since = { $days ->
    [0] awaited since today
    [one] awaited for 1 day
   *[other] awaited for { $days } days
}
response-due = Promised by { $date }.
response-was-due = Promised by { $date }: it is late.
response-clause = Clause { $number }
response-show-title = Answer: { $title }
response-error = Error:
response-breadcrumbs = Breadcrumbs
response-what = Answer
response-who = Who answers
response-when = When
response-merged-into = Merged with
response-changes = What it changes
response-why = Why
response-answers = What it answers
response-contests = Contests
response-contest-by = { $author } contests this answer
response-contest-about = about
response-reply-by = { $institution } replies
response-reply-awaited = reply awaited
response-field-reply = Your reply to this contest
response-reply-help = Public, next to the contest. The author is told. You reply once.
response-reply-do = Publish the reply
response-contest-title = Does this answer miss the point?
response-contest-lead = You may contest it once. Your text is public, next to the answer, and the institution replies to it.
response-field-proposal = Your contribution
response-field-body = What you contest
response-contest-help = Say what the answer leaves open, or what is inaccurate.
response-contest-do = Contest the answer
response-versions = What it said before
response-version = Version { $version }, corrected on { $day }
response-version-note = Why it was corrected:
response-version-decision = Decision at that time:
response-correct-do = Correct this answer
response-panel-title = The answer
response-panel-read = Read the whole answer
response-panel-changed = What it changes:
response-panel-contested = The author contests this answer.
response-panel-replied = The author contested this answer, and the institution replied.
response-panel-promise = An institution answers in public, with its reasons. The author is told by e-mail.

response-desk-title = Answering
response-desk-lead = Every contribution gets an answer. Choose one, or several that call for the same answer.
response-desk-unanswered = To answer
response-desk-drafts = Drafts
response-desk-review = In review
response-desk-contests = Contests
response-desk-none-unanswered = Nothing awaits an answer here. A contribution enters this list as soon as it is published.
response-desk-none-in-progress = There is nothing here. A draft begins in the list of contributions to answer.
response-desk-none-contests = No contest awaits a reply.
response-desk-choose = Choose
response-desk-contribution = Contribution
response-desk-author = Author
response-desk-waits = Waiting
response-desk-supports = Supports
response-desk-answer = Answer the chosen contributions
response-filter-kind = Proposed by
response-edit-title = Write an answer
response-edit-lead = Somebody else of your institution, or the coordination, reads it over and publishes it. Until then nobody else sees it.
response-note-title = To revise before publication
response-rule-title = This is not possible yet
response-field-contributions = Contributions
response-contributions-help = The same answer holds for all of them. Untick those that call for another one.
response-field-institution = Institution that answers
response-field-decision = Decision
response-decision-help = “Taken up” and “taken up in part” need the clause that changes. “Merged” needs the contribution that gathers the others.
response-field-reason = Why
response-reason-help = What you take up, what you do not, and what can still change. Forty characters at least.
response-field-reason-en = Why, in English
response-reason-en-help = Without a translation, readers in English see the French text.
response-field-clauses = Clauses changed
response-clauses-help = Their commitment must be public when the answer is published.
response-field-merged-into = Merged with
response-merged-into-help = The address of the contribution that gathers the others.
response-submit-do = Send for review
response-keep-do = Keep the draft
response-discard-do = Throw this draft away
response-review-title = Review
response-own-title = You wrote this answer
response-own-advice = Somebody else of your institution, or the coordination, publishes it. You may take it back to correct it.
response-publish-help = The answer becomes public. Every author who has an account is told by e-mail and may contest it once.
response-publish-do = Publish the answer
response-field-note = What to revise
response-note-help = Read by whoever wrote the answer.
response-return-do = Send back for correction
response-correct-lead = The former words stay readable, with the reason of the correction. The authors are told.
response-field-correction-note = Why this correction
response-correction-note-help = Public, next to the answer.
response-correct-publish = Publish the correction
response-changed = Somebody else changed this answer in between. Your text is below: copy it, then open the answer again to start from theirs.
