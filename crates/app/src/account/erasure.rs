//! Leaving.

use fabrique_domain::{
    account::{Actor, ERASED_NAME, Role},
    text::{EmailAddress, Fault},
};
use fabrique_storage::{Tx, account::erasure};

use super::{grant::refuse_to_lose_the_last_administrator, profile::own_account};
use crate::{Error, Result};

/// The person's word that they mean it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Their own address, typed again.
    pub email: EmailAddress,
}

/// Erases the account of the person who acts: address, name, sessions, tokens, drafts. What they
/// said in public stays, under [`ERASED_NAME`], because others answered it.
///
/// # Errors
/// [`Error::SignInNeeded`]; [`Error::Invalid`] on `email` when another address was typed;
/// [`Error::Refused`] `last-administrator`.
pub async fn erase(actor: &Actor, tx: &mut Tx, erasure: &Erasure) -> Result<()> {
    let account = own_account(actor, tx).await?;
    if account.email.as_deref() != Some(&*erasure.email) {
        return Err(Error::field("email", Fault::Malformed));
    }
    if actor.person().is_some_and(|person| person.has(Role::Administrator)) {
        refuse_to_lose_the_last_administrator(tx).await?;
    }
    Ok(erasure::erase(tx, &account, ERASED_NAME).await?)
}
