//! Who edits pages and records audits.

use fabrique_app::content::{self, accessibility};
use fabrique_domain::{
    Localized,
    content::{Auditor, CriteriaMet, PageBody, PageTitle},
    text::{Line, Slug},
};
use fabrique_testkit::{Cast, on_both_engines};

use crate::let_in;

const KEEPERS: [&str; 3] = ["coordinator", "administrator", "platform"];

fn text() -> content::Text {
    content::Text {
        title: Localized::french(PageTitle::parse("Guide").unwrap()),
        body: Localized::french(PageBody::parse("Un guide.").unwrap()),
    }
}

fn audit() -> accessibility::Audit {
    accessibility::Audit {
        auditor: Auditor::parse("Cabinet d’essai").unwrap(),
        criteria: CriteriaMet::new(50, 60).unwrap(),
        report: Line::parse("").unwrap(),
        audited_on: "2026-11-01".parse().unwrap(),
    }
}

on_both_engines! {
    async fn who_keeps_pages_edits_them(store) {
        let cast = Cast::assemble(store).await;
        let slug = Slug::of("guide");
        assert_eq!(let_in!(store, cast, |actor, tx| content::edit(&actor, tx, &slug, 1, &text())), KEEPERS);
    }

    async fn who_keeps_pages_records_audits(store) {
        let (cast, platform) = (Cast::assemble(store).await, store.platform());
        let admitted =
            let_in!(store, cast, |actor, tx| accessibility::record_audit(&platform, &actor, tx, &audit()));
        assert_eq!(admitted, KEEPERS);
    }

    async fn everybody_reads_pages(store) {
        let cast = Cast::assemble(store).await;
        let everybody = cast.everybody().len();
        let today = audit().audited_on;
        assert_eq!(let_in!(store, cast, |_actor, tx| content::find(tx, "guide")).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| content::list(tx)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| content::versions(tx, "guide", None, 5)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| accessibility::statement(tx, today)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| accessibility::conformity(tx, today)).len(), everybody);
    }
}
