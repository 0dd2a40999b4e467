//! Who reads a list, who writes on it, and what its link shows.

use fabrique_app::{
    Error, Result,
    shortlist::{self, MEMBER_LIMIT, link_of},
};
use fabrique_domain::{
    account::Actor,
    id::ShortlistId,
    shortlist::{ShortlistRight, Why},
    text::EmailAddress,
};
use fabrique_storage::transact;
use fabrique_testkit::on_both_engines;

use super::{Desk, refused};

impl Desk<'_> {
    pub(crate) async fn name(&self, list: ShortlistId, email: &str, right: ShortlistRight) -> Result<()> {
        let email = EmailAddress::parse(email).unwrap();
        transact!(self.store.store, |tx| {
            shortlist::name_member(&self.platform, &self.camille, tx, list, &email, right).await
        })
    }

    /// What the address of the link of a list holds; none while it is closed.
    async fn secret(&self, list: ShortlistId) -> Option<String> {
        let page = self.page(&self.camille, list).await.unwrap();
        let link = link_of(&self.platform, &page.access.list)?;
        link.strip_prefix(&format!("/shortlists/{list}/shared/")).map(str::to_owned)
    }

    async fn opens(&self, list: ShortlistId, secret: &str) -> bool {
        shortlist::by_link(&self.platform, &mut self.store.read().await.unwrap(), list, secret).await.is_ok()
    }

    async fn set_link(&self, actor: &Actor, list: ShortlistId, open: bool) -> Result<()> {
        transact!(self.store.store, |tx| shortlist::set_link(actor, tx, list, open).await)
    }
}

on_both_engines! {
    async fn a_stranger_does_not_learn_that_a_list_exists(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        assert!(matches!(desk.page(&desk.sacha, list).await, Err(Error::NotFound)));
        assert!(matches!(desk.add(&desk.sacha, list, &["W751000001"]).await, Err(Error::NotFound)));
        assert!(matches!(desk.page(&Actor::Anonymous, list).await, Err(Error::SignInNeeded)));
    }

    async fn a_reader_reads_and_a_writer_writes_and_neither_shares(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.name(list, "sacha@example.org", ShortlistRight::Read).await.unwrap();
        let entry = desk.added(&desk.camille, list, "W751000001").await;
        assert_eq!(desk.page(&desk.sacha, list).await.unwrap().entries.len(), 1);
        assert_eq!(refused(desk.add(&desk.sacha, list, &["W751000003"]).await), "shortlist-read-only");
        let why = Why::parse("").unwrap();
        let outcome = transact!(store.store, |tx| shortlist::remove(&desk.sacha, tx, (list, entry), &why).await);
        assert_eq!(refused(outcome), "shortlist-read-only");
        let mut reader = store.read().await.unwrap();
        assert_eq!(shortlist::writable(&desk.sacha, &mut reader).await.unwrap(), []);
        drop(reader);
        desk.name(list, "sacha@example.org", ShortlistRight::Write).await.unwrap();
        desk.added(&desk.sacha, list, "W751000003").await;
        assert_eq!(refused(desk.set_link(&desk.sacha, list, true).await), "shortlist-not-keeper");
        let erased = transact!(store.store, |tx| shortlist::erase(&desk.sacha, tx, list).await);
        assert_eq!(refused(erased), "shortlist-not-keeper");
        let mut reader = store.read().await.unwrap();
        assert_eq!(shortlist::writable(&desk.sacha, &mut reader).await.unwrap().len(), 1);
    }

    async fn only_people_who_have_an_account_are_named_and_nobody_tries_many_addresses(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        let none = desk.name(list, "personne@example.org", ShortlistRight::Read).await;
        assert_eq!(refused(none), "shortlist-no-account");
        assert_eq!(refused(desk.name(list, "camille@example.org", ShortlistRight::Read).await), "shortlist-own-address");
        for _ in 0..MEMBER_LIMIT.most {
            desk.name(list, "sacha@example.org", ShortlistRight::Read).await.unwrap();
        }
        let outcome = desk.name(list, "sacha@example.org", ShortlistRight::Read).await;
        assert!(matches!(outcome, Err(Error::TooMany(_))));
    }

    async fn whoever_is_named_may_leave_and_take_nobody_else_off(store) {
        let desk = Desk::open(store).await;
        let list = desk.list(&desk.camille).await;
        desk.name(list, "sacha@example.org", ShortlistRight::Write).await.unwrap();
        let (camille, sacha) = (desk.camille.account_id().unwrap(), desk.sacha.account_id().unwrap());
        let take_off = async |actor: &Actor, account| {
            transact!(store.store, |tx| shortlist::remove_member(actor, tx, list, account).await)
        };
        assert_eq!(refused(take_off(&desk.sacha, camille).await), "shortlist-not-keeper");
        take_off(&desk.sacha, sacha).await.unwrap();
        assert!(matches!(desk.page(&desk.sacha, list).await, Err(Error::NotFound)));
    }

    async fn a_link_opens_until_it_is_changed_or_closed(store) {
        let desk = Desk::open(store).await;
        let (list, other) = (desk.list(&desk.camille).await, desk.list(&desk.camille).await);
        assert_eq!(desk.secret(list).await, None);
        desk.set_link(&desk.camille, list, true).await.unwrap();
        desk.set_link(&desk.camille, other, true).await.unwrap();
        let first = desk.secret(list).await.unwrap();
        assert!(desk.opens(list, &first).await);
        assert!(!desk.opens(other, &first).await, "a link opens its own list");
        for forged in ["", "A", &"A".repeat(43), &"%".repeat(10_000)] {
            assert!(!desk.opens(list, forged).await, "{forged}");
        }
        desk.set_link(&desk.camille, list, true).await.unwrap();
        assert!(!desk.opens(list, &first).await);
        let second = desk.secret(list).await.unwrap();
        assert!(desk.opens(list, &second).await);
        desk.set_link(&desk.camille, list, false).await.unwrap();
        assert!(!desk.opens(list, &second).await);
    }
}
