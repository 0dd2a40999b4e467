//! The name that others see, and the language one is spoken to in.

use fabrique_domain::{
    Language,
    account::{Account, Actor, DisplayName, ERASED_NAME},
    text::{Fault, fold},
};
use fabrique_storage::{Reader, Tx, account, account::erasure};

use crate::{Error, Result, error::need_person};

/// What a person says of themself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The name or pseudonym that others see.
    pub display_name: DisplayName,
    /// The language of mail and pages.
    pub language: Language,
}

/// The account of the person who acts, as it stands now.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn own_account(actor: &Actor, reader: &mut Reader) -> Result<Account> {
    let person = need_person(actor)?;
    account::find(reader, person.account.id).await?.ok_or(Error::SignInNeeded)
}

/// Changes the profile. A new name stands on everything that the person already wrote: keeping the
/// old one there would give away who is behind a new pseudonym.
///
/// # Errors
/// [`Error::SignInNeeded`]; [`Error::Invalid`] when the name is the one of erased accounts.
pub async fn update_profile(actor: &Actor, tx: &mut Tx, profile: &Profile) -> Result<()> {
    let account = own_account(actor, tx).await?;
    if fold(&profile.display_name) == fold(ERASED_NAME) {
        return Err(Error::field("display_name", Fault::Taken));
    }
    account::update_profile(tx, account.id, &profile.display_name, profile.language).await?;
    if *profile.display_name == *account.display_name {
        tx.leaves_pages_unchanged();
        tx.changes_readers();
    } else {
        erasure::sign_contributions(tx, &account, &profile.display_name).await?;
    }
    Ok(())
}
