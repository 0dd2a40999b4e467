//! The link that stops mail (RFC 8058). It is derived from what it stops and signed, so that every
//! mail can carry it and nothing of it is stored.

use data_encoding::BASE64URL_NOPAD;
use fabrique_domain::{
    Choice,
    content::Topic,
    id::{AccountId, Id, SubscriptionId},
};
use fabrique_identity::Purpose;
use fabrique_storage::{
    Reader, Tx,
    subscription::{self, follow},
};
use uuid::Uuid;

use super::{Subject, subject};
use crate::{Error, Platform, Result};

/// What a link stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// A subscription by e-mail.
    Subscription(SubscriptionId),
    /// What a signed-in person follows.
    Follow(AccountId, Topic, Uuid),
}

const SUBSCRIPTION: u8 = 1;
const FOLLOW: u8 = 2;
const SIGNATURE: usize = 32;

impl Stop {
    /// The link as a mail carries it.
    #[must_use]
    pub fn token(self, platform: &Platform) -> String {
        let claim = self.claim();
        let signature = platform.keyring.digest(Purpose::Link, &claim);
        BASE64URL_NOPAD.encode(&[claim, signature.to_vec()].concat())
    }

    /// Reads a link; none when it was not signed here.
    #[must_use]
    pub fn read(platform: &Platform, token: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
        let (claim, signature) = bytes.split_at_checked(bytes.len().checked_sub(SIGNATURE)?)?;
        let genuine = platform.keyring.digest(Purpose::Link, claim).matches(signature);
        if genuine { Self::from_claim(claim) } else { None }
    }

    fn claim(self) -> Vec<u8> {
        match self {
            Self::Subscription(id) => [&[SUBSCRIPTION], id.uuid().as_bytes().as_slice()].concat(),
            Self::Follow(account, topic, subject) => {
                let topic = u8::try_from(Topic::ALL.iter().position(|other| *other == topic).unwrap_or_default());
                let head = [FOLLOW, topic.unwrap_or_default()];
                [head.as_slice(), account.uuid().as_bytes(), subject.as_bytes()].concat()
            }
        }
    }

    fn from_claim(claim: &[u8]) -> Option<Self> {
        match claim.split_first()? {
            (&SUBSCRIPTION, id) => Some(Self::Subscription(SubscriptionId::from_uuid(Uuid::from_slice(id).ok()?))),
            (&FOLLOW, rest) => {
                let (topic, ids) = rest.split_first()?;
                let (account, subject) = ids.split_at_checked(16)?;
                let account = AccountId::from_uuid(Uuid::from_slice(account).ok()?);
                Some(Self::Follow(account, *Topic::ALL.get(usize::from(*topic))?, Uuid::from_slice(subject).ok()?))
            }
            _ => None,
        }
    }
}

/// What a link of a mail stops, for the page that asks before. `None` when it was stopped already.
/// Whoever has the mail may read it.
///
/// # Errors
/// [`Error::NotFound`] when the link was not signed here.
pub async fn stoppable(platform: &Platform, reader: &mut Reader, token: &str) -> Result<Option<Subject>> {
    let (topic, id) = match Stop::read(platform, token).ok_or(Error::NotFound)? {
        Stop::Follow(_, topic, id) => (topic, id),
        Stop::Subscription(id) => match subscription::find(reader, id).await? {
            Some(found) => (found.topic, found.subject_id),
            None => return Ok(None),
        },
    };
    match subject(reader, topic, id).await {
        Ok(subject) => Ok(Some(subject)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Stops the mail that carried a link; doing it twice is the same. Whoever has the mail may.
///
/// # Errors
/// [`Error::NotFound`] when the link was not signed here.
pub async fn unsubscribe(platform: &Platform, tx: &mut Tx, token: &str) -> Result<()> {
    tx.leaves_pages_unchanged();
    match Stop::read(platform, token).ok_or(Error::NotFound)? {
        Stop::Subscription(id) => subscription::delete(tx, id).await?,
        Stop::Follow(account, topic, id) => follow::delete(tx, account, topic, id).await?,
    }
    Ok(())
}
