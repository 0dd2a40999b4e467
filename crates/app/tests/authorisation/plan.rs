//! Who enters, publishes and ends plans, and sets their themes and their calendar.

use fabrique_app::plan::{
    self, calendar,
    themes::{self, Way},
};
use fabrique_domain::{
    Localized,
    plan::{Introduction, OgpLabel, Period, PhaseCard, PhaseKind, PlanCard, PlanLabel, Source, ThemeCard, ThemeName},
    text::{Markdown, Slug},
};
use fabrique_storage::{testing, transact};
use fabrique_testkit::{Cast, TestStore, on_both_engines};

use crate::let_in;

const KEEPERS: [&str; 2] = ["coordinator", "platform"];

fn period() -> Period {
    Period::new("2027-01-01".parse().unwrap(), "2028-12-31".parse().unwrap()).unwrap()
}

fn card() -> PlanCard {
    PlanCard {
        national_label: Localized::french(PlanLabel::parse("Plan d’essai").unwrap()),
        ogp_label: OgpLabel::parse("").unwrap(),
        national: period(),
        ogp: period(),
        introduction: Localized::french(Introduction::parse("").unwrap()),
        source: Source::parse("").unwrap(),
    }
}

fn theme() -> ThemeCard {
    ThemeCard {
        name: Localized::french(ThemeName::parse("Climat").unwrap()),
        description: Localized::french(Markdown::parse("").unwrap()),
    }
}

fn phase() -> PhaseCard {
    PhaseCard { kind: PhaseKind::Consultation, days: period(), note: Localized::french(Markdown::parse("").unwrap()) }
}

/// A plan with a theme and a phase.
async fn plan_in(store: &TestStore) -> fabrique_domain::id::PlanId {
    transact!(store.store, |tx| testing::plant_plan(tx, "essai").await).unwrap()
}

on_both_engines! {
    async fn the_coordinator_enters_and_corrects_plans(store) {
        let (cast, id) = (Cast::assemble(store).await, plan_in(store).await);
        let slug = Slug::of("plan neuf");
        assert_eq!(let_in!(store, cast, |actor, tx| plan::create(&actor, tx, &slug, &card())), KEEPERS);
        assert_eq!(let_in!(store, cast, |actor, tx| plan::edit(&actor, tx, id, &card())), KEEPERS);
    }

    async fn the_coordinator_publishes_and_ends_plans(store) {
        let (cast, id, platform) = (Cast::assemble(store).await, plan_in(store).await, store.platform());
        assert_eq!(let_in!(store, cast, |actor, tx| plan::publish(&platform, &actor, tx, id)), KEEPERS);
        assert_eq!(let_in!(store, cast, |actor, tx| plan::end(&actor, tx, id)), KEEPERS);
    }

    async fn the_coordinator_sets_themes(store) {
        let (cast, id) = (Cast::assemble(store).await, plan_in(store).await);
        let theme_id = transact!(store.store, |tx| testing::plant_theme(tx, id, "sante").await).unwrap();
        assert_eq!(let_in!(store, cast, |actor, tx| themes::add(&actor, tx, id, &theme())), KEEPERS);
        assert_eq!(let_in!(store, cast, |actor, tx| themes::edit(&actor, tx, theme_id, &theme())), KEEPERS);
        assert_eq!(let_in!(store, cast, |actor, tx| themes::reorder(&actor, tx, id, &[theme_id])), KEEPERS);
        assert_eq!(let_in!(store, cast, |actor, tx| themes::shift(&actor, tx, theme_id, Way::Up)), KEEPERS);
    }

    async fn the_coordinator_sets_the_calendar(store) {
        let (cast, id) = (Cast::assemble(store).await, plan_in(store).await);
        let coordinator = cast.actor(fabrique_domain::account::Role::Coordinator);
        let added = transact!(store.store, |tx| calendar::add(coordinator, tx, id, &phase()).await).unwrap();
        assert_eq!(let_in!(store, cast, |actor, tx| calendar::add(&actor, tx, id, &phase())), KEEPERS);
        assert_eq!(let_in!(store, cast, |actor, tx| calendar::change(&actor, tx, added, &phase())), KEEPERS);
        assert_eq!(let_in!(store, cast, |actor, tx| calendar::remove(&actor, tx, added)), KEEPERS);
    }

    async fn everybody_reads_plans_and_their_calendar(store) {
        let (cast, id) = (Cast::assemble(store).await, plan_in(store).await);
        let everybody = cast.everybody().len();
        let today = period().start;
        assert_eq!(let_in!(store, cast, |_actor, tx| plan::find(tx, "essai")).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| plan::list(tx)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| plan::current(tx, today)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| themes::list(tx, id)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| calendar::list(tx, id)).len(), everybody);
    }
}
