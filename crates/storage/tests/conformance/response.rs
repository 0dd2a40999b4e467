//! Reasoned responses: written, read over, published, contested, corrected, and read from both ends.

use fabrique_domain::{
    LocalizedText,
    id::{AccountId, ClauseId, CommitmentId, ConsultationId, Id, OrganisationId, ProposalId, ResponseId},
    response::{Contest, Decision, Response, ResponseState},
};
use fabrique_storage::{
    Error,
    response::{self, PublicFilter},
    transact,
};
use fabrique_testkit::{TestStore, on_both_engines};
use uuid::Uuid;

use crate::release::brought_up_to_date;

fn id<I: Id>(number: u128) -> I {
    I::from_uuid(Uuid::from_u128(number))
}

/// A draft of the ministry, without a contribution yet.
async fn draft(store: &TestStore) -> Response {
    transact!(store.store, |tx| {
        let now = tx.now();
        let published = response::get(tx, id::<ResponseId>(50)).await?.unwrap();
        let draft = Response {
            id: tx.new_id(),
            decision: Decision::OutOfScope,
            reason: LocalizedText::french("Ce n’est pas de notre ressort."),
            state: ResponseState::Draft,
            version: 1,
            created_at: now,
            updated_at: now,
            submitted_at: None,
            published_at: None,
            ..published
        };
        response::insert(tx, &draft).await?;
        Ok::<_, Error>(draft)
    })
    .unwrap()
}

on_both_engines! {
    async fn an_answer_is_read_from_both_ends(store) {
        let old = brought_up_to_date(store).await;
        {
            let store = &old;
            let reader = &mut store.read().await.unwrap();
            let (answer, proposal): (ResponseId, ProposalId) = (id(50), id(31));
            let contributions = response::contributions(reader, answer).await.unwrap();
            assert_eq!(contributions.iter().map(|one| one.id).collect::<Vec<_>>(), [proposal]);
            let clauses = response::clauses(reader, answer).await.unwrap();
            assert_eq!(clauses.iter().map(|clause| clause.clause_id).collect::<Vec<_>>(), [id::<ClauseId>(41)]);
            assert!(response::answer_to(reader, proposal).await.unwrap().is_some());
            assert!(response::answer_to(reader, id(9)).await.unwrap().is_none());
            assert_eq!(response::behind_clause(reader, id(41), None, 5).await.unwrap().len(), 1);
            assert_eq!(response::behind_commitment(reader, id::<CommitmentId>(40), None, 5).await.unwrap().len(), 1);
            assert!(response::behind_clause(reader, id(42), None, 5).await.unwrap().is_empty());
        }
        old.finish().await;
    }

    async fn the_public_list_holds_what_is_published_and_narrows(store) {
        let old = brought_up_to_date(store).await;
        {
            let store = &old;
            draft(store).await;
            let reader = &mut store.read().await.unwrap();
            let all = PublicFilter { decision: None, institution: None, consultation: None };
            assert_eq!(response::published(reader, &all, None, 5).await.unwrap().len(), 1, "the draft is not in it");
            let narrowed = [
                (PublicFilter { decision: Some(Decision::TakenUp), ..all }, 1),
                (PublicFilter { decision: Some(Decision::OutOfScope), ..all }, 0),
                (PublicFilter { institution: Some(id::<OrganisationId>(1)), ..all }, 1),
                (PublicFilter { institution: Some(id::<OrganisationId>(2)), ..all }, 0),
                (PublicFilter { consultation: Some(id::<ConsultationId>(30)), ..all }, 1),
            ];
            for (filter, count) in narrowed {
                assert_eq!(response::published(reader, &filter, None, 5).await.unwrap().len(), count, "{filter:?}");
            }
            assert_eq!(response::answerers(reader).await.unwrap().len(), 1);
            assert_eq!(response::answered_consultations(reader).await.unwrap().len(), 1);
        }
        old.finish().await;
    }

    async fn a_draft_moves_on_only_from_the_version_that_was_seen(store) {
        let old = brought_up_to_date(store).await;
        {
            let store = &old;
            let draft = draft(store).await;
            let submitted = transact!(store.store, |tx| response::submit(tx, draft.id, 7).await).unwrap();
            assert!(!submitted, "somebody else wrote in between");
            assert!(transact!(store.store, |tx| response::submit(tx, draft.id, 1).await).unwrap());
            let kept = response::get(&mut store.read().await.unwrap(), draft.id).await.unwrap().unwrap();
            assert_eq!(kept.state, ResponseState::InReview);
            let back = transact!(store.store, |tx| response::send_back(tx, kept.id, kept.version, "Dites quand.").await);
            assert!(back.unwrap());
            let kept = response::get(&mut store.read().await.unwrap(), draft.id).await.unwrap().unwrap();
            assert_eq!((kept.state, kept.review_note.as_str()), (ResponseState::Draft, "Dites quand."));
            assert!(transact!(store.store, |tx| response::discard(tx, draft.id).await).unwrap());
            assert_eq!(response::get(&mut store.read().await.unwrap(), draft.id).await.unwrap(), None);
        }
        old.finish().await;
    }

    async fn a_contribution_stands_in_one_answer_only(store) {
        let old = brought_up_to_date(store).await;
        {
            let store = &old;
            let draft = draft(store).await;
            let twice = transact!(store.store, |tx| response::set_contributions(tx, draft.id, &[id(31)]).await).unwrap();
            assert!(!twice, "it is answered already");
            assert!(response::contributions(&mut store.read().await.unwrap(), draft.id).await.unwrap().is_empty());
        }
        old.finish().await;
    }

    async fn an_answer_is_contested_once_and_replied_to_once(store) {
        let old = brought_up_to_date(store).await;
        {
            let store = &old;
            let contest = transact!(store.store, |tx| {
                let contest = Contest {
                    id: tx.new_id(),
                    response_id: id(50),
                    proposal_id: id(31),
                    author_id: id::<AccountId>(10),
                    body: "La réponse parle d’un autre guichet.".to_owned(),
                    created_at: tx.now(),
                    reply: String::new(),
                    replied_at: None,
                };
                assert!(response::insert_contest(tx, &contest).await?);
                let again = Contest { id: tx.new_id(), ..contest.clone() };
                assert!(!response::insert_contest(tx, &again).await?, "once");
                Ok::<_, Error>(contest)
            })
            .unwrap();
            let reader = &mut store.read().await.unwrap();
            assert_eq!(response::contests_awaiting(reader, id(1)).await.unwrap(), std::slice::from_ref(&contest));
            assert_eq!(response::contest_on(reader, id(31)).await.unwrap(), Some(contest.clone()));
            for first in [true, false] {
                let replied = transact!(store.store, |tx| response::reply(tx, contest.id, "Vous avez raison.", None).await);
                assert_eq!(replied.unwrap(), first);
            }
            let reader = &mut store.read().await.unwrap();
            assert!(response::contests_awaiting(reader, id(1)).await.unwrap().is_empty());
            assert_eq!(response::contests(reader, id(50)).await.unwrap()[0].reply, "Vous avez raison.");
        }
        old.finish().await;
    }
}
