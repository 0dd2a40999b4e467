//! What could not be kept: counted by kind, with the first places where it happened.
//!
//! A loss is no error. It is what an honest report says beside "696 read": a body had an image, an
//! old version had no text in the export, a column has no equal here.

use std::collections::BTreeMap;

use thiserror::Error;

/// How many places are listed for one kind of loss.
const PLACES_LISTED: usize = 20;

/// A kind of loss. Its message is English; translate by [`Loss::code`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
pub enum Loss {
    /// Images of a text.
    #[error("images in texts")]
    Image,
    /// Frames, videos, objects and drawings of a text.
    #[error("embedded content in texts")]
    Embed,
    /// Scripts, styles and form fields of a text.
    #[error("scripts, styles and form fields in texts")]
    Script,
    /// Links to an address that means nothing outside the original page; their words stay.
    #[error("links without a full address (their words are kept)")]
    Link,
    /// Tables, whose rows became lines.
    #[error("tables (rows are kept as lines)")]
    Table,
    /// Elements nested deeper than anybody writes; their words stay.
    #[error("nesting beyond the limit (the words are kept)")]
    Nesting,
    /// Texts longer than [`MAX_FIELD`](crate::MAX_FIELD), cut there.
    #[error("texts cut at the size limit")]
    Cut,
    /// Pop-up comparisons attached to a body.
    #[error("pop-up comparisons")]
    Modal,
    /// Appendices without a heading; their text stays.
    #[error("appendices without a heading (the text is kept)")]
    UnnamedAppendix,
    /// Places in a ranking, which the votes say already.
    #[error("rankings")]
    Ranking,
    /// Earlier or proposed versions that the export counts without their text.
    #[error("versions counted without their text")]
    VersionText,
    /// Who voted: ignored on purpose, totals are kept.
    #[error("voters named one by one (totals are kept)")]
    VoterIdentity,
    /// A total that its parts do not add up to; the parts are kept.
    #[error("vote totals that differ from the sum of the votes")]
    VoteTotal,
    /// Arguments that the export counts and does not hold.
    #[error("arguments counted but absent from the export")]
    AbsentArgument,
    /// Sources that the export counts and does not hold.
    #[error("sources counted but absent from the export")]
    AbsentSource,
    /// Texts in further languages; the preferred one is kept.
    #[error("texts in other languages")]
    Translation,
    /// Comments of discussions that no proposals file holds: the caller opens a discussion.
    #[error("comments on something other than a proposal")]
    OutsideProposals,
    /// Comments that answer a comment absent from the file.
    #[error("answers to a comment absent from the file")]
    Orphan,
    /// A field of the export that this reader does not know.
    #[error("unknown field `{0}`")]
    UnknownField(String),
    /// A filled column of the export that has no place in a record.
    #[error("unread column `{0}`")]
    UnreadColumn(String),
}

impl Loss {
    /// Stable name of the kind, the key of its translation.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Embed => "embed",
            Self::Script => "script",
            Self::Link => "link",
            Self::Table => "table",
            Self::Nesting => "nesting",
            Self::Cut => "cut",
            Self::Modal => "modal",
            Self::UnnamedAppendix => "unnamed-appendix",
            Self::Ranking => "ranking",
            Self::VersionText => "version-text",
            Self::VoterIdentity => "voter-identity",
            Self::VoteTotal => "vote-total",
            Self::AbsentArgument => "absent-argument",
            Self::AbsentSource => "absent-source",
            Self::Translation => "translation",
            Self::OutsideProposals => "outside-proposals",
            Self::Orphan => "orphan",
            Self::UnknownField(_) => "unknown-field",
            Self::UnreadColumn(_) => "unread-column",
        }
    }
}

/// How often one kind of loss happened, and where first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many things were lost.
    pub count: u64,
    /// External identifiers of the first twenty records concerned.
    pub places: Vec<String>,
}

/// All losses of one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses {
    tallies: BTreeMap<Loss, Tally>,
}

impl Losses {
    /// How many losses of this kind; 0 when none.
    pub fn count(&self, loss: &Loss) -> u64 {
        self.tallies.get(loss).map_or(0, |tally| tally.count)
    }

    /// Every kind that happened, in a stable order.
    pub fn iter(&self) -> impl Iterator<Item = (&Loss, &Tally)> {
        self.tallies.iter()
    }

    /// Whether everything was kept.
    pub fn is_empty(&self) -> bool {
        self.tallies.is_empty()
    }

    /// Counts `count` losses of one kind in the record `place`; nothing when `count` is 0.
    pub(crate) fn note(&mut self, loss: Loss, count: u64, place: &str) {
        if count == 0 {
            return;
        }
        let tally = self.tallies.entry(loss).or_default();
        tally.count = tally.count.saturating_add(count);
        let listed = tally.places.last().is_some_and(|last| last == place);
        if !listed && tally.places.len() < PLACES_LISTED {
            tally.places.push(place.to_owned());
        }
    }
}
