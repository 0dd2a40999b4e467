# Les chiffres des réponses.
transparency-title = Les réponses, en chiffres
transparency-headline = { $all ->
    [0] Aucune contribution n’attend de réponse
    [one] { $answered } contribution sur 1 a reçu une réponse
   *[other] { $answered ->
        [0] Aucune des { $all } contributions n’a encore reçu de réponse
        [one] Une contribution sur { $all } a reçu une réponse
       *[other] { $answered } contributions sur { $all } ont reçu une réponse
    }
}
transparency-half-within = { $days ->
    [0] La moitié des réponses arrivent le jour même.
    [one] La moitié des réponses arrivent en 1 jour ou moins.
   *[other] La moitié des réponses arrivent en { $days } jours ou moins.
}
transparency-waiting = { $count ->
    [0] Rien n’attend.
    [one] Une contribution attend encore.
   *[other] { $count } contributions attendent encore.
}
transparency-contributions = contributions
transparency-answered = ont reçu une réponse argumentée
transparency-median = délai médian d’une réponse
transparency-late = réponses en retard
transparency-days = { $days ->
    [0] le jour même
    [one] 1 jour
   *[other] { $days } jours
}
transparency-coverage = Couverture des réponses, au { $day }
transparency-of = { $answered } avec réponse sur { $all }
transparency-with-answer = { $count } avec réponse
transparency-oldest = { $count ->
    [one] 1 attendue, depuis { $days ->
        [0] aujourd’hui
        [one] 1 jour
       *[other] { $days } jours
    }
   *[other] { $count } attendues, la plus ancienne depuis { $days ->
        [0] aujourd’hui
        [one] 1 jour
       *[other] { $days } jours
    }
}
transparency-by-decision = Les nombres, décision par décision
transparency-by-consultation = Réponses par consultation
transparency-by-institution = Réponses par institution
transparency-by-theme = Réponses par thème
transparency-decision = Décision
transparency-consultation = Consultation
transparency-institution = Institution
transparency-theme = Thème
transparency-no-theme = Sans thème
transparency-coverage-column = Couverture
transparency-answers = Réponses
transparency-answered-column = Contributions répondues
transparency-late-column = En retard
transparency-median-column = Médiane
transparency-ninth-column = 9 sur 10 en
transparency-source = Source : cette plateforme, calculé à l’instant.
transparency-how-clock = Le délai commence quand une contribution est publiée. Pour une consultation reprise d’un autre site, il commence le jour de sa reprise ici.
transparency-how-owed = Les consultations annulées, et celles qui étaient terminées avant d’être reprises ici, ne comptent pas.
transparency-how-median = « Médiane » : la moitié des réponses sont arrivées dans ce délai. « 9 sur 10 en » : neuf réponses sur dix sont arrivées dans ce délai. Les jours sont des périodes de vingt-quatre heures.
transparency-read-answers = Lire les réponses
