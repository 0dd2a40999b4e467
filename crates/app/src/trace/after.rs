//! What becomes of a clause: its commitment, the milestones, the evidence, the evaluation.

use std::collections::HashSet;

use fabrique_domain::{
    Date, LocalizedText,
    account::AuthorKind,
    commitment::{Clause, Commitment, CommitmentState, Milestone, Part},
    id::{CommitmentId, PlanId},
};
use fabrique_storage::{
    Reader,
    commitment::{self, carrier::NamedCarrier},
    plan,
};

use super::{
    MOST,
    bead::{Bead, BeadKind, BeadState, Says, When, Who},
    excerpt,
};
use crate::{Result, address};

/// The bead of a clause.
pub(super) fn clause(clause: &Clause) -> Bead {
    let (state, says) = match (clause.repealed_at, clause.version) {
        (Some(_), _) => (BeadState::Refused, Says::Repealed),
        (None, 1) => (BeadState::Done, Says::Written),
        (None, _) => (BeadState::Done, Says::Amended),
    };
    Bead {
        number: clause.number.to_string(),
        title: excerpt::first_words(&clause.text),
        path: address::clause(clause.commitment_id, clause.number),
        when: Some(When::At(clause.updated_at)),
        ..Bead::new(BeadKind::Clause, state, says)
    }
}

/// The beads of the commitments called `ids` that everybody may read, with what follows each.
pub(super) async fn commitments(reader: &mut Reader, ids: &[CommitmentId], today: Date) -> Result<Vec<Bead>> {
    let mut told = HashSet::new();
    let mut beads = Vec::new();
    let mut plans = Vec::new();
    for id in ids.iter().filter(|id| told.insert(**id)).take(MOST) {
        let Some(found) = commitment::find(reader, *id).await? else { continue };
        beads.push(self::commitment(reader, &found).await?);
        beads.extend(follow_up(reader, &found, today).await?);
        plans.push(found);
    }
    beads.extend(evaluations(reader, &plans, today).await?);
    Ok(beads)
}

async fn commitment(reader: &mut Reader, found: &Commitment) -> Result<Bead> {
    let (state, says) = match found.state {
        CommitmentState::Published => (BeadState::Done, Says::Published),
        CommitmentState::Withdrawn => (BeadState::Refused, Says::Withdrawn),
        CommitmentState::Draft | CommitmentState::Submitted => (BeadState::Planned, Says::BeingWritten),
    };
    let carriers = commitment::carrier::of_commitment(reader, found.id).await?;
    Ok(Bead {
        level: Some(found.level),
        number: found.national_number.clone(),
        title: found.title.clone(),
        path: address::commitment(found.id),
        when: found.published_at.map(When::At),
        who: carriers.iter().filter_map(who).take(MOST).collect(),
        excerpt: found.summary.clone(),
        ..Bead::new(BeadKind::Commitment, state, says)
    })
}

fn who(carrier: &NamedCarrier) -> Option<Who> {
    let kind = match carrier.part {
        Part::Lead => AuthorKind::Agent,
        Part::CoCarrier => AuthorKind::CivilSociety,
        Part::Supporting => return None,
    };
    Some(Who { kind, name: carrier.short_name().to_owned() })
}

/// The milestones to come, and the evidence that those whose day has passed still owe. Nobody can
/// file evidence yet: until then all of it is owed.
async fn follow_up(reader: &mut Reader, found: &Commitment, today: Date) -> Result<Vec<Bead>> {
    if found.state != CommitmentState::Published {
        return Ok(Vec::new());
    }
    let milestones = commitment::milestone::of_commitment(reader, found.id).await?;
    let passed = milestones.iter().filter(|milestone| milestone.due_on < today).count();
    let from = passed.saturating_sub(MOST / 2);
    let path = format!("{}#jalons", address::commitment(found.id));
    Ok(milestones
        .iter()
        .enumerate()
        .skip(from)
        .take(MOST)
        .map(|(n, found)| milestone(n, found, &path, today))
        .collect())
}

fn milestone(index: usize, milestone: &Milestone, path: &str, today: Date) -> Bead {
    let has_passed = milestone.due_on < today;
    let kind = if has_passed { BeadKind::Evidence } else { BeadKind::Milestone };
    let awaits_output = has_passed && !milestone.expected_output.is_blank();
    let title = if awaits_output { excerpt::first_words(&milestone.expected_output) } else { milestone.title.clone() };
    let number = (index + 1).to_string();
    Bead { number, title, path: path.to_owned(), ..Bead::due(kind, milestone.due_on, today) }
}

/// The evaluation that each plan made here owes at its end. A plan that is recalled from elsewhere was
/// evaluated elsewhere.
async fn evaluations(reader: &mut Reader, of: &[Commitment], today: Date) -> Result<Vec<Bead>> {
    let mut told: HashSet<PlanId> = HashSet::new();
    let mut beads = Vec::new();
    for found in of.iter().filter(|found| found.state == CommitmentState::Published) {
        if !told.insert(found.plan_id) {
            continue;
        }
        let plan = plan::find(reader, found.plan_id).await?;
        if let Some(plan) = plan.filter(|plan| plan.source.is_empty()) {
            let title: LocalizedText = plan.national_label;
            let due = Bead::due(BeadKind::Evaluation, plan.national_end, today);
            beads.push(Bead { title, path: address::plan(&plan.slug), ..due });
        }
    }
    Ok(beads)
}
