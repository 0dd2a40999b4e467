# Institutions and civil-society organisations.
organisation-list-title = Organisations
organisation-list-how = The institutions and civil-society organisations that take part in the plans.
organisation-list-empty = No organisation is listed here yet. Those who run the site add them.
organisation-list-next = Next organisations
organisation-kind = Kind
organisation-kind-institution = public institution
organisation-kind-civil-society = civil society
organisation-kind-other = other organisation
organisation-kinds-all = All
organisation-kinds-institution = Public institutions
organisation-kinds-civil-society = Civil society
organisation-kinds-other = Others
organisation-name = Name
organisation-acronym = Acronym
organisation-purpose = Purpose
organisation-purpose-help = In one sentence.
organisation-website = Site
organisation-website-help = The address begins with https://.
organisation-register-number = Number in the register
organisation-register-number-help = RNA, SIREN or another public register.
organisation-slug = Short name in addresses
organisation-slug-help = Letters without accents, digits and hyphens. If left empty, it comes from the name.
organisation-add = Add an organisation
organisation-add-how = It can then carry commitments, answer contributions, and have agents or members.
organisation-correct = Correct this organisation
organisation-save = Save
organisation-carries = What it carries
organisation-carries-nothing = No published commitment yet. Those it carries, alone or with others, will appear here.
organisation-part-lead = leads
organisation-part-co-carrier = carries with others
organisation-part-supporting = supports
organisation-answers = Its latest answers
organisation-answers-none = No published answer yet. Each will appear here with its reasons and its date.
organisation-answers-all = All its answers
organisation-answer-contributions =
    { $count ->
        [one] one contribution
       *[other] { $count } contributions
    }
organisation-thread-how = What it said and what it carries, from contribution to evidence.
organisation-contributions = Its latest contributions
organisation-takes-part = takes part here
organisation-no-purpose = No register says what it is for.
organisation-identity = Identity
organisation-name-told = Name in the register
organisation-ended-unknown = on a day the register does not give
organisation-register-rna = RNA
organisation-register-amalia = Alsace-Moselle
organisation-register-hatvp = HATVP
organisation-register-sirene = Sirene
organisation-register-grants = Grants
organisation-register-institutions = Directory of the administration
organisation-register-here = This site
organisation-source-here = added and corrected by those who run the site.
organisation-source-detail = edition of { $day }, { $licence }.
organisation-registers-silent = No public register loaded here knows its number. This page says what the site knows.
organisation-registers-unnumbered = This organisation gave no number in a public register. This page says what the site knows.
organisation-registers-not-loaded = The public registers are not loaded here. This page says what the site knows.
organisation-registers-unreadable = The public registers cannot be read right now. This page says what the site knows. The rest comes back once the operator has rebuilt them.
organisation-withdrawn = Since { $day }, this organisation is no longer suggested
organisation-withdrawn-how = It asked for that. It is still found by its name and by searching.
organisation-come-back = Suggest it again
organisation-contest-waiting = Contested on { $day }, the coordination will answer
organisation-contest-accepted = Contested, and upheld on { $day }
organisation-contest-refused = Contested, and not upheld on { $day }
organisation-contest-truth = What is true:
organisation-contest-link = The page that shows it
organisation-contest-answer = The coordination answers:
organisation-lineage = Its place in the administration
organisation-above = Part of
organisation-under =
    { $count ->
        [one] One institution is part of it
       *[other] { $count } institutions are part of it
    }
organisation-addressed = Addressed to:
organisation-funding-unsaid = For what is not said.
organisation-more =
    { $count ->
        [one] One more
       *[other] { $count } more
    }
organisation-addressed-others =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
organisation-here = What it did here
organisation-here-proposals =
    { $count ->
        [one] one contribution
       *[other] { $count } contributions
    }
organisation-here-arguments =
    { $count ->
        [one] one argument
       *[other] { $count } arguments
    }
organisation-here-commitments =
    { $count ->
        [one] one commitment
       *[other] { $count } commitments
    }
organisation-here-answers =
    { $count ->
        [one] one answer
       *[other] { $count } answers
    }
organisation-alike = Organisations like it
organisation-alike-how = Brought together by what their purpose means. Some share no word with this one: they are the unexpected.
organisation-alike-known = known here
organisation-alike-near = near
organisation-alike-unexpected = unexpected
organisation-compare = Compare
organisation-reach = Reach it
organisation-reach-how = Published by the organisation itself.
organisation-reach-none = It published no way to reach it. The directory gives neither telephone nor e-mail address in its place.
organisation-story = Over time
organisation-told-created = Created
organisation-told-ended = Dissolved
organisation-told-lobbying =
    { $count ->
        [one] One lobbying activity
       *[other] { $count } lobbying activities
    }
organisation-told-funding =
    { $count ->
        [one] One grant
       *[other] { $count } grants
    }
