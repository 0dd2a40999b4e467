//! What a command writes: words for a person, or one JSON document for a program.

use std::io::Write;

use anyhow::{Result, anyhow};
use fabrique_app::Error;
use fabrique_domain::Language;
use fabrique_texts::Texts;
use serde::Serialize;

/// How the results of a command are written on standard output.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Console {
    json: bool,
}

impl Console {
    pub(crate) const fn new(json: bool) -> Self {
        Self { json }
    }

    /// Writes a result: the document where JSON was asked for, the words elsewhere.
    pub(crate) fn tell(self, document: &impl Serialize, words: &str) -> Result<()> {
        let line = if self.json { serde_json::to_string(document)? } else { words.trim_end().to_owned() };
        write(&line)
    }
}

/// Writes a text on standard output. A reader who went away (`| head`) is no failure.
pub(crate) fn write(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Says in one line what went wrong, on standard error.
pub(crate) fn fail(error: &anyhow::Error) {
    let line = format!("{error:#}").split_whitespace().collect::<Vec<_>>().join(" ");
    let _ = writeln!(std::io::stderr().lock(), "error: {line}");
}

/// What a use-case refused, in the words that a person at a console reads.
pub(crate) fn explain(error: Error) -> anyhow::Error {
    match error {
        Error::Refused(rule) => anyhow!("{}", Texts::of(Language::English).get(format!("rule-{rule}"))),
        Error::Invalid(faults) => {
            let said: Vec<String> = faults.0.iter().map(|(field, fault)| format!("{field} {fault}")).collect();
            anyhow!("{}", said.join("; "))
        }
        other => other.into(),
    }
}
