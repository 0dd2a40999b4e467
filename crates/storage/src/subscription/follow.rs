//! What signed-in persons follow.

use fabrique_domain::{
    Instant, Language, LocalizedText,
    content::Topic,
    id::{AccountId, CommitmentId, Id, ProposalId},
};
use uuid::Uuid;

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, fetch_optional, places},
};

const INSERT: &str = "INSERT INTO follows (account_id, topic, subject_id, created_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (account_id, topic, subject_id) DO NOTHING";

/// Follows a thing; doing it twice changes nothing.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, account_id: AccountId, topic: Topic, subject_id: Uuid) -> Result<()> {
    let now = tx.now();
    execute!(tx, INSERT, account_id, topic, subject_id, now)?;
    Ok(())
}

const DELETE: &str = "DELETE FROM follows WHERE account_id = $1 AND topic = $2 AND subject_id = $3";

/// No longer follows a thing.
///
/// # Errors
/// When the database refuses.
pub async fn delete(tx: &mut Tx, account_id: AccountId, topic: Topic, subject_id: Uuid) -> Result<()> {
    execute!(tx, DELETE, account_id, topic, subject_id)?;
    Ok(())
}

const EXISTS: &str = "SELECT created_at FROM follows WHERE account_id = $1 AND topic = $2 AND subject_id = $3";

/// Whether a person follows a thing.
///
/// # Errors
/// When the database cannot be read.
pub async fn exists(reader: &mut Reader, account_id: AccountId, topic: Topic, subject_id: Uuid) -> Result<bool> {
    let since: Option<(Instant,)> = fetch_optional!(reader, EXISTS, account_id, topic, subject_id)?;
    Ok(since.is_some())
}

/// Something that a person follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Follow {
    /// What kind of thing.
    pub topic: Topic,
    /// Which one.
    pub subject_id: Uuid,
    /// Since when.
    pub created_at: Instant,
}

record!(Follow { topic, subject_id, created_at });

const OF_ACCOUNT: &str = "SELECT topic, subject_id, created_at FROM follows
    WHERE account_id = $1 AND (created_at, subject_id) < ($2, $3) ORDER BY created_at DESC, subject_id DESC LIMIT $4";

/// Up to `limit` things that a person follows, latest first, those before `before`.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_account(
    reader: &mut Reader,
    account_id: AccountId,
    before: Option<(Instant, Uuid)>,
    limit: i64,
) -> Result<Vec<Follow>> {
    let (at, id) = before.unwrap_or((Instant::from_micros(i64::MAX), Uuid::max()));
    fetch_all!(reader, OF_ACCOUNT, account_id, at, id, limit)
}

/// Somebody to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follower {
    /// The account.
    pub account_id: AccountId,
    /// Where mail reaches it.
    pub email: String,
    /// The language it reads.
    pub language: Language,
}

record!(Follower { account_id, email, language });

const FOLLOWERS: &str = "SELECT f.account_id, a.email, a.language FROM follows f JOIN accounts a ON a.id = f.account_id
    WHERE f.topic = $1 AND f.subject_id = $2 AND f.account_id > $3 AND a.email IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM subscriptions s WHERE s.email = a.email AND s.topic = f.topic
                      AND s.subject_id = f.subject_id AND s.confirmed_at IS NOT NULL)
    ORDER BY f.account_id LIMIT $4";

/// Up to `limit` followers of a thing after `after`, without those whose address subscribed to it
/// as well: nobody is told twice.
///
/// # Errors
/// When the database cannot be read.
pub async fn followers(
    reader: &mut Reader,
    topic: Topic,
    subject_id: Uuid,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Follower>> {
    fetch_all!(reader, FOLLOWERS, topic, subject_id, after.unwrap_or(Uuid::nil()), limit)
}

/// Those among `ids` that somebody follows or subscribed to, so that news nobody waits for costs
/// nothing.
///
/// # Errors
/// When the database cannot be read.
pub async fn followed(reader: &mut Reader, topic: Topic, ids: &[Uuid]) -> Result<Vec<Uuid>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let among = places(2, ids.len());
    let sql = format!(
        "SELECT subject_id FROM follows WHERE topic = $1 AND subject_id IN ({among})
        UNION SELECT subject_id FROM subscriptions WHERE topic = $1 AND confirmed_at IS NOT NULL AND subject_id IN ({among})"
    );
    let found: Vec<(Uuid,)> = fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()), topic; each ids)?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// How a public thing that can be followed is called, and what its address ends by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Which one.
    pub id: Uuid,
    /// Its title.
    pub title: LocalizedText,
    /// Its slug, or its identifier where it has none.
    pub name: String,
}

/// The public things of a kind among `ids`. What is a draft, hidden or withdrawn is not there.
///
/// # Errors
/// When the database cannot be read.
pub async fn subjects(reader: &mut Reader, topic: Topic, ids: &[Uuid]) -> Result<Vec<Subject>> {
    match ids {
        [] => Ok(Vec::new()),
        ids => match topic {
            Topic::Plan => with_slugs(reader, PLANS, ids).await,
            Topic::Consultation => with_slugs(reader, CONSULTATIONS, ids).await,
            Topic::Commitment => commitments(reader, ids).await,
            Topic::Proposal => proposals(reader, ids).await,
        },
    }
}

const PLANS: &str = "SELECT id, national_label, slug FROM plans WHERE id IN";
const CONSULTATIONS: &str = "SELECT id, title, slug FROM consultations WHERE announced_at IS NOT NULL AND id IN";
const COMMITMENTS: &str = "SELECT id, title FROM commitments WHERE state = 'published' AND id IN";
const PROPOSALS: &str = "SELECT id, title FROM proposals WHERE state = 'published' AND id IN";

fn among(query: &str, ids: &[Uuid]) -> String {
    format!("{query} ({})", places(1, ids.len()))
}

async fn with_slugs(reader: &mut Reader, query: &str, ids: &[Uuid]) -> Result<Vec<Subject>> {
    let sql = among(query, ids);
    let rows: Vec<(Uuid, LocalizedText, String)> = fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()); each ids)?;
    Ok(rows.into_iter().map(|(id, title, name)| Subject { id, title, name }).collect())
}

async fn commitments(reader: &mut Reader, ids: &[Uuid]) -> Result<Vec<Subject>> {
    let sql = among(COMMITMENTS, ids);
    let rows: Vec<(CommitmentId, LocalizedText)> = fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()); each ids)?;
    Ok(rows.into_iter().map(|(id, title)| Subject { id: id.uuid(), title, name: id.to_string() }).collect())
}

async fn proposals(reader: &mut Reader, ids: &[Uuid]) -> Result<Vec<Subject>> {
    let sql = among(PROPOSALS, ids);
    let rows: Vec<(ProposalId, String)> = fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()); each ids)?;
    let subject = |(id, title): (ProposalId, String)| Subject {
        id: id.uuid(),
        title: LocalizedText::french(title),
        name: id.to_string(),
    };
    Ok(rows.into_iter().map(subject).collect())
}
