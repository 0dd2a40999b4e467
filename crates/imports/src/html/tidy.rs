//! Known elements to a small, balanced and shallow HTML that a converter can take without surprise.
//!
//! A browser's parser repairs broken HTML by repeating elements, which lets a short hostile text grow
//! without measure, and a converter that recurses would overflow its stack on ten thousand nested
//! elements. Here every element kept is closed where it must be, none is deeper than [`MAX_DEPTH`],
//! and the only attribute is the address of a link.

use std::collections::{BTreeMap, BTreeSet};

use super::element::Role;
use super::token::{Tag, Token, Tokens, tokens};
use crate::Loss;

/// How deep elements may nest: a list in a quotation in a list has four.
const MAX_DEPTH: usize = 32;

/// Tidies a text. With `keeps_lines`, its line ends are breaks.
pub(super) fn tidy(text: &str, keeps_lines: bool, losses: &mut BTreeMap<Loss, u64>) -> String {
    let mut tidier = Tidier {
        out: String::with_capacity(text.len()),
        open: Vec::new(),
        too_deep: 0,
        keeps_lines,
        cells: 0,
        after_break: false,
        never_closed: BTreeSet::new(),
        losses,
    };
    let mut tokens = tokens(text);
    while let Some(token) = tokens.next() {
        tidier.token(token, &mut tokens);
    }
    tidier.close_above(0);
    tidier.out
}

struct Tidier<'losses> {
    out: String,
    open: Vec<&'static str>,
    /// How many elements beyond the depth are open and unwritten.
    too_deep: usize,
    keeps_lines: bool,
    /// Cells met in the current row of a table.
    cells: usize,
    /// Whether a `<br>` was the last thing written: the line end after it is the same break.
    after_break: bool,
    /// Elements whose end was searched in vain; nothing further in the text has it either.
    never_closed: BTreeSet<String>,
    losses: &'losses mut BTreeMap<Loss, u64>,
}

