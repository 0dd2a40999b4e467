# Subscriptions by e-mail, and following.
subscription-mail-confirm-subject = Confirm your subscription: { $title }
subscription-mail-confirm-text =
    You asked to be told by e-mail about:
    { $title }

    To confirm, open this page and press the button:
    { $link }

    The link is good for seven days. If you asked for nothing, do nothing: your address will be forgotten.

    { $site }
subscription-mail-known-subject = You are already subscribed: { $title }
subscription-mail-known-text =
    You asked to be told by e-mail about:
    { $title }

    Your address is already subscribed. There is nothing to do.
    { $link }

    { $site }
subscription-mail-news =
    { $text }

    { $link }

    { $site }
    You receive this message because you asked for it. To receive no more about this:
    { $stop }
subscription-ask-title = Be told by e-mail
subscription-ask-lead = You receive a message when something happens here, and nothing else.
subscription-email = E-mail address
subscription-email-help = It is used for this only. Every message has a link to receive no more.
subscription-ask = Tell me
subscription-asked-title = Look in your mailbox
subscription-asked-lead = A message has just been sent to you. Open the link in it to confirm.
subscription-asked-how = Nothing arrives? Look among unwanted mail, then try again.
subscription-home = Back to the home page
subscription-confirm-title = Confirm your subscription
subscription-confirm-lead = One last thing: press the button to be told.
subscription-confirm = Confirm
subscription-confirmed-title = Your subscription is confirmed
subscription-confirmed-lead = We will write when something happens. Every message has a link to receive no more.
subscription-stop-title = Receive no more of these messages
subscription-stop-lead = Press the button: you will receive no more messages about this.
subscription-stop = Unsubscribe
subscription-stopped-title = Done
subscription-stopped-lead = You will receive no more messages about this.
subscription-list-title = What you follow
subscription-list-lead = You are told by e-mail when something happens.
subscription-list-empty = You follow nothing yet
subscription-list-empty-how = On a proposal, a consultation or a commitment, press “Follow”.
subscription-list-gone = No longer public
subscription-list-since = since { $date }
subscription-unfollow = Stop following
topic-plan = Plan
topic-consultation = Consultation
topic-proposal = Proposal
topic-commitment = Commitment
consultation-opened-mail-subject = Open: { $title }
consultation-opened-mail-text = The consultation “{ $title }” is open until { $date }. You can propose, support and argue.
# What those who follow read.
subscription-news-version-subject = New version: { $title }
subscription-news-version-text = The proposal “{ $title }”, which you follow, has a version { $version }. You can read what changed.
subscription-news-answered-subject = Answer: { $title }
subscription-news-answered-text = { $institution } answers the proposal “{ $title }”, which you follow. Decision: { $decision }.
subscription-news-corrected-subject = Corrected answer: { $title }
subscription-news-corrected-text = { $institution } corrects its answer to the proposal “{ $title }”, which you follow. Decision: { $decision }.
subscription-news-clause-subject = Clause changed: { $title }
subscription-news-clause-text = Clause { $number } of “{ $title }”, which you follow, has changed. You can read what changed and why.
subscription-news-ended-subject = What follows: { $title }
subscription-news-ended-text =
    { $outcome ->
        [report_available] The consultation “{ $title }”, which you follow, is closed. Its report is published.
        [not_going_ahead] The consultation “{ $title }”, which you follow, will not take place. The reason is published.
       *[no_report_expected] The consultation “{ $title }”, which you follow, is closed. No report is expected, and the reason is published.
    }
subscription-follow = Follow
