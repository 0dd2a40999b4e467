# Reasoned responses, contests, figures.

decision-taken-up = taken up
decision-partly-taken-up = taken up in part
decision-merged = merged
decision-under-way = already under way
decision-postponed = postponed
decision-not-taken-up = not taken up
decision-out-of-scope = out of scope

response-state-draft = draft
response-state-in-review = in review
response-state-published = published

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
