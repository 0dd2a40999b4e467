//! The plan cycle: plans and what surrounds them, as the coordinator keeps them and people read them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod calendar;
mod content;
mod cycle;
mod subscription;
mod themes;

use fabrique_domain::{
    Date, Localized,
    plan::{Introduction, OgpLabel, Period, PlanCard, PlanLabel, Source},
};
use fabrique_storage::{testing, transact};
use fabrique_testkit::TestStore;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn days(start: &str, end: &str) -> Period {
    Period::new(day(start), day(end)).unwrap()
}

fn card(label: &str) -> PlanCard {
    PlanCard {
        national_label: Localized { fr: PlanLabel::parse(label).unwrap(), en: PlanLabel::parse("The trial plan").ok() },
        ogp_label: OgpLabel::parse("France Action Plan 2027-2029").unwrap(),
        national: days("2027-01-01", "2028-12-31"),
        ogp: days("2027-07-01", "2029-06-30"),
        introduction: Localized::french(Introduction::parse("Ce que ce plan veut changer.").unwrap()),
        source: Source::parse("").unwrap(),
    }
}

async fn plan_in(store: &TestStore) -> fabrique_domain::id::PlanId {
    transact!(store.store, |tx| testing::plant_plan(tx, "essai").await).unwrap()
}
