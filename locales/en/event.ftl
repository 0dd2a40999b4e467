# The news feed.
event-feed = { $site }: news
event-title = { $kind }: { $title }
event-plan-announced = Plan announced
event-plan-published = Plan published
event-calendar-published = Calendar updated
event-consultation-announced = Consultation announced
event-consultation-opened = Consultation opened
event-consultation-ended = Consultation ended
event-response-published = Answer published
event-commitment-published = Commitment published
event-clause-changed = Clause changed
