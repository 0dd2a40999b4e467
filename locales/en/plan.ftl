# Plans, themes, calendar, home page, desk.
rule-plan-already-published = This plan is already published.
rule-plan-not-published = This plan is not in force. Publish it before you end it.
plan-published-mail-subject = Published: { $plan }
plan-published-mail-text = The plan “{ $plan }” is published. Each of its commitments has its page: what changes, who does it, when, and the contributions it comes from.
home-title = Home
home-promise = What you propose, what the State answers, what gets done
home-lead = Every contribution receives a public answer, and can be followed all the way to the proof.
home-now = What you can do now
home-now-contribute = Take part: { $title }
home-now-contribute-how = No account to read. An e-mail address is enough to propose, support or argue.
home-now-soon = “{ $title }” opens on { $date }. The rules and the useful information are already published.
home-now-prepare = Prepare your contribution
home-now-read = Read the commitments of the plan
home-now-read-how = Each commitment says what changes, who is in charge, and what proof to expect.
home-now-nothing = No consultation is open at the moment. You can find out how a plan is made, and ask to be told when the next one opens.
home-now-guide = Read the guide to open government
home-tell-me = Be told when a consultation opens
home-tell-me-how = One e-mail each time. You unsubscribe in one click.
home-check = Check what becomes of contributions
home-check-how = The answers, how long they took and what still waits, institution by institution.
home-understand = Understand how a plan is made
home-understand-how = What a commitment is, and what becomes of your contribution.
home-example = The thread of an idea
home-example-whole = The whole story, in everyone’s words
home-example-among =
    { $count ->
        [one] One contribution, from end to end.
       *[other] One contribution out of { $number }, from end to end.
    }
home-calendar = Where the plan stands
home-consultations = Consultations, open and to come
home-consultations-all = All consultations, including those that are over
home-consultation-open =
    { $days ->
        [0] open, last day
        [one] open, one day left
       *[other] open, { $days } days left
    }
home-consultation-opens = opens on { $date }
home-consultation-proposals =
    { $count ->
        [0] no proposal yet
        [one] one proposal
       *[other] { $number } proposals
    }
home-figures = In public, day by day
home-figure-contributions =
    { $count ->
        [one] contribution published
       *[other] contributions published
    }
home-figure-answered = have received a reasoned answer
home-figure-delay = median time to an answer
home-figure-days =
    { $days ->
        [one] day
       *[other] days
    }
home-figure-awaiting =
    { $count ->
        [one] contribution still waits
       *[other] contributions still wait
    }
home-figures-all = All answers, institution by institution
home-news = What just happened
home-news-feed = Subscribe to the news feed (Atom)
phase-launch = Launch
phase-consultation = Consultation
phase-co-construction = Co-creation
phase-arbitration = Arbitration
phase-publication = Publication
phase-implementation = Implementation
phase-evaluation = Evaluation
phase-past = over,
phase-present = under way, until { $date }
phase-future = to come,
phase-sentence-present =
    { $days ->
        [0] { $phase }: last day, { $date }.
        [one] { $phase }: until { $date }. One day left.
       *[other] { $phase }: until { $date }. { $days } days left.
    }
phase-sentence-future = Next step: { $phase }, from { $date }.
phase-sentence-none = Every step announced is over.
phase-list-title = Public calendar
phase-list-lead = Publish each date at least two weeks ahead when people can take part. The day on which you publish it is kept.
phase-list-empty = No date is published yet
phase-list-empty-how = Add a first step: it appears on the home page at once.
phase-count =
    { $count ->
        [0] No date
        [one] One date
       *[other] { $count } dates
    }
phase-published = published on { $date }
phase-short-notice =
    { $days ->
        [0] Published too late: the Open Government Partnership asks for two weeks before the start. Here, no day at all.
        [one] Published too late: the Open Government Partnership asks for two weeks before the start. Here, one day.
       *[other] Published too late: the Open Government Partnership asks for two weeks before the start. Here, { $days } days.
    }
