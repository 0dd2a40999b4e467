//! What signed-in persons follow, told to them by mail.

use std::collections::HashMap;

use fabrique_domain::{Choice, Instant, account::Actor, content::Topic};
use fabrique_storage::{Reader, Tx, subscription::follow};
use uuid::Uuid;

use super::{Subject, path, subject};
use crate::{Result, error::need_person};

/// Follows a public thing; doing it twice is the same. Whoever signed in may: following is reading.
///
/// # Errors
/// [`SignInNeeded`](crate::Error::SignInNeeded), [`NotFound`](crate::Error::NotFound).
pub async fn follow(actor: &Actor, tx: &mut Tx, topic: Topic, id: Uuid) -> Result<()> {
    let account = need_person(actor)?.account.id;
    subject(tx, topic, id).await?;
    Ok(follow::insert(tx, account, topic, id).await?)
}

/// No longer follows a thing; doing it twice is the same. Whatever one's roles have become, one may
/// stop being told.
///
/// # Errors
/// [`SignInNeeded`](crate::Error::SignInNeeded).
pub async fn unfollow(actor: &Actor, tx: &mut Tx, topic: Topic, id: Uuid) -> Result<()> {
    let account = need_person(actor)?.account.id;
    Ok(follow::delete(tx, account, topic, id).await?)
}

/// Whether the person who acts follows a thing; nobody in particular follows nothing.
///
/// # Errors
/// When storage fails.
pub async fn follows(actor: &Actor, reader: &mut Reader, topic: Topic, id: Uuid) -> Result<bool> {
    match actor.account_id() {
        Some(account) => Ok(follow::exists(reader, account, topic, id).await?),
        None => Ok(false),
    }
}

/// Something that a person follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// What kind of thing.
    pub topic: Topic,
    /// Which one.
    pub id: Uuid,
    /// Since when.
    pub since: Instant,
    /// What it is called and where it is; none when it is no longer public.
    pub subject: Option<Subject>,
}

/// What the person who acts follows, latest first, before `before` (the moment and the identifier of
/// the last one shown).
///
/// # Errors
/// [`SignInNeeded`](crate::Error::SignInNeeded).
pub async fn list(
    actor: &Actor,
    reader: &mut Reader,
    before: Option<(Instant, Uuid)>,
    limit: i64,
) -> Result<Vec<Followed>> {
    let account = need_person(actor)?.account.id;
    let follows = follow::of_account(reader, account, before, limit).await?;
    let mut subjects = HashMap::new();
    for topic in Topic::ALL {
        let ids: Vec<Uuid> = follows.iter().filter(|one| one.topic == *topic).map(|one| one.subject_id).collect();
        for found in follow::subjects(reader, *topic, &ids).await? {
            subjects.insert(found.id, Subject { path: path(*topic, &found.name), title: found.title });
        }
    }
    let followed = |one: &follow::Follow| Followed {
        topic: one.topic,
        id: one.subject_id,
        since: one.created_at,
        subject: subjects.remove(&one.subject_id),
    };
    Ok(follows.iter().map(followed).collect())
}
