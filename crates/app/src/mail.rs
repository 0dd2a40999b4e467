//! Mail: written in the transaction that causes it, sealed, sent by a job.
//!
//! The job holds an address and sometimes a secret link, so its payload is sealed with the key of
//! the platform: whoever reads the database alone can neither write to people nor sign in as them.

use std::{fmt, future::Future, pin::Pin};

use fabrique_domain::id::AccountId;
use fabrique_identity::Purpose;
use fabrique_storage::{Tx, account, job};
use fabrique_texts::Texts;
use serde::{Deserialize, Serialize};

use crate::{Error, Platform, Result};

/// The kind of the job that sends mail.
pub const JOB: &str = "mail";

/// A mail, ready to send: plain text, which every reader, eye or ear can read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// About what.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The address that unsubscribes in one request (RFC 8058), where the mail is a subscription's.
    pub unsubscribe: Option<String>,
}

/// Why a mail did not leave.
#[derive(Debug, Clone, thiserror::Error)]
#[error("the mail did not leave: {0}")]
pub struct NotSent(pub String);

/// Sends mail: over SMTP, into a folder, or into a test's hands.
pub trait Mailer: fmt::Debug + Send + Sync {
    /// Sends one mail.
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>>;
}

/// Gives a mail to the worker.
///
/// # Errors
/// When storage fails.
pub async fn enqueue(platform: &Platform, tx: &mut Tx, mail: &Mail) -> Result<()> {
    let plain = serde_json::to_vec(mail).map_err(|error| Error::Internal(error.to_string()))?;
    let sealed = platform.keyring.seal(Purpose::Job, tx.random(), &plain);
    let now = tx.now();
    job::add(tx, JOB, sealed, now).await?;
    Ok(())
}

/// What a mail says, before it is known to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// About what.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// Writes to a person in the person's language; to nobody when the account was erased.
///
/// # Errors
/// When storage fails.
pub async fn tell(
    platform: &Platform,
    tx: &mut Tx,
    person: AccountId,
    letter: impl FnOnce(Texts) -> Letter,
) -> Result<()> {
    let Some(account) = account::find(tx, person).await? else { return Ok(()) };
    let Some(to) = account.email else { return Ok(()) };
    let Letter { subject, text } = letter(platform.texts(account.language));
    enqueue(platform, tx, &Mail { to, subject, text, unsubscribe: None }).await
}

/// Opens the payload of a mail job.
///
/// # Errors
/// [`Error::Internal`] when it was sealed with another key.
pub fn open(platform: &Platform, payload: &[u8]) -> Result<Mail> {
    let internal = |error: &dyn fmt::Display| Error::Internal(error.to_string());
    let plain = platform.keyring.open(Purpose::Job, payload).map_err(|error| internal(&error))?;
    serde_json::from_slice(&plain).map_err(|error| internal(&error))
}
