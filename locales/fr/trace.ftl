# Le fil.
trace-title = Le fil
trace-how = D’où vient cette idée, ce qu’elle devient.
trace-of = Le fil de : { $title }
trace-story = L’histoire d’une idée
trace-lead = De la contribution à l’évaluation, chaque étape avec sa date.
trace-whole = Lire toute l’histoire
trace-cite = Lien permanent :
trace-later = { $days ->
    [one] le lendemain
   *[other] { $days } jours plus tard
}
trace-others = { $others ->
    [one] et un autre
   *[other] et { $others } autres
}
trace-kind-contribution = Contribution
trace-kind-answer = Réponse
trace-kind-clause = Clause
trace-kind-commitment = Engagement
trace-kind-milestone = Jalon
trace-kind-evidence = Preuve
trace-kind-evaluation = Évaluation
trace-kind-consultation = Consultation
trace-kind-plan = Plan
trace-says-published = { $kind ->
    [commitment] publié
    [plan] publié
   *[other] publiée
}
trace-says-being-written = en cours d’écriture
trace-says-withdrawn = { $kind ->
    [commitment] retiré
   *[other] retirée
}
trace-says-announced = ouvre le { $date }
trace-says-open = ouverte
trace-says-closed = close
trace-says-hidden = masquée
trace-says-written = écrite
trace-says-amended = récrite
trace-says-repealed = abrogée
trace-says-decided = décidée
trace-says-awaited = { $days ->
    [0] attendue depuis aujourd’hui
    [one] attendue depuis un jour
   *[other] attendue depuis { $days } jours
}
trace-says-due = au plus tard le { $date }
trace-of-clause = Le fil de la clause { $number }
trace-says-overdue = { $days ->
    [one] en retard d’un jour
   *[other] en retard de { $days } jours
}
trace-count-contribution = { $count ->
    [one] Une contribution
   *[other] { $count } contributions
}
trace-count-answer = { $count ->
    [one] Une réponse
   *[other] { $count } réponses
}
trace-count-clause = { $count ->
    [one] Une clause
   *[other] { $count } clauses
}
trace-count-commitment = { $count ->
    [one] Un engagement
   *[other] { $count } engagements
}
trace-count-milestone = { $count ->
    [one] Un jalon
   *[other] { $count } jalons
}
trace-count-evidence = { $count ->
    [one] Une preuve
   *[other] { $count } preuves
}
trace-count-evaluation = { $count ->
    [one] Une évaluation
   *[other] { $count } évaluations
}
trace-count-consultation = { $count ->
    [one] Une consultation
   *[other] { $count } consultations
}
trace-count-plan = { $count ->
    [one] Un plan
   *[other] { $count } plans
}
trace-missing = { $count ->
    [one] attendue
   *[other] attendues
}
