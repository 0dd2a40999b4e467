# Les personnes : connexion, sessions, jetons, rôles, données personnelles.
account-pseudonym = Participant { $number }

account-mail-sign-in-subject = Votre lien de connexion à { $site }
account-mail-sign-in-text =
    Bonjour,

    Pour vous connecter à { $site }, ouvrez ce lien, puis appuyez sur le bouton de la page :

    { $link }

    Vous lisez ce message sur un autre appareil ? Tapez plutôt ce code sur la page qui vous l’a demandé : { $code }

    Le lien et le code servent une seule fois, jusqu’au { $expires }.

    Vous n’avez rien demandé ? Vous n’avez rien à faire : sans ce message, personne n’entre dans votre compte. Ne transmettez ce lien ni ce code à personne, même à nous.

    { $site }

account-mail-invitation-subject = Un rôle vous est donné sur { $site }
account-mail-invitation-text =
    Bonjour,

    { $operator } vous donne un rôle sur { $site } : { $role }.
    Ce qui l’atteste, et que tout le monde peut lire : { $evidence }

    Pour entrer, ouvrez ce lien, puis appuyez sur le bouton de la page :

    { $link }

    Le lien sert une seule fois, jusqu’au { $expires }. Ensuite, connectez-vous avec cette adresse : un nouveau lien vous est envoyé. Il n’y a pas de mot de passe.

    Ce message ne vous concerne pas ? Vous n’avez rien à faire, ou répondez-nous pour que nous retirions ce rôle.

    { $site }

role-citizen = citoyenne ou citoyen
role-agent = agent public
role-organisation-member = membre d’une organisation
role-facilitator = facilitateur
role-coordinator = coordination
role-evaluator = évaluation indépendante
role-administrator = administration du site

rule-own-grant = Personne ne se donne un rôle à soi-même. Demandez à une autre personne qui administre le site.
rule-last-administrator = C’est la dernière personne qui administre le site. Donnez d’abord ce rôle à une autre.
rule-too-many-tokens = Vous avez déjà vingt jetons. Révoquez-en un, puis recommencez.

language-fr = français
language-en = anglais

account-sign-in = Se connecter ou s’inscrire
account-sign-in-step-1 = Étape 1 sur 2
account-sign-in-step-2 = Étape 2 sur 2
account-sign-in-how = Pas de mot de passe : nous vous envoyons un lien et un code à six chiffres.
account-email = Votre adresse électronique
account-email-help = Elle n’est jamais publiée.
account-email-wrong = Vérifiez l’adresse : elle s’écrit comme nom@exemple.fr.
account-sign-in-send = Recevoir un lien et un code
account-sign-in-data = Un compte est créé à la première connexion. Vous pouvez l’effacer à tout moment.
account-code-title = Entrer le code reçu
account-code-sent = Un courriel est parti
account-code-sent-how = Il arrive en moins d’une minute. Ouvrez son lien, ou tapez ici son code. Les deux restent valables quinze minutes.
account-code = Code à six chiffres
account-code-help = Regardez aussi dans les courriers indésirables.
account-code-malformed = Tapez les six chiffres du courriel.
account-code-wrong = Ce n’est pas le bon code
account-code-left =
    { $count ->
        [one] Il reste un essai. Ensuite, demandez un autre code.
       *[other] Il reste { $count } essais. Ensuite, demandez un autre code.
    }
account-code-confirm = Se connecter
account-code-again = Recevoir un autre code
account-link-title = Confirmer la connexion
account-link-how = Appuyez sur le bouton pour entrer. Le lien sert une seule fois.
account-link-confirm = Me connecter
account-spent-title = Ce lien ou ce code ne sert plus
account-spent-why = Il a déjà servi, il date de plus de quinze minutes, ou trop de codes ont été essayés. Rien n’est perdu : demandez-en un autre.
account-spent-again = Recevoir un autre lien

account-welcome = Bienvenue
account-welcome-title = Quel nom voulez-vous montrer ?
account-welcome-how = Votre nom ou un pseudonyme : il accompagne vos contributions. Sans réponse de votre part, on lit « { $pseudonym } ». Vous pouvez en changer à tout moment.
account-welcome-save = Continuer
account-welcome-later = Plus tard

