//! The gates of the law, the dates, the promises and how they change.

use fabrique_app::{
    Error,
    consultation::{self, OPENING, Preparation, Revision},
};
use fabrique_domain::{
    Instant, Localized,
    account::{Actor, Role},
    consultation::{Ballot, Consultation, ConsultationState, ConsultationText, Outcome},
    content::EventKind,
    proposal::Reason,
    text::{Fault, Line, Markdown, Slug},
    time::DAY,
};
use fabrique_storage::{job, testing, transact};
use fabrique_testkit::{TestStore, contribution, on_both_engines};

use crate::refusal;

fn text(words: &str) -> Localized<ConsultationText> {
    Localized::french(Markdown::parse(words).unwrap())
}

fn reason() -> Reason {
    Reason::parse("Une bonne raison").unwrap()
}

/// A coordinator and what they write, complete, opening in twenty days for thirty.
struct Desk<'s> {
    store: &'s TestStore,
    coordinator: Actor,
    written: Preparation,
}

impl<'s> Desk<'s> {
    async fn at(store: &'s TestStore) -> Self {
        let coordinator = contribution::actor(store, "Dominique", &[Role::Coordinator]).await;
        let plan_id = transact!(store.store, |tx| testing::plant_plan(tx, "plan").await).unwrap();
        let now = store.store.read().await.unwrap().now();
        let written = Preparation {
            plan_id,
            slug: Slug::parse("agendas").unwrap(),
            title: Localized::french(Line::parse("Quels agendas ouvrir ?").unwrap()),
            summary: Localized::french(Markdown::parse("").unwrap()),
            rules: text("Chacun peut proposer."),
            information: text("Le bilan."),
            opens_at: now.plus(20 * DAY),
            closes_at: now.plus(50 * DAY),
            ballot: Ballot::ThreePositions,
            answer_within_days: 60,
        };
        Self { store, coordinator, written }
    }

    async fn prepare(&self) -> fabrique_app::Result<Consultation> {
        transact!(self.store.store, |tx| consultation::prepare(&self.coordinator, tx, &self.written).await)
    }

    async fn edit(&self, of: &Consultation) -> fabrique_app::Result<Consultation> {
        transact!(self.store.store, |tx| consultation::edit(&self.coordinator, tx, of.id, &self.written).await)
    }

    async fn announce(&self, of: &Consultation) -> fabrique_app::Result<Consultation> {
        transact!(self.store.store, |tx| consultation::announce(&self.coordinator, tx, of.id).await)
    }

    async fn approve(&self, of: &Consultation) -> fabrique_app::Result<Consultation> {
        transact!(self.store.store, |tx| consultation::approve(&self.coordinator, tx, of.id).await)
    }

    async fn revise(&self, of: &Consultation, revision: &Revision) -> fabrique_app::Result<Consultation> {
        transact!(self.store.store, |tx| consultation::revise(&self.coordinator, tx, of.id, revision).await)
    }

    async fn conclude(&self, of: &Consultation, outcome: Outcome) -> fabrique_app::Result<Consultation> {
        transact!(self.store.store, |tx| {
            consultation::conclude(&self.coordinator, tx, of.id, outcome, &reason()).await
        })
    }

    /// Prepared, announced, approved.
    async fn approved(&self) -> Consultation {
        let prepared = self.prepare().await.unwrap();
        self.announce(&prepared).await.unwrap();
        self.approve(&prepared).await.unwrap()
    }

    async fn state(&self, of: &Consultation) -> ConsultationState {
        let mut reader = self.store.read().await.unwrap();
        let now = reader.now();
        consultation::find(&Actor::Anonymous, &mut reader, of.id).await.unwrap().state(now)
    }

    async fn told(&self) -> Vec<EventKind> {
        let events = fabrique_app::event::list(&mut self.store.read().await.unwrap(), None, None, 10).await.unwrap();
        events.iter().map(|event| event.kind).collect()
    }
}

fn revision(of: &Consultation, closes_at: Instant) -> Revision {
    Revision { rules: text("Chacun peut proposer."), opens_at: of.opens_at, closes_at, reason: reason() }
}

