//! Consultations brought from elsewhere: once, whole, and told honestly.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod cap_collectif;
mod decidim;
mod samples;

use fabrique_app::{
    Result,
    import::{Options, Report},
};
use fabrique_domain::{
    account::Actor,
    consultation::{Consultation, ConsultationTitle},
    text::Slug,
};
use fabrique_storage::{
    consultation, proposal,
    proposal::{Filter, Order, ProposalItem},
};
use fabrique_testkit::TestStore;

/// Into a consultation called `into`, for real.
fn options(into: &str) -> Options {
    Options {
        into: Slug::parse(into).unwrap(),
        title: ConsultationTitle::parse("Une consultation d’avant").unwrap(),
        plan: None,
        source: "Un export d’essai, licence ouverte".to_owned(),
        dry_run: false,
    }
}

async fn cap_collectif(store: &TestStore, export: &str, options: &Options) -> Result<Report> {
    let platform = store.platform();
    fabrique_app::import::cap_collectif(&platform, &Actor::Platform, export.as_bytes(), options, &mut |_| {}).await
}

async fn place(store: &TestStore, slug: &str) -> Option<Consultation> {
    consultation::find_by_slug(&mut store.read().await.unwrap(), slug).await.unwrap()
}

async fn proposals(store: &TestStore, slug: &str) -> Vec<ProposalItem> {
    let id = place(store, slug).await.unwrap().id;
    let reader = &mut store.read().await.unwrap();
    proposal::list(reader, id, &Filter::default(), Order::Oldest, None, 1_000).await.unwrap()
}

/// Created, updated, unchanged.
fn outcomes(report: &Report) -> (u64, u64, u64) {
    (report.total.created, report.total.updated, report.total.unchanged)
}
