//! The short threads of lists, made of what the list has read already.

use fabrique_domain::{Instant, account::AuthorKind, consultation::Consultation};
use fabrique_storage::{proposal::ProposalItem, response::ResponseRow};
use jiff::tz::TimeZone;

use super::{
    bead::{Bead, BeadKind, BeadState, Says, Thread, When, Who},
    before,
};

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
    let contributions =
        Bead { count: row.contributions, ..Bead::new(BeadKind::Contribution, BeadState::Done, Says::Published) };
    let institution = Who { kind: AuthorKind::Agent, name: row.institution_name.clone() };
    let own = before::decided(row.id, row.decision, row.published_at);
    Thread { beads: vec![contributions, Bead { who: vec![institution], ..own }] }
}
