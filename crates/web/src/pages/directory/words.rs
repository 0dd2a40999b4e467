//! The words for what the registers know in codes.

use std::collections::HashMap;

use fabrique_directory::{Entry, MatchedField};
use fabrique_domain::{territory, text::fold};

use crate::frame::Frame;

/// The families of the nomenclature of purposes.
pub(in crate::pages) const FAMILIES: [u32; 29] =
    [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 30, 32, 34, 36, 38, 40, 50];

/// The name of a family of themes; nothing when the nomenclature has none such.
pub(in crate::pages) fn family(frame: &Frame, family: u32) -> Option<String> {
    FAMILIES.contains(&family).then(|| frame.t.get(format!("directory-family-{family:02}")).to_string())
}

/// The names of the one or two families of themes of an entry.
pub(in crate::pages) fn families(frame: &Frame, entry: &Entry) -> Vec<String> {
    let [first, second] = entry.themes.map(|theme| theme / 1000);
    let families = [first, second].into_iter().take(if first == second { 1 } else { 2 });
    families.filter_map(|one| family(frame, one)).collect()
}

/// Where an organisation has its seat, in words.
pub(in crate::pages) fn place(entry: &Entry) -> String {
    let department = territory::department(&entry.place.department).unwrap_or(&entry.place.department);
    match (entry.place.commune.as_str(), department) {
        ("", department) => department.to_owned(),
        (commune, "") => commune.to_owned(),
        (commune, department) => format!("{commune} ({department})"),
    }
}

/// The key of the name of a text of an organisation.
pub(in crate::pages) const fn field(field: MatchedField) -> &'static str {
    match field {
        MatchedField::Name => "directory-field-name",
        MatchedField::ShortName => "directory-field-short-name",
        MatchedField::Purpose => "directory-field-purpose",
        MatchedField::Object => "directory-field-object",
        MatchedField::Commune => "directory-field-commune",
        MatchedField::Initials => "directory-field-initials",
    }
}

/// How many characters of a long text are shown.
const EXCERPT: usize = 220;

/// The beginning of a text, cut at the end of a word.
pub(super) fn excerpt(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(EXCERPT) else { return text.to_owned() };
    let cut = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &text[..cut])
}

/// Words as texts write them, with their accents: what is found is told folded.
pub(in crate::pages) struct Written<'t>(HashMap<String, &'t str>);

impl<'t> Written<'t> {
    /// The words of texts; the first way of writing one is kept.
    pub(in crate::pages) fn of(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let words = texts.into_iter().flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
        let mut written = HashMap::new();
        for word in words.filter(|word| !word.is_empty()) {
            written.entry(fold(word)).or_insert(word);
        }
        Self(written)
    }

    /// A folded word as it is written, in small letters; as it is when it is written in no such form.
    pub(in crate::pages) fn word(&self, folded: &str) -> String {
        self.0.get(folded).copied().unwrap_or(folded).to_lowercase()
    }
}

/// The texts of an organisation that words are found in.
pub(in crate::pages) fn texts(entry: &Entry) -> impl Iterator<Item = &str> {
    let own = [entry.purpose.as_str(), &entry.name, &entry.short_name];
    let lobbying = entry.lobbying.iter().map(|one| one.object.as_str());
    own.into_iter().chain(lobbying).chain(entry.funding.iter().map(|one| one.object.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_shown_with_the_accents_that_the_text_gives_it() {
        let written = Written::of(["Lutter contre l’ILLETTRISME", "l'accès au numérique"]);
        let words = ["numerique", "illettrisme", "absent"].map(|word| written.word(word));
        assert_eq!(words, ["numérique", "illettrisme", "absent"]);
    }
}
