# Abonnements par courriel et suivi.
subscription-mail-confirm-subject = Confirmez votre abonnement : { $title }
subscription-mail-confirm-text =
    Vous avez demandé à être prévenu par courriel au sujet de :
    { $title }

    Pour confirmer, ouvrez cette page et appuyez sur le bouton :
    { $link }

    Le lien est valable sept jours. Si vous n’avez rien demandé, ne faites rien : votre adresse sera oubliée.

    { $site }
subscription-mail-known-subject = Vous êtes déjà abonné : { $title }
subscription-mail-known-text =
    Vous avez demandé à être prévenu par courriel au sujet de :
    { $title }

    Votre adresse est déjà abonnée. Vous n’avez rien à faire.
    { $link }

    { $site }
subscription-mail-news =
    { $text }

    { $link }

    { $site }
    Vous recevez ce message parce que vous l’avez demandé. Pour ne plus en recevoir à ce sujet :
    { $stop }
