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
