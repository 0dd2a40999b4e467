//! The page of a proposal is kept for all who signed in and have nothing of their own on it; who has
//! something sees their own, and nobody else's.

use fabrique_testkit::{Page, stories};

use super::{AUTHOR, coordinator, plant};

/// The positions that a page shows as the reader's own.
fn own(page: &Page) -> Vec<String> {
    page.assert_ok().attributes("button[name=position][aria-pressed=true]", "value")
}

fn mark(page: &Page) -> String {
    page.headers.get("etag").map(|mark| mark.to_str().unwrap().to_owned()).unwrap_or_default()
}

stories! {
    async fn two_who_have_done_nothing_read_the_same_page(app) {
        let address = format!("/proposals/{}", plant(app).await);
        let mut camille = app.signed_in("camille@example.org").await;
        let mut dominique = app.signed_in("dominique@example.org").await;
        let first = camille.get(&address).await;
        let second = dominique.get(&address).await;
        assert_eq!(own(&first), Vec::<String>::new());
        assert_eq!(first.body, second.body);
        assert!(!mark(&first).is_empty(), "the page was kept");
        assert_eq!(mark(&first), mark(&second));
        assert!(second.has("a[href='/account']"), "the page of somebody signed in");
        assert_eq!(second.headers["cache-control"], "private, no-store");
    }

    async fn what_one_does_shows_at_once_to_the_one_and_never_to_the_other(app) {
        let address = format!("/proposals/{}", plant(app).await);
        let mut camille = app.signed_in("camille@example.org").await;
        let mut dominique = app.signed_in("dominique@example.org").await;
        for _ in 0..2 {
            camille.get(&address).await;
            dominique.get(&address).await;
        }
        camille.post(&format!("{address}/position"), &[("position", "support")]).await.assert_redirect();
        for _ in 0..2 {
            assert_eq!(own(&camille.get(&address).await), ["support"]);
            let theirs = dominique.get(&address).await;
            assert_eq!(own(&theirs), Vec::<String>::new());
            assert!(theirs.text("button[value=support]").starts_with('1'), "the count is everybody's");
        }
        camille.post(&format!("{address}/position"), &[("position", "")]).await.assert_redirect();
        assert_eq!(own(&camille.get(&address).await), Vec::<String>::new());
    }

    async fn an_author_and_a_coordinator_see_their_own_tools_and_lend_them_to_nobody(app) {
        let address = format!("/proposals/{}", plant(app).await);
        let mut author = app.signed_in(AUTHOR).await;
        let mut coordinator = coordinator(app).await;
        let edit = format!("a[href='{address}/edit']");
        assert!(author.get(&address).await.assert_ok().has(&edit));
        assert!(coordinator.get(&address).await.assert_ok().has("a[href='/admin']"));
        let camille = app.signed_in("camille@example.org").await.get(&address).await;
        assert!(!camille.has(&edit) && !camille.has("a[href='/admin']"));
        assert!(author.get(&address).await.has(&edit));
        assert!(coordinator.get(&address).await.has("a[href='/admin']"));
    }

    async fn a_session_that_ended_reads_as_everybody_at_once(app) {
        let address = format!("/proposals/{}", plant(app).await);
        let mut camille = app.signed_in("camille@example.org").await;
        let mut elsewhere = camille.clone();
        assert!(elsewhere.get(&address).await.has("a[href='/account']"));
        camille.post("/sign-out", &[]).await.assert_redirect();
        assert!(elsewhere.get(&address).await.assert_ok().has("a[href='/sign-in']"));
    }
}
