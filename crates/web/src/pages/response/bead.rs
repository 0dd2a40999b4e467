//! The beads of an answer on the thread: the contribution, the answer or its absence, the clause.

use fabrique_app::{
    address,
    response::{Standing, Waiting},
};
use fabrique_domain::{
    Instant,
    account::AuthorKind,
    id::{ProposalId, ResponseId},
    response::{AnswerState, Decision},
};
use fabrique_storage::response::ChangedClause;

use super::drawn;
use crate::{frame::Frame, speaker, thread::Bead};

fn date(frame: &Frame, at: &Instant) -> Option<(String, String)> {
    Some((frame.iso(at), frame.day(at)))
}

/// A contribution that everybody can read.
pub(crate) fn contribution_bead(
    frame: &Frame,
    id: ProposalId,
    title: &str,
    kind: AuthorKind,
    published_at: Option<Instant>,
) -> Bead {
    Bead {
        kind: "contribution",
        state: "done",
        name: frame.t.get("response-bead-contribution").to_string(),
        state_name: frame.t.get("response-bead-published").to_string(),
        title: title.to_owned(),
        path: address::proposal(id),
        date: published_at.and_then(|at| date(frame, &at)),
        who: Some(speaker::who(frame.t, kind)),
        ..Bead::default()
    }
}

/// A published answer.
pub(crate) fn given(frame: &Frame, id: ResponseId, decision: Decision, institution: &str, at: Instant) -> Bead {
    Bead {
        kind: "answer",
        state: drawn(decision),
        name: frame.t.get("response-bead-answer").to_string(),
        state_name: frame.t.choice("decision", decision).to_string(),
        title: institution.to_owned(),
        path: address::response(id),
        date: date(frame, &at),
        ..Bead::default()
    }
}

/// The answer to a contribution: given, or hollow with how long it has been awaited; none where
/// none is owed.
pub(crate) fn answer_bead(frame: &Frame, standing: &Standing) -> Option<Bead> {
    match standing {
        Standing::Answered(answer) => {
            let one = &answer.answer;
            Some(given(frame, one.response_id, one.decision, &one.institution_name, one.published_at))
        }
        Standing::Awaited(waiting) => Some(awaited(frame, waiting)),
        Standing::NotOwed => None,
    }
}

fn awaited(frame: &Frame, waiting: &Waiting) -> Bead {
    Bead {
        kind: "answer",
        state: if waiting.state == AnswerState::Late { "late" } else { "owed" },
        name: frame.t.get("response-bead-answer").to_string(),
        state_name: frame.t.get("response-awaited-since").with("days", waiting.days).to_string(),
        note: due(frame, waiting),
        ..Bead::default()
    }
}

/// By when the answer is promised, or was.
pub(super) fn due(frame: &Frame, waiting: &Waiting) -> String {
    let key = if waiting.state == AnswerState::Late { "response-was-due" } else { "response-due" };
    frame.t.get(key).with("date", frame.day(&waiting.due)).to_string()
}

/// A clause that an answer changed.
pub(crate) fn clause_bead(frame: &Frame, clause: &ChangedClause) -> Bead {
    let version = frame.t.get("response-clause-version").with("version", clause.clause_version).to_string();
    Bead {
        kind: "clause",
        state: "done",
        name: frame.t.get("response-clause").with("number", clause.number).to_string(),
        state_name: frame.t.get("response-bead-written").to_string(),
        title: frame.text(&clause.commitment_title).to_owned(),
        path: address::clause(clause.commitment_id, clause.number),
        note: version,
        ..Bead::default()
    }
}
