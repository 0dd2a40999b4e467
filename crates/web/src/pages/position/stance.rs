//! What everybody says of a proposal without writing, and the buttons to say it.

use askama::Template;
use fabrique_app::position;
use fabrique_domain::{
    Choice,
    consultation::{Ballot, Consultation},
    proposal::{Position, Proposal, ProposalState},
};
use fabrique_storage::Reader;

use crate::{frame::Frame, problem::Problem, visitor::Visitor};

/// The positions on a proposal. Written into its page with `{{ stance|safe }}`: its template escapes.
#[derive(Debug, Clone, Template)]
#[template(path = "position/_stance.html")]
pub(crate) struct Stance {
    frame: Frame,
    proposal: Proposal,
    offered: Vec<Position>,
    mine: Option<Position>,
    is_open: bool,
    is_author: bool,
    script: String,
}

impl Stance {
    /// The positions on `proposal`, with what the visitor said.
    pub(crate) async fn of(
        visitor: &Visitor,
        reader: &mut Reader,
        consultation: &Consultation,
        proposal: &Proposal,
    ) -> Result<Self, Problem> {
        let is_open = consultation.course().is_open(reader.now()) && proposal.state == ProposalState::Published;
        Ok(Self {
            frame: visitor.frame("consultations"),
            proposal: proposal.clone(),
            offered: offered(consultation.ballot),
            mine: position::mine(&visitor.actor, reader, proposal.id).await?,
            is_open,
            script: visitor.asset("position.js"),
            is_author: proposal.author_id.is_some() && proposal.author_id == visitor.actor.account_id(),
        })
    }

    /// Positions of every kind, those of an import included.
    fn total(&self) -> i64 {
        self.offered.iter().map(|position| self.proposal.total(*position)).sum()
    }

    /// Those brought by an import.
    const fn historic(&self) -> i64 {
        self.proposal.historic_supports + self.proposal.historic_mixed + self.proposal.historic_against
    }

    fn is_mine(&self, position: &Position) -> bool {
        self.mine == Some(*position)
    }

    fn count(&self, position: &Position) -> i64 {
        self.proposal.total(*position)
    }

    /// What the button says.
    fn verb(&self, position: &Position) -> String {
        self.frame.t.choice("position-button", *position).to_string()
    }

    fn word(&self, position: &Position) -> String {
        self.frame.t.choice("position", *position).to_string()
    }

    /// How far along the line the supports go: a length of SVG.
    fn share(&self) -> String {
        let share = self.proposal.total(Position::Support) * 1_000 / self.total().max(1);
        format!("{}.{}%", share / 10, share % 10)
    }
}

fn offered(ballot: Ballot) -> Vec<Position> {
    Position::ALL.iter().copied().filter(|position| ballot.offers(*position)).collect()
}
