//! Why an organisation is suggested, in words.

use fabrique_directory::{Entry, Reason};

use super::words::{self, Written, excerpt};
use crate::frame::Frame;

/// How many neighbouring words are told.
const CLOSE: usize = 3;

/// The reasons: the shared words on one line, the near ones on another, each act on its own. Words are told as the
/// organisation and the subject write them.
pub(in crate::pages) fn reasons(
    frame: &Frame,
    reasons: &[Reason],
    entry: &Entry,
    subject: &Written<'_>,
) -> Vec<String> {
    let own = Written::of(words::texts(entry));
    let (mut shared, mut near, mut acts) = (Vec::new(), Vec::new(), Vec::new());
    for reason in reasons {
        match reason {
            Reason::SharedWord { word } => {
                shared.push(frame.t.get("directory-quoted").with_text("word", own.word(word)).to_string());
            }
            Reason::NearWord { word, near: typed } => {
                let told = frame.t.get("directory-near-word").with_text("near", own.word(word));
                near.push(told.with_text("word", subject.word(typed)).to_string());
            }
            Reason::Lobbied { object } => acts.push(act(frame, "directory-reason-lobbied", object)),
            Reason::Granted { object } => acts.push(act(frame, "directory-reason-granted", object)),
        }
    }
    near.truncate(CLOSE);
    let line = |key: &'static str, words: Vec<String>| {
        (!words.is_empty()).then(|| frame.t.get(key).with_text("words", words.join(", ")).to_string())
    };
    let lines = [line("directory-reason-shared", shared), line("directory-reason-near", near)];
    lines.into_iter().flatten().chain(acts).collect()
}

fn act(frame: &Frame, key: &'static str, object: &str) -> String {
    frame.t.get(key).with_text("object", excerpt(object)).to_string()
}
