//! Who may speak on a proposal, decide on amendments and moderate.

use fabrique_app::{
    amendment, amendment::NewAmendment, argument, argument::NewArgument, moderation, moderation::NewReport, position,
};
use fabrique_domain::{
    account::AuthorKind,
    id::{AmendmentId, ArgumentId, ProposalId},
    moderation::{Ground, Subject},
    proposal::{ArgumentBody, Passage, Position, ProposalField, Reason, Replacement, Side},
};
use fabrique_storage::transact;
use fabrique_testkit::{
    Cast, TestStore,
    contribution::{actor, open_consultation, person, published_proposal},
    on_both_engines,
};

use crate::let_in;

const CONTRIBUTORS: [&str; 6] =
    ["citizen", "agent", "organisation_member", "facilitator", "coordinator", "administrator"];
const MODERATORS: [&str; 3] = ["coordinator", "administrator", "platform"];

/// A proposal with an argument and an amendment by people outside the cast.
struct Scene {
    proposal: ProposalId,
    argument: ArgumentId,
    amendment: AmendmentId,
}

fn new_argument(proposal: ProposalId) -> NewArgument {
    let body = ArgumentBody::parse("Cela fait gagner du temps.").unwrap();
    NewArgument { proposal, side: Side::For, body, author_kind: AuthorKind::Citizen }
}

fn new_amendment(proposal: ProposalId) -> NewAmendment {
    NewAmendment {
        proposal,
        field: ProposalField::Body,
        passage: Passage::parse("leur date").unwrap(),
        replacement: Replacement::parse("leur jour").unwrap(),
        reason: reason(),
        author_kind: AuthorKind::Citizen,
    }
}

fn reason() -> Reason {
    Reason::parse("Une raison.").unwrap()
}

impl Scene {
    async fn set(store: &TestStore) -> Self {
        let author = person(store, "Ada Auteur", &[]).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let proposal = published_proposal(store, &consultation, &author, "Publier chaque décision").await.id;
        let (other, platform) = (actor(store, "Otto Autre", &[]).await, store.platform());
        let argument = transact!(store.store, |tx| argument::add(&other, tx, &new_argument(proposal)).await).unwrap();
        let amendment =
            transact!(store.store, |tx| amendment::propose(&platform, &other, tx, &new_amendment(proposal)).await);
        Self { proposal, argument, amendment: amendment.unwrap() }
    }
}

on_both_engines! {
    async fn everybody_who_signed_in_but_the_evaluator_speaks(store) {
        let (cast, scene, platform) = (Cast::assemble(store).await, Scene::set(store).await, store.platform());
        let proposal = scene.proposal;
        let admitted = let_in!(store, cast, |actor, tx| position::take(&actor, tx, proposal, Position::Support));
        assert_eq!(admitted, CONTRIBUTORS);
        let admitted = let_in!(store, cast, |actor, tx| position::withdraw(&actor, tx, proposal));
        assert_eq!(admitted, CONTRIBUTORS);
        let admitted = let_in!(store, cast, |actor, tx| argument::add(&actor, tx, &new_argument(proposal)));
        assert_eq!(admitted, CONTRIBUTORS);
        let admitted = let_in!(store, cast, |actor, tx| argument::mark_useful(&actor, tx, scene.argument));
        assert_eq!(admitted, CONTRIBUTORS);
        let admitted = let_in!(store, cast, |actor, tx| argument::unmark_useful(&actor, tx, scene.argument));
        assert_eq!(admitted, CONTRIBUTORS);
        let admitted = let_in!(store, cast, |actor, tx| amendment::propose(&platform, &actor, tx, &new_amendment(proposal)));
        assert_eq!(admitted, CONTRIBUTORS);
    }

    async fn nobody_takes_back_the_argument_of_another(store) {
        let (cast, scene) = (Cast::assemble(store).await, Scene::set(store).await);
        let admitted = let_in!(store, cast, |actor, tx| argument::withdraw(&actor, tx, scene.argument));
        assert_eq!(admitted, [""; 0]);
    }

    async fn the_coordinator_decides_on_amendments_beside_the_author(store) {
        let (cast, scene, platform) = (Cast::assemble(store).await, Scene::set(store).await, store.platform());
        let admitted = let_in!(store, cast, |actor, tx| amendment::accept(&platform, &actor, tx, scene.amendment));
        assert_eq!(admitted, ["coordinator"]);
        let reason = reason();
        let admitted = let_in!(store, cast, |actor, tx| amendment::decline(&platform, &actor, tx, scene.amendment, &reason));
        assert_eq!(admitted, ["coordinator"]);
    }

    async fn everybody_reads_and_reports(store) {
        let (cast, scene) = (Cast::assemble(store).await, Scene::set(store).await);
        let everybody = cast.everybody().len();
        let report = NewReport { subject: Subject::Argument(scene.argument), ground: Ground::Abuse, reason: reason() };
        let admitted = let_in!(store, cast, |actor, tx| moderation::report(&actor, tx, &report));
        assert_eq!(admitted.len(), everybody);
        let admitted = let_in!(store, cast, |actor, tx| argument::list(&actor, tx, scene.proposal, Side::For, None, 10));
        assert_eq!(admitted.len(), everybody);
        let admitted = let_in!(store, cast, |_actor, tx| amendment::list(tx, scene.proposal, None, 10));
        assert_eq!(admitted.len(), everybody);
        let admitted = let_in!(store, cast, |_actor, tx| moderation::reportable(tx, report.subject));
        assert_eq!(admitted.len(), everybody);
        let admitted = let_in!(store, cast, |actor, tx| position::mine(&actor, tx, scene.proposal));
        assert_eq!(admitted.len(), everybody);
        let admitted = let_in!(store, cast, |_actor, tx| moderation::figures(tx));
        assert_eq!(admitted.len(), everybody);
        let admitted = let_in!(store, cast, |_actor, tx| moderation::acts(tx, None, 10));
        assert_eq!(admitted.len(), everybody);
    }

    async fn moderators_moderate(store) {
        let (cast, scene, platform) = (Cast::assemble(store).await, Scene::set(store).await, store.platform());
        let (subject, reason) = (Subject::Argument(scene.argument), reason());
        let admitted = let_in!(store, cast, |actor, tx| moderation::queue(&actor, tx, None, 10));
        assert_eq!(admitted, MODERATORS);
        let admitted = let_in!(store, cast, |actor, tx| moderation::case(&actor, tx, subject));
        assert_eq!(admitted, MODERATORS);
        let admitted =
            let_in!(store, cast, |actor, tx| moderation::hide(&platform, &actor, tx, subject, Ground::Abuse, &reason));
        assert_eq!(admitted, MODERATORS);
        let admitted = let_in!(store, cast, |actor, tx| moderation::restore(&platform, &actor, tx, subject, &reason));
        assert_eq!(admitted, MODERATORS);
        let admitted = let_in!(store, cast, |actor, tx| moderation::keep(&actor, tx, subject, &reason));
        assert_eq!(admitted, MODERATORS);
    }
}
