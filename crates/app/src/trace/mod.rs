//! The thread (le fil): a contribution, its answer, the clause it changed, the commitment, its
//! milestones, the evidence and the evaluation are beads on one line, read from either end.
//!
//! Each object has its thread: what it came from on one side, what became of it on the other. What
//! is owed and missing is a bead too, with how long it has been awaited. A thread is bounded: of
//! three thousand contributions behind a clause the first ones are told and the others counted.

mod after;
mod bead;
mod before;
mod example;
mod excerpt;
mod from;
mod gathered;
mod listed;

pub use bead::{Bead, BeadKind, BeadState, Says, Thread, When, Who};
pub use example::{Example, example};
pub use from::{of_clause, of_commitment, of_proposal, of_response};
pub use gathered::{of_consultation, of_organisation, of_plan};
pub use listed::{of_listed_commitments, of_listed_proposal, of_listed_proposals, of_listed_response};

/// The most beads of one kind on a thread.
const MOST: usize = 6;

/// The most contributions told one by one.
const FIRST: i64 = 3;
