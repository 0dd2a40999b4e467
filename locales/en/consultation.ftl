# Consultations: their rules, their states, what is done in them.

rule-consultation-already-announced = This consultation has already been announced.
rule-consultation-opens-in-the-past = The opening date has passed. Choose a date to come, then announce the consultation.
rule-consultation-not-announced = This consultation has not been announced yet. Announce it first: people must know in advance how to take part.
rule-consultation-already-approved = The opening of this consultation has already been approved.
rule-consultation-not-approved = The opening of this consultation has not been approved yet. Edit it directly.
rule-consultation-has-ended = This consultation is over and no longer changes.
rule-consultation-has-closed = This consultation is closed: its rules and dates no longer change.
rule-consultation-already-open = The consultation is already open: its opening date no longer changes.
rule-consultation-closes-in-the-past = This date has passed. Choose a date to come.
rule-consultation-still-open = The consultation is not closed. Wait until it closes, or say that it is not going ahead.
rule-consultation-not-open = This consultation is not open.
rule-consultation-not-an-extension = To leave more time, choose a date after the planned closing date.
rule-consultation-needs-reason = The opening is approved: rules and dates now change only with a public reason. Use “Change what was promised”.
rule-consultation-address-is-public = The address of the consultation is public and no longer changes.
rule-consultation-gate-rules = The rules of the consultation are missing. Publish them before approving the opening.
rule-consultation-gate-information = The useful information is missing. Publish it before approving the opening.
rule-consultation-gate-time = People must have a reasonable time: at least fifteen days between opening and closing.
rule-consultation-time-is-over = Fewer than fifteen days are left before closing. Move the closing date, then approve the opening.
rule-consultation-gate-follow-up = The results or the planned follow-up are missing. Publish them first.


consultation = Consultation
consultations-lead = The State asks before it decides. Every contribution receives a reasoned answer.
consultations-empty = No consultation has been announced yet. The coordinator announces them here, at least two weeks before they open.
consultations-to-plans = See the plans and their calendar
consultation-group-open = Open: you can take part
consultation-group-planned = Announced
consultation-group-closed = Closed
consultation-told-planned = opens on { $date }
consultation-told-open = open until { $date }
consultation-told-under-analysis = closed, analysis under way
consultation-told-no-report-expected = closed, no report expected
consultation-told-report-available = closed, report available
consultation-told-not-going-ahead = not going ahead
consultation-breadcrumbs = Breadcrumbs
consultation-called-off = This consultation is not going ahead
consultation-propose = Propose an idea
consultation-propose-first = Write the first proposal
consultation-proposals =
    { $count ->
        [0] No proposal
        [one] { $count } proposal
       *[other] { $count } proposals
    }
consultation-answered =
    { $count ->
        [0] no answer published
        [one] { $count } answer published
       *[other] { $count } answers published
    }
consultation-found =
    { $count ->
        [0] No proposal for “{ $words }”
        [one] { $count } proposal for “{ $words }”
       *[other] { $count } proposals for “{ $words }”
    }
consultation-found-nothing = No proposal has these words. Try a shorter or more common word.
consultation-narrowed-nothing = No proposal matches these filters.
consultation-everything = See all proposals
consultation-empty = Nobody has proposed an idea yet.
consultation-not-yet = Proposals will be published here once the consultation opens.
consultation-search = Search the proposals
consultation-search-go = Search
consultation-search-away = Search is unavailable for a moment
consultation-search-away-advice = You can still read the proposals with the filters. Try again shortly.
consultation-filters = Filters
consultation-sort = Order
consultation-sort-by = Order:
consultation-pages = Pages
consultation-previous = Previous
consultation-next = Next
gates = What the law asks of this consultation
gate-rules = Rules published
gate-rules-met = Who decides, what can change
gate-rules-missing = The rules are not published yet.
gate-information = Useful information
gate-information-met = What to know before taking part
gate-information-missing = The useful information is not published yet.
gate-time = Reasonable time
gate-time-detail =
    { $days ->
        [one] { $days } day, until { $date }
       *[other] { $days } days, until { $date }
    }
