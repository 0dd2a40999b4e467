//! The elements of HTML that people's texts contain, and what becomes of each.

use crate::Loss;

/// What becomes of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// Kept as a block, under this name.
    Block(&'static str),
    /// Kept inside lines, under this name.
    Inline(&'static str),
    /// A link, kept when it has a full address.
    Link,
    /// A line break.
    Break,
    /// A rule between parts.
    Rule,
    /// A cell of a table row.
    Cell,
    /// The element goes, its words stay.
    Unwrap,
    /// The element has no content, and goes.
    Void(Loss),
    /// The element goes with its content.
    Drop(Loss),
}

impl Role {
    /// Whether the element ends the line it stands in.
    pub(super) fn is_block(&self) -> bool {
        matches!(self, Self::Block(_) | Self::Rule | Self::Cell)
    }
}

/// An element that this module knows, by its name in lower case.
pub(super) fn role(name: &str) -> Option<Role> {
    block(name).or_else(|| inline(name)).or_else(|| lost(name))
}

fn block(name: &str) -> Option<Role> {
    Some(match name {
        "p" => Role::Block("p"),
        "ul" | "menu" | "dir" => Role::Block("ul"),
        "ol" => Role::Block("ol"),
        "li" => Role::Block("li"),
        "blockquote" => Role::Block("blockquote"),
        "pre" => Role::Block("pre"),
        "h1" => Role::Block("h1"),
        "h2" => Role::Block("h2"),
        "h3" => Role::Block("h3"),
        "h4" => Role::Block("h4"),
        "h5" => Role::Block("h5"),
        "h6" => Role::Block("h6"),
        "table" => Role::Block("table"),
        "tr" => Role::Block("tr"),
        "td" | "th" => Role::Cell,
        "hr" => Role::Rule,
        "div" | "section" | "article" | "header" | "footer" | "aside" | "main" | "nav" | "figure" | "figcaption"
        | "address" | "center" | "dl" | "dt" | "dd" | "details" | "summary" | "form" | "fieldset" | "legend"
        | "caption" => Role::Block("div"),
        _ => return None,
    })
}

fn inline(name: &str) -> Option<Role> {
    Some(match name {
        "b" | "strong" => Role::Inline("strong"),
        "i" | "em" => Role::Inline("em"),
        "a" => Role::Link,
        "br" => Role::Break,
        "html" | "body" | "head" | "span" | "font" | "u" | "s" | "strike" | "del" | "ins" | "small" | "big" | "sub"
        | "sup" | "code" | "kbd" | "samp" | "var" | "tt" | "abbr" | "acronym" | "cite" | "dfn" | "q" | "mark"
        | "time" | "label" | "wbr" | "thead" | "tbody" | "tfoot" | "colgroup" | "col" | "picture" | "noscript"
        | "meta" | "link" | "base" | "ruby" | "rt" | "rp" | "bdi" | "bdo" => Role::Unwrap,
        _ => return None,
    })
}

fn lost(name: &str) -> Option<Role> {
    Some(match name {
        "img" => Role::Void(Loss::Image),
        "embed" | "source" | "track" | "param" => Role::Void(Loss::Embed),
        "input" => Role::Void(Loss::Script),
        "iframe" | "object" | "video" | "audio" | "svg" | "math" | "canvas" | "frameset" => Role::Drop(Loss::Embed),
        "script" | "style" | "template" | "title" | "textarea" | "select" | "button" => Role::Drop(Loss::Script),
        _ => return None,
    })
}
