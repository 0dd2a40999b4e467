# Le fil des nouveautés.
event-feed = { $site } : les nouveautés
event-title = { $kind } : { $title }
event-plan-announced = Plan annoncé
event-plan-published = Plan publié
event-calendar-published = Calendrier mis à jour
event-consultation-announced = Consultation annoncée
event-consultation-opened = Consultation ouverte
event-consultation-ended = Consultation terminée
event-response-published = Réponse publiée
event-commitment-published = Engagement publié
event-clause-changed = Clause modifiée
