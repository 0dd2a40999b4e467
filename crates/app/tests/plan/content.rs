//! Pages come written, are edited a version at a time, and the accessibility statement follows the
//! audits.

use fabrique_app::{
    Error,
    content::{self, accessibility},
};
use fabrique_domain::{
    Localized,
    account::{Actor, Role},
    content::{Auditor, Conformity, CriteriaMet, PageBody, PageTitle},
    text::{Fault, Line, Slug},
};
use fabrique_storage::transact;
use fabrique_testkit::{Cast, TestStore, on_both_engines};

use crate::day;

fn text(body: &str) -> content::Text {
    content::Text {
        title: Localized::french(PageTitle::parse("Une page").unwrap()),
        body: Localized::french(PageBody::parse(body).unwrap()),
    }
}

async fn write(store: &TestStore, actor: &Actor, slug: &str, base: i64, body: &str) -> Result<i64, Error> {
    let slug = Slug::of(slug);
    transact!(store.store, |tx| content::edit(actor, tx, &slug, base, &text(body)).await)
}

fn audit(met: i64, report: &str, audited_on: &str) -> accessibility::Audit {
    accessibility::Audit {
        auditor: Auditor::parse("Cabinet d’essai").unwrap(),
        criteria: CriteriaMet::new(met, 60).unwrap(),
        report: Line::parse(report).unwrap(),
        audited_on: day(audited_on),
    }
}

async fn record(store: &TestStore, actor: &Actor, audit: &accessibility::Audit) -> Result<(), Error> {
    let platform = store.platform();
    transact!(store.store, |tx| accessibility::record_audit(&platform, actor, tx, audit).await)
}

async fn conformity(store: &TestStore, today: &str) -> Conformity {
    accessibility::statement(&mut store.read().await.unwrap(), day(today)).await.unwrap().conformity
}

on_both_engines! {
    async fn a_page_reads_as_it_came_until_somebody_edits_it(store) {
        let cast = Cast::assemble(store).await;
        let came = content::find(&mut store.read().await.unwrap(), "guide").await.unwrap();
        assert!(content::is_as_it_came(&came) && came.body.en.is_some());
        let written = write(store, cast.actor(Role::Coordinator), "guide", came.version, "Notre guide.").await;
        assert_eq!(written.unwrap(), 2);
        let page = content::find(&mut store.read().await.unwrap(), "guide").await.unwrap();
        assert_eq!((page.version, page.body.fr.as_str()), (2, "Notre guide."));
        assert!(!content::is_as_it_came(&page));
    }

    async fn what_an_edit_changed_can_be_seen_down_to_the_text_that_came(store) {
        let cast = Cast::assemble(store).await;
        let coordinator = cast.actor(Role::Coordinator);
        write(store, coordinator, "rules", 1, "Deux.").await.unwrap();
        write(store, coordinator, "rules", 2, "Trois.").await.unwrap();
        let mut reader = store.read().await.unwrap();
        let versions = content::versions(&mut reader, "rules", None, 10).await.unwrap();
        assert_eq!(versions.iter().map(|one| one.version).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!(versions[0].author_id, coordinator.account_id());
        assert_eq!(versions[2].author_id, None, "nobody here wrote the first");
        assert_eq!(content::versions(&mut reader, "rules", Some(3), 1).await.unwrap()[0].version, 2);
        let second = content::revision(&mut reader, "rules", 3).await.unwrap();
        assert_eq!((second.earlier_body.fr.as_str(), second.version.body.fr.as_str()), ("Deux.", "Trois."));
        let first = content::revision(&mut reader, "rules", 1).await.unwrap();
        assert!(first.earlier_body.is_blank());
        for absent in [0, 4, i64::MAX] {
            assert!(matches!(content::revision(&mut reader, "rules", absent).await, Err(Error::NotFound)), "{absent}");
        }
    }

    async fn two_editors_never_overwrite_one_another(store) {
        let cast = Cast::assemble(store).await;
        let (one, other) = (cast.actor(Role::Coordinator), cast.actor(Role::Administrator));
        let (first, second) =
            tokio::join!(write(store, one, "legal", 1, "De l’une."), write(store, other, "legal", 1, "De l’autre."));
        let refused = [&first, &second].into_iter().filter(|outcome| matches!(outcome, Err(Error::Changed))).count();
        assert_eq!(refused, 1, "{first:?} {second:?}");
        assert_eq!(content::find(&mut store.read().await.unwrap(), "legal").await.unwrap().version, 2);
    }

    async fn a_page_of_ones_own_is_added_once(store) {
        let cast = Cast::assemble(store).await;
        let coordinator = cast.actor(Role::Coordinator);
        assert!(matches!(write(store, coordinator, "contact", 1, "Écrivez-nous.").await, Err(Error::Changed)));
        assert_eq!(write(store, coordinator, "contact", 0, "Écrivez-nous.").await.unwrap(), 1);
        assert!(matches!(write(store, coordinator, "contact", 0, "Encore.").await, Err(Error::Changed)));
        let pages = content::list(&mut store.read().await.unwrap()).await.unwrap();
        let slugs: Vec<_> = pages.iter().map(|page| page.slug.as_str()).collect();
        assert_eq!(slugs, ["guide", "rules", "legal", "accessibility", "privacy", "contact"]);
    }

    async fn a_page_that_nobody_wrote_is_not_found(store) {
        let mut reader = store.read().await.unwrap();
        assert!(matches!(content::find(&mut reader, "nulle-part").await, Err(Error::NotFound)));
        assert!(matches!(content::versions(&mut reader, "nulle-part", None, 5).await, Err(Error::NotFound)));
    }

    async fn the_statement_reads_not_conforming_until_an_audit_says_otherwise(store) {
        let cast = Cast::assemble(store).await;
        let coordinator = cast.actor(Role::Coordinator);
        assert_eq!(conformity(store, "2026-11-23").await, Conformity::NotConforming);
        record(store, coordinator, &audit(45, "https://example.org/audit", "2026-11-20")).await.unwrap();
        assert_eq!(conformity(store, "2026-11-23").await, Conformity::PartiallyConforming);
        record(store, coordinator, &audit(60, "/pages/audit", "2026-11-22")).await.unwrap();
        assert_eq!(conformity(store, "2026-11-23").await, Conformity::Conforming);
        assert_eq!(conformity(store, "2030-01-01").await, Conformity::NotConforming, "it no longer holds");
    }

    async fn an_audit_of_tomorrow_or_with_a_strange_address_is_not_recorded(store) {
        let cast = Cast::assemble(store).await;
        let coordinator = cast.actor(Role::Coordinator);
        let tomorrow = record(store, coordinator, &audit(45, "", "2026-11-24")).await;
        assert!(matches!(tomorrow, Err(Error::Invalid(faults)) if faults.of("audited_on") == Some(Fault::Order)));
        let strange = record(store, coordinator, &audit(45, "javascript:alert(1)", "2026-11-20")).await;
        assert!(matches!(strange, Err(Error::Invalid(faults)) if faults.of("report") == Some(Fault::Malformed)));
        assert_eq!(conformity(store, "2026-11-23").await, Conformity::NotConforming);
    }
}
