//! What a clause or a commitment came from: the contributions and the answers that point to it.

use std::collections::HashSet;

use fabrique_domain::{
    Instant, LocalizedText,
    account::AuthorKind,
    consultation::{Consultation, ConsultationState},
    id::ResponseId,
    proposal::{Proposal, ProposalState},
    response::Decision,
};
use fabrique_storage::{
    response::{BehindClause, ProposalAnswer},
    trace::Contribution,
};
use jiff::tz::TimeZone;

use super::{
    bead::{Bead, BeadKind, BeadState, Says, When, Who, days_between},
    excerpt,
};
use crate::address;

/// The bead of a contribution.
pub(super) fn proposal(proposal: &Proposal) -> Bead {
    let (state, says) = match proposal.state {
        ProposalState::Published => (BeadState::Done, Says::Published),
        ProposalState::Draft => (BeadState::Planned, Says::BeingWritten),
        ProposalState::Withdrawn => (BeadState::Refused, Says::Withdrawn),
        ProposalState::Hidden => (BeadState::Outside, Says::Hidden),
    };
    let bead = Bead {
        path: address::proposal(proposal.id),
        when: Some(When::At(proposal.published_at.unwrap_or(proposal.created_at))),
        ..Bead::new(BeadKind::Contribution, state, says)
    };
    match proposal.state {
        ProposalState::Published | ProposalState::Draft => with_words(bead, proposal),
        ProposalState::Withdrawn | ProposalState::Hidden => bead,
    }
}

/// What was hidden or taken back is not told again here.
fn with_words(bead: Bead, proposal: &Proposal) -> Bead {
    let words = [&proposal.change, &proposal.problem, &proposal.body].into_iter().find(|text| !text.is_empty());
    Bead {
        title: LocalizedText::french(proposal.title.clone()),
        who: vec![Who { kind: proposal.author_kind, name: proposal.author_name.clone() }],
        excerpt: LocalizedText::french(words.map(|text| excerpt::of(text)).unwrap_or_default()),
        ..bead
    }
}

/// The bead of the answer given to a contribution.
pub(super) fn answer(answer: &ProposalAnswer) -> Bead {
    let institution = Who { kind: AuthorKind::Agent, name: answer.institution_name.clone() };
    let excerpt = excerpt::first_words(&answer.reason);
    Bead { who: vec![institution], excerpt, ..decided(answer.response_id, answer.decision, Some(answer.published_at)) }
}

pub(super) fn decided(id: ResponseId, decision: Decision, at: Option<Instant>) -> Bead {
    Bead {
        decision: Some(decision),
        path: address::response(id),
        when: at.map(When::At),
        ..Bead::new(BeadKind::Answer, BeadState::of(decision), Says::Decided)
    }
}

/// The bead of the answer that a contribution is owed, none where none is: promised by a date while
/// people still contribute, then awaited since its publication, late once that date has passed.
pub(super) fn awaited(
    published_at: Instant,
    consultation: &Consultation,
    now: Instant,
    zone: &TimeZone,
) -> Option<Bead> {
    if !consultation.owes_answers() {
        return None;
    }
    let (due, today) = (consultation.answer_due(published_at).date(zone), now.date(zone));
    let (state, says, since) = if today > due {
        (BeadState::Late, Says::Overdue, due)
    } else if consultation.state(now) == ConsultationState::Open {
        (BeadState::Planned, Says::Due, today)
    } else {
        (BeadState::Owed, Says::Awaited, consultation.answer_clock(published_at).date(zone))
    };
    let waited = (state != BeadState::Planned).then(|| days_between(since, today));
    Some(Bead { when: Some(When::On(due)), awaited_days: waited, ..Bead::new(BeadKind::Answer, state, says) })
}

/// The beads of the contributions behind a clause or a commitment, then of the answers that point
/// there, each once.
pub(super) fn behind(rows: Vec<BehindClause>, total: i64) -> Vec<Bead> {
    let mut seen = HashSet::new();
    let answers: Vec<_> = rows
        .iter()
        .filter(|row| seen.insert(row.response_id))
        .map(|row| decided(row.response_id, row.decision, Some(row.answered_at)))
        .collect();
    let told: Vec<_> = rows.into_iter().map(told).collect();
    let mut beads = contributions(&told, total);
    beads.extend(answers);
    beads
}

fn told(row: BehindClause) -> Contribution {
    let BehindClause { proposal_id, title, author_name, author_kind, published_at, .. } = row;
    Contribution { proposal_id, title, author_name, author_kind, published_at }
}

/// The beads of the first contributions of `total`: the others are counted on the last.
pub(super) fn contributions(first: &[Contribution], total: i64) -> Vec<Bead> {
    let mut beads: Vec<_> = first.iter().map(contribution).collect();
    let told = i64::try_from(beads.len()).unwrap_or(i64::MAX);
    if let Some(last) = beads.last_mut() {
        last.others = (total - told).max(0);
    }
    beads
}

fn contribution(of: &Contribution) -> Bead {
    Bead {
        title: LocalizedText::french(of.title.clone()),
        path: address::proposal(of.proposal_id),
        when: Some(When::At(of.published_at)),
        who: vec![Who { kind: of.author_kind, name: of.author_name.clone() }],
        ..Bead::new(BeadKind::Contribution, BeadState::Done, Says::Published)
    }
}
