//! Editable pages, their versions, and audits.

use fabrique_domain::{
    LocalizedText,
    content::{AccessibilityAudit, Conformity, Page},
    id::PageId,
};
use fabrique_storage::{Error, content, testing, transact};
use fabrique_testkit::{TestStore, on_both_engines};

async fn add(store: &TestStore, slug: &str) -> (PageId, bool) {
    transact!(store.store, |tx| {
        let (id, updated_at) = (tx.new_id(), tx.now());
        let (title, body) = (LocalizedText::both("Guide", "Guide"), LocalizedText::french("Lisez."));
        let added = content::insert(tx, &Page { id, slug: slug.into(), title, body, version: 1, updated_at }).await?;
        if added {
            content::keep_version(tx, id, None).await?;
        }
        Ok::<_, Error>((id, added))
    })
    .unwrap()
}

async fn edit(store: &TestStore, id: PageId, base: i64, words: &str) -> bool {
    transact!(store.store, |tx| {
        let (title, body) = (LocalizedText::french("Guide"), LocalizedText::french(words));
        let edited = content::update(tx, id, base, &title, &body).await?;
        if edited {
            content::keep_version(tx, id, None).await?;
        }
        Ok::<_, Error>(edited)
    })
    .unwrap()
}

fn audit(audited_on: &str, criteria_met: i64) -> AccessibilityAudit {
    AccessibilityAudit {
        auditor: "Cabinet d’essai".to_owned(),
        conformity: Conformity::PartiallyConforming,
        criteria_met,
        criteria_applicable: 60,
        report: String::new(),
        audited_on: audited_on.parse().unwrap(),
    }
}

on_both_engines! {
    async fn an_address_holds_one_page(store) {
        let (id, added) = add(store, "guide").await;
        assert!(added && !add(store, "guide").await.1);
        assert!(add(store, "a-propos").await.1);
        let reader = &mut store.read().await.unwrap();
        let kept = content::find(reader, "guide").await.unwrap().unwrap();
        assert_eq!((kept.id, kept.version, kept.title.get(fabrique_domain::Language::English)), (id, 1, "Guide"));
        assert_eq!(content::find(reader, "nulle-part").await.unwrap(), None);
        let slugs: Vec<_> = content::list(reader).await.unwrap().into_iter().map(|page| page.slug).collect();
        assert_eq!(slugs, ["a-propos", "guide"], "by their addresses");
    }

    async fn of_two_who_edit_the_same_version_one_is_told(store) {
        let (id, _) = add(store, "guide").await;
        assert!(edit(store, id, 1, "Lisez ceci.").await);
        assert!(!edit(store, id, 1, "Lisez cela.").await);
        assert!(edit(store, id, 2, "Lisez tout.").await);
        let reader = &mut store.read().await.unwrap();
        let versions = content::versions(reader, id, None, 5).await.unwrap();
        let told: Vec<_> = versions.iter().map(|version| (version.version, version.body.fr.as_str())).collect();
        assert_eq!(told, [(3, "Lisez tout."), (2, "Lisez ceci."), (1, "Lisez.")], "every version, the latest first");
        let older = content::versions(reader, id, Some(3), 1).await.unwrap();
        assert_eq!(older.iter().map(|version| version.version).collect::<Vec<_>>(), [2]);
    }

    async fn the_statement_follows_the_latest_audit_by_its_day(store) {
        assert_eq!(content::latest_audit(&mut store.read().await.unwrap()).await.unwrap(), None);
        for (day, met) in [("2026-10-01", 30), ("2026-11-01", 45), ("2026-09-01", 12)] {
            transact!(store.store, |tx| content::record_audit(tx, &audit(day, met)).await).unwrap();
        }
        let latest = content::latest_audit(&mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(latest, Some(audit("2026-11-01", 45)));
        store.clock.pass(1);
        transact!(store.store, |tx| content::record_audit(tx, &audit("2026-11-01", 50)).await).unwrap();
        let latest = content::latest_audit(&mut store.read().await.unwrap()).await.unwrap();
        assert_eq!(latest.unwrap().criteria_met, 50, "of two on one day the one recorded last");
    }

    async fn a_version_is_of_somebody(store) {
        let (id, _) = add(store, "guide").await;
        let author = transact!(store.store, |tx| {
            let author = testing::plant_account(tx, "ada@example.org", "Ada").await?;
            content::update(tx, id, 1, &LocalizedText::french("Guide"), &LocalizedText::french("Lisez.")).await?;
            content::keep_version(tx, id, Some(author)).await?;
            Ok::<_, Error>(author)
        });
        let versions = content::versions(&mut store.read().await.unwrap(), id, None, 5).await.unwrap();
        assert_eq!(versions[0].author_id, Some(author.unwrap()));
        assert_eq!(versions[1].author_id, None);
    }
}
