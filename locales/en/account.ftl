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
