//! The short threads of lists, made of what the list has read already.

use std::collections::HashMap;

use fabrique_domain::{
    Date, Instant,
    account::AuthorKind,
    consultation::Consultation,
    id::{CommitmentId, ConsultationId, ProposalId},
};
use fabrique_storage::{
    Reader, commitment::list::Card, consultation, proposal, proposal::ProposalItem, response::ResponseRow, trace,
    trace::Progress,
};
use jiff::tz::TimeZone;

use super::{
    bead::{Bead, BeadKind, BeadState, Says, Thread, When, Who},
    before,
};
use crate::{Platform, Result, address};

/// The thread of a contribution in a list: itself, and its answer, given or awaited.
#[must_use]
pub fn of_listed_proposal(item: &ProposalItem, consultation: &Consultation, now: Instant, zone: &TimeZone) -> Thread {
    let own = Bead {
        when: Some(When::At(item.published_at)),
        ..Bead::new(BeadKind::Contribution, BeadState::Done, Says::Published)
    };
    let answer = match (item.response_id, item.decision) {
        (Some(id), Some(decision)) => Some(before::decided(id, decision, item.answered_at)),
        _ => before::awaited(item.published_at, consultation, now, zone),
    };
    Thread { beads: std::iter::once(own).chain(answer).collect() }
}

/// The thread of a published answer in a list: the contributions that it answers, and itself.
#[must_use]
pub fn of_listed_response(row: &ResponseRow) -> Thread {
    let institution = Who { kind: AuthorKind::Agent, name: row.institution_name.clone() };
    let own = Bead { who: vec![institution], ..before::decided(row.id, row.decision, row.published_at) };
    Thread { beads: Bead::gathered(BeadKind::Contribution, row.contributions).into_iter().chain([own]).collect() }
}

/// The threads of published contributions that a page lists for themselves: those of a person, of an
/// organisation.
///
/// # Errors
/// When storage fails.
pub async fn of_listed_proposals(
    platform: &Platform,
    reader: &mut Reader,
    ids: &[ProposalId],
) -> Result<Vec<(ProposalItem, Thread)>> {
    let mut items = proposal::items(reader, ids).await?;
    items.sort_by_key(|item| ids.iter().position(|id| *id == item.id));
    let of = consultations_of(reader, ids).await?;
    let now = reader.now();
    let told = items.into_iter().filter_map(|item| {
        let thread = of_listed_proposal(&item, of.get(&item.id)?, now, &platform.site.zone);
        Some((item, thread))
    });
    Ok(told.collect())
}

async fn consultations_of(reader: &mut Reader, ids: &[ProposalId]) -> Result<HashMap<ProposalId, Consultation>> {
    let mut known: HashMap<ConsultationId, Consultation> = HashMap::new();
    let mut of = HashMap::new();
    for (id, consultation_id) in trace::consultations_of(reader, ids).await? {
        if !known.contains_key(&consultation_id)
            && let Some(found) = consultation::find(reader, consultation_id).await?
        {
            known.insert(consultation_id, found);
        }
        if let Some(found) = known.get(&consultation_id) {
            of.insert(id, found.clone());
        }
    }
    Ok(of)
}

/// The threads of published commitments in a list: the contributions behind each, its clauses,
/// itself, its next milestone or the evidence that it owes.
///
/// # Errors
/// When storage fails.
pub async fn of_listed_commitments(
    platform: &Platform,
    reader: &mut Reader,
    cards: &[Card],
) -> Result<HashMap<CommitmentId, Thread>> {
    let today = reader.now().date(&platform.site.zone);
    let ids: Vec<_> = cards.iter().map(|card| card.id).collect();
    let progress = trace::progress(reader, &ids, today).await?;
    let of: HashMap<_, _> = progress.into_iter().map(|one| (one.commitment_id, one)).collect();
    Ok(cards.iter().filter_map(|card| Some((card.id, of_listed_commitment(card, of.get(&card.id)?, today)))).collect())
}

fn of_listed_commitment(card: &Card, progress: &Progress, today: Date) -> Thread {
    let own = Bead {
        level: Some(card.level),
        number: card.national_number.clone(),
        when: card.published_at.map(When::At),
        ..Bead::new(BeadKind::Commitment, BeadState::Done, Says::Published)
    };
    let clauses = Bead::gathered(BeadKind::Clause, progress.clauses);
    let mut beads: Vec<_> = Bead::gathered(BeadKind::Contribution, progress.contributions).into_iter().collect();
    beads.extend(clauses.map(|bead| Bead { path: format!("{}#text", address::commitment(card.id)), ..bead }));
    beads.push(own);
    beads.extend(next_step(std::slice::from_ref(progress), today));
    Thread { beads }
}

/// What the commitments owe since longest, else what they bring next.
pub(super) fn next_step(progress: &[Progress], today: Date) -> Option<Bead> {
    let owed = progress.iter().filter_map(|one| Some((one.passed_on?, one.commitment_id, BeadKind::Evidence))).min();
    let next = progress.iter().filter_map(|one| Some((one.due_on?, one.commitment_id, BeadKind::Milestone))).min();
    let (day, id, kind) = owed.or(next)?;
    Some(Bead { path: format!("{}#jalons", address::commitment(id)), ..Bead::due(kind, day, today) })
}
