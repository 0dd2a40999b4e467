//! The organisations like one, each with why.

use fabrique_app::{address, directory::Alike};
use fabrique_directory::Distance;

use crate::{
    frame::Frame,
    pages::directory::{
        reason::reasons,
        words::{self, Written},
    },
};

/// An organisation like the one of the page.
#[derive(Debug, Clone)]
pub(super) struct AlikeView {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) key: String,
    /// Where it has its seat, or nothing.
    pub(super) place: String,
    /// Whether it is known here, near or unexpected.
    pub(super) distance: String,
    pub(super) reasons: Vec<String>,
}

impl AlikeView {
    pub(super) fn new(frame: &Frame, one: &Alike, own: &Written<'_>) -> Self {
        let distance = match one.distance {
            Distance::Known => "organisation-alike-known",
            Distance::Near => "organisation-alike-near",
            Distance::Unexpected => "organisation-alike-unexpected",
        };
        Self {
            name: one.entry.name.clone(),
            path: address::organisation(&one.entry.key),
            key: one.entry.key.clone(),
            place: words::place(&one.entry),
            distance: frame.t.get(distance).to_string(),
            reasons: reasons(frame, &one.reasons, &one.entry, own),
        }
    }
}
