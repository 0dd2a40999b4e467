//! Asking to be told by e-mail, and answering the mail that asks whether one did.

use fabrique_domain::{
    Language,
    content::{Subscription, Topic},
    sign_in::NetworkPrefix,
    text::EmailAddress,
    time::{DAY, MINUTE},
};
use fabrique_identity::Token;
use fabrique_storage::{Reader, Tx, subscription};
use uuid::Uuid;

use super::{Stop, Subject, confirmation_path, stop_url, subject};
use crate::{
    Error, Platform, Result,
    mail::{self, Mail},
    rate_limit::{self, Limit},
};

/// How many mails of this kind an address receives in a day, whoever asks for them.
pub const ADDRESS_LIMIT: Limit = Limit { name: "subscription address", most: 6, window: DAY };
/// How many mails of this kind a network causes in an hour: a school or a ministry shares one.
pub const NETWORK_LIMIT: Limit = Limit { name: "subscription network", most: 30, window: 60 * MINUTE };
/// How long the link that confirms is good, in microseconds; then the address is forgotten.
pub const CONFIRMATION_LIFETIME: i64 = 7 * DAY;

/// Somebody asks to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Where.
    pub email: EmailAddress,
    /// The language of the mail.
    pub language: Language,
    /// Of what kind of thing.
    pub topic: Topic,
    /// Of which one.
    pub subject_id: Uuid,
    /// Where the request comes from.
    pub network: NetworkPrefix,
}

/// Sends a mail that asks whether the address wants to be told; nothing else is sent before it
/// answers. What the caller learns is the same whether or not the address subscribed already.
/// Anyone may ask.
///
/// # Errors
/// [`Error::NotFound`] when the thing is not public; [`Error::TooMany`] above the limits.
pub async fn subscribe(platform: &Platform, tx: &mut Tx, request: &Request) -> Result<()> {
    tx.leaves_pages_unchanged();
    let Request { email, language, topic, subject_id, network } = request;
    let about = subject(tx, *topic, *subject_id).await?;
    rate_limit::count(platform, tx, ADDRESS_LIMIT, email.as_bytes()).await?;
    rate_limit::count(platform, tx, NETWORK_LIMIT, network.to_string().as_bytes()).await?;
    let token = Token::new(tx.random());
    let digest = token.digest(&platform.keyring).to_vec();
    let subscription = subscription::ask(tx, email, *language, *topic, *subject_id, digest).await?;
    let letter = match subscription.confirmed_at {
        None => confirmation(platform, &subscription, &about, &token),
        Some(_) => reminder(platform, &subscription, &about),
    };
    mail::enqueue(platform, tx, &letter).await
}

/// What a link of confirmation would confirm, for the page that shows the button: a mail scanner
/// that opens the link confirms nothing. Whoever has the mail may read it.
///
/// # Errors
/// [`Error::NotFound`] when the link is not good, or no longer.
pub async fn confirmable(platform: &Platform, reader: &mut Reader, token: &str) -> Result<Subject> {
    let subscription = pending(platform, reader, token).await?;
    subject(reader, subscription.topic, subscription.subject_id).await
}

/// Confirms a subscription; doing it twice is the same. Says what will be told. Whoever has the
/// mail may.
///
/// # Errors
/// [`Error::NotFound`] when the link is not good, or no longer.
pub async fn confirm(platform: &Platform, tx: &mut Tx, token: &str) -> Result<Subject> {
    tx.leaves_pages_unchanged();
    let subscription = pending(platform, tx, token).await?;
    subscription::confirm(tx, subscription.id).await?;
    subject(tx, subscription.topic, subscription.subject_id).await
}

/// Forgets the addresses that never answered. Called by the worker once a day.
///
/// # Errors
/// When storage fails.
pub async fn sweep(tx: &mut Tx) -> Result<u64> {
    tx.leaves_pages_unchanged();
    let before = tx.now().plus(-CONFIRMATION_LIFETIME);
    Ok(subscription::sweep(tx, before).await?)
}

async fn pending(platform: &Platform, reader: &mut Reader, token: &str) -> Result<Subscription> {
    let digest = Token::parse(token).map_err(|_| Error::NotFound)?.digest(&platform.keyring).to_vec();
    let subscription = subscription::find_by_token(reader, digest).await?.ok_or(Error::NotFound)?;
    let expires_at = subscription.created_at.plus(CONFIRMATION_LIFETIME);
    if subscription.confirmed_at.is_none() && expires_at < reader.now() {
        return Err(Error::NotFound);
    }
    Ok(subscription)
}

fn confirmation(platform: &Platform, subscription: &Subscription, about: &Subject, token: &Token) -> Mail {
    let link = platform.site.url(&confirmation_path(&token.reveal()));
    letter(platform, subscription, about, "subscription-mail-confirm", &link)
}

fn reminder(platform: &Platform, subscription: &Subscription, about: &Subject) -> Mail {
    letter(platform, subscription, about, "subscription-mail-known", &platform.site.url(&about.path))
}

fn letter(platform: &Platform, subscription: &Subscription, about: &Subject, key: &str, link: &str) -> Mail {
    let texts = platform.texts(subscription.language);
    let say = |part: &str| {
        let site = platform.site.name.get(subscription.language);
        let title = about.title.get(subscription.language);
        texts.get(format!("{key}-{part}")).with("site", site).with("title", title).with("link", link).to_string()
    };
    let stop = stop_url(platform, Stop::Subscription(subscription.id));
    Mail { to: subscription.email.clone(), subject: say("subject"), text: say("text"), unsubscribe: Some(stop) }
}
