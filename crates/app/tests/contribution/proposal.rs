//! A proposal from its first words to its last version.

use fabrique_app::{
    Error,
    difference::Kind,
    proposal::{self, Draft, Edit, Publication, Query, Text, Voice},
};
use fabrique_domain::{
    Language,
    account::{Actor, AuthorKind, Capacity, Person, Role},
    consultation::Consultation,
    proposal::{Proposal, ProposalBody, ProposalPart, ProposalSort, ProposalState, ProposalTitle, Reason},
    text::{Fault, Line, Markdown},
};
use fabrique_storage::{outbox, testing, transact};
use fabrique_testkit::{
    TestStore,
    contribution::{open_consultation, person, published_proposal},
    on_both_engines,
};

use crate::refusal;

fn text(title: &str, body: &str) -> Text {
    Text {
        title: ProposalTitle::parse(title).unwrap(),
        theme_id: None,
        problem: ProposalPart::parse("On ne sait pas.").unwrap(),
        change: ProposalPart::parse("").unwrap(),
        body: ProposalBody::parse(body).unwrap(),
        language: Language::French,
    }
}

fn publication(title: &str) -> Publication {
    Publication { text: text(title, "Chaque ministre publie ses rendez-vous."), voice: Voice::default() }
}

fn begun(title: &str) -> Draft {
    Draft {
        title: Line::parse(title).unwrap(),
        theme_id: None,
        problem: ProposalPart::parse("").unwrap(),
        change: ProposalPart::parse("").unwrap(),
        body: Markdown::parse("").unwrap(),
        language: Language::French,
        voice: Voice::default(),
    }
}

async fn somebody(store: &TestStore) -> Actor {
    Actor::Person(person(store, "Camille Rivière", &[]).await)
}

async fn propose(
    store: &TestStore,
    actor: &Actor,
    to: &Consultation,
    input: &Publication,
) -> fabrique_app::Result<Proposal> {
    transact!(store.store, |tx| proposal::propose(actor, tx, to.id, input).await)
}

async fn edit(
    store: &TestStore,
    actor: &Actor,
    of: &Proposal,
    base_version: i64,
    text: Text,
) -> fabrique_app::Result<Proposal> {
    let edit = Edit { base_version, text };
    transact!(store.store, |tx| proposal::edit(actor, tx, of.id, &edit).await)
}

async fn support(store: &TestStore, of: &Proposal) {
    let neighbour = Actor::Person(person(store, "Sacha Voisine", &[]).await);
    let position = fabrique_domain::proposal::Position::Support;
    transact!(store.store, |tx| fabrique_app::position::take(&neighbour, tx, of.id, position).await).unwrap();
}

async fn listed(store: &TestStore, of: &Consultation, sort: ProposalSort) -> Vec<String> {
    let mut reader = store.read().await.unwrap();
    let page = proposal::list(&Actor::Anonymous, &mut reader, of.id, &Query::first(sort)).await.unwrap();
    page.items.into_iter().map(|item| item.title).collect()
}

