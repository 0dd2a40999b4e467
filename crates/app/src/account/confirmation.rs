//! Answering the mail: by its link, or by its code on another device.

use fabrique_domain::{
    Language,
    account::Account,
    id::{AccountId, Id, SessionId, SignInId},
    sign_in::{Device, MOST_CODE_ATTEMPTS, SESSION_LIFETIME},
};
use fabrique_identity::{Code, Token};
use fabrique_storage::{
    Reader, Tx, account,
    account::{
        session::{self, NewSession},
        sign_in::{self, SignIn},
    },
};

use crate::{Error, Platform, Result};

/// What became of an answer. A wrong code is an outcome and not an error: an error would undo the
/// transaction, and with it the count of the attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirmation {
    /// It was right.
    SignedIn(Box<SignedIn>),
    /// The code was wrong; so many more can be tried.
    WrongCode {
        /// How many more codes can be tried.
        attempts_left: i64,
    },
    /// Nothing can be answered any more: too late, answered already, too many wrong codes, or
    /// never asked. Asking again is the way on.
    Spent,
}

/// A session just opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// The secret for the cookie; it is not kept here.
    pub token: Token,
    /// The session.
    pub session_id: SessionId,
    /// Whose.
    pub account_id: AccountId,
    /// Whether the account was made just now: the page then asks for a name.
    pub is_first: bool,
    /// The language of the account.
    pub language: Language,
    /// Where to go.
    pub return_to: String,
}

/// Whether a link can still be used: what its page shows before the button is pressed. Reading it
/// uses nothing up, because scanners of mail open links.
///
/// # Errors
/// When storage fails.
pub async fn link_is_live(platform: &Platform, reader: &mut Reader, link: &Token) -> Result<bool> {
    let request = sign_in::find_by_link(reader, link.digest(&platform.keyring).to_vec()).await?;
    Ok(request.is_some_and(|request| is_live(&request, reader)))
}

/// Signs in with the link of a mail.
///
/// # Errors
/// When storage fails.
pub async fn confirm_by_link(platform: &Platform, tx: &mut Tx, link: &Token, device: &Device) -> Result<Confirmation> {
    tx.leaves_pages_unchanged();
    match sign_in::find_by_link(tx, link.digest(&platform.keyring).to_vec()).await? {
        Some(request) if is_live(&request, tx) => open(platform, tx, request, device).await,
        _ => Ok(Confirmation::Spent),
    }
}

/// Signs in with the code of a mail. Every attempt is counted, right or wrong.
///
/// # Errors
/// When storage fails.
pub async fn confirm_by_code(
    platform: &Platform,
    tx: &mut Tx,
    id: SignInId,
    code: &Code,
    device: &Device,
) -> Result<Confirmation> {
    tx.leaves_pages_unchanged();
    let Some(request) = sign_in::find(tx, id).await?.filter(|request| is_live(request, tx)) else {
        return Ok(Confirmation::Spent);
    };
    if request.attempts >= MOST_CODE_ATTEMPTS {
        return Ok(Confirmation::Spent);
    }
    let attempts = sign_in::count_attempt(tx, id).await?;
    if code.digest(&platform.keyring, id.uuid().as_bytes()).matches(&request.code_digest) {
        open(platform, tx, request, device).await
    } else {
        Ok(Confirmation::WrongCode { attempts_left: MOST_CODE_ATTEMPTS - attempts })
    }
}

fn is_live(request: &SignIn, reader: &Reader) -> bool {
    request.consumed_at.is_none() && request.expires_at > reader.now()
}

async fn open(platform: &Platform, tx: &mut Tx, request: SignIn, device: &Device) -> Result<Confirmation> {
    if !sign_in::consume(tx, request.id).await? {
        return Ok(Confirmation::Spent);
    }
    let (account, is_first) = account_of(platform, tx, &request.email, request.language).await?;
    let token = Token::new(tx.random());
    let session = NewSession {
        account_id: account.id,
        token_digest: token.digest(&platform.keyring).to_vec(),
        device,
        expires_at: tx.now().plus(SESSION_LIFETIME),
    };
    let session_id = session::insert(tx, &session).await?;
    Ok(Confirmation::SignedIn(Box::new(SignedIn {
        token,
        session_id,
        account_id: account.id,
        is_first,
        language: account.language,
        return_to: request.return_to,
    })))
}

/// The account that `email` reaches, made under a pseudonym if need be; whether it was made now.
pub(super) async fn account_of(
    platform: &Platform,
    tx: &mut Tx,
    email: &str,
    language: Language,
) -> Result<(Account, bool)> {
    if let Some(account) = account::find_by_email(tx, email).await? {
        return Ok((account, false));
    }
    let number = 1_000 + u32::from_le_bytes(tx.random()) % 9_000;
    let pseudonym = platform.texts(language).get("account-pseudonym").with_text("number", number).to_string();
    account::insert(tx, email, &pseudonym, language).await?;
    let account = account::find_by_email(tx, email).await?;
    let missing = || Error::Internal("an account that was just made is not there".to_owned());
    Ok((account.ok_or_else(missing)?, true))
}
