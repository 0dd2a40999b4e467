# Consultations: their rules, their states, what is done in them.

rule-consultation-already-announced = This consultation has already been announced.
rule-consultation-opens-in-the-past = The opening date has passed. Choose a date to come, then announce the consultation.
rule-consultation-not-announced = This consultation has not been announced yet. Announce it first: people must know in advance how to take part.
rule-consultation-already-approved = The opening of this consultation has already been approved.
rule-consultation-not-approved = The opening of this consultation has not been approved yet. Edit it directly.
rule-consultation-has-ended = This consultation is over and no longer changes.
rule-consultation-has-closed = This consultation is closed: its rules and dates no longer change.
rule-consultation-already-open = The consultation is already open: its opening date no longer changes.
rule-consultation-closes-in-the-past = This date has passed. Choose a date to come.
rule-consultation-still-open = The consultation is not closed. Wait until it closes, or say that it is not going ahead.
rule-consultation-not-open = This consultation is not open.
rule-consultation-not-an-extension = To leave more time, choose a date after the planned closing date.
rule-consultation-needs-reason = The opening is approved: rules and dates now change only with a public reason. Use “Change what was promised”.
rule-consultation-address-is-public = The address of the consultation is public and no longer changes.
rule-consultation-gate-rules = The rules of the consultation are missing. Publish them before approving the opening.
rule-consultation-gate-information = The useful information is missing. Publish it before approving the opening.
rule-consultation-gate-time = People must have a reasonable time: at least fifteen days between opening and closing.
rule-consultation-time-is-over = Fewer than fifteen days are left before closing. Move the closing date, then approve the opening.
rule-consultation-gate-follow-up = The results or the planned follow-up are missing. Publish them first.
