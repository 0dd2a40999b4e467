//! What a load is asked and what it answers.

use serde::Serialize;

use super::changes::Changes;
use crate::register::Rejection;
use crate::{Card, Day, Source};

/// What the caller decides of a load.
#[derive(Debug, Clone, Default)]
pub struct LoadOptions {
    /// The edition, when the caller knows it better than the names of the files.
    pub edition: Option<Day>,
    /// Whether an older edition, or the same file, replaces what is loaded.
    pub replace: bool,
    /// The licence, when it is not the usual one of the source.
    pub licence: Option<String>,
    /// The page of the source, when it is not the usual one.
    pub address: Option<String>,
    /// Who paid, for lists of grants that do not say.
    pub giver: Option<String>,
}

/// How far a load is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows read.
    pub rows: u64,
    /// Bytes read, unpacked.
    pub bytes: u64,
    /// Bytes to read.
    pub total: u64,
}

/// What follows a load as it goes; called from several threads, some hundred times in all.
pub type Watch<'a> = &'a (dyn Fn(Progress) + Sync);

/// What came of a load.
#[derive(Debug, Clone, Serialize)]
pub struct LoadReport {
    /// Which source.
    pub source: Source,
    /// Whether these very files were loaded already, so that nothing changed.
    pub already_loaded: bool,
    /// What is loaded now; nothing when it was already.
    pub card: Option<Card>,
    /// The names of the parts that this load replaced or added.
    pub parts: Vec<String>,
    /// Rows read.
    pub read: u64,
    /// Rows kept.
    pub kept: u64,
    /// Rows that the register sets aside itself, or do not concern the directory.
    pub left_out: u64,
    /// Rows that could not be used.
    pub rejected: u64,
    /// The first of them.
    pub rejections: Vec<Rejection>,
    /// What changed since the edition before; nothing on a first load.
    pub changes: Option<Changes>,
}

impl LoadReport {
    /// The report of a load that changed nothing.
    pub(crate) fn unchanged(source: Source) -> Self {
        Self {
            source,
            already_loaded: true,
            card: None,
            parts: Vec::new(),
            read: 0,
            kept: 0,
            left_out: 0,
            rejected: 0,
            rejections: Vec::new(),
            changes: None,
        }
    }
}
