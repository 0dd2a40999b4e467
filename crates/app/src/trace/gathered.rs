//! The threads of what gathers many things: a consultation, a plan, an organisation. Their beads
//! count; none of them is read one by one.

use fabrique_domain::{
    consultation::{Consultation, ConsultationState},
    id::{CommitmentId, OrganisationId},
    organisation::{Organisation, OrganisationKind},
    plan::{Plan, PlanState},
};
use fabrique_storage::{
    Reader, commitment, plan, trace,
    trace::{Brought, Progress},
};

use super::{
    bead::{Bead, BeadKind, BeadState, Says, Thread, When},
    listed::next_step,
};
use crate::{Platform, Result, address};

/// The most commitments of an organisation, and the most of its contributions, that are counted.
const MOST_COUNTED: i64 = 500;

/// The thread of a consultation: itself, what it brought, the answers given and missing, its plan.
///
/// # Errors
/// When storage fails.
pub async fn of_consultation(platform: &Platform, reader: &mut Reader, found: &Consultation) -> Result<Thread> {
    let (state, zone) = (found.state(reader.now()), &platform.site.zone);
    let mut beads = vec![Bead { current: true, ..opening(found, state) }];
    beads.extend(Bead::gathered(BeadKind::Contribution, found.proposals));
    let awaiting = if found.owes_answers() { found.proposals - found.answered } else { 0 };
    beads.extend(answers(found.answered, awaiting, state == ConsultationState::Open));
    if let Some(plan) = plan::find(reader, found.plan_id).await? {
        let today = reader.now().date(zone);
        beads.push(self::plan(&plan));
        beads.push(evaluation(&plan, today));
    }
    Ok(Thread { beads })
}

fn opening(found: &Consultation, state: ConsultationState) -> Bead {
    let (drawn, says, at) = match state {
        ConsultationState::Planned => (BeadState::Planned, Says::Announced, found.opens_at),
        ConsultationState::Open => (BeadState::Partly, Says::Open, found.opens_at),
        ConsultationState::NotGoingAhead => (BeadState::Refused, Says::Withdrawn, found.closes_at),
        _ => (BeadState::Done, Says::Closed, found.last_moment()),
    };
    Bead {
        title: found.title.clone(),
        path: address::consultation(&found.slug),
        when: Some(When::At(at)),
        ..Bead::new(BeadKind::Consultation, drawn, says)
    }
}

/// The answers given, then those that are missing: to come while people still contribute.
fn answers(given: i64, awaiting: i64, is_open: bool) -> impl Iterator<Item = Bead> {
    let told = Bead::gathered(BeadKind::Answer, given).map(|bead| Bead { path: "/responses".to_owned(), ..bead });
    let state = if is_open { BeadState::Planned } else { BeadState::Owed };
    let missing = (awaiting > 0).then(|| Bead { count: awaiting, ..Bead::new(BeadKind::Answer, state, Says::Awaited) });
    told.into_iter().chain(missing)
}

fn plan(plan: &Plan) -> Bead {
    let (state, says) = match plan.state {
        PlanState::Preparation => (BeadState::Planned, Says::BeingWritten),
        PlanState::Published | PlanState::Ended => (BeadState::Done, Says::Published),
    };
    Bead {
        title: plan.national_label.clone(),
        path: address::plan(&plan.slug),
        when: plan.published_at.map(When::At),
        ..Bead::new(BeadKind::Plan, state, says)
    }
}

fn evaluation(plan: &Plan, today: fabrique_domain::Date) -> Bead {
    Bead { title: plan.national_label.clone(), ..Bead::due(BeadKind::Evaluation, plan.national_end, today) }
}

/// The thread of a plan: what its consultations brought, the answers given and missing, the clauses
/// and the commitments that came of them, the next milestone or the evidence owed, the evaluation.
///
/// # Errors
/// When storage fails.
pub async fn of_plan(platform: &Platform, reader: &mut Reader, found: &Plan) -> Result<Thread> {
    let today = reader.now().date(&platform.site.zone);
    let Brought { consultations, contributions, answered, awaiting } = trace::brought(reader, found.id).await?;
    let cards = commitment::list::of_plan(reader, found.id).await?;
    let ids: Vec<_> = cards.iter().map(|card| card.id).collect();
    let progress = trace::progress(reader, &ids, today).await?;
    let told = Bead::gathered(BeadKind::Consultation, consultations);
    let mut beads: Vec<_> = told.map(|bead| Bead { path: "/consultations".to_owned(), ..bead }).into_iter().collect();
    beads.extend(Bead::gathered(BeadKind::Contribution, contributions));
    beads.extend(answers(answered, awaiting, found.state == PlanState::Preparation));
    beads.extend(Bead::gathered(BeadKind::Clause, progress.iter().map(|one| one.clauses).sum()));
    beads.extend(Bead::gathered(BeadKind::Commitment, count(&ids)));
    beads.push(Bead { current: true, ..plan(found) });
    beads.extend(next_step(&progress, today));
    beads.push(evaluation(found, today));
    Ok(Thread { beads })
}

fn count<T>(things: &[T]) -> i64 {
    i64::try_from(things.len()).unwrap_or(i64::MAX)
}

/// The thread of an organisation: what it brought to the consultations or answered there, the
/// commitments it carries with their clauses, the next milestone or the evidence owed.
///
/// # Errors
/// When storage fails.
pub async fn of_organisation(platform: &Platform, reader: &mut Reader, found: &Organisation) -> Result<Thread> {
    let today = reader.now().date(&platform.site.zone);
    let carried = commitment::list::of_organisation(reader, found.id, MOST_COUNTED).await?;
    let ids: Vec<CommitmentId> = carried.iter().map(|carried| carried.id).collect();
    let progress: Vec<Progress> = trace::progress(reader, &ids, today).await?;
    let mut beads = spoken(reader, found.id, found.kind).await?;
    beads.extend(Bead::gathered(BeadKind::Clause, progress.iter().map(|one| one.clauses).sum()));
    beads.extend(Bead::gathered(BeadKind::Commitment, count(&ids)));
    beads.extend(next_step(&progress, today));
    Ok(Thread { beads })
}

/// An institution answers; everybody else contributes.
async fn spoken(reader: &mut Reader, id: OrganisationId, kind: OrganisationKind) -> Result<Vec<Bead>> {
    let contributed = trace::contributed_by(reader, id, MOST_COUNTED).await?;
    let mut beads: Vec<_> = Bead::gathered(BeadKind::Contribution, count(&contributed)).into_iter().collect();
    if kind == OrganisationKind::Institution {
        let path = format!("/responses?institution={id}");
        let answered = Bead::gathered(BeadKind::Answer, trace::answered_by(reader, id).await?);
        beads.extend(answered.map(|bead| Bead { path, ..bead }));
    }
    Ok(beads)
}
