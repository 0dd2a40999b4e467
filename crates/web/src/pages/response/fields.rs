//! The fields of a response: what they offer, and what they hold.

use fabrique_app::{
    Error,
    response::{self, ResponseDraft},
};
use fabrique_domain::{
    Choice,
    account::Actor,
    id::{ConsultationId, ProposalId},
    response::{Decision, DraftReason},
    text::Fault,
};
use fabrique_storage::{
    Reader,
    response::{ChangedClause, Contribution},
};

use crate::{
    form::{FormState, parsed},
    frame::Frame,
    problem::Problem,
    visitor::Visitor,
};

/// What the fields offer to choose from: pairs of a value and a word.
pub(super) struct Offers {
    pub(super) institutions: Vec<(String, String)>,
    pub(super) decisions: Vec<(String, String)>,
    pub(super) clauses: Vec<(String, String)>,
    pub(super) contributions: Vec<(String, String)>,
}

impl Offers {
    pub(super) async fn read(
        actor: &Actor,
        reader: &mut Reader,
        frame: &Frame,
        consultation: ConsultationId,
        contributions: &[Contribution],
    ) -> Result<Self, Problem> {
        let choices = response::choices(actor, reader, consultation).await?;
        let decision = |one: &Decision| (one.code().to_owned(), frame.t.choice("decision", *one).to_string());
        Ok(Self {
            institutions: choices.institutions.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
            decisions: Decision::ALL.iter().map(decision).collect(),
            clauses: choices.clauses.iter().map(|one| (one.clause_id.to_string(), clause(frame, one))).collect(),
            contributions: contributions.iter().map(|one| (one.id.to_string(), one.title.clone())).collect(),
        })
    }
}

/// A clause as one chooses it: the commitment, the number, the first words.
fn clause(frame: &Frame, clause: &ChangedClause) -> String {
    let number = frame.t.get("response-clause").with("number", clause.number).to_string();
    let (title, text) = (frame.text(&clause.commitment_title), frame.text(&clause.text));
    format!("{title} – {number} – {}", fabrique_app::markdown::excerpt(text, 100))
}

/// Reads the fields of a draft; faults stay in the form.
pub(super) fn read(form: &mut FormState) -> Option<ResponseDraft> {
    let institution = form.read("institution", parsed);
    let decision = form.read_choice("decision");
    let reason = form.read("reason", DraftReason::parse);
    let reason_en = form.read("reason_en", DraftReason::parse);
    let merged_into = form.read_optional("merged_into", contribution_named);
    let clauses = read_all(form, "clauses");
    let contributions = read_all(form, "contributions");
    Some(ResponseDraft {
        institution_id: institution?,
        contributions: contributions?,
        decision: decision?,
        reason: reason?,
        reason_en: reason_en?,
        merged_into: merged_into?,
        clauses: clauses?,
    })
}

/// Every identifier of a field of checkboxes.
pub(super) fn read_all<I: std::str::FromStr>(form: &mut FormState, name: &'static str) -> Option<Vec<I>> {
    let read: Result<Vec<I>, Fault> = form.values(name).iter().map(|value| parsed(value)).collect();
    read.map_err(|fault| form.fault(name, fault)).ok()
}

/// A contribution by its address, as it is copied from the browser, or by its identifier.
pub(super) fn contribution_named(typed: &str) -> Result<ProposalId, Fault> {
    let path = typed.trim().split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    parsed(path.rsplit('/').next().unwrap_or_default())
}

/// What a use-case found wrong, to show with what was typed: faults go beside their fields, a rule
/// that said no is given in the reader's words. Anything else has a page of its own.
pub(super) fn take(form: &mut FormState, visitor: &Visitor, error: Error) -> Result<String, Problem> {
    match error {
        Error::Invalid(faults) => {
            form.add(faults);
            Ok(String::new())
        }
        Error::Changed => Ok(visitor.texts.get("response-changed").to_string()),
        Error::Refused(_) => Ok(Problem::from(error).advice(visitor.texts)),
        other => Err(other.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "018f0000-0000-7000-8000-000000000000";

    #[test]
    fn a_contribution_is_named_by_its_address_or_its_identifier() {
        for typed in [ID.to_owned(), format!("https://fabrique.example/proposals/{ID}?lang=en#arguments")] {
            assert_eq!(contribution_named(&typed).unwrap().to_string(), ID);
        }
        assert_eq!(contribution_named("https://fabrique.example/"), Err(Fault::Malformed));
    }
}
