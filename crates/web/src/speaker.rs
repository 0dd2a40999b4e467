//! Kinds of people, by shape and word: a square for agents, a disc for civil society, a triangle for
//! citizens. The style sheet draws the shape; the word is always there.

use fabrique_domain::account::AuthorKind;
use fabrique_texts::Texts;

use crate::author;

/// The class and the word of a kind of author: `<span class="who who--{0}">{1}</span>`.
pub(crate) fn who(texts: Texts, kind: AuthorKind) -> (&'static str, String) {
    (author::class(kind), texts.choice("author-kind", kind).to_string())
}
