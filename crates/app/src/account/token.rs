//! Personal tokens, for programs that act in one's name.

use fabrique_domain::{
    account::{Actor, Person},
    id::TokenId,
    text::Line,
    time::DAY,
};
use fabrique_identity::Token;
use fabrique_storage::{
    Reader, Tx,
    account::token::{self, ApiToken},
};

use super::session::with_grants;
use crate::{Error, Platform, Result, error::need_person};

/// What its owner calls a token.
pub type TokenName = Line<1, 80>;

/// The most tokens in force of one person.
pub const MOST_TOKENS: usize = 20;

/// A token about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// What its owner calls it.
    pub name: TokenName,
    /// How long it can be used, in days, from 1 to 365.
    pub days: i64,
}

/// Makes a token; its secret is given here once, and never kept.
///
/// # Errors
/// [`Error::SignInNeeded`]; [`Error::Refused`] `too-many-tokens` above [`MOST_TOKENS`].
pub async fn create_token(platform: &Platform, actor: &Actor, tx: &mut Tx, input: &NewToken) -> Result<Token> {
    let person = need_person(actor)?;
    tx.leaves_pages_unchanged();
    if token::list(tx, person.account.id).await?.len() >= MOST_TOKENS {
        return Err(Error::Refused("too-many-tokens"));
    }
    let secret = Token::new(tx.random());
    let expires_at = tx.now().plus(input.days.clamp(1, 365) * DAY);
    token::insert(tx, person.account.id, &input.name, secret.digest(&platform.keyring).to_vec(), expires_at).await?;
    Ok(secret)
}

/// The person's tokens in force, the newest first.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn tokens(actor: &Actor, reader: &mut Reader) -> Result<Vec<ApiToken>> {
    let person = need_person(actor)?;
    Ok(token::list(reader, person.account.id).await?)
}

/// Ends one of the person's tokens.
///
/// # Errors
/// [`Error::SignInNeeded`]; [`Error::NotFound`] when it is not one of theirs, or ended already.
pub async fn revoke_token(actor: &Actor, tx: &mut Tx, id: TokenId) -> Result<()> {
    let person = need_person(actor)?;
    tx.leaves_pages_unchanged();
    token::revoke(tx, id, person.account.id).await?.then_some(()).ok_or(Error::NotFound)
}

/// In whose name a program that shows this token acts.
///
/// # Errors
/// When storage fails.
pub async fn resolve_token(platform: &Platform, reader: &mut Reader, secret: &Token) -> Result<Option<Person>> {
    match token::holder(reader, secret.digest(&platform.keyring).to_vec()).await? {
        Some(account) => with_grants(reader, account).await.map(Some),
        None => Ok(None),
    }
}
