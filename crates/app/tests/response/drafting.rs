//! Drafts: who writes them, what they may hold, and that no contribution is answered twice.

use fabrique_app::{
    Error,
    response::{self, ResponseDraft, Seen},
};
use fabrique_domain::{
    account::Permission,
    id::Id,
    proposal::{Proposal, ProposalState},
    response::{Decision, DraftReason, ResponseState},
    text::Fault,
};
use fabrique_storage::{proposal, response as kept, transact};
use fabrique_testkit::{TestStore, contribution::open_consultation, on_both_engines};
use uuid::Uuid;

use crate::bureau::{Bureau, draft, edit, find, submit};

fn field(outcome: &Result<impl Sized, Error>, name: &str) -> Option<Fault> {
    match outcome {
        Err(Error::Invalid(faults)) => faults.of(name),
        _ => None,
    }
}

async fn hide(store: &TestStore, proposal: &Proposal) {
    let before = find(store, proposal.id).await;
    let after = Proposal { state: ProposalState::Hidden, ..before.clone() };
    transact!(store.store, |tx| proposal::update(tx, &before, &after).await).unwrap();
}

on_both_engines! {
    async fn an_agent_answers_several_contributions_at_once(store) {
        let bureau = Bureau::open(store).await;
        let (one, two) = (bureau.proposal(store, "Publier les délais").await, bureau.proposal(store, "Publier les avis").await);
        let id = bureau.draft(store, &bureau.words(&[two.id, one.id, two.id])).await;
        let page = response::read(bureau.agent(), &mut store.read().await.unwrap(), id).await.unwrap();
        assert_eq!(page.response.state, ResponseState::Draft);
        assert_eq!(page.contributions.len(), 2);
        assert_eq!(find(store, one.id).await.response_id, None, "a draft answers nobody");
    }

    async fn an_agent_answers_for_no_other_institution(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let words = ResponseDraft { institution_id: bureau.elsewhere, ..bureau.words(&[proposal.id]) };
        let outcome = draft(store, bureau.agent(), bureau.consultation.id, &words).await;
        assert!(matches!(outcome, Err(Error::Forbidden(Permission::Respond))), "{outcome:?}");
        assert!(draft(store, bureau.coordinator(), bureau.consultation.id, &words).await.is_ok());
    }

    async fn a_contribution_stands_in_one_response_only(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let id = bureau.draft(store, &bureau.words(&[proposal.id])).await;
        let second = draft(store, bureau.coordinator(), bureau.consultation.id, &bureau.words(&[proposal.id])).await;
        assert!(matches!(second, Err(Error::Refused("response-already-answering"))), "{second:?}");
        let seen = Seen { id, version: 1 };
        transact!(store.store, |tx| response::discard(bureau.agent(), tx, seen).await).unwrap();
        assert!(draft(store, bureau.coordinator(), bureau.consultation.id, &bureau.words(&[proposal.id])).await.is_ok());
    }

    async fn of_six_who_take_up_the_same_contribution_at_once_one_gets_it(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let words = bureau.words(&[proposal.id]);
        let rivals = (0..6).map(|_| draft(store, bureau.agent(), bureau.consultation.id, &words));
        let outcomes = futures_util::future::join_all(rivals).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        let refused = |outcome: &&Result<_, Error>| matches!(outcome, Err(Error::Refused("response-already-answering")));
        assert_eq!(outcomes.iter().filter(refused).count(), 5, "{outcomes:?}");
    }

    async fn two_who_edit_the_same_draft_do_not_overwrite_each_other(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let words = bureau.words(&[proposal.id]);
        let seen = Seen { id: bureau.draft(store, &words).await, version: 1 };
        edit(store, &bureau.colleague, seen, &words).await.unwrap();
        let late = edit(store, bureau.agent(), seen, &words).await;
        assert!(matches!(late, Err(Error::Changed)), "{late:?}");
        let kept = kept::get(&mut store.read().await.unwrap(), seen.id).await.unwrap().unwrap();
        assert_eq!((kept.version, kept.drafted_by), (2, bureau.colleague.account_id()));
    }

    async fn what_is_no_contribution_of_the_consultation_is_refused(store) {
        let bureau = Bureau::open(store).await;
        let elsewhere = open_consultation(store, "ailleurs").await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let other = draft(store, bureau.agent(), elsewhere.id, &bureau.words(&[proposal.id])).await;
        assert_eq!(field(&other, "contributions"), Some(Fault::Unknown), "{other:?}");
        hide(store, &proposal).await;
        let hidden = draft(store, bureau.agent(), bureau.consultation.id, &bureau.words(&[proposal.id])).await;
        assert_eq!(field(&hidden, "contributions"), Some(Fault::Unknown), "{hidden:?}");
        let none = draft(store, bureau.agent(), Id::from_uuid(Uuid::from_u128(9)), &bureau.words(&[])).await;
        assert!(matches!(none, Err(Error::NotFound)), "{none:?}");
    }

    async fn what_is_no_clause_no_institution_or_no_target_is_refused(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let base = bureau.words(&[proposal.id]);
        let bureau = &bureau;
        let unknown = async |words: ResponseDraft| draft(store, bureau.coordinator(), bureau.consultation.id, &words).await;
        let clause = unknown(ResponseDraft { clauses: vec![Id::from_uuid(Uuid::from_u128(9))], ..base.clone() }).await;
        assert_eq!(field(&clause, "clauses"), Some(Fault::Unknown));
        let body = unknown(ResponseDraft { institution_id: bureau.cast.association, ..base.clone() }).await;
        assert_eq!(field(&body, "institution"), Some(Fault::Unknown), "an association answers nobody");
        let itself = ResponseDraft { decision: Decision::Merged, merged_into: Some(proposal.id), ..base };
        assert_eq!(field(&unknown(itself).await, "merged_into"), Some(Fault::Unknown));
    }

    async fn a_draft_is_sent_for_review_with_all_its_decision_needs(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let short = ResponseDraft { reason: DraftReason::parse("Non.").unwrap(), ..bureau.words(&[proposal.id]) };
        let mut seen = Seen { id: bureau.draft(store, &short).await, version: 1 };
        let outcome = submit(store, bureau.agent(), seen).await;
        assert_eq!(field(&outcome, "reason"), Some(Fault::TooShort(40)), "a word is not a reason: {outcome:?}");
        let promise = ResponseDraft { clauses: Vec::new(), ..bureau.taken_up(&[proposal.id]) };
        edit(store, bureau.agent(), seen, &promise).await.unwrap();
        seen.version = 2;
        let outcome = submit(store, bureau.agent(), seen).await;
        assert!(matches!(outcome, Err(Error::Refused("response-no-clause"))), "{outcome:?}");
        edit(store, bureau.agent(), seen, &bureau.taken_up(&[])).await.unwrap();
        seen.version = 3;
        let outcome = submit(store, bureau.agent(), seen).await;
        assert!(matches!(outcome, Err(Error::Refused("response-no-contribution"))), "{outcome:?}");
    }

    async fn what_is_in_review_is_rewritten_only_once_sent_back(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let words = bureau.words(&[proposal.id]);
        let seen = bureau.submitted(store, &words).await;
        let outcome = edit(store, bureau.agent(), seen, &words).await;
        assert!(matches!(outcome, Err(Error::Refused("response-not-draft"))), "{outcome:?}");
        let note = crate::bureau::reason("Dites quand.");
        transact!(store.store, |tx| response::send_back(&bureau.colleague, tx, seen, &note).await).unwrap();
        edit(store, bureau.agent(), seen, &words).await.unwrap();
        let page = response::read(bureau.agent(), &mut store.read().await.unwrap(), seen.id).await.unwrap();
        assert_eq!(page.response.review_note, "Dites quand.", "the note stays until it is sent again");
    }
}
