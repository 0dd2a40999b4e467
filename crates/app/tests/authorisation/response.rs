//! Who may write, read over, publish, correct and contest answers.

use fabrique_app::response::{self, Correction, ResponseDraft, Seen};
use fabrique_domain::{
    account::{Actor, Role},
    id::{ContestId, ProposalId},
    proposal::Reason,
    response::{ContestBody, Decision, DraftReason, ResponseReason, ResponseState},
};
use fabrique_storage::{
    proposal,
    response::{DeskFilter, UnansweredFilter},
    transact,
};
use fabrique_testkit::{
    Cast, TestStore,
    contribution::{open_consultation, some_proposal},
    on_both_engines,
};

use crate::let_in;

/// Why somebody is answered.
const REASON: &str = "La loi le permet déjà depuis deux ans, et nous le ferons chaque mois.";
/// Those who speak for the institution of the cast.
const SPEAKERS: [&str; 3] = ["agent", "coordinator", "platform"];

/// An answer of the institution of the cast, written by nobody of the cast, in each of its states.
struct Desk {
    cast: Cast,
    consultation: fabrique_domain::consultation::Consultation,
    words: ResponseDraft,
    draft: Seen,
    in_review: Seen,
    published: Seen,
    answered: ProposalId,
    contest: ContestId,
}

impl Desk {
    async fn open(store: &TestStore) -> Self {
        let cast = Cast::assemble(store).await;
        let consultation = open_consultation(store, "ouvrir").await;
        let platform = store.platform();
        let citizen = cast.actor(Role::Citizen).person().unwrap();
        let words = words(&cast);
        transact!(store.store, |tx| {
            let mut proposals = Vec::new();
            for title in ["Publier les délais", "Publier les avis", "Publier les comptes", "Publier les agendas"] {
                let proposal = some_proposal(tx, consultation.id, citizen, title);
                proposal::insert(tx, &proposal).await?;
                proposals.push(proposal.id);
            }
            let mut seen = Vec::new();
            for proposal in &proposals[..3] {
                let words = ResponseDraft { contributions: vec![*proposal], ..words.clone() };
                let id = response::draft(&Actor::Platform, tx, consultation.id, &words).await?;
                seen.push(Seen { id, version: 1 });
            }
            response::submit(&Actor::Platform, tx, seen[1]).await?;
            response::submit(&Actor::Platform, tx, seen[2]).await?;
            response::publish(&platform, &Actor::Platform, tx, seen[2]).await?;
            let contest = response::contest(&platform, cast.actor(Role::Citizen), tx, proposals[2], &against()).await?;
            let words = ResponseDraft { contributions: vec![proposals[3]], ..words.clone() };
            Ok::<_, fabrique_app::Error>(Self {
                cast: cast.clone(),
                consultation: consultation.clone(),
                words,
                draft: seen[0],
                in_review: seen[1],
                published: seen[2],
                answered: proposals[2],
                contest,
            })
        })
        .unwrap()
    }
}

fn words(cast: &Cast) -> ResponseDraft {
    ResponseDraft {
        institution_id: cast.institution,
        contributions: Vec::new(),
        decision: Decision::OutOfScope,
        reason: DraftReason::parse(REASON).unwrap(),
        reason_en: DraftReason::parse("").unwrap(),
        merged_into: None,
        clauses: Vec::new(),
    }
}

fn against() -> ContestBody {
    ContestBody::parse("La réponse parle d’un autre guichet que le mien.").unwrap()
}

fn note() -> Reason {
    Reason::parse("Dites quand.").unwrap()
}