phase-new = Add a step
phase-add = Publish these dates
phase-kind = Step
phase-starts-on = First day
phase-starts-on-help = At least two weeks from today if the public is called to take part.
phase-ends-on = Last day
phase-note-fr = What happens then and how to take part, in French
phase-note-en = The same in English
phase-note-help = One or two sentences.
phase-remove-title = Remove this step
phase-remove-how = The news will say that the calendar has changed.
phase-remove = Remove from the calendar
plan-from-to = from { $start } to { $end }
plan-state-preparation = in preparation
plan-state-published = in force
plan-state-ended = over
plan-index-title = Action plans
plan-index-lead = Each plan keeps its commitments, its contributions and its answers, even when it is over.
plan-index-ogp = For the Open Government Partnership: { $label }, { $dates }
plan-index-empty = No plan is announced yet
plan-index-empty-how = The coordination team will announce the next plan and its calendar here.
plan-keep-lead = The two labels, the dates, the themes and the calendar of each plan.
plan-new = Announce a plan
plan-new-how = The plan is public as soon as you save it, in preparation.
plan-new-save = Announce this plan
plan-slug = Address
plan-slug-help = The end of the plan’s address, for example 2027-2029. It does not change afterwards.
plan-national-label-fr = Name of the plan, in French
plan-national-label-en = Name of the plan in English
plan-national-label-help = What the country calls it.
plan-ogp-label = Name for the Open Government Partnership
plan-ogp-label-help = It can differ from the national name.
plan-national-start = First day
plan-national-end = Last day
plan-ogp-start = First day for the Partnership
plan-ogp-end = Last day for the Partnership
plan-ogp-end-help = The dates of the Partnership can differ from the national ones.
plan-introduction-fr = Introduction, in French
plan-introduction-en = Introduction in English
plan-introduction-help = What this plan wants to change. Markdown.
plan-source = Source
plan-source-help = Where these facts come from, if the plan is entered after the fact.
plan-card = What the plan says of itself
plan-save = Save
plan-see = See the public page
plan-publish-title = Publish the plan
plan-publish-how = The plan comes into force. Subscribers are told by e-mail. This cannot be undone.
plan-publish = Publish the plan
plan-end-title = End the plan
plan-end-how = The plan no longer changes. Its page and its history stay. This cannot be undone.
plan-end = End the plan
theme-list-title = Themes
theme-list-lead = Themes sort contributions and commitments. Their address does not change when you rename them.
theme-list-empty = No theme yet
theme-list-empty-how = Add one below: contributions can then be sorted under it.
theme-count =
    { $count ->
        [0] No theme
        [one] One theme
       *[other] { $count } themes
    }
theme-new = Add a theme
theme-add = Add this theme
theme-up = Move up
theme-down = Move down
theme-name-fr = Name, in French
theme-name-en = Name in English
theme-description-fr = What the theme covers, in French
theme-description-en = The same in English
theme-description-help = One or two sentences.
desk-title = Desk
desk-lead = What your roles allow you to do.
desk-consultations = Consultations
desk-consultations-what = Prepare, announce, open and conclude.
desk-responses = Answers
desk-responses-what = Draft, review and publish the answers to contributions.
desk-responses-awaiting = { $count ->
    [one] One contribution awaits an answer
   *[other] { $count } contributions await an answer
}
desk-commitments = Commitments
desk-commitments-what = Write clauses, name who carries them, publish.
desk-plans = Plans and calendar
desk-plans-what = Announce a plan, its themes, its dates.
desk-moderation = Moderation
desk-moderation-what = Examine reports, give the reason of every decision.
desk-moderation-awaiting = { $count ->
    [one] One report to examine
   *[other] { $count } reports to examine
}
desk-requests = Requests about the directory
desk-requests-what = A contested fact, an organisation that no longer wants to be suggested, a person who wants to speak for one.
desk-requests-awaiting = { $count ->
    [one] one request waiting
   *[other] { $count } requests waiting
}
desk-pages = Pages
desk-pages-what = Guide, rules, legal notice. Every version is kept.
desk-accessibility = Accessibility
desk-accessibility-what = Record an audit: the statement follows from it.
desk-people = People and roles
desk-people-what = Invite, give and take back a role, with its evidence.
desk-organisations = Organisations
desk-organisations-what = Add and correct institutions and associations.
desk-late-date = This date is published less than two weeks before it begins.
desk-late-date-see = See the date
