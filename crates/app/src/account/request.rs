//! Asking to sign in.

use fabrique_domain::{
    Instant, Language,
    id::{Id, SignInId},
    sign_in::{NetworkPrefix, ReturnPath, SIGN_IN_LIFETIME},
    text::EmailAddress,
    time::MINUTE,
};
use fabrique_identity::{Code, Token};
use fabrique_storage::{
    Tx,
    account::sign_in::{self, NewSignIn},
};

use crate::{
    Platform, Result, address,
    mail::{self, Mail},
    rate_limit::{self, Limit},
};

/// How many mails an address receives in an hour, whoever asks for them.
pub const ADDRESS_LIMIT: Limit = Limit { name: "sign-in address", most: 5, window: 60 * MINUTE };
/// How many mails a network causes in an hour: a school or a ministry shares one.
pub const NETWORK_LIMIT: Limit = Limit { name: "sign-in network", most: 30, window: 60 * MINUTE };

/// A request to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInRequest {
    /// Whose.
    pub email: EmailAddress,
    /// The language of the mail, and of the account if it is new.
    pub language: Language,
    /// Where to go once signed in.
    pub return_to: ReturnPath,
    /// Where the request comes from.
    pub network: NetworkPrefix,
}

/// What the page needs to ask for the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInRequested {
    /// The request that the code answers.
    pub id: SignInId,
    /// Until when.
    pub expires_at: Instant,
}

/// Sends a link and a code to an address, whether or not it has an account.
///
/// # Errors
/// [`Error::TooMany`](crate::Error::TooMany) above [`ADDRESS_LIMIT`] or [`NETWORK_LIMIT`].
pub async fn request_sign_in(platform: &Platform, tx: &mut Tx, request: &SignInRequest) -> Result<SignInRequested> {
    tx.leaves_pages_unchanged();
    rate_limit::count(platform, tx, ADDRESS_LIMIT, request.email.as_bytes()).await?;
    rate_limit::count(platform, tx, NETWORK_LIMIT, request.network.to_string().as_bytes()).await?;
    let asked = Asked { email: &request.email, language: request.language, return_to: &request.return_to };
    let secrets = keep(platform, tx, asked, SIGN_IN_LIFETIME).await?;
    mail::enqueue(platform, tx, &letter(platform, request, &secrets)).await?;
    Ok(SignInRequested { id: secrets.id, expires_at: secrets.expires_at })
}

/// What is asked for, by whoever asks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) email: &'a EmailAddress,
    pub(super) language: Language,
    pub(super) return_to: &'a ReturnPath,
}

/// The secrets of a request, on their way to a mail and nowhere else.
#[derive(Debug)]
pub(super) struct Secrets {
    pub(super) id: SignInId,
    pub(super) link: String,
    pub(super) code: Code,
    pub(super) expires_at: Instant,
}

/// Draws a link and a code, and keeps their digests for `lifetime` microseconds.
pub(super) async fn keep(platform: &Platform, tx: &mut Tx, asked: Asked<'_>, lifetime: i64) -> Result<Secrets> {
    let id: SignInId = tx.new_id();
    let (token, code) = (Token::new(tx.random()), Code::new(tx.random()));
    let expires_at = tx.now().plus(lifetime);
    let request = NewSignIn {
        id,
        email: asked.email,
        language: asked.language,
        link_digest: token.digest(&platform.keyring).to_vec(),
        code_digest: code.digest(&platform.keyring, id.uuid().as_bytes()).to_vec(),
        return_to: asked.return_to,
        expires_at,
    };
    sign_in::insert(tx, &request).await?;
    let link = platform.site.url(&address::sign_in_link(&token.reveal()));
    Ok(Secrets { id, link, code, expires_at })
}

fn letter(platform: &Platform, request: &SignInRequest, secrets: &Secrets) -> Mail {
    let texts = platform.texts(request.language);
    let site = platform.site.name.get(request.language);
    let expires = texts.moment(secrets.expires_at, &platform.site.zone);
    let text = texts
        .get("account-mail-sign-in-text")
        .with("site", site)
        .with("link", secrets.link.as_str())
        .with("code", secrets.code.reveal())
        .with("expires", expires);
    Mail {
        to: request.email.to_string(),
        subject: texts.get("account-mail-sign-in-subject").with("site", site).to_string(),
        text: text.to_string(),
        unsubscribe: None,
    }
}
