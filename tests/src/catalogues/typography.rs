//! The spaces and apostrophes of French.

/// What is wrong with a French message, if anything: an ordinary space (or none) where a narrow or
/// no-break one belongs, or a straight apostrophe.
pub(super) fn fault(message: &str) -> Option<String> {
    message.lines().find_map(of_line)
}

fn of_line(line: &str) -> Option<String> {
    let characters: Vec<char> = line.chars().collect();
    characters.windows(2).find_map(|pair| {
        let said = match (pair[0], pair[1]) {
            (' ', ';' | '?' | '!') => "an ordinary space before a high mark; U+202F belongs there",
            (' ', ':' | '»') => "an ordinary space before a colon or a closing quote; U+00A0 belongs there",
            ('«', next) if !matches!(next, '\u{a0}' | '\u{202f}') => "U+00A0 belongs after an opening quote",
            (before, ';' | '?' | '!' | '»') if before.is_alphabetic() => "a no-break space belongs before this mark",
            (before, '\'') if before.is_alphabetic() => "a straight apostrophe; ’ belongs there",
            _ => return None,
        };
        Some(format!("{said}: “{}”", line.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_set_french_has_no_fault() {
        let well_set = "Que voulez-vous changer\u{202f}? Dites « l’essentiel »\u{a0}: le reste viendra.";
        assert_eq!(fault(&well_set.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»")), None);
    }

    #[test]
    fn ordinary_spaces_and_straight_apostrophes_are_found() {
        for faulty in ["Quoi ?", "Quoi?", "Voici : rien", "« non »", "l'essentiel"] {
            assert!(fault(faulty).is_some(), "{faulty}");
        }
    }
}