on_both_engines! {
    async fn it_opens_on_its_day_once_announced_and_approved(store) {
        let desk = Desk::at(store).await;
        let prepared = desk.prepare().await.unwrap();
        assert_eq!(refusal(desk.approve(&prepared).await), "consultation-not-announced");
        let announced = desk.announce(&prepared).await.unwrap();
        assert_eq!(announced.notice_days(), Some(20));
        assert_eq!(refusal(desk.announce(&prepared).await), "consultation-already-announced");
        desk.approve(&prepared).await.unwrap();
        assert_eq!(refusal(desk.approve(&prepared).await), "consultation-already-approved");
        assert_eq!(desk.state(&prepared).await, ConsultationState::Planned);
        store.clock.pass_days(20);
        assert_eq!(desk.state(&prepared).await, ConsultationState::Open);
        store.clock.pass_days(30);
        assert_eq!(desk.state(&prepared).await, ConsultationState::UnderAnalysis);
    }

    async fn it_does_not_open_while_one_of_the_first_three_gates_is_missing(store) {
        let mut desk = Desk::at(store).await;
        let prepared = desk.prepare().await.unwrap();
        desk.announce(&prepared).await.unwrap();
        let complete = desk.written.clone();
        let short = Preparation { closes_at: complete.opens_at.plus(14 * DAY), ..complete.clone() };
        let without_rules = Preparation { rules: text(" "), ..complete.clone() };
        let without_information = Preparation { information: text(""), ..complete.clone() };
        for (missing, code) in [
            (without_rules, "consultation-gate-rules"),
            (without_information, "consultation-gate-information"),
            (short, "consultation-gate-time"),
        ] {
            desk.written = missing;
            desk.edit(&prepared).await.unwrap();
            assert_eq!(refusal(desk.approve(&prepared).await), code);
        }
        desk.written = complete;
        desk.edit(&prepared).await.unwrap();
        assert!(desk.approve(&prepared).await.is_ok());
    }

    async fn approving_late_never_takes_the_reasonable_time_away(store) {
        let desk = Desk::at(store).await;
        let prepared = desk.prepare().await.unwrap();
        desk.announce(&prepared).await.unwrap();
        store.clock.pass_days(36);
        assert_eq!(refusal(desk.approve(&prepared).await), "consultation-time-is-over");
        assert_eq!(desk.state(&prepared).await, ConsultationState::Planned);
    }

    async fn wrong_fields_are_told_together(store) {
        let mut desk = Desk::at(store).await;
        desk.prepare().await.unwrap();
        desk.written.closes_at = desk.written.opens_at;
        desk.written.answer_within_days = 0;
        let Err(Error::Invalid(faults)) = desk.prepare().await else { panic!("it is wrong") };
        assert_eq!(faults.of("slug"), Some(Fault::Taken));
        assert_eq!(faults.of("closes_on"), Some(Fault::Order));
        assert_eq!(faults.of("answer_within_days"), Some(Fault::Malformed));
    }

    async fn what_was_promised_changes_only_with_a_reason_that_everybody_reads(store) {
        let mut desk = Desk::at(store).await;
        let approved = desk.approved().await;
        desk.written.information = text("Le bilan, et l’avis de la commission.");
        assert!(desk.edit(&approved).await.is_ok(), "more information is always welcome");
        desk.written.rules = text("On ne peut plus rien proposer.");
        assert_eq!(refusal(desk.edit(&approved).await), "consultation-needs-reason");
        let revised = desk.revise(&approved, &revision(&approved, approved.closes_at.plus(-5 * DAY))).await.unwrap();
        assert_eq!(revised.closes_at, approved.closes_at.plus(-5 * DAY));
        let mut reader = store.read().await.unwrap();
        let told = consultation::revisions(&Actor::Anonymous, &mut reader, approved.id).await.unwrap();
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].number, told[0].reason.as_str()), (1, "Une bonne raison"));
        assert_eq!(told[0].closes_at, approved.closes_at, "what it was");
    }

    async fn no_change_takes_away_the_reasonable_time_or_rewrites_the_past(store) {
        let desk = Desk::at(store).await;
        let approved = desk.approved().await;
        let short = revision(&approved, approved.opens_at.plus(14 * DAY));
        assert_eq!(refusal(desk.revise(&approved, &short).await), "consultation-gate-time");
        store.clock.pass_days(21);
        let moved = Revision { opens_at: approved.opens_at.plus(-DAY), ..revision(&approved, approved.closes_at) };
        assert_eq!(refusal(desk.revise(&approved, &moved).await), "consultation-already-open");
        let (actor, id) = (&desk.coordinator, approved.id);
        let closed = transact!(store.store, |tx| consultation::close_early(actor, tx, id, &reason()).await);
        assert_eq!(refusal(closed), "consultation-gate-time");
        store.clock.pass_days(14);
        transact!(store.store, |tx| consultation::close_early(actor, tx, id, &reason()).await).unwrap();
        assert_eq!(desk.state(&approved).await, ConsultationState::UnderAnalysis);
        let later = transact!(store.store, |tx| {
            consultation::extend(actor, tx, id, approved.closes_at, &reason()).await
        });
        assert_eq!(refusal(later), "consultation-has-closed", "it does not open twice");
    }

    async fn people_can_be_given_more_time(store) {
        let desk = Desk::at(store).await;
        let approved = desk.approved().await;
        store.clock.pass_days(49);
        let (actor, id, later) = (&desk.coordinator, approved.id, approved.closes_at.plus(7 * DAY));
        let earlier = transact!(store.store, |tx| {
            consultation::extend(actor, tx, id, approved.closes_at, &reason()).await
        });
        assert_eq!(refusal(earlier), "consultation-not-an-extension");
        transact!(store.store, |tx| consultation::extend(actor, tx, id, later, &reason()).await).unwrap();
        store.clock.pass_days(3);
        assert_eq!(desk.state(&approved).await, ConsultationState::Open);
    }

    async fn a_report_is_available_once_it_is_published_and_not_before(store) {
        let desk = Desk::at(store).await;
        let approved = desk.approved().await;
        store.clock.pass_days(25);
        assert_eq!(refusal(desk.conclude(&approved, Outcome::NoReportExpected).await), "consultation-still-open");
        store.clock.pass_days(40);
        assert_eq!(refusal(desk.conclude(&approved, Outcome::NotGoingAhead).await), "consultation-has-closed");
        assert_eq!(refusal(desk.conclude(&approved, Outcome::ReportAvailable).await), "consultation-gate-follow-up");
        let (actor, id) = (&desk.coordinator, approved.id);
        let empty = transact!(store.store, |tx| consultation::publish_follow_up(actor, tx, id, &text("")).await);
        assert_eq!(refusal(empty), "consultation-gate-follow-up");
        let report = text("Ce qui a été retenu.");
        transact!(store.store, |tx| consultation::publish_follow_up(actor, tx, id, &report).await).unwrap();
        desk.conclude(&approved, Outcome::ReportAvailable).await.unwrap();
        assert_eq!(desk.state(&approved).await, ConsultationState::ReportAvailable);
        assert_eq!(refusal(desk.conclude(&approved, Outcome::ReportAvailable).await), "consultation-has-ended");
        assert_eq!(refusal(desk.edit(&approved).await), "consultation-has-ended");
    }

    async fn the_news_tell_the_announcement_the_opening_and_the_end(store) {
        let desk = Desk::at(store).await;
        let approved = desk.approved().await;
        store.clock.pass_days(20);
        let opening = transact!(store.store, |tx| job::lease(tx).await).unwrap().unwrap();
        assert_eq!(opening.kind, OPENING);
        transact!(store.store, |tx| consultation::tell_opening(tx, &opening.payload).await).unwrap().unwrap();
        store.clock.pass_days(40);
        desk.conclude(&approved, Outcome::NoReportExpected).await.unwrap();
        assert_eq!(
            desk.told().await,
            [EventKind::ConsultationEnded, EventKind::ConsultationOpened, EventKind::ConsultationAnnounced]
        );
    }

    async fn an_opening_that_moved_is_told_on_its_new_day_only(store) {
        let desk = Desk::at(store).await;
        let approved = desk.approved().await;
        let moved = Revision {
            opens_at: approved.opens_at.plus(5 * DAY),
            ..revision(&approved, approved.closes_at)
        };
        desk.revise(&approved, &moved).await.unwrap();
        store.clock.pass_days(26);
        let mut told = 0;
        while let Some(opening) = transact!(store.store, |tx| job::lease(tx).await).unwrap() {
            if opening.kind != OPENING {
                continue;
            }
            let payload = &opening.payload;
            let outcome = transact!(store.store, |tx| consultation::tell_opening(tx, payload).await).unwrap();
            told += usize::from(outcome.is_some());
        }
        assert_eq!(told, 1);
    }

    async fn a_public_address_does_not_change(store) {
        let mut desk = Desk::at(store).await;
        let prepared = desk.prepare().await.unwrap();
        desk.written.slug = Slug::parse("autre-adresse").unwrap();
        assert_eq!(desk.edit(&prepared).await.unwrap().slug, "autre-adresse");
        desk.announce(&prepared).await.unwrap();
        desk.written.slug = Slug::parse("encore-une-autre").unwrap();
        assert_eq!(refusal(desk.edit(&prepared).await), "consultation-address-is-public");
    }
}
