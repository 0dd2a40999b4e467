//! Accounts, and in the rooms below what they may do and where they are signed in.

use fabrique_domain::{
    Language,
    account::{Account, Role},
    id::AccountId,
};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_optional},
};

pub mod erasure;
pub mod export;
pub mod grant;
pub mod session;
pub mod sign_in;
pub mod token;

choices!(Role);
record!(Account { id, email, display_name, language, created_at });

const INSERT: &str = "INSERT INTO accounts (id, email, display_name, language, created_at, erased_at)
    VALUES ($1, $2, $3, $4, $5, NULL) ON CONFLICT (email) DO NOTHING";

/// Adds an account; does nothing, and says `None`, when the address has one.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, email: &str, display_name: &str, language: Language) -> Result<Option<AccountId>> {
    let (id, now) = (tx.new_id(), tx.now());
    let added = execute!(tx, INSERT, id, email, display_name, language, now)?;
    Ok((added == 1).then_some(id))
}

const FIND: &str = "SELECT * FROM accounts WHERE id = $1";

/// The account that has `id`.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: AccountId) -> Result<Option<Account>> {
    fetch_optional!(reader, FIND, id)
}

const FIND_BY_EMAIL: &str = "SELECT * FROM accounts WHERE email = $1";

/// The account that mail to `email` reaches.
///
/// # Errors
/// When the database refuses.
pub async fn find_by_email(reader: &mut Reader, email: &str) -> Result<Option<Account>> {
    fetch_optional!(reader, FIND_BY_EMAIL, email)
}

const UPDATE_PROFILE: &str = "UPDATE accounts SET display_name = $2, language = $3 WHERE id = $1";

/// Changes the name that others see and the language of mail and pages.
///
/// # Errors
/// When the database refuses.
pub async fn update_profile(tx: &mut Tx, id: AccountId, display_name: &str, language: Language) -> Result<()> {
    execute!(tx, UPDATE_PROFILE, id, display_name, language)?;
    Ok(())
}
