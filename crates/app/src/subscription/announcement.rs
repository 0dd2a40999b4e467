//! Telling everybody who asked: a job that pages through subscriptions, then through follows, and
//! gives each a mail. A page and the end of its job are kept together, so that a worker that dies
//! half way tells nobody twice.

use fabrique_domain::{
    Language, LocalizedText,
    content::Topic,
    id::{AccountId, Id, JobId},
};
use fabrique_storage::{
    Tx, job,
    subscription::{self, follow},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Stop, stop_url};
use crate::{
    Error, Platform, Result,
    mail::{self, Mail},
};

/// The kind of the job that tells.
pub const JOB: &str = "announce";

/// How many mails one job writes.
const PAGE: usize = 200;

/// What is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// The subject of the mail.
    pub subject: LocalizedText,
    /// What happened, in a few sentences. Plain text.
    pub text: LocalizedText,
    /// Where it can be read, from the root of the site.
    pub path: String,
}

/// What a job has still to do. It holds no address and no secret, so it is not sealed.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Round {
    topic: Topic,
    subject_id: Uuid,
    announcement: Announcement,
    /// Who knows already: whoever made the news, or is told another way.
    except: Option<AccountId>,
    to: Audience,
    after: Option<Uuid>,
}

/// Whom a job is telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Audience {
    Subscriptions,
    Follows,
}

/// Somebody to tell, and what stops it.
struct Listener {
    key: Uuid,
    account: Option<AccountId>,
    email: String,
    language: Language,
    stop: Stop,
}

/// Tells everybody who subscribed to a thing or follows it. The mails are written later, by the
/// worker, so that the act which makes the news stays short.
///
/// # Errors
/// When storage fails.
pub async fn announce(tx: &mut Tx, topic: Topic, subject_id: Uuid, announcement: Announcement) -> Result<()> {
    announce_but(tx, topic, subject_id, announcement, None).await
}

/// The same, for everybody who follows but one person.
pub(super) async fn announce_but(
    tx: &mut Tx,
    topic: Topic,
    subject_id: Uuid,
    announcement: Announcement,
    except: Option<AccountId>,
) -> Result<()> {
    let to = Audience::Subscriptions;
    enqueue(tx, &Round { topic, subject_id, announcement, except, to, after: None }).await
}

/// Does one round: writes its mails, enqueues the next round, ends the job. Only the worker calls it.
///
/// # Errors
/// [`Error::Internal`] when the payload cannot be read, or when storage fails.
pub async fn fan_out(platform: &Platform, tx: &mut Tx, job: JobId, payload: &[u8]) -> Result<()> {
    tx.leaves_pages_unchanged();
    let round = open(payload)?;
    let listeners = listeners(tx, &round).await?;
    for listener in listeners.iter().filter(|listener| listener.account.is_none() || listener.account != round.except) {
        mail::enqueue(platform, tx, &letter(platform, &round.announcement, listener)).await?;
    }
    if let Some(next) = next(round, &listeners) {
        enqueue(tx, &next).await?;
    }
    Ok(job::finish(tx, job).await?)
}

async fn listeners(tx: &mut Tx, round: &Round) -> Result<Vec<Listener>> {
    let Round { topic, subject_id, to, after, .. } = *round;
    let limit = i64::try_from(PAGE).unwrap_or(i64::MAX);
    Ok(match to {
        Audience::Subscriptions => subscription::confirmed(tx, topic, subject_id, after, limit)
            .await?
            .into_iter()
            .map(|one| Listener {
                key: one.id.uuid(),
                account: None,
                email: one.email,
                language: one.language,
                stop: Stop::Subscription(one.id),
            })
            .collect(),
        Audience::Follows => follow::followers(tx, topic, subject_id, after, limit)
            .await?
            .into_iter()
            .map(|one| Listener {
                key: one.account_id.uuid(),
                account: Some(one.account_id),
                email: one.email,
                language: one.language,
                stop: Stop::Follow(one.account_id, topic, subject_id),
            })
            .collect(),
    })
}

/// The round after this one; none when everybody was told.
fn next(round: Round, told: &[Listener]) -> Option<Round> {
    let last = told.last().map(|listener| listener.key);
    match (told.len() < PAGE, round.to) {
        (false, _) => Some(Round { after: last, ..round }),
        (true, Audience::Subscriptions) => Some(Round { to: Audience::Follows, after: None, ..round }),
        (true, Audience::Follows) => None,
    }
}

fn letter(platform: &Platform, announcement: &Announcement, listener: &Listener) -> Mail {
    let language = listener.language;
    let stop = stop_url(platform, listener.stop);
    let text = platform
        .texts(language)
        .get("subscription-mail-news")
        .with("text", announcement.text.get(language))
        .with("link", platform.site.url(&announcement.path))
        .with("site", platform.site.name.get(language))
        .with("stop", stop.as_str())
        .to_string();
    let subject = announcement.subject.get(language).to_owned();
    Mail { to: listener.email.clone(), subject, text, unsubscribe: Some(stop) }
}

async fn enqueue(tx: &mut Tx, round: &Round) -> Result<()> {
    let payload = serde_json::to_vec(round).map_err(|error| Error::Internal(error.to_string()))?;
    let now = tx.now();
    job::add(tx, JOB, payload, now).await?;
    Ok(())
}

fn open(payload: &[u8]) -> Result<Round> {
    serde_json::from_slice(payload).map_err(|error| Error::Internal(error.to_string()))
}
