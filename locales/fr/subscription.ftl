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
subscription-ask-title = Être prévenu par courriel
subscription-ask-lead = Vous recevez un message quand il se passe quelque chose ici, et rien d’autre.
subscription-email = Adresse électronique
subscription-email-help = Elle ne sert qu’à cela. Chaque message contient un lien pour ne plus en recevoir.
subscription-ask = Me prévenir
subscription-asked-title = Regardez votre boîte aux lettres
subscription-asked-lead = Un message vient de vous être envoyé. Ouvrez le lien qu’il contient pour confirmer.
subscription-asked-how = Rien n’arrive ? Regardez dans les courriers indésirables, puis recommencez.
subscription-home = Revenir à l’accueil
subscription-confirm-title = Confirmer votre abonnement
subscription-confirm-lead = Un dernier geste : appuyez sur le bouton pour être prévenu.
subscription-confirm = Confirmer
subscription-confirmed-title = Votre abonnement est confirmé
subscription-confirmed-lead = Nous vous écrirons quand il se passera quelque chose. Chaque message contient un lien pour ne plus en recevoir.
subscription-stop-title = Ne plus recevoir ces messages
subscription-stop-lead = Appuyez sur le bouton : vous ne recevrez plus de message à ce sujet.
subscription-stop = Me désinscrire
subscription-stopped-title = C’est fait
subscription-stopped-lead = Vous ne recevrez plus de message à ce sujet.
subscription-list-title = Ce que vous suivez
subscription-list-lead = Vous êtes prévenu par courriel quand il se passe quelque chose.
subscription-list-empty = Vous ne suivez rien pour l’instant
subscription-list-empty-how = Sur une proposition, une consultation ou un engagement, appuyez sur « Suivre ».
subscription-list-gone = N’est plus public
subscription-list-since = depuis le { $date }
subscription-unfollow = Ne plus suivre
topic-plan = Plan
topic-consultation = Consultation
topic-proposal = Proposition
topic-commitment = Engagement
consultation-opened-mail-subject = Ouverte : { $title }
consultation-opened-mail-text = La consultation « { $title } » est ouverte jusqu’au { $date }. Vous pouvez proposer, soutenir et argumenter.
# Ce que lisent les personnes qui suivent.
subscription-news-version-subject = Nouvelle version : { $title }
subscription-news-version-text = La proposition « { $title } », que vous suivez, a une version { $version }. Vous pouvez lire ce qui a changé.
subscription-news-answered-subject = Réponse : { $title }
subscription-news-answered-text = { $institution } répond à la proposition « { $title } », que vous suivez. Décision : { $decision }.
subscription-news-corrected-subject = Réponse corrigée : { $title }
subscription-news-corrected-text = { $institution } corrige sa réponse à la proposition « { $title } », que vous suivez. Décision : { $decision }.
subscription-news-clause-subject = Clause modifiée : { $title }
subscription-news-clause-text = La clause { $number } de « { $title } », que vous suivez, a changé. Vous pouvez lire ce qui a changé et pourquoi.
subscription-news-ended-subject = Suites : { $title }
subscription-news-ended-text =
    { $outcome ->
        [report_available] La consultation « { $title } », que vous suivez, est close. Son compte rendu est publié.
        [not_going_ahead] La consultation « { $title } », que vous suivez, n’aura pas lieu. La raison est publiée.
       *[no_report_expected] La consultation « { $title } », que vous suivez, est close. Aucun compte rendu n’est prévu, et la raison est publiée.
    }
subscription-follow = Suivre
