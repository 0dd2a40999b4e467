//! What was said elsewhere, neither for nor against.

use fabrique_domain::{
    id::ProposalId,
    proposal::{ProposalState, Remark},
    time::MINUTE,
};
use fabrique_storage::{Error, proposal, remark, transact};
use fabrique_testkit::{TestApp, stories};

use super::plant;

/// So many remarks, one a minute.
async fn remark_on(app: &TestApp, proposal: ProposalId, count: i64) {
    let planted = transact!(app.platform.store, |tx| {
        for number in 1..=count {
            let remark = Remark {
                id: tx.new_id(),
                proposal_id: proposal,
                author_name: "Claude".into(),
                body: format!("Remarque **numéro** {number}"),
                created_at: tx.now().plus(number * MINUTE),
            };
            remark::insert(tx, &remark).await?;
        }
        Ok::<_, Error>(())
    });
    planted.unwrap();
}

stories! {
    async fn a_proposal_without_remarks_says_nothing_of_them(app) {
        let id = plant(app).await;
        let page = app.visitor().get(&format!("/proposals/{id}")).await;
        assert!(!page.assert_ok().has("#remarks"));
        app.visitor().get(&format!("/proposals/{id}/remarks")).await.assert_ok().assert_says("Aucune remarque");
    }

    async fn remarks_stand_below_the_two_columns_and_on_their_own_page_when_they_are_many(app) {
        let id = plant(app).await;
        remark_on(app, id, 53).await;
        let page = app.visitor().get(&format!("/proposals/{id}")).await;
        let shown = page.assert_ok().texts("#remarks .prose");
        assert_eq!((shown.len(), shown[0].as_str()), (10, "Remarque numéro 1"));
        assert_eq!(page.texts("#remarks strong")[0], "numéro");
        let first = app.visitor().get(&page.attributes("#remarks > p a", "href").remove(0)).await;
        assert_eq!(first.assert_ok().texts(".argument .prose").len(), 50);
        let second = app.visitor().get(&first.attributes("a[rel=next]", "href").remove(0)).await;
        assert_eq!(second.assert_ok().texts(".argument .prose"), ["Remarque numéro 51", "Remarque numéro 52", "Remarque numéro 53"]);
        assert!(!second.has("a[rel=next]"));
        app.visitor().get(&format!("/proposals/{id}/remarks?after=nonsense")).await.assert_status(422);
        app.visitor().get("/proposals/00000000-0000-0000-0000-000000000001/remarks").await.assert_status(404);
    }

    async fn remarks_are_public_data_and_follow_the_words_of_their_proposal(app) {
        let id = plant(app).await;
        remark_on(app, id, 2).await;
        let mut reader = app.visitor();
        let csv = reader.get(&format!("/proposals/{id}/remarks.csv")).await;
        assert_eq!(csv.assert_ok().body.lines().count(), 3, "{}", csv.body);
        let api = reader.get(&format!("/api/v1/remarks?proposal={id}")).await;
        assert!(api.assert_ok().body.contains("Remarque **numéro** 2") && api.body.contains("Claude"));
        let hidden = transact!(app.platform.store, |tx| {
            let before = proposal::find(tx, id).await?.unwrap();
            let after = fabrique_domain::proposal::Proposal { state: ProposalState::Hidden, ..before.clone() };
            proposal::update(tx, &before, &after).await
        });
        hidden.unwrap();
        assert!(!reader.get(&format!("/api/v1/remarks?proposal={id}")).await.body.contains("numéro"));
        reader.get(&format!("/proposals/{id}/remarks")).await.assert_status(404);
    }
}
