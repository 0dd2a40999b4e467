# Réponses argumentées, contestations, chiffres.

decision-taken-up = retenue
decision-partly-taken-up = retenue en partie
decision-merged = fusionnée
decision-under-way = déjà en cours
decision-postponed = reportée
decision-not-taken-up = non retenue
decision-out-of-scope = hors champ


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
response-mail-contested-subject = Contestée : { $title }
response-mail-contested = Bonjour,

    { $author } conteste votre réponse à « { $title } » :

    { $note }

    La contestation est publique, à côté de la réponse. Vous y répondez une fois, sur cette page :
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

response-list-title = Les réponses
response-list-lead = Chaque contribution reçoit une réponse publique, avec sa raison et ce qu’elle change.
response-list-published = Réponses publiées
response-list-none = Aucune réponse n’est encore publiée. Les institutions répondent à chaque contribution, ici même.
response-list-none-here = Aucune réponse ne correspond à ces filtres.
response-list-all = Voir toutes les réponses
response-filters = Filtres
response-filter-all = Toutes
response-filter-decision = Décision
response-filter-institution = Institution
response-filter-consultation = Consultation
response-pages = Pages
response-first-page = Revenir au début
response-next-page = Suivantes
response-untitled = Réponse sans contribution
response-title-and-others = { $title } { $others ->
    [one] et une autre contribution
   *[other] et { $others } autres contributions
}
response-thread-of = Le fil de « { $title } »
response-thread = Le fil
response-thread-help = D’où vient cette réponse, ce qu’elle change.
response-awaited-since = { $days ->
    [0] attendue depuis aujourd’hui
    [one] attendue depuis 1 jour
   *[other] attendue depuis { $days } jours
}
response-due = Promise avant le { $date }.
response-was-due = Promise avant le { $date } : elle est en retard.
response-clause = Clause { $number }
response-show-title = Réponse : { $title }
response-error = Erreur :
response-breadcrumbs = Fil d’Ariane
response-what = Réponse
response-who = Qui répond
response-when = Quand
response-merged-into = Fusionnée avec
response-changes = Ce que cela change
response-why = Pourquoi
response-answers = À quoi elle répond
response-contests = Contestations
response-contest-by = { $author } conteste cette réponse
response-contest-about = à propos de
response-reply-by = { $institution } répond
response-reply-awaited = réplique attendue
response-field-reply = Votre réponse à cette contestation
response-reply-help = Publique, à côté de la contestation. L’auteur est prévenu. Vous répondez une fois.
response-reply-do = Publier la réponse
response-contest-title = Cette réponse ne répond pas ?
response-contest-lead = Vous pouvez la contester une fois. Votre texte est public, à côté de la réponse, et l’institution y répond.
response-field-proposal = Votre contribution
response-field-body = Ce que vous contestez
response-contest-help = Dites ce à quoi la réponse ne répond pas, ou ce qui est inexact.
response-contest-do = Contester la réponse
response-versions = Ce qu’elle disait avant
response-version = Version { $version }, corrigée le { $day }
response-version-note = Pourquoi elle est corrigée :
response-version-decision = Décision d’alors :
response-correct-do = Corriger cette réponse
response-panel-title = La réponse
response-panel-read = Lire toute la réponse
response-panel-changed = Ce que cela change :
response-panel-contested = L’auteur conteste cette réponse.
response-panel-replied = L’auteur a contesté cette réponse, l’institution lui a répondu.
response-panel-promise = Une institution y répond publiquement, avec ses raisons. L’auteur est prévenu par courriel.

response-desk-title = Répondre
response-desk-lead = Chaque contribution reçoit une réponse. Choisissez-en une, ou plusieurs qui appellent la même réponse.
response-desk-unanswered = À répondre
response-desk-drafts = Brouillons
response-desk-review = En relecture
response-desk-contests = Contestations
response-desk-none-unanswered = Rien n’attend de réponse ici. Une contribution arrive dans cette liste dès sa publication.
response-desk-none-in-progress = Il n’y a rien ici. Un brouillon commence dans la liste des contributions à répondre.
response-desk-none-contests = Aucune contestation n’attend de réponse.
response-desk-choose = Choisir
response-desk-contribution = Contribution
response-desk-author = Auteur
response-desk-waits = Attente
response-desk-supports = Soutiens
response-desk-answer = Répondre aux contributions choisies
response-filter-kind = Proposée par
response-edit-title = Rédiger une réponse
response-edit-lead = Une autre personne de votre institution, ou la coordination, la relit et la publie. Jusque-là, personne d’autre ne la voit.
response-note-title = À revoir avant publication
response-rule-title = Ce n’est pas encore possible
response-field-contributions = Contributions
response-contributions-help = La même réponse vaut pour toutes. Décochez celles qui en demandent une autre.
response-field-institution = Institution qui répond
response-field-decision = Décision
response-decision-help = « Retenue » et « retenue en partie » demandent la clause changée. « Fusionnée » demande la contribution qui réunit les autres.
response-field-reason = Pourquoi
response-reason-help = Ce que vous reprenez, ce que vous ne reprenez pas, et ce qui peut encore changer. Quarante caractères au moins.
response-field-reason-en = Pourquoi, en anglais
response-reason-en-help = Sans traduction, les lecteurs anglophones lisent le texte français.
response-field-clauses = Clauses changées
response-clauses-help = Leur engagement doit être public quand la réponse est publiée.
response-field-merged-into = Fusionnée avec
response-merged-into-help = L’adresse de la contribution qui réunit les autres.
response-submit-do = Envoyer en relecture
response-keep-do = Garder le brouillon
response-discard-do = Jeter ce brouillon
response-review-title = Relecture
response-own-title = Vous avez écrit cette réponse
response-own-advice = Une autre personne de votre institution, ou la coordination, la publie. Vous pouvez la reprendre pour la corriger.
response-publish-help = La réponse devient publique. Chaque auteur qui a un compte est prévenu par courriel et peut la contester une fois.
response-publish-do = Publier la réponse
response-field-note = Ce qu’il faut revoir
response-note-help = Lu par la personne qui a écrit la réponse.
response-return-do = Renvoyer pour correction
response-correct-lead = Les mots d’avant restent lisibles, avec la raison de la correction. Les auteurs sont prévenus.
response-field-correction-note = Pourquoi cette correction
response-correction-note-help = Public, à côté de la réponse.
response-correct-publish = Publier la correction
response-changed = Quelqu’un a modifié cette réponse entre-temps. Votre texte est ci-dessous : copiez-le, puis rouvrez la réponse pour partir du sien.
