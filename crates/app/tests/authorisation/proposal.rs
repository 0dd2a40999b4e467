//! Who proposes, edits, withdraws, and reads proposals.

use fabrique_app::proposal::{self, Draft, Edit, Publication, Query, Text, Voice};
use fabrique_domain::{
    Language,
    account::{Actor, Role},
    proposal::{Proposal, ProposalBody, ProposalPart, ProposalSort, ProposalState, ProposalTitle},
    text::{Line, Markdown},
};
use fabrique_storage::transact;
use fabrique_testkit::{
    Cast, TestStore,
    contribution::{open_consultation, published_proposal},
    on_both_engines,
};

use crate::let_in;

/// Everybody who signed in but the external evaluator, who sits outside.
const WHO_CONTRIBUTES: [&str; 6] =
    ["citizen", "agent", "organisation_member", "facilitator", "coordinator", "administrator"];

fn text() -> Text {
    Text {
        title: ProposalTitle::parse("Publier les agendas").unwrap(),
        theme_id: None,
        problem: ProposalPart::parse("").unwrap(),
        change: ProposalPart::parse("").unwrap(),
        body: ProposalBody::parse("Chaque ministre publie ses rendez-vous.").unwrap(),
        language: Language::French,
    }
}

fn draft() -> Draft {
    Draft {
        title: Line::parse("").unwrap(),
        theme_id: None,
        problem: ProposalPart::parse("").unwrap(),
        change: ProposalPart::parse("").unwrap(),
        body: Markdown::parse("").unwrap(),
        language: Language::French,
        voice: Voice::default(),
    }
}

/// A proposal of the citizen of the cast, in this state.
async fn proposal_of_the_citizen(store: &TestStore, cast: &Cast, state: ProposalState) -> Proposal {
    let Actor::Person(citizen) = cast.actor(Role::Citizen) else { panic!("a person") };
    let consultation = open_consultation(store, "open").await;
    let before = published_proposal(store, &consultation, citizen, "Publier les agendas").await;
    let after = Proposal { state, ..before.clone() };
    transact!(store.store, |tx| {
        if state == ProposalState::Draft {
            fabrique_storage::proposal::remove_versions(tx, before.id).await?;
        }
        fabrique_storage::proposal::update(tx, &before, &after).await
    })
    .unwrap();
    after
}

on_both_engines! {
    async fn everybody_who_contributes_drafts_and_publishes(store) {
        let cast = Cast::assemble(store).await;
        let consultation = open_consultation(store, "open").await.id;
        let publication = Publication { text: text(), voice: Voice::default() };
        let admitted = let_in!(store, cast, |actor, tx| proposal::propose(&actor, tx, consultation, &publication));
        assert_eq!(admitted, WHO_CONTRIBUTES);
        let admitted = let_in!(store, cast, |actor, tx| proposal::save_draft(&actor, tx, consultation, None, &draft()));
        assert_eq!(admitted, WHO_CONTRIBUTES);
    }

    async fn a_draft_exists_for_its_author_alone(store) {
        let cast = Cast::assemble(store).await;
        let kept = proposal_of_the_citizen(store, &cast, ProposalState::Draft).await;
        let (id, consultation) = (kept.id, kept.consultation_id);
        let publication = Publication { text: text(), voice: Voice::default() };
        assert_eq!(let_in!(store, cast, |actor, tx| proposal::show(&actor, tx, id)), ["citizen"]);
        assert_eq!(let_in!(store, cast, |actor, tx| proposal::publish(&actor, tx, id, &publication)), ["citizen"]);
        assert_eq!(let_in!(store, cast, |actor, tx| proposal::discard(&actor, tx, id)), ["citizen"]);
        let admitted =
            let_in!(store, cast, |actor, tx| proposal::save_draft(&actor, tx, consultation, Some(id), &draft()));
        assert_eq!(admitted, ["citizen"]);
    }

    async fn only_the_author_edits_and_withdraws(store) {
        let cast = Cast::assemble(store).await;
        let id = proposal_of_the_citizen(store, &cast, ProposalState::Published).await.id;
        let edit = Edit { base_version: 1, text: text() };
        for (name, actor) in cast.everybody() {
            let edited = transact!(store.store, |tx| proposal::edit(&actor, tx, id, &edit).await);
            assert_eq!(edited.is_ok(), name == "citizen", "{name}: {edited:?}");
        }
        for (name, actor) in cast.everybody().into_iter().rev() {
            let withdrawn = transact!(store.store, |tx| proposal::withdraw(&actor, tx, id, None).await);
            assert_eq!(withdrawn.is_ok(), name == "citizen", "{name}: {withdrawn:?}");
        }
    }

    async fn the_words_of_what_was_hidden_are_read_by_its_author_and_who_moderates(store) {
        let cast = Cast::assemble(store).await;
        let id = proposal_of_the_citizen(store, &cast, ProposalState::Hidden).await.id;
        let mut reader = store.read().await.unwrap();
        for (name, actor) in cast.everybody() {
            let shown = proposal::show(&actor, &mut reader, id).await.unwrap();
            let may = ["citizen", "coordinator", "administrator", "platform"].contains(&name);
            assert_eq!(!shown.body.is_empty() && !shown.title.is_empty(), may, "{name}");
            assert_eq!(proposal::compare(&actor, &mut reader, id, 1).await.is_ok(), may, "{name}");
            assert_eq!(!proposal::versions(&actor, &mut reader, id).await.unwrap().is_empty(), may, "{name}");
        }
    }

    async fn everybody_reads_what_is_published_and_only_people_have_their_own(store) {
        let cast = Cast::assemble(store).await;
        let kept = proposal_of_the_citizen(store, &cast, ProposalState::Published).await;
        let (id, consultation) = (kept.id, kept.consultation_id);
        let everybody = cast.everybody().len();
        let query = Query::first(ProposalSort::Recent);
        assert_eq!(let_in!(store, cast, |actor, tx| proposal::show(&actor, tx, id)).len(), everybody);
        assert_eq!(let_in!(store, cast, |actor, tx| proposal::versions(&actor, tx, id)).len(), everybody);
        assert_eq!(let_in!(store, cast, |actor, tx| proposal::compare(&actor, tx, id, 1)).len(), everybody);
        assert_eq!(let_in!(store, cast, |actor, tx| proposal::list(&actor, tx, consultation, &query)).len(), everybody);
        assert_eq!(let_in!(store, cast, |actor, tx| proposal::mine(&actor, tx)).len(), everybody - 2);
    }
}
