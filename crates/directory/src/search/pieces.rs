//! The text of a question cut into plain words, phrases and unwanted words.

/// How much of a text is read, in bytes.
const LONGEST: usize = 4_000;

/// A piece of a question.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words.
    Plain(&'a str),
    /// Words that follow each other.
    Phrase(&'a str),
    /// Words that must not be there.
    Unwanted(&'a str),
}

/// What is read of a text, and whether something is left out.
pub(super) fn beginning(text: &str) -> (&str, bool) {
    if text.len() <= LONGEST {
        return (text, false);
    }
    let end = (0..=LONGEST).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    (&text[..end], true)
}

/// Cuts a question at its quotes and hyphens; a quote that is not closed is a space.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['"', '«', '“']) {
        plain_pieces(&rest[..open], &mut pieces);
        let inside = rest[open..].char_indices().nth(1).map_or("", |(at, _)| &rest[open + at..]);
        match inside.find(['"', '»', '”']) {
            Some(close) => {
                pieces.push(Piece::Phrase(&inside[..close]));
                rest = inside[close..].char_indices().nth(1).map_or("", |(at, _)| &inside[close + at..]);
            }
            None => rest = inside,
        }
    }
    plain_pieces(rest, &mut pieces);
    pieces
}

fn plain_pieces<'a>(text: &'a str, pieces: &mut Vec<Piece<'a>>) {
    for word in text.split_whitespace() {
        match word.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphanumeric)) {
            Some(unwanted) => pieces.push(Piece::Unwanted(unwanted)),
            None => pieces.push(Piece::Plain(word)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_hyphens_cut_a_question() {
        assert_eq!(
            pieces("eau «développement durable» -chasse porte-parole \"fin"),
            [
                Piece::Plain("eau"),
                Piece::Phrase("développement durable"),
                Piece::Unwanted("chasse"),
                Piece::Plain("porte-parole"),
                Piece::Plain("fin"),
            ]
        );
        assert_eq!(pieces("\"\"").len(), 1);
        assert_eq!(pieces("- -- -\" ").len(), 3);
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        let long = "é".repeat(5_000);
        let (text, shortened) = beginning(&long);
        assert!(shortened && text.len() <= LONGEST && !text.is_empty());
    }
}
