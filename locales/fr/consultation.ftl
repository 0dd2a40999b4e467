# Les consultations : leurs règles, leurs états, ce qu’on y fait.

rule-consultation-already-announced = Cette consultation est déjà annoncée.
rule-consultation-opens-in-the-past = La date d’ouverture est passée. Choisissez une date à venir, puis annoncez la consultation.
rule-consultation-not-announced = Cette consultation n’est pas encore annoncée. Annoncez-la d’abord : le public doit savoir à l’avance comment participer.
rule-consultation-already-approved = L’ouverture de cette consultation est déjà approuvée.
rule-consultation-not-approved = L’ouverture de cette consultation n’est pas encore approuvée. Modifiez-la directement.
rule-consultation-has-ended = Cette consultation est terminée : elle ne change plus.
rule-consultation-has-closed = Cette consultation est close : ses règles et ses dates ne changent plus.
rule-consultation-already-open = La consultation est déjà ouverte : sa date d’ouverture ne change plus.
rule-consultation-closes-in-the-past = Cette date est passée. Choisissez une date à venir.
rule-consultation-still-open = La consultation n’est pas close. Attendez sa clôture, ou dites qu’elle n’a pas lieu.
rule-consultation-not-open = Cette consultation n’est pas ouverte.
rule-consultation-not-an-extension = Pour prolonger, choisissez une date après la clôture prévue.
rule-consultation-needs-reason = L’ouverture est approuvée : les règles et les dates ne changent plus qu’avec un motif public. Utilisez « Modifier ce qui a été promis ».
rule-consultation-address-is-public = L’adresse de la consultation est publique : elle ne change plus.
rule-consultation-gate-rules = Il manque les règles de la consultation. Publiez-les avant d’approuver l’ouverture.
rule-consultation-gate-information = Il manque l’information utile. Publiez-la avant d’approuver l’ouverture.
rule-consultation-gate-time = Le public doit disposer d’un délai raisonnable : quinze jours au moins entre l’ouverture et la clôture.
rule-consultation-time-is-over = Il reste moins de quinze jours avant la clôture. Repoussez la date de clôture, puis approuvez l’ouverture.
rule-consultation-gate-follow-up = Il manque les résultats ou les suites envisagées. Publiez-les d’abord.
