//! Finds the known elements of a text; every other `<` is text.
//!
//! A browser would take `<family name>` for an element and show nothing. People who typed it in a
//! plain field meant the words, so only names in [`super::element`] count. Each search that fails is
//! remembered, so the time stays linear on hostile texts.

use super::element::{Role, role};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'text> {
    /// Words, with character references still in them.
    Text(&'text str),
    /// The beginning of an element.
    Open(Tag<'text>),
    /// The end of an element.
    Close(Tag<'text>),
    /// A comment or a document type.
    Nothing,
}

/// The tag of a known element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'text> {
    /// From `<` to `>`.
    pub(super) source: &'text str,
    /// The name, as written.
    pub(super) name: &'text str,
    /// What becomes of the element.
    pub(super) role: Role,
}

impl<'text> Tag<'text> {
    /// An attribute's value, as written between its quotes.
    pub(super) fn attribute(&self, name: &str) -> Option<&'text str> {
        let lower = self.source.to_ascii_lowercase();
        let (at, _) = lower.match_indices(name).find(|(at, _)| {
            self.source[..*at].ends_with(char::is_whitespace)
                && self.source[at + name.len()..].trim_start().starts_with('=')
        })?;
        let after = self.source[at + name.len()..].trim_start();
        let value = after[1..].trim_start();
        match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split(quote).next(),
            _ => value.split(|c: char| c.is_whitespace() || c == '>').next(),
        }
    }
}

/// The pieces of a text, in order; none is empty.
pub(super) fn tokens(text: &str) -> Tokens<'_> {
    Tokens { rest: text, no_tag_ends: false, no_comment_ends: false }
}

/// See [`tokens`].
pub(super) struct Tokens<'text> {
    rest: &'text str,
    no_tag_ends: bool,
    no_comment_ends: bool,
}

impl<'text> Tokens<'text> {
    /// What follows the last piece.
    pub(super) fn rest(&self) -> &'text str {
        self.rest
    }

    /// Passes over the next `length` bytes.
    pub(super) fn skip(&mut self, length: usize) {
        self.take(length);
    }

    fn take(&mut self, length: usize) -> &'text str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// The markup at the beginning of `at`, and its length.
    fn markup(&mut self, at: &'text str) -> Option<(Token<'text>, usize)> {
        if let Some(comment) = at.strip_prefix("<!--") {
            return self.comment(comment);
        }
        if starts_with_ignoring_case(at, "<!doctype") {
            return self.tag_end(at).map(|end| (Token::Nothing, end));
        }
        self.tag(at)
    }

    fn comment(&mut self, after: &str) -> Option<(Token<'text>, usize)> {
        if self.no_comment_ends {
            return None;
        }
        let end = after.find("-->");
        self.no_comment_ends = end.is_none();
        end.map(|end| (Token::Nothing, "<!--".len() + end + "-->".len()))
    }

    fn tag(&mut self, at: &'text str) -> Option<(Token<'text>, usize)> {
        let closes = at.starts_with("</");
        let from = if closes { 2 } else { 1 };
        let name = name(&at[from..])?;
        let role = role(&name.to_ascii_lowercase())?;
        let end = self.tag_end(at)?;
        let source = &at[..end];
        let tag = Tag { source, name, role };
        let token = if closes { Token::Close } else { Token::Open };
        Some((token(tag), end))
    }

    /// Where the tag ends: at the first `>` outside quotes, else at the first one.
    fn tag_end(&mut self, at: &str) -> Option<usize> {
        if self.no_tag_ends {
            return None;
        }
        let end = end_outside_quotes(at).or_else(|| at.find('>'));
        self.no_tag_ends = end.is_none();
        end.map(|end| end + 1)
    }
}

impl<'text> Iterator for Tokens<'text> {
    type Item = Token<'text>;

    fn next(&mut self) -> Option<Token<'text>> {
        let text = self.rest;
        let mut searched = 0;
        while let Some(found) = text[searched..].find('<') {
            let start = searched + found;
            match self.markup(&text[start..]) {
                Some((token, length)) if start == 0 => {
                    self.take(length);
                    return Some(token);
                }
                Some(_) => return Some(Token::Text(self.take(start))),
                None => searched = start + 1,
            }
        }
        let rest = self.take(text.len());
        (!rest.is_empty()).then_some(Token::Text(rest))
    }
}

/// An element's name: letters and digits, followed by what may follow a name.
fn name(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric())?;
    let followed = text[end..].starts_with([' ', '\t', '\n', '\r', '/', '>']);
    // The longest known name is `blockquote` or `figcaption`.
    (followed && (1..=10).contains(&end)).then(|| &text[..end])
}

fn end_outside_quotes(tag: &str) -> Option<usize> {
    let mut quote = None;
    tag.bytes().position(|byte| match (quote, byte) {
        (None, b'>') => true,
        (None, b'"' | b'\'') => {
            quote = Some(byte);
            false
        }
        (Some(open), _) if open == byte => {
            quote = None;
            false
        }
        _ => false,
    })
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}
