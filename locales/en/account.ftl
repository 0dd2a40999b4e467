# People: signing in, sessions, tokens, roles, personal data.
account-pseudonym = Participant { $number }

account-mail-sign-in-subject = Your sign-in link for { $site }
account-mail-sign-in-text =
    Hello,

    To sign in to { $site }, open this link, then press the button on the page:

    { $link }

    Reading this on another device? Type this code on the page that asked for it instead: { $code }

    The link and the code work once, until { $expires }.

    Not you? There is nothing to do: without this message nobody gets into your account. Give this link or this code to no one, not even us.

    { $site }

account-mail-invitation-subject = You have been given a role on { $site }
account-mail-invitation-text =
    Hello,

    { $operator } gives you a role on { $site }: { $role }.
    The evidence, which everybody can read: { $evidence }

    To come in, open this link, then press the button on the page:

    { $link }

    The link works once, until { $expires }. After that, sign in with this address and a new link is sent to you. There is no password.

    Not meant for you? There is nothing to do, or reply to us and we take the role back.

    { $site }

role-citizen = citizen
role-agent = public agent
role-organisation-member = member of an organisation
role-facilitator = facilitator
role-coordinator = coordination
role-evaluator = independent evaluation
role-administrator = site administration

rule-own-grant = Nobody gives a role to themselves. Ask somebody else who runs the site.
rule-last-administrator = This is the last person who runs the site. Give that role to somebody else first.
rule-too-many-tokens = You already have twenty tokens. Revoke one, then try again.

language-fr = French
language-en = English

account-sign-in = Sign in or sign up
account-sign-in-step-1 = Step 1 of 2
account-sign-in-step-2 = Step 2 of 2
account-sign-in-how = No password: we send you a link and a six-digit code.
account-email = Your e-mail address
account-email-help = It is never published.
account-email-wrong = Check the address: it looks like name@example.org.
account-sign-in-send = Send me a link and a code
account-sign-in-data = Your account is made the first time you sign in. You can erase it at any time.
account-code-title = Enter the code you received
account-code-sent = A message is on its way
account-code-sent-how = It arrives in under a minute. Open its link, or type its code here. Both work for fifteen minutes.
account-code = Six-digit code
account-code-help = Look in your junk mail too.
account-code-malformed = Type the six digits of the message.
account-code-wrong = That is not the right code
account-code-left =
    { $count ->
        [one] One try left. After that, ask for another code.
       *[other] { $count } tries left. After that, ask for another code.
    }
account-code-confirm = Sign in
account-code-again = Send me another code
account-link-title = Confirm that you are signing in
account-link-how = Press the button to come in. The link works once.
account-link-confirm = Sign me in
account-spent-title = This link or code no longer works
account-spent-why = It was used already, it is more than fifteen minutes old, or too many codes were tried. Nothing is lost: ask for another.
account-spent-again = Send me another link

account-welcome = Welcome
account-welcome-title = What name do you want to show?
account-welcome-how = Your name or a pseudonym: it stands beside what you contribute. If you choose none, people read “{ $pseudonym }”. You can change it at any time.
account-welcome-save = Continue
account-welcome-later = Later

account-title = My account
account-done = Done
account-done-saved = Your profile is saved.
account-done-session-ended = That device is signed out.
account-done-sessions-ended = All your other devices are signed out.
account-done-token-ended = That token no longer works.
account-proposals-what = Your drafts, and where each of your proposals stands.
account-follows-what = The plans, consultations, proposals and commitments you get news of.
account-profile = Profile
account-display-name = Name or pseudonym
account-display-name-help = It stands beside everything you contribute, older contributions included.
account-language = Language of pages and mail
account-save = Save
account-visibility = What is public and what is not
account-public = Public
account-public-what = Your name or pseudonym, your kind and its evidence, your proposals and arguments.
account-private = Never public
account-private-what = Your address, and what you support one by one: only totals are published.
account-private-email = Your address is { $email }.
account-roles = Your roles
account-roles-how = Each is given on evidence, which everybody can read.
account-role-since = since { $date }
account-sessions = Where you are signed in
account-sessions-how = Signing in lasts thirty days. Is there one you do not recognise? Sign it out.
account-session-unknown = Unknown device
account-session-since = since { $date }
account-session-seen = used { $date }
account-session-current = This is the device you are using.
account-session-end = Sign out
account-sign-out = Sign me out
account-sessions-end-others = Sign out all other devices
account-tokens = Personal tokens
account-tokens-how = A program that shows a token acts in your name. Give each program its own.
account-token-until = until { $date }
account-token-revoke = Revoke
account-token-new = Make a token
account-token-name = Name of the token
account-token-name-help = What it is for, so that you know.
account-token-days = How long
account-token-lifetime = { $days } days
account-token-create = Make the token
account-token-made = Here is your token
account-token-made-how = Copy it now: it is shown only once.
account-data = Your data
account-data-how = A JSON file with everything this site keeps about you.
account-data-export = Export my data
account-erase = Erase my account
account-erase-warning = There is no way back
account-erase-goes = Your address, name, sessions, tokens, roles and drafts disappear.
account-erased-name = Deleted account
account-erase-stays = What you published stays, under the name “Deleted account”, because others answered it.
account-erase-export-first = Export my data first
account-erase-email = Your e-mail address
account-erase-email-help = Type the address of this account to confirm.
account-erase-confirm = Erase my account
account-erase-keep = Keep my account

people-title = People and roles
people-how = A role is given on evidence. The evidence is public, the address is not.
people-invite = Give a role
people-email = E-mail address
people-email-help = A sign-in link is sent to it. The account is made if there is none.
people-role = Role
people-organisation = Organisation
people-organisation-help = Needed for a public agent and for a member of an organisation.
people-evidence = Evidence
people-evidence-help = For example: address in the ministry’s domain, checked on 3 March 2027.
people-invite-send = Give the role and send the link
people-list = Roles in force
people-none = Nobody has a role yet. Give the first one above.
people-revoke = Take back
people-next = Older roles
people-done-invited = The role is given and the link is sent.
people-done-revoked = The role is taken back.