impl Tidier<'_> {
    fn token(&mut self, token: Token<'_>, tokens: &mut Tokens<'_>) {
        match token {
            Token::Text(text) => self.text(text),
            Token::Open(tag) => self.begin(&tag, tokens),
            Token::Close(tag) => self.end(&tag),
            Token::Nothing => {}
        }
        self.after_break = self.out.ends_with("<br>");
    }

    fn lose(&mut self, loss: Loss) {
        *self.losses.entry(loss).or_default() += 1;
    }

    /// Writes words. A `<` in them begins no known element: it is what somebody wrote.
    fn text(&mut self, text: &str) {
        let text = text.replace('<', "&lt;");
        if !self.keeps_lines && !self.open.contains(&"pre") {
            self.out.push_str(&text);
            return;
        }
        let text = text.replace("\r\n", "\n");
        let same_break = if self.after_break { "\n" } else { "" };
        let text = text.strip_prefix(same_break).unwrap_or(&text);
        self.out.push_str(&text.replace('\n', "<br>"));
    }

    fn begin(&mut self, tag: &Tag<'_>, tokens: &mut Tokens<'_>) {
        match &tag.role {
            Role::Block(name) => self.begin_block(name),
            Role::Inline(name) => self.begin_inline(name, ""),
            Role::Link => self.begin_link(tag),
            Role::Break => self.out.push_str("<br>"),
            Role::Rule => self.rule(),
            Role::Cell => self.cell(),
            Role::Unwrap => {}
            Role::Void(loss) => self.lose(loss.clone()),
            Role::Drop(loss) => {
                self.lose(loss.clone());
                self.skip_content(tag.name, tokens);
            }
        }
    }

    /// Begins a block. Bold and italics around it begin again inside it, since Markdown's stop at the
    /// end of a paragraph; a paragraph or list item left open ends, as browsers do.
    fn begin_block(&mut self, name: &'static str) {
        let around = self.close_inline();
        if let Some(last @ ("p" | "li")) = self.open.last().copied()
            && (last == "p" || last == name)
        {
            self.close_above(self.open.len() - 1);
        }
        match name {
            "table" => self.lose(Loss::Table),
            "tr" => self.cells = 0,
            _ => {}
        }
        self.push(name, "");
        for inline in around {
            self.begin_inline(inline, "");
        }
    }

    /// Closes what is open inside the line; gives what may begin again, outermost first.
    fn close_inline(&mut self) -> Vec<&'static str> {
        let first = self.open.iter().rposition(|name| !is_inline(name));
        let first = first.map_or(0, |block| block + 1);
        let mut around = self.open[first..].to_vec();
        around.retain(|name| *name != "a");
        self.close_above(first);
        around
    }

    fn begin_inline(&mut self, name: &'static str, attributes: &str) {
        if !self.open.contains(&name) {
            self.push(name, attributes);
        }
    }

    fn begin_link(&mut self, tag: &Tag<'_>) {
        match tag.attribute("href").and_then(full_address) {
            Some(address) => self.begin_inline("a", &format!(" href=\"{address}\"")),
            None if tag.attribute("href").is_some() => self.lose(Loss::Link),
            None => {}
        }
    }

    fn rule(&mut self) {
        self.close_inline();
        self.out.push_str("<hr>");
    }

    fn cell(&mut self) {
        self.close_inline();
        if self.cells > 0 {
            self.out.push_str(" | ");
        }
        self.cells += 1;
    }

    fn push(&mut self, name: &'static str, attributes: &str) {
        if self.open.len() >= MAX_DEPTH {
            self.too_deep += 1;
            self.lose(Loss::Nesting);
            return;
        }
        self.open.push(name);
        self.out.push('<');
        self.out.push_str(written(name));
        self.out.push_str(attributes);
        self.out.push('>');
    }

    fn end(&mut self, tag: &Tag<'_>) {
        match &tag.role {
            Role::Block(name) | Role::Inline(name) => self.close(name),
            Role::Link => self.close("a"),
            Role::Break => self.out.push_str("<br>"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else if let Some(at) = self.open.iter().rposition(|open| *open == name) {
            self.close_above(at);
        }
    }

    /// Closes everything from this depth on, innermost first.
    fn close_above(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some(name) = self.open.pop()
        {
            self.out.push_str("</");
            self.out.push_str(written(name));
            self.out.push('>');
        }
    }

    /// Passes over the content of a dropped element. Without its end only the tag is dropped, or one
    /// careless `<script>` in a sentence would take the rest of the text with it.
    fn skip_content(&mut self, name: &str, tokens: &mut Tokens<'_>) {
        let end = format!("</{}", name.to_ascii_lowercase());
        if self.never_closed.contains(&end) {
            return;
        }
        match find_ignoring_case(tokens.rest(), &end) {
            Some(at) => tokens.skip(at),
            None => {
                self.never_closed.insert(end);
            }
        }
    }
}

fn is_inline(name: &str) -> bool {
    matches!(name, "strong" | "em" | "a")
}

/// The name under which an element is written: tables and kept lines become blocks of text.
fn written(name: &str) -> &str {
    match name {
        "table" | "tr" | "pre" => "div",
        other => other,
    }
}

/// An address that means the same everywhere, safe inside quotes and inside Markdown.
fn full_address(written: &str) -> Option<String> {
    let address = written.trim();
    let lower = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme) && lower.len() > scheme.len())
        .then(|| address.chars().map(address_character).collect())
}

fn address_character(character: char) -> String {
    match character {
        ' ' | '"' | '<' | '>' | '(' | ')' | '\\' | '`' | '*' | '[' | ']' => {
            format!("%{:02X}", u32::from(character))
        }
        control if control.is_control() => String::new(),
        other => other.to_string(),
    }
}

/// The first place of an ASCII text in lower case, whatever the case it is written in.
fn find_ignoring_case(text: &str, lower: &str) -> Option<usize> {
    let matches = |window: &[u8]| window.eq_ignore_ascii_case(lower.as_bytes());
    text.as_bytes().windows(lower.len()).position(matches)
}
