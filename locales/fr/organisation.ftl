# Institutions et organisations de la société civile.
organisation-list-title = Organisations
organisation-list-how = Les institutions et les organisations de la société civile qui prennent part aux plans.
organisation-list-empty = Aucune organisation n’est encore inscrite ici. L’administration du site les ajoute.
organisation-list-next = Organisations suivantes
organisation-kind = Nature
organisation-kind-institution = institution publique
organisation-kind-civil-society = société civile
organisation-kind-other = autre organisation
organisation-kinds-all = Toutes
organisation-kinds-institution = Institutions publiques
organisation-kinds-civil-society = Société civile
organisation-kinds-other = Autres
organisation-name = Nom
organisation-acronym = Sigle
organisation-purpose = Raison d’être
organisation-purpose-help = En une phrase.
organisation-website = Site
organisation-website-help = L’adresse commence par https://.
organisation-register-number = Numéro au registre
organisation-register-number-help = RNA, SIREN ou autre registre public.
organisation-slug = Nom court dans les adresses
organisation-slug-help = Lettres sans accent, chiffres et tirets. Sans réponse, il vient du nom.
organisation-add = Ajouter une organisation
organisation-add-how = Elle peut ensuite porter des engagements, répondre à des contributions et avoir des agents ou des membres.
organisation-correct = Corriger cette organisation
organisation-save = Enregistrer
organisation-carries = Ce qu’elle porte
organisation-carries-nothing = Aucun engagement publié pour l’instant. Ceux qu’elle porte, avec d’autres ou seule, paraîtront ici.
organisation-part-lead = porte
organisation-part-co-carrier = porte avec d’autres
organisation-part-supporting = soutient
organisation-answers = Ses dernières réponses
organisation-answers-none = Aucune réponse publiée pour l’instant. Chacune paraîtra ici avec ses raisons et sa date.
organisation-answers-all = Toutes ses réponses
organisation-answer-contributions =
    { $count ->
        [one] une contribution
       *[other] { $count } contributions
    }
organisation-thread-how = Ce qu’elle a dit et ce qu’elle porte, de la contribution à la preuve.
organisation-contributions = Ses dernières contributions