on_both_engines! {
    async fn agents_and_the_coordinator_write_answers(store) {
        let desk = Desk::open(store).await;
        let id = desk.consultation.id;
        let admitted = let_in!(store, desk.cast, |actor, tx| response::draft(&actor, tx, id, &desk.words));
        assert_eq!(admitted, SPEAKERS);
        let admitted = let_in!(store, desk.cast, |actor, tx| response::edit(&actor, tx, desk.draft, &desk.words));
        assert_eq!(admitted, SPEAKERS);
        let admitted = let_in!(store, desk.cast, |actor, tx| response::discard(&actor, tx, desk.draft));
        assert_eq!(admitted, SPEAKERS);
    }

    async fn they_send_them_for_review_and_back(store) {
        let desk = Desk::open(store).await;
        let admitted = let_in!(store, desk.cast, |actor, tx| response::submit(&actor, tx, desk.draft));
        assert_eq!(admitted, SPEAKERS);
        let admitted = let_in!(store, desk.cast, |actor, tx| response::send_back(&actor, tx, desk.in_review, &note()));
        assert_eq!(admitted, SPEAKERS);
    }

    async fn they_publish_what_others_wrote_and_reply_to_contests(store) {
        let desk = Desk::open(store).await;
        let platform = store.platform();
        let admitted = let_in!(store, desk.cast, |actor, tx| response::publish(&platform, &actor, tx, desk.in_review));
        assert_eq!(admitted, SPEAKERS);
        let admitted = let_in!(store, desk.cast, |actor, tx| response::reply(&platform, &actor, tx, desk.contest, &against()));
        assert_eq!(admitted, SPEAKERS);
    }

    async fn the_coordinator_alone_corrects_what_is_public(store) {
        let desk = Desk::open(store).await;
        let platform = store.platform();
        let correction = Correction {
            decision: Decision::Postponed,
            reason: ResponseReason::parse(REASON).unwrap(),
            reason_en: None,
            merged_into: None,
            clauses: Vec::new(),
            note: note(),
        };
        let admitted =
            let_in!(store, desk.cast, |actor, tx| response::correct(&platform, &actor, tx, desk.published, &correction));
        assert_eq!(admitted, ["coordinator", "platform"]);
    }

    async fn the_author_alone_contests(store) {
        let desk = Desk::open(store).await;
        let platform = store.platform();
        let admitted =
            let_in!(store, desk.cast, |actor, tx| response::contest(&platform, &actor, tx, desk.answered, &against()));
        assert_eq!(admitted, ["citizen"]);
    }

    async fn the_desk_is_for_those_who_answer(store) {
        let desk = Desk::open(store).await;
        let filter = UnansweredFilter { consultation: desk.consultation.id, theme: None, author_kind: None };
        let admitted = let_in!(store, desk.cast, |actor, tx| response::unanswered(&actor, tx, &filter, None, 10));
        assert_eq!(admitted, SPEAKERS);
        let filter =
            DeskFilter { state: ResponseState::Draft, institution: Some(desk.cast.institution), consultation: None };
        let admitted = let_in!(store, desk.cast, |actor, tx| response::in_progress(&actor, tx, &filter, None, 10));
        assert_eq!(admitted, SPEAKERS);
        let all = DeskFilter { institution: None, ..filter };
        let admitted = let_in!(store, desk.cast, |actor, tx| response::in_progress(&actor, tx, &all, None, 10));
        assert_eq!(admitted, ["coordinator", "platform"]);
        let admitted = let_in!(store, desk.cast, |actor, tx| response::choices(&actor, tx, desk.consultation.id));
        assert_eq!(admitted, SPEAKERS);
        let admitted = let_in!(store, desk.cast, |actor, tx| response::owing(&actor, tx));
        assert_eq!(admitted, SPEAKERS);
        let admitted = let_in!(store, desk.cast, |actor, tx| response::to_answer(&actor, tx, &[desk.answered]));
        assert_eq!(admitted, SPEAKERS);
        let voices = transact!(store.store, |tx| response::voices(&Actor::Platform, tx).await).unwrap();
        let own = voices.into_iter().find(|institution| institution.id == desk.cast.institution).unwrap();
        let admitted = let_in!(store, desk.cast, |actor, tx| response::contests_to_answer(&actor, tx, &own));
        assert_eq!(admitted, SPEAKERS);
        let admitted = let_in!(store, desk.cast, |actor, tx| response::voices(&actor, tx));
        assert_eq!(admitted, SPEAKERS);
    }

    async fn everybody_reads_what_is_public_and_speakers_read_drafts(store) {
        let desk = Desk::open(store).await;
        let admitted = let_in!(store, desk.cast, |actor, tx| response::read(&actor, tx, desk.published.id));
        assert_eq!(admitted.len(), desk.cast.everybody().len());
        let admitted = let_in!(store, desk.cast, |actor, tx| response::read(&actor, tx, desk.draft.id));
        assert_eq!(admitted, SPEAKERS);
    }
}
