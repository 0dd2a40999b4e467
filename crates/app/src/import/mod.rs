//! Bringing consultations that ran elsewhere: each record once, each loss told.
//!
//! A record is recognised by its export, its kind and its identifier there, and compared by a
//! digest: what did not change is left alone, what changed is written again. Records are kept a
//! batch a transaction, so an import that was interrupted goes on where it stopped when it is run
//! again. Where things go and why: `docs/decisions/0007-imports.md`.

mod cap_collectif;
mod decidim;
mod keep;
mod place;
mod report;
mod speech;

pub use cap_collectif::cap_collectif;
pub use decidim::{Files, decidim};
pub use report::{Lost, Rejected, Report, Tally};

use fabrique_domain::{consultation::ConsultationTitle, text::Slug};

/// Records kept in one transaction.
const BATCH: usize = 50;

/// Where an import goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The address of the consultation, made unless an earlier import made it.
    pub into: Slug,
    /// Its title, when it is made.
    pub title: ConsultationTitle,
    /// Its plan, when it is made; by default the one of the day of the first contribution, else the
    /// archive.
    pub plan: Option<Slug>,
    /// Where the data comes from and under which licence, in one line that everybody reads.
    pub source: String,
    /// Only say what would be done.
    pub dry_run: bool,
}

/// Told the number of records read so far.
pub type Progress<'a> = &'a mut (dyn FnMut(u64) + Send);
