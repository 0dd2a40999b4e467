//! The fields of a commitment, to and from a form.

use fabrique_app::commitment::{ChangeReason, FieldText, Fields, ShortText, Summary};
use fabrique_domain::{
    Choice, LocalizedText,
    commitment::{Commitment, CommitmentTitle, Level},
    text::Line,
};

use crate::form::{FormState, parsed};

/// The form of a commitment as it stands.
pub(super) fn filled(c: &Commitment) -> FormState {
    let plain = [
        ("version", c.version.to_string()),
        ("level", c.level.code().to_owned()),
        ("parent", c.parent_id.map(|id| id.to_string()).unwrap_or_default()),
        ("theme", c.theme_id.map(|id| id.to_string()).unwrap_or_default()),
        ("national_number", c.national_number.clone()),
        ("ogp_id", c.ogp_id.clone()),
        ("budget", c.budget.clone()),
        ("development_goals", c.development_goals.clone()),
        ("contact", c.contact.clone()),
        ("starts_on", c.starts_on.to_string()),
        ("ends_on", c.ends_on.to_string()),
    ];
    let form = plain.into_iter().fold(FormState::default(), |form, (name, value)| form.with(name, value));
    texts(c).into_iter().fold(form, |form, (name, text)| {
        let english = text.en.clone().unwrap_or_default();
        form.with(name, text.fr.clone()).with(&format!("{name}_en"), english)
    })
}

/// The texts in both languages, by the names of their fields.
pub(super) fn texts(c: &Commitment) -> [(&'static str, &LocalizedText); 10] {
    [
        ("title", &c.title),
        ("summary", &c.summary),
        ("problem", &c.problem),
        ("causes", &c.causes),
        ("done_so_far", &c.done_so_far),
        ("solution", &c.solution),
        ("results_wanted", &c.results_wanted),
        ("transparency", &c.transparency),
        ("accountability", &c.accountability),
        ("participation", &c.participation),
    ]
}

/// Reads every field; what is wrong stays in the form.
pub(super) fn read(form: &mut FormState) -> Option<Fields> {
    let level = form.read_choice::<Level>("level");
    let parent_id = form.read_optional("parent", parsed);
    let theme_id = form.read_optional("theme", parsed);
    let national_number = form.read("national_number", Line::parse);
    let ogp_id = form.read("ogp_id", Line::parse);
    let title = form.read_localized("title", "title_en", CommitmentTitle::parse);
    let summary = form.read_localized("summary", "summary_en", Summary::parse);
    let problem = form.read_localized("problem", "problem_en", FieldText::parse);
    let causes = form.read_localized("causes", "causes_en", FieldText::parse);
    let done_so_far = form.read_localized("done_so_far", "done_so_far_en", FieldText::parse);
    let solution = form.read_localized("solution", "solution_en", FieldText::parse);
    let results_wanted = form.read_localized("results_wanted", "results_wanted_en", FieldText::parse);
    let transparency = form.read_localized("transparency", "transparency_en", FieldText::parse);
    let accountability = form.read_localized("accountability", "accountability_en", FieldText::parse);
    let participation = form.read_localized("participation", "participation_en", FieldText::parse);
    let budget = form.read("budget", ShortText::parse);
    let development_goals = form.read("development_goals", ShortText::parse);
    let contact = form.read("contact", ShortText::parse);
    let starts_on = form.read("starts_on", parsed);
    let ends_on = form.read("ends_on", parsed);
    let reason = form.read("change_reason", ChangeReason::parse);
    Some(Fields {
        level: level?,
        parent_id: parent_id?,
        theme_id: theme_id?,
        national_number: national_number?,
        ogp_id: ogp_id?,
        title: title?,
        summary: summary?,
        problem: problem?,
        causes: causes?,
        done_so_far: done_so_far?,
        solution: solution?,
        results_wanted: results_wanted?,
        transparency: transparency?,
        accountability: accountability?,
        participation: participation?,
        budget: budget?,
        development_goals: development_goals?,
        contact: contact?,
        starts_on: starts_on?,
        ends_on: ends_on?,
        reason: reason?,
    })
}
