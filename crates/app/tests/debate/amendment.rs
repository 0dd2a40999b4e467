//! Amendments, their acceptance with credit, and what it does to the others.

use fabrique_app::{Error, Result, amendment, amendment::NewAmendment};
use fabrique_domain::{
    account::{Actor, AuthorKind, Role},
    id::AmendmentId,
    proposal::{Amendment, AmendmentState, Passage, ProposalField, Reason, Replacement},
    text::Fault,
    time::DAY,
};
use fabrique_storage::{amendment as stored, outbox, proposal, transact};
use fabrique_testkit::{TestStore, contribution::actor, on_both_engines};

use super::{Debate, citizen, mailbox, rule};

impl Debate {
    async fn amend(&self, store: &TestStore, who: &Actor, passage: &str, replacement: &str) -> Result<AmendmentId> {
        let new = NewAmendment {
            proposal: self.proposal.id,
            field: ProposalField::Body,
            passage: Passage::parse(passage).unwrap(),
            replacement: Replacement::parse(replacement).unwrap(),
            reason: Reason::parse("C’est plus précis.").unwrap(),
            author_kind: AuthorKind::Citizen,
        };
        let platform = store.platform();
        transact!(store.store, |tx| amendment::propose(&platform, who, tx, &new).await)
    }
}

async fn accept(store: &TestStore, who: &Actor, id: AmendmentId) -> Result<i64> {
    let platform = store.platform();
    transact!(store.store, |tx| amendment::accept(&platform, who, tx, id).await)
}

async fn decline(store: &TestStore, who: &Actor, id: AmendmentId) -> Result<()> {
    let platform = store.platform();
    let reason = Reason::parse("Le texte le dit déjà.").unwrap();
    transact!(store.store, |tx| amendment::decline(&platform, who, tx, id, &reason).await).map(drop)
}

async fn find(store: &TestStore, id: AmendmentId) -> Amendment {
    stored::find(&mut store.read().await.unwrap(), id).await.unwrap().unwrap()
}

fn fault(outcome: Result<AmendmentId>, field: &str) -> Option<Fault> {
    match outcome {
        Err(Error::Invalid(faults)) => faults.of(field),
        other => panic!("no field is wrong: {other:?}"),
    }
}

