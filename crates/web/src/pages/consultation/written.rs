//! The form of a consultation: what the coordinator writes, in both languages.

use fabrique_app::{consultation::Preparation, plan};
use fabrique_domain::{
    Choice, Date, Instant, Localized, LocalizedText,
    consultation::{Ballot, Consultation, ConsultationText},
    id::PlanId,
    plan::Plan,
    text::{Fault, Line, Markdown, Slug},
};
use fabrique_storage::Reader;
use jiff::tz::TimeZone;

use crate::{
    form::{FormState, number, parsed},
    frame::Frame,
    problem::Problem,
};

/// What the form offers to choose from.
pub(super) struct Choices {
    pub(super) plans: Vec<(String, String)>,
    pub(super) ballots: Vec<(&'static str, String)>,
}

impl Choices {
    pub(super) async fn read(reader: &mut Reader, frame: &Frame) -> Result<Self, Problem> {
        let plan = |plan: &Plan| (plan.id.to_string(), frame.text(&plan.national_label).to_owned());
        let ballot = |ballot: &Ballot| (ballot.code(), frame.t.choice("ballot", *ballot).to_string());
        Ok(Self {
            plans: plan::list(reader).await?.iter().map(plan).collect(),
            ballots: Ballot::ALL.iter().map(ballot).collect(),
        })
    }
}

/// The form as a consultation fills it.
pub(super) fn filled(consultation: &Consultation, zone: &TimeZone) -> FormState {
    let c = consultation;
    let form = FormState::default()
        .with("plan", c.plan_id.to_string())
        .with("slug", c.slug.clone())
        .with("opens_on", c.opens_at.date(zone).to_string())
        .with("closes_on", last_day(c.closes_at, zone).to_string())
        .with("ballot", c.ballot.code())
        .with("answer_within_days", c.answer_within_days.to_string());
    let texts = [("title", &c.title), ("summary", &c.summary), ("rules", &c.rules), ("information", &c.information)];
    texts.into_iter().fold(form, |form, (name, text)| with_text(form, name, text))
}

/// Puts an official text into its two fields.
pub(super) fn with_text(form: FormState, name: &str, text: &LocalizedText) -> FormState {
    form.with(&format!("{name}_fr"), text.fr.clone()).with(&format!("{name}_en"), text.en.clone().unwrap_or_default())
}

/// Reads what the coordinator wrote.
pub(super) fn read(form: &mut FormState, zone: &TimeZone) -> Option<Preparation> {
    let plan_id = form.read("plan", parsed::<PlanId>);
    let title = localized(form, ["title_fr", "title_en"], Line::parse);
    let slug = form.read_optional("slug", Slug::parse);
    let summary = localized(form, ["summary_fr", "summary_en"], Markdown::parse);
    let rules = localized(form, ["rules_fr", "rules_en"], Markdown::parse);
    let information = localized(form, ["information_fr", "information_en"], Markdown::parse);
    let opens_at = form.read("opens_on", |typed| parsed::<Date>(typed).map(|day| day.start(zone)));
    let closes_at = form.read("closes_on", |typed| end_of(typed, zone));
    let ballot = form.read_choice::<Ballot>("ballot");
    let answer_within_days = form.read("answer_within_days", number);
    let title: Localized<_> = title?;
    Some(Preparation {
        plan_id: plan_id?,
        slug: slug?.unwrap_or_else(|| Slug::of(&title.fr)),
        title,
        summary: summary?,
        rules: rules?,
        information: information?,
        opens_at: opens_at?,
        closes_at: closes_at?,
        ballot: ballot?,
        answer_within_days: answer_within_days?,
    })
}

/// Reads a text in both languages; the English one may be left empty.
pub(super) fn localized<T>(
    form: &mut FormState,
    [fr, en]: [&'static str; 2],
    parse: impl Fn(&str) -> Result<T, Fault>,
) -> Option<Localized<T>> {
    let french = form.read(fr, &parse);
    let english = form.read_optional(en, &parse);
    Some(Localized { fr: french?, en: english? })
}

/// Reads a long text in both languages.
pub(super) fn long_text(form: &mut FormState, names: [&'static str; 2]) -> Option<Localized<ConsultationText>> {
    localized(form, names, Markdown::parse)
}

/// The last day of a consultation is a whole day: it closes when the next one begins.
pub(super) fn end_of(typed: &str, zone: &TimeZone) -> Result<Instant, Fault> {
    parsed::<Date>(typed).map(|day| day.plus_days(1).start(zone))
}

/// The day whose end is `closes_at`.
pub(super) fn last_day(closes_at: Instant, zone: &TimeZone) -> Date {
    closes_at.plus(-1).date(zone)
}
