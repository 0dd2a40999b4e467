//! The first words of a text.

use fabrique_domain::LocalizedText;

/// Characters of an excerpt.
const LENGTH: usize = 220;

/// The first words of a Markdown text, without its marks, cut between two words.
pub(super) fn first_words(text: &LocalizedText) -> LocalizedText {
    LocalizedText { fr: of(&text.fr), en: text.en.as_deref().map(of) }
}

/// The same for a text in one language.
pub(super) fn of(markdown: &str) -> String {
    let line = markdown.lines().map(unmarked).find(|line| !line.is_empty()).unwrap_or_default();
    if line.chars().count() <= LENGTH {
        return line;
    }
    let cut: String = line.chars().take(LENGTH).collect();
    let kept = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '.', '\u{a0}', '\u{202f}']))
}

fn unmarked(line: &str) -> String {
    let line = line.trim().trim_start_matches(['#', '>', '-', '*', '+', ' ']);
    line.chars().filter(|c| !matches!(c, '*' | '_' | '`' | '[' | ']')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_the_first_line_that_says_something_without_its_marks() {
        assert_eq!(of("\n## Publier **chaque** mois\n\nLa suite"), "Publier chaque mois");
        assert_eq!(of(""), "");
    }

    #[test]
    fn a_long_text_is_cut_between_two_words() {
        let long = "délai ".repeat(80);
        let cut = of(&long);
        assert!(cut.ends_with("délai…"), "{cut}");
        assert!(cut.chars().count() <= LENGTH + 1);
    }
}