on_both_engines! {
    async fn a_draft_is_kept_as_it_is_typed_and_read_by_nobody_else_until_published(store) {
        let (consultation, author) = (open_consultation(store, "open").await, somebody(store).await);
        let id = consultation.id;
        let before = store.version();
        let draft = transact!(store.store, |tx| proposal::save_draft(&author, tx, id, None, &begun("Ag")).await).unwrap();
        let longer = begun("Agendas ouverts");
        transact!(store.store, |tx| proposal::save_draft(&author, tx, id, Some(draft.id), &longer).await).unwrap();
        assert_eq!(store.version(), before, "no public page changes");
        assert!(listed(store, &consultation, ProposalSort::Recent).await.is_empty());
        let mine = proposal::mine(&author, &mut store.read().await.unwrap()).await.unwrap();
        assert_eq!((mine.len(), mine[0].title.as_str(), mine[0].state), (1, "Agendas ouverts", ProposalState::Draft));
        let words = publication("Ouvrir les agendas");
        transact!(store.store, |tx| proposal::publish(&author, tx, draft.id, &words).await).unwrap();
        assert_eq!(listed(store, &consultation, ProposalSort::Recent).await, ["Ouvrir les agendas"]);
        let again = transact!(store.store, |tx| proposal::publish(&author, tx, draft.id, &words).await);
        assert_eq!(refusal(again), "proposal-not-a-draft");
        let thrown = transact!(store.store, |tx| proposal::discard(&author, tx, draft.id).await);
        assert_eq!(refusal(thrown), "proposal-not-a-draft");
    }

    async fn nobody_proposes_before_it_opens_or_after_it_closes(store) {
        let (consultation, author) = (open_consultation(store, "open").await, somebody(store).await);
        let kept = propose(store, &author, &consultation, &publication("Avant la clôture")).await.unwrap();
        store.clock.pass_days(-2);
        let early = propose(store, &author, &consultation, &publication("Trop tôt, hélas")).await;
        assert_eq!(refusal(early), "proposal-consultation-not-open-yet");
        store.clock.pass_days(40);
        let late = propose(store, &author, &consultation, &publication("Trop tard, hélas")).await;
        assert_eq!(refusal(late), "proposal-consultation-closed");
        let words = text("Après la clôture", "Un texte assez long pour être publié.");
        assert_eq!(refusal(edit(store, &author, &kept, 1, words).await), "proposal-consultation-closed");
    }

    async fn people_speak_as_what_their_roles_say_and_nothing_more(store) {
        let consultation = open_consultation(store, "open").await;
        let citizen = somebody(store).await;
        let mut input = publication("Parler en agent");
        input.voice = Voice { kind: AuthorKind::Agent, capacity: Capacity::Personal };
        let Err(Error::Invalid(faults)) = propose(store, &citizen, &consultation, &input).await else { panic!() };
        assert_eq!(faults.of("author_kind"), Some(Fault::Unknown));
        input.voice = Voice { kind: AuthorKind::Citizen, capacity: Capacity::Mandate };
        let Err(Error::Invalid(faults)) = propose(store, &citizen, &consultation, &input).await else { panic!() };
        assert_eq!(faults.of("capacity"), Some(Fault::Unknown));
        let agent: Person = person(store, "Maxime Bureau", &[(Role::Agent, None)]).await;
        input.voice = Voice { kind: AuthorKind::Agent, capacity: Capacity::Service };
        let kept = propose(store, &Actor::Person(agent), &consultation, &input).await.unwrap();
        assert_eq!((kept.author_kind, kept.capacity), (AuthorKind::Agent, Capacity::Service));
    }

    async fn a_theme_belongs_to_the_plan_or_is_refused(store) {
        let (consultation, author) = (open_consultation(store, "open").await, somebody(store).await);
        let (here, elsewhere) = transact!(store.store, |tx| {
            let other = testing::plant_plan(tx, "other").await?;
            let here = testing::plant_theme(tx, consultation.plan_id, "here").await?;
            Ok::<_, fabrique_storage::Error>((here, testing::plant_theme(tx, other, "elsewhere").await?))
        }).unwrap();
        let mut input = publication("Avec un thème");
        input.text.theme_id = Some(elsewhere);
        let Err(Error::Invalid(faults)) = propose(store, &author, &consultation, &input).await else { panic!() };
        assert_eq!(faults.of("theme"), Some(Fault::Unknown));
        input.text.theme_id = Some(here);
        assert!(propose(store, &author, &consultation, &input).await.is_ok());
    }

    async fn until_somebody_takes_part_an_edit_replaces_and_afterwards_it_is_a_version(store) {
        let (consultation, author) = (open_consultation(store, "open").await, somebody(store).await);
        let first = propose(store, &author, &consultation, &publication("Ouvrir les agendas")).await.unwrap();
        let words = text("Ouvrir les agendas", "Chaque ministre publie ses rendez-vous chaque mois.");
        let second = edit(store, &author, &first, 1, words).await.unwrap();
        assert_eq!(second.version, 1, "nobody had read it yet");
        support(store, &first).await;
        let words = text("Ouvrir les agendas", "Chaque ministre publie ses rendez-vous chaque semaine.");
        let third = edit(store, &author, &first, 1, words.clone()).await.unwrap();
        assert_eq!(third.version, 2);
        assert_eq!(edit(store, &author, &first, 2, words.clone()).await.unwrap().version, 2, "the same words");
        assert!(matches!(edit(store, &author, &first, 1, text("Un autre titre", &words.body)).await, Err(Error::Changed)));
        let mut reader = store.read().await.unwrap();
        let versions = proposal::versions(&Actor::Anonymous, &mut reader, first.id).await.unwrap();
        assert_eq!(versions.iter().map(|version| version.version).collect::<Vec<_>>(), [2, 1]);
        let compared = proposal::compare(&Actor::Anonymous, &mut reader, first.id, 2).await.unwrap();
        let told: Vec<_> = compared.parts.body.iter().map(|piece| (piece.kind, piece.text.as_str())).collect();
        assert_eq!(told, [
            (Kind::Same, "Chaque ministre publie ses rendez-vous chaque "),
            (Kind::Removed, "mois"),
            (Kind::Added, "semaine"),
            (Kind::Same, "."),
        ]);
        assert_eq!(compared.previous, Some(1));
        assert_eq!(proposal::compare(&Actor::Anonymous, &mut reader, first.id, 1).await.unwrap().previous, None);
        assert!(matches!(proposal::compare(&Actor::Anonymous, &mut reader, first.id, 9).await, Err(Error::NotFound)));
    }

    async fn of_two_edits_at_once_one_is_kept_and_the_other_told(store) {
        let (consultation, author) = (open_consultation(store, "open").await, somebody(store).await);
        let first = propose(store, &author, &consultation, &publication("Ouvrir les agendas")).await.unwrap();
        support(store, &first).await;
        let edits = ["Ouvrir un agenda", "Ouvrir deux agendas"].map(|title| {
            edit(store, &author, &first, 1, text(title, "Chaque ministre publie ses rendez-vous."))
        });
        let [one, other] = edits;
        let outcomes = tokio::join!(one, other);
        let kept = [outcomes.0, outcomes.1].into_iter().filter(Result::is_ok).count();
        assert_eq!(kept, 1);
    }

    async fn what_is_withdrawn_leaves_the_list_and_keeps_its_address(store) {
        let (consultation, author) = (open_consultation(store, "open").await, somebody(store).await);
        let first = propose(store, &author, &consultation, &publication("Ouvrir les agendas")).await.unwrap();
        let reason = Reason::parse("Je l’ai jointe à une autre.").unwrap();
        transact!(store.store, |tx| proposal::withdraw(&author, tx, first.id, Some(&reason)).await).unwrap();
        assert!(listed(store, &consultation, ProposalSort::Recent).await.is_empty());
        let shown = proposal::show(&Actor::Anonymous, &mut store.read().await.unwrap(), first.id).await.unwrap();
        assert_eq!((shown.state, shown.state_reason.as_str()), (ProposalState::Withdrawn, "Je l’ai jointe à une autre."));
        let again = transact!(store.store, |tx| proposal::withdraw(&author, tx, first.id, None).await);
        assert_eq!(refusal(again), "proposal-not-published");
    }

    async fn pages_follow_each_other_and_come_back(store) {
        let consultation = open_consultation(store, "open").await;
        let author = person(store, "Noé Laforêt", &[]).await;
        for number in 1..=7 {
            published_proposal(store, &consultation, &author, &format!("Proposition numéro {number}")).await;
        }
        for sort in [ProposalSort::Recent, ProposalSort::Random, ProposalSort::Supported, ProposalSort::Unanswered] {
            let mut query = Query { limit: 3, seed: 1_234_567_890, ..Query::first(sort) };
            let mut reader = store.read().await.unwrap();
            let mut pages = Vec::new();
            loop {
                let page = proposal::list(&Actor::Anonymous, &mut reader, consultation.id, &query).await.unwrap();
                query.place = page.next;
                pages.push(page);
                if query.place.is_none() { break; }
            }
            assert_eq!(pages.iter().map(|page| page.items.len()).collect::<Vec<_>>(), [3, 3, 1]);
            assert_eq!(pages[0].previous, None);
            query.place = pages[2].previous;
            let back = proposal::list(&Actor::Anonymous, &mut reader, consultation.id, &query).await.unwrap();
            assert_eq!(back.items, pages[1].items, "{sort:?}");
            query.place = back.previous;
            let first = proposal::list(&Actor::Anonymous, &mut reader, consultation.id, &query).await.unwrap();
            assert_eq!((&first.items, first.previous), (&pages[0].items, None), "{sort:?}");
        }
    }

    async fn what_changes_the_words_or_the_state_reaches_the_index(store) {
        let (consultation, author) = (open_consultation(store, "open").await, somebody(store).await);
        let first = propose(store, &author, &consultation, &publication("Ouvrir les agendas")).await.unwrap();
        edit(store, &author, &first, 1, text("Ouvrir un agenda", "Un texte assez long pour être publié.")).await.unwrap();
        transact!(store.store, |tx| proposal::withdraw(&author, tx, first.id, None).await).unwrap();
        assert_eq!(transact!(store.store, |tx| outbox::stamp(tx, 100).await).unwrap(), 3);
    }
}