on_both_engines! {
    async fn accepted_words_enter_the_text_with_credit(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let id = debate.amend(store, &camille, "leur source", "leur source officielle").await.unwrap();
        assert_eq!(accept(store, &debate.author(), id).await.unwrap(), 2);

        let now = debate.proposal_now(store).await;
        assert_eq!(now.body, "Publier les données de chaque décision, avec leur source officielle et leur date.");
        assert_eq!((now.version, now.amendments), (2, 1));
        let reader = &mut store.read().await.unwrap();
        let version = proposal::version(reader, now.id, 2).await.unwrap().unwrap();
        assert_eq!((version.author_name.as_str(), version.amendment_id), ("Camille", Some(id)));
        assert_eq!(version.body, now.body);
        let amendment = find(store, id).await;
        assert_eq!((amendment.state, amendment.resulting_version), (AmendmentState::Accepted, Some(2)));
    }

    async fn the_author_and_then_the_amender_are_told(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let first = debate.amend(store, &camille, "leur source", "leur source officielle").await.unwrap();
        let told = mailbox(store).await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].to, "ada.auteur@people.example");
        assert!(told[0].text.contains("leur source officielle") && told[0].text.contains("/proposals/"), "{}", told[0].text);
        let second = debate.amend(store, &camille, "chaque décision", "toute décision").await.unwrap();
        mailbox(store).await;
        accept(store, &debate.author(), first).await.unwrap();
        decline(store, &debate.author(), second).await.unwrap();
        let told = mailbox(store).await;
        assert_eq!(told.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), ["camille@people.example"; 2]);
        assert!(told[1].text.contains("Le texte le dit déjà."), "{}", told[1].text);
        assert!(told.iter().all(|mail| !mail.text.contains('⁇') && !mail.text.contains('[')), "{told:?}");
    }

    async fn the_index_hears_of_the_new_text(store) {
        let debate = Debate::open(store).await;
        let id = debate.amend(store, &citizen(store, "Camille").await, "leur date", "leur jour").await.unwrap();
        transact!(store.store, |tx| outbox::stamp(tx, 100).await).unwrap();
        accept(store, &debate.author(), id).await.unwrap();
        assert_eq!(transact!(store.store, |tx| outbox::stamp(tx, 100).await).unwrap(), 1);
    }

    async fn others_on_the_same_words_become_outdated_and_the_rest_wait_on(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let accepted = debate.amend(store, &camille, "leur source et leur date", "leur origine").await.unwrap();
        let same = debate.amend(store, &camille, "leur date", "leur jour").await.unwrap();
        let elsewhere = debate.amend(store, &camille, "chaque décision", "toute décision").await.unwrap();
        accept(store, &debate.author(), accepted).await.unwrap();
        assert_eq!(find(store, same).await.state, AmendmentState::Outdated);
        assert_eq!(find(store, elsewhere).await.state, AmendmentState::Proposed);
        assert_eq!(rule(accept(store, &debate.author(), same).await), "amendment-outdated");
        assert_eq!(accept(store, &debate.author(), elsewhere).await.unwrap(), 3);
    }

    async fn two_who_decide_at_once_decide_once(store) {
        let debate = Debate::open(store).await;
        let id = debate.amend(store, &citizen(store, "Camille").await, "leur date", "leur jour").await.unwrap();
        let coordinator = actor(store, "Cora", &[Role::Coordinator]).await;
        let author = debate.author();
        let (one, other) = tokio::join!(accept(store, &author, id), accept(store, &coordinator, id));
        assert_eq!(usize::from(one.is_ok()) + usize::from(other.is_ok()), 1);
        assert_eq!(rule(if one.is_err() { one } else { other }), "amendment-decided");
        assert_eq!(debate.proposal_now(store).await.version, 2);
    }

    async fn a_passage_must_stand_exactly_once(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        for passage in ["leur", "introuvable"] {
            assert_eq!(fault(debate.amend(store, &camille, passage, "sa").await, "passage"), Some(Fault::Unknown));
        }
        assert_eq!(debate.proposal_now(store).await.amendments, 0);
    }

    async fn words_that_change_nothing_or_leave_nothing_are_refused(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let same = debate.amend(store, &camille, "leur date", "leur date").await;
        assert_eq!(fault(same, "replacement"), Some(Fault::Taken));
        let nothing = debate.amend(store, &camille, &debate.proposal.body, "").await;
        assert_eq!(fault(nothing, "replacement"), Some(Fault::Missing));
    }

    async fn the_author_edits_instead_and_nobody_accepts_ones_own(store) {
        let debate = Debate::open(store).await;
        let own = debate.amend(store, &debate.author(), "leur date", "leur jour").await;
        assert_eq!(rule(own), "amendment-own-proposal");
        let coordinator = actor(store, "Cora", &[Role::Coordinator]).await;
        let id = debate.amend(store, &coordinator, "leur date", "leur jour").await.unwrap();
        assert_eq!(rule(accept(store, &coordinator, id).await), "amendment-own");
    }

    async fn a_stranger_decides_nothing(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let id = debate.amend(store, &camille, "leur date", "leur jour").await.unwrap();
        for stranger in [citizen(store, "Dominique").await, actor(store, "Alex", &[Role::Agent]).await] {
            assert!(matches!(accept(store, &stranger, id).await, Err(Error::Forbidden(_))));
            assert!(matches!(decline(store, &stranger, id).await, Err(Error::Forbidden(_))));
        }
        assert!(matches!(accept(store, &Actor::Anonymous, id).await, Err(Error::SignInNeeded)));
        assert_eq!(find(store, id).await.state, AmendmentState::Proposed);
    }

    async fn once_closed_the_text_stands_but_a_refusal_may_still_be_given(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let id = debate.amend(store, &camille, "leur date", "leur jour").await.unwrap();
        store.clock.pass(31 * DAY);
        assert_eq!(rule(debate.amend(store, &camille, "chaque", "toute").await), "debate-not-open");
        assert_eq!(rule(accept(store, &debate.author(), id).await), "debate-not-open");
        decline(store, &debate.author(), id).await.unwrap();
        let amendment = find(store, id).await;
        assert_eq!((amendment.state, amendment.decision_reason.as_str()), (AmendmentState::Declined, "Le texte le dit déjà."));
    }

    async fn the_list_is_read_a_page_at_a_time_the_recent_first(store) {
        let debate = Debate::open(store).await;
        let camille = citizen(store, "Camille").await;
        let mut ids = Vec::new();
        for words in ["un", "deux", "trois"] {
            store.clock.pass(1_000);
            ids.push(debate.amend(store, &camille, "leur date", words).await.unwrap());
        }
        let reader = &mut store.read().await.unwrap();
        let page = amendment::list(reader, debate.proposal.id, None, 2).await.unwrap();
        assert_eq!(page.iter().map(|amendment| amendment.id).collect::<Vec<_>>(), [ids[2], ids[1]]);
        let page = amendment::list(reader, debate.proposal.id, Some(ids[1]), 2).await.unwrap();
        assert_eq!(page.iter().map(|amendment| amendment.id).collect::<Vec<_>>(), [ids[0]]);
        assert_eq!(amendment::proposal_of(reader, ids[0]).await.unwrap(), Some(debate.proposal.id));
    }
}