account-title = Mon compte
account-done = C’est fait
account-done-saved = Votre profil est enregistré.
account-done-session-ended = Cet appareil est déconnecté.
account-done-sessions-ended = Tous vos autres appareils sont déconnectés.
account-done-token-ended = Ce jeton ne sert plus.
account-proposals-what = Vos brouillons, et où en est chacune de vos propositions.
account-follows-what = Les plans, consultations, propositions et engagements dont on vous donne des nouvelles.
account-profile = Profil
account-display-name = Nom ou pseudonyme
account-display-name-help = Il accompagne toutes vos contributions, même anciennes.
account-language = Langue des pages et des courriels
account-save = Enregistrer
account-visibility = Ce qui est public, ce qui ne l’est pas
account-public = Public
account-public-what = Votre nom ou pseudonyme, votre qualité et ce qui l’atteste, vos propositions et vos arguments.
account-private = Jamais public
account-private-what = Votre adresse, et vos soutiens un par un : seuls les totaux sont publiés.
account-private-email = Votre adresse est { $email }.
account-roles = Vos rôles
account-roles-how = Chacun est donné sur une preuve, que tout le monde peut lire.
account-role-since = depuis le { $date }
account-sessions = Où vous êtes connecté
account-sessions-how = Une connexion dure trente jours. Vous n’en reconnaissez pas une ? Déconnectez-la.
account-session-unknown = Appareil inconnu
account-session-since = depuis le { $date }
account-session-seen = utilisé le { $date }
account-session-current = C’est cet appareil.
account-session-end = Déconnecter
account-sign-out = Me déconnecter
account-sessions-end-others = Déconnecter tous les autres appareils
account-tokens = Jetons personnels
account-tokens-how = Un programme qui présente un jeton agit en votre nom. Donnez-en un par programme.
account-token-until = jusqu’au { $date }
account-token-revoke = Révoquer
account-token-new = Créer un jeton
account-token-name = Nom du jeton
account-token-name-help = À quoi il sert, pour vous.
account-token-days = Durée
account-token-lifetime = { $days } jours
account-token-create = Créer le jeton
account-token-made = Voici votre jeton
account-token-made-how = Copiez-le maintenant : il n’est montré qu’une fois.
account-data = Vos données
account-data-how = Un fichier JSON avec tout ce que le site garde sur vous.
account-data-export = Exporter mes données
account-erase = Effacer mon compte
account-erase-warning = On ne revient pas en arrière
account-erase-goes = Votre adresse, votre nom, vos connexions, vos jetons, vos rôles et vos brouillons disparaissent.
account-erased-name = Compte supprimé
account-erase-stays = Ce que vous avez publié reste, sous le nom « Compte supprimé », parce que d’autres y ont répondu.
account-erase-export-first = Exporter d’abord mes données
account-erase-email = Votre adresse électronique
account-erase-email-help = Tapez l’adresse de ce compte pour confirmer.
account-erase-confirm = Effacer mon compte
account-erase-keep = Garder mon compte

people-title = Personnes et rôles
people-how = Un rôle se donne sur une preuve. La preuve est publique, l’adresse ne l’est pas.
people-invite = Donner un rôle
people-email = Adresse électronique
people-email-help = Un lien de connexion lui est envoyé. Le compte est créé s’il n’existe pas.
people-role = Rôle
people-organisation = Organisation
people-organisation-help = Nécessaire pour un agent public et pour un membre d’une organisation.
people-evidence = Preuve
people-evidence-help = Par exemple : adresse dans le domaine du ministère, vérifiée le 3 mars 2027.
people-invite-send = Donner le rôle et envoyer le lien
people-list = Rôles en vigueur
people-none = Personne n’a encore de rôle. Donnez le premier ci-dessus.
people-revoke = Retirer
people-next = Rôles plus anciens
people-done-invited = Le rôle est donné et le lien est envoyé.
people-done-revoked = Le rôle est retiré.
