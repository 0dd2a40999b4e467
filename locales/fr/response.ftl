# Réponses argumentées, contestations, chiffres.

decision-taken-up = retenue
decision-partly-taken-up = retenue en partie
decision-merged = fusionnée
decision-under-way = déjà en cours
decision-postponed = reportée
decision-not-taken-up = non retenue
decision-out-of-scope = hors champ

response-state-draft = brouillon
response-state-in-review = en relecture
response-state-published = publiée

response-mail-answered-subject = { $count ->
    [one] Votre contribution a reçu sa réponse
   *[other] Vos contributions ont reçu leur réponse
}
response-mail-answered = Bonjour,

    { $count ->
        [one] Votre contribution a reçu une réponse :
       *[other] Ces contributions ont reçu une réponse :
    }
    { $titles }

    Décision : { $decision }.
    Qui répond : { $institution }.

    Lire la réponse et ses raisons :
    { $link }

    Vous n’êtes pas d’accord ? Vous pouvez contester la réponse une fois, sur cette même page. Votre contestation est publique, à côté de la réponse. L’institution y répond.

    { $site }
response-mail-corrected-subject = { $count ->
    [one] La réponse à votre contribution est corrigée
   *[other] La réponse à vos contributions est corrigée
}
response-mail-corrected = Bonjour,

    { $institution } corrige la réponse à :
    { $titles }

    Pourquoi : { $note }

    Décision : { $decision }.

    Lire la réponse et ce qu’elle disait avant :
    { $link }

    { $site }
response-mail-replied-subject = Une réponse à votre contestation
response-mail-replied = Bonjour,

    { $institution } répond à votre contestation :

    { $note }

    Cette réponse est publique, à côté de la vôtre :
    { $link }

    { $site }

rule-response-already-answering = Une de ces contributions figure déjà dans une autre réponse. Retirez-la d’ici, ou complétez l’autre réponse.
rule-response-not-draft = Cette réponse n’est plus un brouillon. Pour la récrire, faites-la d’abord renvoyer à son auteur.
rule-response-not-submitted = Cette réponse n’est pas en relecture.
rule-response-not-published = Cette réponse n’est pas publiée. Il n’y a rien à corriger : modifiez le brouillon.
rule-response-no-contribution = Cette réponse ne répond à aucune contribution. Choisissez-en au moins une.
rule-response-no-clause = « Retenue » demande une clause. Choisissez la clause que la contribution change.
rule-response-no-target = « Fusionnée » demande une contribution publiée. Indiquez celle qui réunit les autres.
rule-response-no-second-reader = Une autre personne que son auteur relit et publie la réponse.
rule-response-clause-not-public = Une des clauses n’est pas encore publique, ou a été abrogée. Publiez d’abord l’engagement, ou choisissez une autre clause.
rule-contest-not-answered = Cette contribution n’a pas encore de réponse.
rule-contest-once = Vous avez déjà contesté cette réponse. Une réponse se conteste une fois.
rule-contest-replied = Une réponse a déjà été donnée à cette contestation.
