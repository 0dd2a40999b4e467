//! What a use-case answers when it does not do what was asked.

use fabrique_domain::{
    account::{Actor, Permission, Person},
    text::Fault,
};
use fabrique_storage::MaybeTransient;

/// The result of a use-case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use-case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Signing in comes first.
    #[error("signing in comes first")]
    SignInNeeded,
    /// The person's roles do not allow it.
    #[error("the roles of this person do not allow it ({0:?})")]
    Forbidden(Permission),
    /// The thing does not exist, or not for this person.
    #[error("there is no such thing")]
    NotFound,
    /// Some fields are wrong.
    #[error("some fields are wrong: {0:?}")]
    Invalid(Faults),
    /// A rule of the process says no; the code names the message `rule-<code>` of the catalogues.
    #[error("a rule says no: {0}")]
    Refused(&'static str),
    /// Too many attempts; the number of seconds after which another is heard.
    #[error("too many attempts; again in {0} s")]
    TooMany(i64),
    /// Somebody else changed the thing in between; what was typed is still there.
    #[error("somebody else changed it in between")]
    Changed,
    /// The index of the full text cannot be used now; everything else can.
    #[error(transparent)]
    Search(#[from] fabrique_search::Error),
    /// The directory cannot be used now; everything else can.
    #[error(transparent)]
    Directory(#[from] fabrique_directory::Error),
    /// Storage failed.
    #[error(transparent)]
    Storage(#[from] fabrique_storage::Error),
    /// A fault of ours, told to the log only.
    #[error("{0}")]
    Internal(String),
}

impl MaybeTransient for Error {
    fn is_transient(&self) -> bool {
        matches!(self, Self::Storage(error) if error.is_transient())
    }
}

impl Error {
    /// A single wrong field.
    #[must_use]
    pub fn field(name: &'static str, fault: Fault) -> Self {
        Self::Invalid(Faults(vec![(name, fault)]))
    }
}

/// The wrong fields of an input, in the order of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<(&'static str, Fault)>);

impl Faults {
    /// The fault of a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<Fault> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, fault)| *fault)
    }
}

/// Goes on only when the actor may do what needs `permission`.
///
/// # Errors
/// [`Error::SignInNeeded`] for somebody who did not sign in, [`Error::Forbidden`] for the others.
pub fn need(actor: &Actor, permission: Permission) -> Result<()> {
    if actor.may(permission) {
        Ok(())
    } else if matches!(actor, Actor::Anonymous) {
        Err(Error::SignInNeeded)
    } else {
        Err(Error::Forbidden(permission))
    }
}

/// The person who acts, for what only concerns oneself and needs no role.
///
/// # Errors
/// [`Error::SignInNeeded`] when nobody signed in.
pub fn need_person(actor: &Actor) -> Result<&Person> {
    actor.person().ok_or(Error::SignInNeeded)
}
