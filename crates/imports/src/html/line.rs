//! Titles and names: plain text on one line.

use super::element::Role;
use super::reference;
use super::token::{Token, tokens};

/// The longest title or name, in bytes.
const MAX_LINE_OF_TEXT: usize = 1000;

/// A text as one line of plain text: known elements go, their words stay, references are decoded,
/// runs of spaces become one. The result is no HTML: whoever shows it escapes it.
///
/// ```
/// let title = fabrique_imports::plain_line(" Donn&eacute;es &amp; <b>libertés</b>\n");
/// assert_eq!(title, "Données & libertés");
/// ```
pub fn plain_line(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for token in tokens(text) {
        words.push_str(match token {
            Token::Text(text) => text,
            Token::Open(tag) | Token::Close(tag) if !ends_line(&tag.role) => "",
            _ => " ",
        });
    }
    let mut line = on_one_line(&reference::replace(&words, reference::meaning));
    line.truncate(line.floor_char_boundary(MAX_LINE_OF_TEXT));
    line
}

fn ends_line(role: &Role) -> bool {
    role.is_block() || *role == Role::Break
}

/// One space for each run of white space, unless the run is a single non-breaking space.
fn on_one_line(text: &str) -> String {
    let shown = text.replace(|c: char| c.is_control() && !c.is_whitespace(), "");
    super::normalise::single_spaces(&shown, true).trim().to_owned()
}
