//! The form of a proposal: the same for a draft and for what is published.

use fabrique_app::proposal::{Draft, Publication, Text, Voice};
use fabrique_domain::{
    Choice, Language,
    account::{AuthorKind, Capacity, Person},
    consultation::Consultation,
    plan::Theme,
    proposal::{Proposal, ProposalBody, ProposalPart, ProposalTitle},
    text::{Fault, Line, Markdown},
};

use crate::{form::FormState, frame::Frame, visitor::Visitor};

/// What the form offers to choose from.
pub(super) struct Choices {
    pub(super) themes: Vec<(String, String)>,
    pub(super) kinds: Vec<(&'static str, String)>,
    pub(super) capacities: Vec<(&'static str, String)>,
    pub(super) languages: Vec<(&'static str, String)>,
}

impl Choices {
    pub(super) fn new(visitor: &Visitor, frame: &Frame, themes: &[Theme]) -> Self {
        let kinds = visitor.actor.person().map(Person::author_kinds).unwrap_or_default();
        let theme = |theme: &Theme| (theme.slug.clone(), frame.text(&theme.name).to_owned());
        Self {
            themes: themes.iter().map(theme).collect(),
            kinds: kinds
                .iter()
                .map(|(kind, _)| (kind.code(), frame.t.choice("proposal-as", *kind).to_string()))
                .collect(),
            languages: Language::ALL
                .iter()
                .map(|language| (language.code(), frame.t.choice("language", *language).to_string()))
                .collect(),
            capacities: Capacity::ALL
                .iter()
                .map(|of| (of.code(), frame.t.choice("capacity", *of).to_string()))
                .collect(),
        }
    }

    /// Whether the person may speak otherwise than as a citizen.
    pub(super) fn has_voices(&self) -> bool {
        self.kinds.len() > 1
    }
}

/// The form as a proposal fills it.
pub(super) fn filled(proposal: &Proposal, themes: &[Theme]) -> FormState {
    let theme = themes.iter().find(|theme| Some(theme.id) == proposal.theme_id);
    FormState::default()
        .with("title", proposal.title.clone())
        .with("theme", theme.map(|theme| theme.slug.clone()).unwrap_or_default())
        .with("problem", proposal.problem.clone())
        .with("change", proposal.change.clone())
        .with("body", proposal.body.clone())
        .with("language", proposal.language.code())
        .with("author_kind", proposal.author_kind.code())
        .with("capacity", proposal.capacity.code())
        .with("base_version", proposal.version.to_string())
}

/// Reads what was typed so far, however little; in the `usual` language where the form says none.
pub(super) fn draft(form: &mut FormState, usual: Language, themes: &[Theme]) -> Option<Draft> {
    let title = form.read("title", Line::parse);
    let theme_id = theme(form, themes);
    let problem = form.read("problem", ProposalPart::parse);
    let change = form.read("change", ProposalPart::parse);
    let body = form.read("body", Markdown::parse);
    let language = language(form, usual);
    let voice = voice(form);
    Some(Draft {
        title: title?,
        theme_id: theme_id?,
        problem: problem?,
        change: change?,
        body: body?,
        language: language?,
        voice: voice?,
    })
}

/// Reads a whole text; in the `usual` language where the form says none.
pub(super) fn text(form: &mut FormState, usual: Language, themes: &[Theme]) -> Option<Text> {
    let title = form.read("title", ProposalTitle::parse);
    let theme_id = theme(form, themes);
    let problem = form.read("problem", ProposalPart::parse);
    let change = form.read("change", ProposalPart::parse);
    let body = form.read("body", ProposalBody::parse);
    let language = language(form, usual);
    Some(Text {
        title: title?,
        theme_id: theme_id?,
        problem: problem?,
        change: change?,
        body: body?,
        language: language?,
    })
}

/// A kept draft as a publication, or what is still wrong with it.
pub(super) fn publication(draft: &Proposal, themes: &[Theme]) -> Result<Publication, FormState> {
    let mut form = filled(draft, themes);
    let voice = Voice { kind: draft.author_kind, capacity: draft.capacity };
    match text(&mut form, draft.language, themes) {
        Some(text) => Ok(Publication { text, voice }),
        None => Err(form),
    }
}

fn theme(form: &mut FormState, themes: &[Theme]) -> Option<Option<fabrique_domain::id::ThemeId>> {
    form.read_optional("theme", |slug| {
        themes.iter().find(|theme| theme.slug == slug).map(|theme| theme.id).ok_or(Fault::Unknown)
    })
}

fn language(form: &mut FormState, usual: Language) -> Option<Language> {
    let read = |code: &str| Language::from_code(code).map_err(|_| Fault::Unknown);
    Some(form.read_optional("language", read)?.unwrap_or(usual))
}

fn voice(form: &mut FormState) -> Option<Voice> {
    let kind = form.read_optional("author_kind", |code| AuthorKind::from_code(code).map_err(|_| Fault::Unknown));
    let capacity = form.read_optional("capacity", |code| Capacity::from_code(code).map_err(|_| Fault::Unknown));
    let kind = kind?.unwrap_or(AuthorKind::Citizen);
    let capacity = capacity?.unwrap_or(Capacity::Personal);
    // The choice of a capacity says nothing for a citizen, who speaks for nobody else.
    Some(Voice { kind, capacity: if kind == AuthorKind::Citizen { Capacity::Personal } else { capacity } })
}

/// By when a proposal that is published now gets its answer.
pub(super) fn answered_by(frame: &Frame, consultation: &Consultation) -> String {
    let due = consultation.answer_due(frame.now());
    frame.t.get("proposal-answered-by").with_text("date", frame.day(&due)).to_string()
}
