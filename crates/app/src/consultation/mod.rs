//! Consultations: preparing, announcing, opening, changing, ending them, and reading about them.
//!
//! The law asks four things of a consultation (CRPA L131-1), which are its gates: nobody can let it
//! open while one of the first three is missing, and what was promised to the public on the day of
//! approval changes only with a reason that the public reads.

mod approve;
mod end;
mod prepare;
mod read;
mod revise;

pub use approve::{OPENING, announce, approve, tell_opening};
pub use end::{close_early, conclude, publish_follow_up};
pub use prepare::{Preparation, edit, prepare};
pub use read::{Listed, by_slug, find, list, revisions};
pub use revise::{Revision, extend, revise};

use fabrique_domain::{consultation::Consultation, id::ConsultationId};
use fabrique_storage::{Reader, consultation};

use crate::{Error, Result};

/// The consultation, whoever asks.
pub(crate) async fn existing(reader: &mut Reader, id: ConsultationId) -> Result<Consultation> {
    consultation::find(reader, id).await?.ok_or(Error::NotFound)
}
