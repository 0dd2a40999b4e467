//! What everybody reads, signed in or not: lists, figures, threads, public data.

use fabrique_app::{
    amendment, argument,
    commitment::{self, PlanFilter},
    content, event, open_data,
    open_data::{Scope, Within},
    organisation, own, plan, proposal,
    proposal::Query,
    remark, response, search,
    search::Search,
    subscription, trace, transparency,
};
use fabrique_domain::{
    account::{Actor, Role},
    content::{PageBody, PageTitle, Topic},
    id::{AmendmentId, ArgumentId, ClauseId, CommitmentId, ConsultationId, Id, PlanId, ProposalId},
    localized::Localized,
    open_data::Collection,
    proposal::{Proposal, ProposalSort},
    text::{Line, Markdown, Slug},
};
use fabrique_storage::{commitment::search::Filter, organisation::After, response::PublicFilter, testing, transact};
use fabrique_testkit::{
    Cast, TestStore,
    contribution::{open_consultation, prepared_consultation, published_proposal},
    on_both_engines,
};
use uuid::Uuid;

use crate::let_in;

/// A public proposal, and a public commitment with a clause.
struct Public {
    cast: Cast,
    everybody: usize,
    plan: PlanId,
    proposal: Proposal,
    commitment: CommitmentId,
    clause: ClauseId,
}

impl Public {
    async fn set(store: &TestStore) -> Self {
        let cast = Cast::assemble(store).await;
        let consultation = open_consultation(store, "open").await;
        let citizen = cast.actor(Role::Citizen).person().unwrap();
        let proposal = published_proposal(store, &consultation, citizen, "Publier les agendas").await;
        let plan = consultation.plan_id;
        let (commitment, clause) = transact!(store.store, |tx| {
            let id = testing::plant_commitment(tx, plan, "draft").await?;
            let text = Localized::french(Markdown::parse("Chaque avis est publié avec sa réponse.").unwrap());
            let clause = commitment::NewClause { commitment_id: id, text, reason: Line::parse("").unwrap() };
            let clause = commitment::add_clause(&Actor::Platform, tx, &clause).await?;
            let kept = fabrique_storage::commitment::find(tx, id).await?.unwrap();
            let (state, published_at) = (fabrique_domain::commitment::CommitmentState::Published, Some(tx.now()));
            let public = fabrique_domain::commitment::Commitment { state, published_at, ..kept };
            fabrique_storage::commitment::update(tx, &public).await?;
            Ok::<_, fabrique_app::Error>((id, clause.id))
        })
        .unwrap();
        Self { everybody: cast.everybody().len(), cast, plan, proposal, commitment, clause }
    }
}

/// What is found of agendas in a consultation.
fn agendas(consultation: ConsultationId) -> Search {
    let query = Query::first(ProposalSort::Recent);
    Search { consultation, words: "agenda".to_owned(), query, page: Some(0) }
}

