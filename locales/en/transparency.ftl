# The figures of the answers.
transparency-title = Answers in figures
transparency-headline = { $all ->
    [0] No contribution awaits an answer
    [one] { $answered } of 1 contribution has been answered
   *[other] { $answered ->
        [0] None of the { $all } contributions has been answered yet
        [one] One of { $all } contributions has been answered
       *[other] { $answered } of { $all } contributions have been answered
    }
}
transparency-half-within = { $days ->
    [0] Half of the answers come on the same day.
    [one] Half of the answers come within 1 day.
   *[other] Half of the answers come within { $days } days.
}
transparency-waiting = { $count ->
    [0] Nothing is waiting.
    [one] One contribution is still waiting.
   *[other] { $count } contributions are still waiting.
}
transparency-contributions = contributions
transparency-answered = have a reasoned answer
transparency-median = median delay of an answer
transparency-late = late answers
transparency-days = { $days ->
    [0] same day
    [one] 1 day
   *[other] { $days } days
}
transparency-coverage = Coverage of answers on { $day }
transparency-of = { $answered } answered out of { $all }
transparency-with-answer = { $count } answered
transparency-oldest = { $count ->
    [one] 1 awaited, { $days ->
        [0] since today
        [one] for 1 day
       *[other] for { $days } days
    }
   *[other] { $count } awaited, the oldest { $days ->
        [0] since today
        [one] for 1 day
       *[other] for { $days } days
    }
}
transparency-by-decision = The numbers, decision by decision
transparency-by-consultation = Answers by consultation
transparency-by-institution = Answers by institution
transparency-by-theme = Answers by theme
transparency-decision = Decision
transparency-consultation = Consultation
transparency-institution = Institution
transparency-theme = Theme
transparency-no-theme = No theme
transparency-coverage-column = Coverage
transparency-answers = Answers
transparency-answered-column = Contributions answered
transparency-late-column = Late
transparency-median-column = Median
transparency-ninth-column = 9 in 10 within
transparency-source = Source: this platform, computed just now.
transparency-how-clock = The delay starts when a contribution is published. For a consultation brought from another site, it starts on the day it was brought here.
transparency-how-owed = Cancelled consultations, and those that had ended before they were brought here, do not count.
transparency-how-median = “Median”: half of the answers came within this delay. “9 in 10 within”: nine answers of ten came within this delay. Days are periods of twenty-four hours.
transparency-read-answers = Read the answers
