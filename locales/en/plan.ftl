# Plans, themes, calendar.
rule-plan-already-published = This plan is already published.
rule-plan-not-published = This plan is not in force. Publish it before you end it.
plan-published-mail-subject = Published: { $plan }
plan-published-mail-text = The plan “{ $plan }” is published. Each of its commitments has its page: what changes, who does it, when, and the contributions it comes from.