organisation-told-proposal = Contribution
organisation-told-commitment = Commitment
organisation-told-answer = Answer
organisation-say = Something to say
organisation-say-contest = Contest a fact
organisation-say-voice = Speak in its name
organisation-say-withdrawal = Stop suggesting it
fact-name = the name or acronym
fact-purpose = the purpose
fact-themes = the themes
fact-kind = the kind
fact-seat = the seat
fact-created = the creation
fact-dissolved = the dissolution
fact-size = the number of employees
fact-recognised = the recognition of public utility
fact-numbers = the numbers
fact-website = the site
fact-parent = the institution above
fact-lobbying = what it lobbied for
fact-funding = what public money paid for
fact-here = what it did here
# What an organisation says of itself.
card-title = What it says of itself
card-none = This organisation has not written anything here yet. Those who speak in its name can.
card-none-yours = Your organisation has not written anything here yet. Say what it acts for, whom it talks to, what it wants to obtain.
card-only-reach = It only says how to reach it.
card-signed = Written by { $author }, { $day }.
card-versions = What it said before
card-write = Write what the organisation says of itself
card-write-again = Update
card-causes = Its causes
card-causes-help = What the organisation acts for, in its own words.
card-audience = Whom it talks to
card-audience-help = The people it reaches, the public bodies it meets.
card-goals = Its goals for the coming six months
card-goals-help = What it wants to obtain. The date is kept: after six months the page says they need another look.
card-goals-on = Said on { $day }.
card-goals-stale = over six months old
card-goals-still-hold = These goals still hold for the coming six months
card-website = Its site
card-website-help = The address begins with https://.
card-reach = How to reach it
card-reach-help = An e-mail address or a form of the organisation. Everybody will read it: do not give a person’s details without their consent.
card-save = Publish
card-form-title = What the organisation says of itself
card-form-lead = Published beside the registers, never in their place, with your name and the date. Every version is kept.
card-changed = { $author } wrote in between, on { $moment }
card-changed-how = Nothing is lost: your text is below, theirs is here. Take over what should stay, then publish.
card-changed-text = The text published in between
card-versions-title = What the organisation has said of itself
card-version = Version { $number }
# What is asked of the coordination about the directory.
request-title-withdrawal = Stop suggesting this organisation
request-title-contest = Contest a fact
request-title-voice = Speak in the name of this organisation
request-lead-withdrawal = From now on it is suggested to nobody. It is still found by its name. The coordination is told, and you can go back on it at any time.
request-lead-contest = Say which fact is wrong, what is true, and where it can be seen. The fact is marked as contested from now on. The coordination answers with its reasons. A register is only corrected by its keeper: the page says where.
request-lead-voice = Say in what capacity you speak for it. The coordination checks, and those who run the site give the role. You can then contribute in its name and write what it says of itself.
request-reason = Reason
request-reason-help = Read by the coordination only.
request-fact = The fact
request-fact-help = The one that is wrong.
request-truth = What is true
request-truth-help = Published only if the coordination agrees.
request-link = A page that shows it
request-link-help = The address begins with https://.
request-send = Send the request
request-about-withdrawal = Stop suggesting { $name }
request-about-contest = A contested fact: { $name }
request-about-voice = Speak in the name of { $name }
request-state-waiting = waiting
request-state-accepted = accepted
request-state-refused = not accepted
request-state-taken-back = taken back
request-now-withdrawal = Done: this organisation is no longer suggested. The coordination is told. To go back on it, open its page.
request-now-contest = The fact is marked as contested on the page of the organisation. The coordination will answer by mail and here.
request-now-voice = The coordination checks and will answer by mail and here.
request-own = Your requests about the directory
request-own-lead = What you asked, and what became of it.
request-own-none = You have not asked for anything. On the page of each organisation you can contest a fact, ask to speak in its name or that it is no longer suggested.
request-organisation = Organisation
request-asker = Asked by
request-answer = Answer
request-answer-verdict = Decision
request-answer-reason = Reason
request-answer-reason-help = Sent to the person who asked. For a contested fact, it also stands beside the fact.
request-answer-send = Answer
request-verdict-withdrawal-agree = Seen: it stays out of the suggestions
request-verdict-withdrawal-refuse = Suggest it again: the request did not come from it
request-verdict-contest-agree = The fact is wrong
request-verdict-contest-refuse = The fact is right, or nothing shows it is wrong
request-verdict-voice-agree = Give the role
request-verdict-voice-refuse = Do not give the role
request-needs-roles = Only those who run the site give roles: they see this request at their desk. You can refuse it, with a reason.
request-list-lead = What organisations and readers ask about the directory. Each request gets an answer with its reason.
request-list-waiting = Waiting
request-list-none = No request is waiting.
request-list-handled = Last requests closed
request-since =
    { $days ->
        [0] today
        [one] waiting for one day
       *[other] waiting for { $days } days
    }
request-mail-subject = Your request about { $name }
request-mail-withdrawal-accepted =
    Hello,

    The coordination has seen your request: { $name } stays out of the suggestions.

    { $reason }

    Your request: { $link }

    { $site }
request-mail-withdrawal-refused =
    Hello,

    The coordination suggests { $name } again. Its reason:

    { $reason }

    Your request: { $link }

    { $site }
request-mail-contest-accepted =
    Hello,

    The coordination agrees that the fact you contest about { $name } is wrong. The page of the organisation says so. Its answer:

    { $reason }

    Your request: { $link }

    { $site }
request-mail-contest-refused =
    Hello,

    The coordination did not uphold your contest about { $name }. Its reason:

    { $reason }

    You can make another one, with a page that shows what is true.
    Your request: { $link }

    { $site }
request-mail-voice-accepted =
    Hello,

    You can now speak in the name of { $name }.

    { $reason }

    Your request: { $link }

    { $site }
request-mail-voice-refused =
    Hello,

    The role you asked for at { $name } is not given to you. The reason:

    { $reason }

    You can ask again, with what was missing.
    Your request: { $link }

    { $site }
rule-request-waiting = You have already asked for this. The coordination will answer.
rule-already-withdrawn = This organisation is already not suggested.
rule-not-withdrawn = This organisation is already suggested.
rule-already-member = You already speak in its name.
rule-request-answered = This request has already been answered, or was taken back.
rule-request-of-nobody = This organisation is no longer in the directory. Add it among the organisations first.
