//! The fields of a milestone, to and from a form.

use fabrique_app::commitment::{ChangeReason, MilestoneInput};
use fabrique_domain::{
    commitment::Milestone,
    text::{Line, Markdown},
};

use crate::form::{FormState, parsed};

pub(super) fn read(form: &mut FormState) -> Option<MilestoneInput> {
    let title = form.read_localized("milestone", "milestone_en", Line::parse);
    let output = form.read_localized("output", "output_en", Markdown::parse);
    let due_on = form.read("due_on", parsed);
    let lead_id = form.read_optional("lead", parsed);
    let reason = form.read("milestone_reason", ChangeReason::parse);
    Some(MilestoneInput {
        title: title?,
        expected_output: output?,
        due_on: due_on?,
        lead_id: lead_id?,
        reason: reason?,
    })
}

pub(super) fn filled(kept: &Milestone) -> FormState {
    FormState::default()
        .with("milestone", kept.title.fr.clone())
        .with("milestone_en", kept.title.en.clone().unwrap_or_default())
        .with("output", kept.expected_output.fr.clone())
        .with("output_en", kept.expected_output.en.clone().unwrap_or_default())
        .with("due_on", kept.due_on.to_string())
        .with("lead", kept.lead_id.map(|id| id.to_string()).unwrap_or_default())
}
