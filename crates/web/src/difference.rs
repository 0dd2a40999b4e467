//! A difference as it is drawn: what was put in underlined, what was taken out struck through, each
//! said in words too.

use askama::Template;
use fabrique_app::difference::{Kind, Piece, between, changed};
use fabrique_texts::Texts;

/// Two texts, word by word. Written into a page with `{{ difference|safe }}`: its template escapes.
#[derive(Debug, Clone, Template)]
#[template(path = "components/difference.html")]
pub(crate) struct Difference {
    t: Texts,
    pieces: Vec<Piece>,
}

impl Difference {
    /// What changed from `before` to `after`; none when nothing did.
    pub(crate) fn of(t: Texts, before: &str, after: &str) -> Option<Self> {
        Some(Self::whole(t, before, after)).filter(Self::is_change)
    }

    /// The whole of `after` with what changed since `before`, even when nothing did.
    pub(crate) fn whole(t: Texts, before: &str, after: &str) -> Self {
        Self::drawn(t, between(before, after))
    }

    /// A difference that was found already.
    pub(crate) const fn drawn(t: Texts, pieces: Vec<Piece>) -> Self {
        Self { t, pieces }
    }

    /// Whether anything differs.
    pub(crate) fn is_change(&self) -> bool {
        changed(&self.pieces)
    }

    /// How a piece is drawn: `ins`, `del`, or nothing.
    #[expect(clippy::unused_self, reason = "the template reaches it through the difference")]
    fn mark(&self, piece: &Piece) -> &'static str {
        match piece.kind {
            Kind::Added => "ins",
            Kind::Removed => "del",
            Kind::Same => "",
        }
    }
}
