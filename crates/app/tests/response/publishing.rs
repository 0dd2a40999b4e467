//! Publication: by a second person, once, with all that follows from it.

use fabrique_app::{
    Error,
    account::{self, Profile},
    response::{self, ResponseDraft, Seen},
};
use fabrique_domain::{
    Language,
    account::{Actor, DisplayName, Permission},
    commitment::CommitmentState,
    content::EventKind,
    proposal::{Proposal, ProposalState},
    response::Decision,
};
use fabrique_storage::{commitment, consultation, event, outbox, proposal, transact};
use fabrique_testkit::{TestStore, on_both_engines};

use crate::bureau::{Bureau, clause, edit, find, mail, publish, submit};

async fn withdraw(store: &TestStore, proposal: &Proposal) {
    let before = find(store, proposal.id).await;
    let after = Proposal { state: ProposalState::Withdrawn, ..before.clone() };
    transact!(store.store, |tx| proposal::update(tx, &before, &after).await).unwrap();
}

on_both_engines! {
    async fn publishing_answers_each_contribution_and_counts_it(store) {
        let bureau = Bureau::open(store).await;
        let (one, two) = (bureau.proposal(store, "Publier les délais").await, bureau.proposal(store, "Publier les avis").await);
        bureau.proposal(store, "Publier les comptes").await;
        let id = bureau.published(store, &bureau.taken_up(&[one.id, two.id])).await;
        for proposal in [one, two] {
            let answered = find(store, proposal.id).await;
            assert_eq!((answered.response_id, answered.answered_at.is_some()), (Some(id), true));
        }
        let reader = &mut store.read().await.unwrap();
        let consultation = consultation::find(reader, bureau.consultation.id).await.unwrap().unwrap();
        assert_eq!((consultation.proposals, consultation.answered), (3, 2));
        let facets = proposal::facets(reader, consultation.id).await.unwrap();
        let answered: i64 = facets.iter().filter(|facet| format!("{:?}", facet.answer) == "Answered").map(|facet| facet.proposals).sum();
        assert_eq!(answered, 2);
        let clause = commitment::clause::find(reader, bureau.clause.id).await.unwrap().unwrap();
        assert_eq!(clause.contributions, 2, "the clause knows what is behind it");
    }

    async fn publishing_is_news_and_reaches_the_index(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        bureau.published(store, &bureau.words(&[proposal.id])).await;
        let news = event::page(&mut store.read().await.unwrap(), None, 10).await.unwrap();
        assert!(news.iter().any(|event| event.kind == EventKind::ResponsePublished && event.title.fr == "Publier les délais"));
        transact!(store.store, |tx| outbox::stamp(tx, 100).await).unwrap();
        let changes = outbox::after(&mut store.read().await.unwrap(), 0, 100).await.unwrap();
        assert!(changes.iter().any(|change| change.entity_id == fabrique_domain::id::Id::uuid(proposal.id)));
    }

    async fn nobody_publishes_what_they_wrote_themselves(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let seen = bureau.submitted(store, &bureau.words(&[proposal.id])).await;
        let own = publish(store, bureau.agent(), seen).await;
        assert!(matches!(own, Err(Error::Refused("response-no-second-reader"))), "{own:?}");
        assert_eq!(find(store, proposal.id).await.response_id, None);
        publish(store, bureau.coordinator(), seen).await.unwrap();
    }

    async fn whoever_rewrote_a_draft_is_not_its_second_reader(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let words = bureau.words(&[proposal.id]);
        let seen = Seen { id: bureau.draft(store, &words).await, version: 1 };
        edit(store, &bureau.colleague, seen, &words).await.unwrap();
        let seen = Seen { version: 2, ..seen };
        submit(store, bureau.agent(), seen).await.unwrap();
        let own = publish(store, &bureau.colleague, seen).await;
        assert!(matches!(own, Err(Error::Refused("response-no-second-reader"))), "{own:?}");
        publish(store, bureau.agent(), seen).await.unwrap();
    }

    async fn an_agent_of_another_institution_publishes_nothing(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let seen = bureau.submitted(store, &bureau.words(&[proposal.id])).await;
        let outcome = publish(store, &bureau.stranger, seen).await;
        assert!(matches!(outcome, Err(Error::Forbidden(Permission::Respond))), "{outcome:?}");
    }

    async fn a_draft_that_was_not_sent_for_review_is_not_published(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let seen = Seen { id: bureau.draft(store, &bureau.words(&[proposal.id])).await, version: 1 };
        let outcome = publish(store, &bureau.colleague, seen).await;
        assert!(matches!(outcome, Err(Error::Refused("response-not-submitted"))), "{outcome:?}");
    }

    async fn of_several_reviewers_who_publish_at_once_one_does_and_authors_get_one_mail(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let seen = bureau.submitted(store, &bureau.words(&[proposal.id])).await;
        let reviewers = [&bureau.colleague, bureau.coordinator(), &bureau.colleague, bureau.coordinator()];
        let outcomes = futures_util::future::join_all(reviewers.map(|actor| publish(store, actor, seen))).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1, "{outcomes:?}");
        assert_eq!(mail(store).await.len(), 1);
        let consultation = consultation::find(&mut store.read().await.unwrap(), bureau.consultation.id).await;
        assert_eq!(consultation.unwrap().unwrap().answered, 1);
    }

    async fn what_was_rewritten_after_it_was_read_is_not_published(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let words = bureau.words(&[proposal.id]);
        let read = bureau.submitted(store, &words).await;
        let note = crate::bureau::reason("Dites quand.");
        transact!(store.store, |tx| response::send_back(&bureau.colleague, tx, read, &note).await).unwrap();
        edit(store, bureau.agent(), read, &words).await.unwrap();
        submit(store, bureau.agent(), Seen { version: 2, ..read }).await.unwrap();
        let outcome = publish(store, &bureau.colleague, read).await;
        assert!(matches!(outcome, Err(Error::Changed)), "{outcome:?}");
    }

    async fn the_author_is_told_once_whatever_the_number_of_contributions(store) {
        let bureau = Bureau::open(store).await;
        let (one, two) = (bureau.proposal(store, "Publier les délais").await, bureau.proposal(store, "Publier les avis").await);
        let id = bureau.published(store, &bureau.words(&[one.id, two.id])).await;
        let mail = mail(store).await;
        assert_eq!(mail.len(), 1);
        let author = bureau.author().person().unwrap().account.email.clone().unwrap();
        assert_eq!(mail[0].to, author);
        for part in ["Publier les délais", "Publier les avis", "hors champ", "contester", &id.to_string()] {
            assert!(mail[0].text.contains(part), "{part}: {}", mail[0].text);
        }
        assert!(!format!("{}{}", mail[0].subject, mail[0].text).contains(['[', '⁇']), "every word is there");
    }

    async fn an_author_who_reads_english_is_told_in_english(store) {
        let bureau = Bureau::open(store).await;
        let display_name = DisplayName::parse(&bureau.author().person().unwrap().account.display_name).unwrap();
        let profile = Profile { display_name, language: Language::English };
        transact!(store.store, |tx| account::update_profile(bureau.author(), tx, &profile).await).unwrap();
        let proposal = bureau.proposal(store, "Publier les délais").await;
        bureau.published(store, &bureau.words(&[proposal.id])).await;
        let mail = mail(store).await;
        assert_eq!(mail[0].subject, "Your contribution has its answer");
        for part in ["Publier les délais", "out of scope", "contest the answer once"] {
            assert!(mail[0].text.contains(part), "{part}: {}", mail[0].text);
        }
    }

    async fn a_contribution_taken_back_meanwhile_leaves_the_answer(store) {
        let bureau = Bureau::open(store).await;
        let (one, two) = (bureau.proposal(store, "Publier les délais").await, bureau.proposal(store, "Publier les avis").await);
        let seen = bureau.submitted(store, &bureau.words(&[one.id, two.id])).await;
        withdraw(store, &one).await;
        publish(store, &bureau.colleague, seen).await.unwrap();
        assert_eq!(find(store, one.id).await.response_id, None);
        assert_eq!(find(store, two.id).await.response_id, Some(seen.id));
    }

    async fn an_answer_points_to_no_closed_door(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let plan = bureau.consultation.plan_id;
        let closed = transact!(store.store, |tx| clause(tx, plan, CommitmentState::Draft).await).unwrap();
        let words = ResponseDraft { clauses: vec![closed.id], ..bureau.taken_up(&[proposal.id]) };
        let seen = bureau.submitted(store, &words).await;
        let outcome = publish(store, &bureau.colleague, seen).await;
        assert!(matches!(outcome, Err(Error::Refused("response-clause-not-public"))), "{outcome:?}");
    }

    async fn merging_names_a_contribution_that_everybody_can_read(store) {
        let bureau = Bureau::open(store).await;
        let (one, two) = (bureau.proposal(store, "Publier les délais").await, bureau.proposal(store, "Publier les avis").await);
        let words = ResponseDraft { decision: Decision::Merged, merged_into: Some(two.id), ..bureau.words(&[one.id]) };
        let seen = bureau.submitted(store, &words).await;
        withdraw(store, &two).await;
        let outcome = publish(store, &bureau.colleague, seen).await;
        assert!(matches!(outcome, Err(Error::Refused("response-no-target"))), "{outcome:?}");
    }

    async fn the_console_publishes_what_an_import_brought(store) {
        let bureau = Bureau::open(store).await;
        let proposal = bureau.proposal(store, "Publier les délais").await;
        let seen = bureau.submitted(store, &bureau.words(&[proposal.id])).await;
        publish(store, &Actor::Platform, seen).await.unwrap();
    }
}
