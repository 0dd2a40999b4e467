//! Who speaks, as it is shown beside a contribution: the name, and the kind by word and shape.

use fabrique_domain::{
    Choice,
    account::{AuthorKind, ERASED_NAME, Person},
};
use fabrique_texts::Texts;

use crate::{form::FormState, speaker};

/// An author, as shown.
#[derive(Debug, Clone)]
pub(crate) struct Author {
    /// The name or pseudonym.
    pub(crate) name: String,
    /// The class that draws the shape: `agent`, `society`, `citizen`.
    pub(crate) class: &'static str,
    /// The kind, in the reader's words.
    pub(crate) kind: String,
}

impl Author {
    /// Somebody called `name`, of this kind.
    pub(crate) fn new(texts: Texts, name: &str, kind: AuthorKind) -> Self {
        let (class, kind) = speaker::who(texts, kind);
        Self { name: shown(texts, name), class, kind }
    }
}

/// A name as it is shown: what stands for the name of an erased account is said in the reader's words.
pub(crate) fn shown(texts: Texts, name: &str) -> String {
    if name == ERASED_NAME { texts.get("account-erased-name").to_string() } else { name.to_owned() }
}

/// The class that draws the shape of a kind.
pub(crate) const fn class(kind: AuthorKind) -> &'static str {
    match kind {
        AuthorKind::Agent => "agent",
        AuthorKind::CivilSociety => "society",
        AuthorKind::Citizen => "citizen",
    }
}

/// The kinds under which a person may speak, with their words, for a field of a form.
pub(crate) fn options(texts: Texts, person: &Person) -> Vec<(String, String)> {
    let word = |kind: AuthorKind| (kind.code().to_owned(), texts.choice("author-kind", kind).to_string());
    person.author_kinds().into_iter().map(|(kind, _)| word(kind)).collect()
}

/// Reads the kind that was chosen; a citizen where the form did not ask.
pub(crate) fn read_kind(form: &mut FormState) -> Option<AuthorKind> {
    match form.value("author_kind") {
        "" => Some(AuthorKind::Citizen),
        _ => form.read_choice("author_kind"),
    }
}
