# The thread.
trace-title = The thread
trace-how = Where this idea comes from, and what becomes of it.
trace-of = The thread of: { $title }
trace-story = The story of one idea
trace-lead = From the contribution to the evaluation, each step with its date.
trace-whole = Read the whole story
trace-cite = Permanent link:
trace-later = { $days ->
    [one] the next day
   *[other] { $days } days later
}
trace-others = { $others ->
    [one] and one other
   *[other] and { $others } others
}
trace-kind-contribution = Contribution
trace-kind-answer = Answer
trace-kind-clause = Clause
trace-kind-commitment = Commitment
trace-kind-milestone = Milestone
trace-kind-evidence = Evidence
trace-kind-evaluation = Evaluation
trace-kind-consultation = Consultation
trace-kind-plan = Plan
trace-says-published = published
trace-says-being-written = being written
trace-says-withdrawn = withdrawn
trace-says-announced = opens on { $date }
trace-says-open = open
trace-says-closed = closed
trace-says-hidden = hidden
trace-says-written = written
trace-says-amended = rewritten
trace-says-repealed = repealed
trace-says-decided = decided
trace-says-awaited = { $days ->
    [0] awaited since today
    [one] awaited for a day
   *[other] awaited for { $days } days
}
trace-says-due = by { $date }
trace-of-clause = The thread of clause { $number }
trace-says-overdue = { $days ->
    [one] a day late
   *[other] { $days } days late
}
trace-count-contribution = { $count ->
    [one] One contribution
   *[other] { $count } contributions
}
trace-count-answer = { $count ->
    [one] One answer
   *[other] { $count } answers
}
trace-count-clause = { $count ->
    [one] One clause
   *[other] { $count } clauses
}
trace-count-commitment = { $count ->
    [one] One commitment
   *[other] { $count } commitments
}
trace-count-milestone = { $count ->
    [one] One milestone
   *[other] { $count } milestones
}
trace-count-evidence = { $count ->
    [one] One piece of evidence
   *[other] { $count } pieces of evidence
}
trace-count-evaluation = { $count ->
    [one] One evaluation
   *[other] { $count } evaluations
}
trace-count-consultation = { $count ->
    [one] One consultation
   *[other] { $count } consultations
}
trace-count-plan = { $count ->
    [one] One plan
   *[other] { $count } plans
}
trace-missing = awaited
