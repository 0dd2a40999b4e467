//! Drops, counts and rewrites the elements of a text, down to those that Markdown has words for.

use std::collections::{BTreeMap, BTreeSet};

use super::address::full_address;
use super::balance::Balanced;
use super::element::Role;
use super::token::{Tag, Token, Tokens, tokens};
use crate::Loss;

/// Tidies a text. With `keeps_lines`, its line ends are breaks.
pub(super) fn tidy(text: &str, keeps_lines: bool, losses: &mut BTreeMap<Loss, u64>) -> String {
    let mut tidier = Tidier {
        out: Balanced::with_capacity(text.len()),
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
    tidier.out.finish()
}

struct Tidier<'losses> {
    out: Balanced,
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
        if !self.keeps_lines && !self.out.is_open("pre") {
            self.out.write(&text);
            return;
        }
        let text = text.replace("\r\n", "\n");
        let same_break = if self.after_break { "\n" } else { "" };
        let text = text.strip_prefix(same_break).unwrap_or(&text);
        self.out.write(&text.replace('\n', "<br>"));
    }

    fn begin(&mut self, tag: &Tag<'_>, tokens: &mut Tokens<'_>) {
        match &tag.role {
            Role::Block(name) => self.begin_block(name),
            Role::Inline(name) => self.begin_inline(name, ""),
            Role::Link => self.begin_link(tag),
            Role::Break => self.out.write("<br>"),
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
    /// end of a paragraph.
    fn begin_block(&mut self, name: &'static str) {
        let around = self.out.begin_paragraph(name);
        match name {
            "table" => self.lose(Loss::Table),
            "tr" => self.cells = 0,
            _ => {}
        }
        self.open(name, "");
        for inline in around {
            self.begin_inline(inline, "");
        }
    }

    fn open(&mut self, name: &'static str, attributes: &str) {
        if !self.out.open(name, attributes) {
            self.lose(Loss::Nesting);
        }
    }

    fn begin_inline(&mut self, name: &'static str, attributes: &str) {
        if !self.out.is_open(name) {
            self.open(name, attributes);
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
        self.out.close_inline();
        self.out.write("<hr>");
    }

    fn cell(&mut self) {
        self.out.close_inline();
        if self.cells > 0 {
            self.out.write(" | ");
        }
        self.cells += 1;
    }

    fn end(&mut self, tag: &Tag<'_>) {
        match &tag.role {
            Role::Block(name) | Role::Inline(name) => self.out.close(name),
            Role::Link => self.out.close("a"),
            Role::Break => self.out.write("<br>"),
            _ => {}
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

/// The first place of an ASCII text in lower case, whatever the case it is written in.
fn find_ignoring_case(text: &str, lower: &str) -> Option<usize> {
    let matches = |window: &[u8]| window.eq_ignore_ascii_case(lower.as_bytes());
    text.as_bytes().windows(lower.len()).position(matches)
}
