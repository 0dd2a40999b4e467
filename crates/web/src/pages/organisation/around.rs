//! The organisations like one, each with why.

use fabrique_app::{address, directory::Alike, markdown};
use fabrique_directory::{Distance, Reason};

use crate::{frame::Frame, pages::directory::words};

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
    pub(super) fn new(frame: &Frame, one: &Alike) -> Self {
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
            reasons: reasons(frame, &one.reasons),
        }
    }
}

/// How many neighbouring words are told.
const CLOSE: usize = 3;

/// Why, in one line a sort of reason.
fn reasons(frame: &Frame, reasons: &[Reason]) -> Vec<String> {
    let quoted = |word: &str| frame.t.get("organisation-alike-word").with_text("word", word).to_string();
    let (mut shared, mut close, mut told) = (Vec::new(), Vec::new(), Vec::new());
    for reason in reasons {
        match reason {
            Reason::SharedWord { word } => shared.push(quoted(word)),
            Reason::NearWord { word, near } => {
                let message = frame.t.get("organisation-alike-pair").with_text("word", word).with_text("near", near);
                close.push(message.to_string());
            }
            Reason::Lobbied { object } => told.push(about(frame, "organisation-alike-lobbied", object)),
            Reason::Granted { object } => told.push(about(frame, "organisation-alike-granted", object)),
        }
    }
    close.truncate(CLOSE);
    let lines = [("organisation-alike-shared", shared), ("organisation-alike-close", close)];
    let lines = lines.into_iter().filter(|(_, words)| !words.is_empty());
    let lines = lines.map(|(key, words)| frame.t.get(key).with_text("words", words.join(", ")).to_string());
    lines.chain(told).collect()
}

fn about(frame: &Frame, key: &str, object: &str) -> String {
    frame.t.get(key).with_text("object", markdown::excerpt(object, 140)).to_string()
}