gate-follow-up = Follow-up
gate-follow-up-met = Results, or what is planned next
gate-follow-up-missing = The follow-up is not published yet.
consultation-about = About “{ $title }”
consultation-about-title = Rules, information and follow-up
consultation-about-lead = French law (CRPA, article L131-1) asks four things of every consultation.
consultation-opens = Opens
consultation-closes = Closes
consultation-answer = Answer
consultation-answer-within =
    { $days ->
        [one] promised within { $days } day
       *[other] promised within { $days } days
    }
consultation-changes = What has changed
consultation-changes-lead = Rules and dates change only with a public reason.
consultation-was-open = Before this change: from { $opens } to { $closes }.
consultation-rules-were = The rules before this change
consultation-desk = Consultations to run
consultation-desk-one = Run this consultation
consultation-desk-lead = Prepare, announce, open, close, say what follows.
consultation-desk-empty = No consultation is being prepared. Start with the first.
consultation-not-announced = not announced yet
consultation-not-approved = opening to be approved
consultation-new = Prepare a consultation
consultation-new-lead = Only coordinators see it until it is announced. Everything can still change.
consultation-plan = Plan
consultation-title-fr = Title in French
consultation-title-en = Title in English
consultation-title-help = The question asked, in a few words.
consultation-slug = Name in the address
consultation-slug-help = No accent, no space. Left empty, it comes from the title.
consultation-summary-fr = What is asked, in French
consultation-summary-en = What is asked, in English
consultation-summary-help = Two sentences.
consultation-rules-fr = Rules in French
consultation-rules-en = Rules in English
consultation-rules-help = Who decides, what can still change, how contributions are moderated. In Markdown.
consultation-information-fr = Useful information in French
consultation-information-en = Useful information in English
consultation-information-help = What to know before taking part: reviews, figures, documents. In Markdown.
consultation-opens-on = First day
consultation-opens-on-help = The consultation opens at midnight.
consultation-closes-on = Last day
consultation-closes-on-help = The consultation closes at the end of this day. At least fifteen days after it opens.
consultation-ballot = What people can say without writing
ballot-support-only = Support
ballot-three-positions = Support, mixed or against
consultation-answer-within-days = Answer promised within, in days
consultation-answer-within-days-help = From 1 to 365 days. This time is public.
consultation-prepare = Save
consultation-save = Save
consultation-edit = Edit the consultation
consultation-edit-approved = The opening is approved. Rules, dates and what was promised change from the previous page, with a public reason.
consultation-public-page = See the public page
consultation-announce-title = Announce
consultation-announce = Announce the consultation
consultation-notice =
    { $days ->
        [one] People have { $days } day of notice.
       *[other] People have { $days } days of notice.
    }
consultation-notice-short =
    { $days ->
        [0] People have no notice. The Open Government Partnership asks for two weeks.
        [one] People have { $days } day of notice. The Open Government Partnership asks for two weeks.
       *[other] People have { $days } days of notice. The Open Government Partnership asks for two weeks.
    }
consultation-approve-title = Approve the opening
consultation-approve-ready = The rules, the information and the time are there. The consultation opens by itself on its day.
consultation-approve-missing = Something is still missing: the consultation cannot open.
consultation-approve = Approve the opening
consultation-revise-title = Change what was promised
consultation-revise-lead = Every change is published with its reason, beside what held before.
consultation-revise = Publish the change
consultation-reason = Reason
consultation-reason-help = It is public.
consultation-close-title = Close before the planned date
consultation-close-help = It is public. People must have had at least fifteen days.
consultation-close = Close now
consultation-follow-up-title = Publish the results or the follow-up
consultation-follow-up-fr = Results or planned follow-up, in French
consultation-follow-up-en = Results or planned follow-up, in English
consultation-follow-up-help = What was heard, what changes, what comes next and when. In Markdown.
consultation-follow-up-publish = Publish the follow-up
consultation-conclude-title = Say how it ends
consultation-outcome = Outcome
outcome-no-report-expected = Closed, no report expected
outcome-report-available = Closed, report available
outcome-not-going-ahead = Not going ahead
consultation-outcome-reason = Reason for this outcome
consultation-conclude = Publish this outcome
consultation-close-reason = Reason