on_both_engines! {
    async fn everybody_reads_the_lists_of_commitments(store) {
        let Public { cast, everybody, plan, commitment: id, .. } = Public::set(store).await;
        let filter = PlanFilter { theme_id: None, level: None, organisation_id: None };
        assert_eq!(let_in!(store, cast, |_actor, tx| commitment::of_plan(tx, plan, filter)).len(), everybody);
        let filter = Filter { plan_id: None, level: None, organisation_id: None, theme: None };
        assert_eq!(let_in!(store, cast, |_actor, tx| commitment::all(tx, &filter, None)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| commitment::earlier_choices(tx, id)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| plan::brought(tx, plan)).len(), everybody);
        let institution = cast.institution;
        assert_eq!(let_in!(store, cast, |_actor, tx| commitment::carried_by(tx, institution, 5)).len(), everybody);
        // Asked by the pages that offer to write; whoever may not is told so, and nobody is refused.
        assert_eq!(let_in!(store, cast, |actor, tx| commitment::may_change(&actor, tx, id)).len(), everybody);
        for (name, actor) in cast.everybody() {
            let may = transact!(store.store, |tx| commitment::may_change(&actor, tx, id).await).unwrap();
            assert_eq!(may, ["coordinator", "platform"].contains(&name), "{name}");
        }
    }

    async fn everybody_reads_the_lists_of_organisations_and_news(store) {
        let (cast, first) = (Cast::assemble(store).await, After::default());
        let everybody = cast.everybody().len();
        let institution = cast.institution;
        assert_eq!(let_in!(store, cast, |_actor, tx| organisation::by_id(tx, institution)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| organisation::by_slug(tx, "nowhere")).len(), everybody);
        let platform = store.platform();
        let spoken = let_in!(store, cast, |_actor, tx| organisation::contributions(&platform, tx, institution, 5));
        assert_eq!(spoken.len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| organisation::list(tx, None, &first, 5)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| event::list(tx, None, None, 5)).len(), everybody);
        let text = content::Text {
            title: Localized::french(PageTitle::parse("Guide").unwrap()),
            body: Localized::french(PageBody::parse("Un guide.").unwrap()),
        };
        let slug = Slug::of("guide");
        transact!(store.store, |tx| content::edit(&Actor::Platform, tx, &slug, 1, &text).await).unwrap();
        assert_eq!(let_in!(store, cast, |_actor, tx| content::revision(tx, "guide", 2)).len(), everybody);
    }

    async fn everybody_reads_what_was_answered(store) {
        let Public { cast, everybody, proposal, commitment, clause, .. } = Public::set(store).await;
        let id = proposal.consultation_id;
        let filter = PublicFilter { decision: None, institution: None, consultation: None };
        assert_eq!(let_in!(store, cast, |_actor, tx| response::published(tx, &filter, None, 5)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| response::narrowing(tx)).len(), everybody);
        let consultation =
            fabrique_storage::consultation::find(&mut store.read().await.unwrap(), id).await.unwrap().unwrap();
        let admitted = let_in!(store, cast, |_actor, tx| response::standing(tx, &proposal, &consultation));
        assert_eq!(admitted.len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| response::behind_clause(tx, clause, None, 5)).len(), everybody);
        let admitted = let_in!(store, cast, |_actor, tx| response::behind_commitment(tx, commitment, None, 5));
        assert_eq!(admitted.len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| transparency::overall(tx)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| transparency::of_consultation(tx, id)).len(), everybody);
    }

    async fn everybody_follows_the_thread_of_what_is_public(store) {
        let Public { cast, everybody, plan, proposal, commitment, clause } = Public::set(store).await;
        let (platform, id) = (store.platform(), proposal.id);
        assert_eq!(let_in!(store, cast, |_actor, tx| trace::example(&platform, tx, plan)).len(), everybody);
        let (of_plan, consultation, institution) = transact!(store.store, |tx| {
            let of_plan = fabrique_storage::plan::find(tx, plan).await?.unwrap();
            let consultation = fabrique_storage::consultation::find(tx, proposal.consultation_id).await?.unwrap();
            let institution = fabrique_storage::organisation::find(tx, cast.institution).await?.unwrap();
            Ok::<_, fabrique_app::Error>((of_plan, consultation, institution))
        })
        .unwrap();
        assert_eq!(let_in!(store, cast, |_actor, tx| trace::of_plan(&platform, tx, &of_plan)).len(), everybody);
        let read = let_in!(store, cast, |_actor, tx| trace::of_consultation(&platform, tx, &consultation));
        assert_eq!(read.len(), everybody);
        let read = let_in!(store, cast, |_actor, tx| trace::of_organisation(&platform, tx, &institution));
        assert_eq!(read.len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| trace::of_listed_proposals(&platform, tx, &[id])).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| trace::of_listed_commitments(&platform, tx, &[])).len(), everybody);
        assert_eq!(let_in!(store, cast, |actor, tx| trace::of_proposal(&platform, &actor, tx, id)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| trace::of_clause(&platform, tx, clause)).len(), everybody);
        let admitted = let_in!(store, cast, |_actor, tx| trace::of_commitment(&platform, tx, commitment));
        assert_eq!(admitted.len(), everybody);
        let unknown = fabrique_domain::id::ResponseId::from_uuid(Uuid::nil());
        assert_eq!(let_in!(store, cast, |_actor, tx| trace::of_response(&platform, tx, unknown)), [""; 0]);
    }

    async fn everybody_reads_what_stands_beside_a_proposal(store) {
        let Public { cast, everybody, plan, proposal, .. } = Public::set(store).await;
        assert_eq!(let_in!(store, cast, |actor, tx| proposal::appendices(&actor, tx, &proposal)).len(), everybody);
        let id = proposal.id;
        assert_eq!(let_in!(store, cast, |actor, tx| remark::list(&actor, tx, id, None, 5)).len(), everybody);
        let unknown = ArgumentId::from_uuid(Uuid::nil());
        assert_eq!(let_in!(store, cast, |_actor, tx| argument::proposal_of(tx, unknown)).len(), everybody);
        let unknown = AmendmentId::from_uuid(Uuid::nil());
        assert_eq!(let_in!(store, cast, |_actor, tx| amendment::proposal_of(tx, unknown)).len(), everybody);
        let plan = plan.uuid();
        assert_eq!(let_in!(store, cast, |_actor, tx| subscription::subject(tx, Topic::Plan, plan)).len(), everybody);
        // Asked by the pages before they are shown: nobody is refused.
        assert_eq!(let_in!(store, cast, |actor, tx| own::exists(&actor, tx, Topic::Proposal, id.uuid())).len(), everybody);
    }

    async fn everybody_takes_the_public_data(store) {
        let Public { cast, everybody, proposal, .. } = Public::set(store).await;
        let (all, whole) = (Collection::Proposals, Scope::All.into());
        assert_eq!(let_in!(store, cast, |_actor, tx| open_data::read(tx, all, &whole, None, 5)).len(), everybody);
        let id = proposal.id.uuid();
        assert_eq!(let_in!(store, cast, |_actor, tx| open_data::find(tx, all, id)).len(), everybody);
        let within = Within::Proposal(ProposalId::from_uuid(id));
        assert_eq!(let_in!(store, cast, |_actor, tx| open_data::scope(tx, &within)).len(), everybody);
        let (platform, open) = (store.platform(), Within::Consultation("open".to_owned()));
        let asked = [("q".into(), "agenda".into())];
        let admitted = let_in!(store, cast, |_actor, tx| open_data::extent(&platform, tx, all, Some(&open), &asked));
        assert_eq!(admitted.len(), everybody);
    }

    async fn what_is_searched_is_what_may_be_read(store) {
        let Public { cast, everybody, plan, proposal, .. } = Public::set(store).await;
        let platform = store.platform();
        let shown = proposal.consultation_id;
        let admitted = let_in!(store, cast, |actor, tx| search::proposals(&actor, &platform, tx, &agendas(shown)));
        assert_eq!(admitted.len(), everybody);
        let admitted = let_in!(store, cast, |actor, tx| search::similar(&actor, &platform, tx, shown, "agenda", 5));
        assert_eq!(admitted.len(), everybody);
        let hidden = transact!(store.store, |tx| {
            let (id, now) = (tx.new_id(), tx.now());
            fabrique_storage::consultation::insert(tx, &prepared_consultation(id, plan, "prepared", now)).await?;
            Ok::<_, fabrique_storage::Error>(id)
        })
        .unwrap();
        let admitted = let_in!(store, cast, |actor, tx| search::proposals(&actor, &platform, tx, &agendas(hidden)));
        assert_eq!(admitted, ["coordinator", "platform"]);
        let admitted = let_in!(store, cast, |actor, tx| search::similar(&actor, &platform, tx, hidden, "agenda", 5));
        assert_eq!(admitted, ["coordinator", "platform"]);
    }
}
