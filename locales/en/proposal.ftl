# Proposals: writing, publishing, reading them.

rule-proposal-not-a-draft = This proposal is no longer a draft: it is published. You can edit it from its page.
rule-proposal-not-published = This proposal is not published.
rule-proposal-not-yours = Only the person who wrote this proposal can edit it. You can propose an amendment.
rule-proposal-consultation-not-open-yet = The consultation is not open yet. Your text stays among your drafts.
rule-proposal-consultation-closed = The consultation is closed: nothing more is proposed or edited in it.
rule-proposal-too-many-drafts = You already have fifty drafts. Publish or delete one.
rule-proposal-already-answered = This proposal has been answered and can no longer be withdrawn.

proposal = Proposal
proposal-sort-random = at random
proposal-sort-recent = most recent
proposal-sort-supported = most supported
proposal-sort-discussed = most discussed
proposal-sort-unanswered = awaiting an answer
proposal-sort-relevance = Closest to your words
proposal-filter-all = All
proposal-filter-answer = Answer
proposal-filter-kind = Proposed by
proposal-filter-theme = Theme
proposal-answer-awaiting = Awaited
proposal-answer-answered = Published
proposal-by-agent = Public agents
proposal-by-civil-society = Civil society
proposal-by-citizen = Citizens
proposal-as-agent = As a public agent
proposal-as-civil-society = For a civil-society organisation
proposal-as-citizen = As a citizen
capacity-personal = in a personal capacity
capacity-service = for their service or organisation
capacity-mandate = under an express mandate
proposal-supports =
    { $count ->
        [0] no support
        [one] { $count } support
       *[other] { $count } supports
    }
proposal-arguments =
    { $count ->
        [0] no argument
        [one] { $count } argument
       *[other] { $count } arguments
    }
proposal-thread = The thread of this idea
proposal-thread-title = The thread
proposal-thread-lead = Where this idea comes from, what becomes of it.
proposal-thread-of = The thread of “{ $title }”
proposal-state-draft = draft
proposal-state-published = published
proposal-state-withdrawn = withdrawn
proposal-state-hidden = hidden
proposal-title-none = Untitled
proposal-title-hidden = Hidden proposal
proposal-title = Title
proposal-problem = The problem
proposal-change = What it would change
proposal-body = The proposal
proposal-is-draft = This is your draft. Nobody else reads it.
proposal-is-withdrawn = Its author withdrew this proposal on { $date }
proposal-is-hidden = This proposal is hidden: it breaks the rules of the consultation
proposal-rules = Read the rules
proposal-go-on = Go on writing
proposal-edit = Edit the proposal
proposal-withdraw = Withdraw the proposal
proposal-versions = Versions
proposal-versions-count =
    { $count ->
        [one] One version
       *[other] { $count } versions
    }
proposal-versions-lead = Every version can still be read, with what it changed.
proposal-versions-none = No version is public.
proposal-version = Version { $number }
proposal-version-amended = through an accepted amendment
proposal-version-first = The first version.
proposal-version-changes = What changed since version { $number }.
proposal-version-old = This is no longer the current version.
proposal-version-same = Nothing changed here.
proposal-form-title = Your idea in one sentence
proposal-form-title-help = Begin with a verb: publish, open, answer.
proposal-form-problem = Which problem does it solve?
proposal-form-problem-help = An example you have lived helps those who decide.
proposal-form-change = What would it change?
proposal-form-change-help = For whom, and how one would see it.
proposal-form-body = What you propose
proposal-form-body-help = You can write in Markdown.
proposal-form-theme = Theme
proposal-form-author-kind = On whose behalf do you speak?
proposal-form-capacity = In what capacity?
proposal-form-capacity-help = For a public agent or an organisation. This is shown beside your name.
proposal-form-base-version = Version
proposal-form-language = Language of your text
proposal-form-language-help = It serves searching and reading aloud. It does not change when you change the language of the site.
proposal-to-preview = Preview before publishing
proposal-keep-draft = Keep as a draft
proposal-autosaved = Draft saved at { $time }
proposal-autosave-failed = The draft could not be saved just now. Keep it with the button “Keep as a draft”.
proposal-kept = Draft kept on { $when }
proposal-kept-advice = You can come back to it whenever you like. Nobody else reads it.
proposal-answered-by = Once published, your proposal receives a reasoned answer by { $date }.
proposal-edit-draft = Your draft
proposal-edit-replaces = Nobody has reacted yet: your new words replace the old ones.
proposal-edit-leaves-version = People have already reacted: your new words make a new version, and the old one can still be read.
proposal-publish-edit = Publish these words
proposal-discard = Delete this draft
proposal-preview = Read it again before publishing
proposal-preview-lead = This is what everybody will read. Nothing is published yet.
proposal-publish = Publish my proposal
proposal-incomplete = Something is still missing from your draft. Complete it to publish it.
proposal-similar-title = Already proposed on this subject
proposal-similar-lead = If one of these proposals says the same, supporting or amending it carries more weight.
proposal-similar-none = No published proposal is close to yours.
proposal-withdraw-title = Withdraw your proposal?
proposal-withdraw-lead = It leaves the list. Its address stays and says that it was withdrawn. You cannot publish it again.
proposal-withdraw-reason = Reason
proposal-withdraw-reason-help = It is public.
proposal-keep = Keep it
proposals-mine = My proposals
proposals-mine-lead = Your drafts, what you published, and what becomes of it.
proposals-mine-empty = You have not published anything yet.
proposals-account = My account
proposals-drafts =
    { $count ->
        [one] One draft
       *[other] { $count } drafts
    }
proposals-published = Published
proposal-report = Report
