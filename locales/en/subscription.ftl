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
