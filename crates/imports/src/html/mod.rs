//! Texts of other platforms to Markdown, without raw HTML.
//!
//! Exports mix three kinds of text, even within one column: rich text from an editor; plain text,
//! where `<50 %`, `<https://…>` or `<family name>` is what the person wrote; and plain text with a
//! few `<br>` typed by hand, where line ends count as much as the tags. The elements present tell
//! which one it is.
//!
//! The way of a rich text: [`token`] finds known elements and leaves every other `<` as text;
//! [`tidy`] drops and counts, and
//! [`balance`] writes a small, shallow HTML; `htmd` turns that into
//! Markdown; [`normalise`] is the last step of all texts. Since that last step leaves no element
//! behind and changes nothing twice, cleaning a cleaned text gives it back.

mod address;
mod balance;
mod element;
mod line;
mod normalise;
#[cfg(test)]
mod properties;
mod reference;
#[cfg(test)]
mod tests;
mod tidy;
mod token;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use htmd::element_handler::{HandlerResult, Handlers};
use htmd::options::{BulletListMarker, Options};
use htmd::{Element, HtmlToMarkdown};

use crate::Loss;
pub use line::plain_line;
use token::{Token, tokens};

/// The longest text that is taken whole, in bytes: 128 KiB, about forty printed pages. What stands
/// beyond is cut, and counted as [`Loss::Cut`].
pub const MAX_FIELD: usize = 128 << 10;

/// A text as Markdown, and what it could not keep.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// CommonMark without raw HTML; line breaks are backslashes at line ends.
    pub markdown: String,
    /// What was dropped, by kind.
    pub losses: BTreeMap<Loss, u64>,
}

/// How the line ends of a text are to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// No element at all: Markdown or plain text already.
    Plain,
    /// Elements inside lines only: line ends are breaks.
    Lines,
    /// Paragraphs and lists: line ends are spaces.
    Rich,
}

/// Cleans a text that may be HTML, plain text or a mixture.
///
/// Kept: paragraphs, headings, lists, quotations, bold, italics, links with a full address. Tables
/// become lines of text. Scripts, styles, frames and images are dropped and counted. Markdown that
/// somebody typed in a plain text stays Markdown, so the renderer still has the last word on links.
///
/// The result never contains an HTML element, is at most [`MAX_FIELD`] bytes long, and cleaning it
/// again gives the same text. The time is linear in the length, and the depth of nesting is bounded.
///
/// ```
/// let cleaned = fabrique_imports::markdown_from_html("<p>Ouvrir les <b>donn&eacute;es</b></p>");
/// assert_eq!(cleaned.markdown, "Ouvrir les **données**");
/// ```
pub fn markdown_from_html(text: &str) -> Cleaned {
    let mut losses = BTreeMap::new();
    let source = cut(text, &mut losses);
    let converted = convert(source, &mut losses);
    let markdown = normalise::normalise(&converted);
    let kept = cut(&markdown, &mut losses);
    let markdown = if kept.len() < markdown.len() { normalise::normalise(kept) } else { markdown };
    Cleaned { markdown, losses }
}

fn convert(source: &str, losses: &mut BTreeMap<Loss, u64>) -> String {
    let keeps_lines = match shape(source) {
        Shape::Plain => return source.to_owned(),
        Shape::Lines => true,
        Shape::Rich => false,
    };
    let tidied = tidy::tidy(source, keeps_lines, losses);
    to_markdown(&tidied)
}

/// The part of a text within the limit.
fn cut<'text>(text: &'text str, losses: &mut BTreeMap<Loss, u64>) -> &'text str {
    if text.len() <= MAX_FIELD {
        return text;
    }
    losses.insert(Loss::Cut, 1);
    &text[..text.floor_char_boundary(MAX_FIELD)]
}

fn shape(source: &str) -> Shape {
    let mut shape = Shape::Plain;
    for token in tokens(source) {
        match token {
            Token::Text(_) => {}
            Token::Open(tag) | Token::Close(tag) if tag.role.is_block() => return Shape::Rich,
            _ => shape = Shape::Lines,
        }
    }
    shape
}

/// Converts tidied HTML, or a single character reference. The converter reads from memory and has
/// no error of its own; were there ever one, the text would be empty rather than unsafe.
fn to_markdown(html: &str) -> String {
    static CONVERTER: LazyLock<HtmlToMarkdown> = LazyLock::new(converter);
    CONVERTER.convert(html).unwrap_or_default()
}

fn converter() -> HtmlToMarkdown {
    let options = Options {
        bullet_list_marker: BulletListMarker::Dash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        ..Options::default()
    };
    HtmlToMarkdown::builder().options(options).add_handler(vec!["br"], line_break).build()
}

/// A bare line end: [`normalise`] writes the break, and only where Markdown needs one.
fn line_break(_: &dyn Handlers, _: Element<'_>) -> Option<HandlerResult> {
    Some("\n".into())
}
