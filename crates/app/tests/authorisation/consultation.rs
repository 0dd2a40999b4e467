//! Who prepares, opens, changes and ends consultations, and who reads about them.

use fabrique_app::consultation::{self, Preparation, Revision};
use fabrique_domain::{
    Localized,
    consultation::{Ballot, Consultation, Outcome},
    proposal::Reason,
    text::{Line, Markdown, Slug},
    time::DAY,
};
use fabrique_storage::{Error, testing, transact};
use fabrique_testkit::{
    Cast, TestStore,
    contribution::{open_consultation, prepared_consultation},
    on_both_engines,
};

use crate::let_in;

const WHO_RUNS: [&str; 2] = ["coordinator", "platform"];

async fn prepared(store: &TestStore) -> Consultation {
    transact!(store.store, |tx| {
        let plan = testing::plant_plan(tx, "plan").await?;
        let now = tx.now();
        let consultation = prepared_consultation(tx.new_id(), plan, "prepared", now);
        fabrique_storage::consultation::insert(tx, &consultation).await?;
        Ok::<_, Error>(consultation)
    })
    .unwrap()
}

fn preparation(of: &Consultation) -> Preparation {
    let text = || Localized::french(Markdown::parse("Un texte").unwrap());
    Preparation {
        plan_id: of.plan_id,
        slug: Slug::parse("autre").unwrap(),
        title: Localized::french(Line::parse("Un titre").unwrap()),
        summary: Localized::french(Markdown::parse("").unwrap()),
        rules: text(),
        information: text(),
        opens_at: of.opens_at,
        closes_at: of.closes_at,
        ballot: Ballot::SupportOnly,
        answer_within_days: 60,
    }
}

fn reason() -> Reason {
    Reason::parse("Une bonne raison").unwrap()
}

on_both_engines! {
    async fn only_who_runs_consultations_prepares_and_opens_them(store) {
        let cast = Cast::assemble(store).await;
        let kept = prepared(store).await;
        let (id, input) = (kept.id, preparation(&kept));
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::prepare(&actor, tx, &input)), WHO_RUNS);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::edit(&actor, tx, id, &input)), WHO_RUNS);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::announce(&actor, tx, id)), WHO_RUNS);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::approve(&actor, tx, id)), WHO_RUNS);
    }

    async fn only_who_runs_consultations_changes_and_ends_them(store) {
        let cast = Cast::assemble(store).await;
        let kept = open_consultation(store, "open").await;
        let (id, text) = (kept.id, Localized::french(Markdown::parse("La suite").unwrap()));
        let later = kept.closes_at.plus(DAY);
        let revision = Revision { rules: text.clone(), opens_at: kept.opens_at, closes_at: later, reason: reason() };
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::revise(&actor, tx, id, &revision)), WHO_RUNS);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::extend(&actor, tx, id, later, &reason())), WHO_RUNS);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::close_early(&actor, tx, id, &reason())), WHO_RUNS);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::publish_follow_up(&actor, tx, id, &text)), WHO_RUNS);
        let outcome = Outcome::NotGoingAhead;
        assert_eq!(
            let_in!(store, cast, |actor, tx| consultation::conclude(&actor, tx, id, outcome, &reason())),
            WHO_RUNS
        );
    }

    async fn what_is_not_announced_is_seen_by_who_runs_it_and_the_rest_by_everybody(store) {
        let cast = Cast::assemble(store).await;
        let (hidden, shown) = (prepared(store).await.id, open_consultation(store, "open").await.id);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::by_slug(&actor, tx, "prepared")), WHO_RUNS);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::find(&actor, tx, hidden)), WHO_RUNS);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::revisions(&actor, tx, hidden)), WHO_RUNS);
        let everybody = cast.everybody().len();
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::find(&actor, tx, shown)).len(), everybody);
        assert_eq!(let_in!(store, cast, |actor, tx| consultation::list(&actor, tx, None)).len(), everybody);
    }
}
