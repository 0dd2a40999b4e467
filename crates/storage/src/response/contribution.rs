//! The contributions that a response answers.

use fabrique_domain::{
    Instant, Language,
    account::AuthorKind,
    id::{AccountId, ConsultationId, ProposalId, ResponseId, ThemeId},
};
use sqlx::AssertSqlSafe;

use crate::{
    Reader, Result, Tx,
    column::record,
    query::{execute, fetch_all, places},
};

/// A contribution, as a response needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// Its identifier.
    pub id: ProposalId,
    /// The consultation.
    pub consultation_id: ConsultationId,
    /// Its theme.
    pub theme_id: Option<ThemeId>,
    /// Its author.
    pub author_id: Option<AccountId>,
    /// The author's name as it was.
    pub author_name: String,
    /// The author's kind as it was.
    pub author_kind: AuthorKind,
    /// Its language.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// Whether everybody may read it.
    pub is_public: bool,
    /// When everybody could read it.
    pub published_at: Option<Instant>,
}

record!(Contribution {
    id,
    consultation_id,
    theme_id,
    author_id,
    author_name,
    author_kind,
    language,
    title,
    is_public,
    published_at,
});

const COLUMNS: &str = "p.id, p.consultation_id, p.theme_id, p.author_id, p.author_name, p.author_kind, p.language,
    p.title, p.state = 'published' AS is_public, p.published_at";

/// The contributions called `ids`, in the order in which they were published; those that do not
/// exist are left out.
///
/// # Errors
/// When the database refuses.
pub async fn candidates(reader: &mut Reader, ids: &[ProposalId]) -> Result<Vec<Contribution>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM proposals p WHERE p.id IN ({}) ORDER BY p.published_at NULLS LAST, p.id",
        places(1, ids.len())
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()); each ids)
}

/// The contributions that stand in a response, in the order in which they were published.
///
/// # Errors
/// When the database refuses.
pub async fn contributions(reader: &mut Reader, id: ResponseId) -> Result<Vec<Contribution>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM response_proposals rp JOIN proposals p ON p.id = rp.proposal_id
        WHERE rp.response_id = $1 ORDER BY p.published_at NULLS LAST, p.id"
    );
    fetch_all!(reader, AssertSqlSafe(sql.as_str()), id)
}

const FORGET: &str = "DELETE FROM response_proposals WHERE response_id = $1";
const TAKE: &str = "INSERT INTO response_proposals (response_id, proposal_id, theme, days) VALUES ($1, $2, '', NULL)
    ON CONFLICT (proposal_id) DO NOTHING";

const RECOUNT: &str = "UPDATE responses SET
        contributions = (SELECT COUNT(*) FROM response_proposals rp WHERE rp.response_id = responses.id),
        first_proposal_id = (SELECT p.id FROM response_proposals rp JOIN proposals p ON p.id = rp.proposal_id
            WHERE rp.response_id = responses.id ORDER BY p.published_at NULLS LAST, p.id LIMIT 1)
    WHERE id = $1";

/// Says which contributions the draft answers; false when one of them stands in another response.
///
/// # Errors
/// When the database refuses.
pub async fn set_contributions(tx: &mut Tx, id: ResponseId, proposals: &[ProposalId]) -> Result<bool> {
    execute!(tx, FORGET, id)?;
    for proposal in proposals {
        if execute!(tx, TAKE, id, *proposal)? == 0 {
            return Ok(false);
        }
    }
    execute!(tx, RECOUNT, id)?;
    Ok(true)
}

const RELEASE: &str = "DELETE FROM response_proposals WHERE response_id = $1 AND proposal_id IN (
    SELECT id FROM proposals WHERE state <> 'published')";

/// Lets go of the contributions that are no longer public: their authors took them back, or they
/// were hidden, while the answer was being written.
///
/// # Errors
/// When the database refuses.
pub async fn keep_contributions(tx: &mut Tx, id: ResponseId) -> Result<u64> {
    let released = execute!(tx, RELEASE, id)?;
    if released > 0 {
        execute!(tx, RECOUNT, id)?;
    }
    Ok(released)
}

/// An author who has an account that mail reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorToTell {
    /// The account.
    pub account_id: AccountId,
    /// Where mail reaches it.
    pub email: String,
    /// The language of its mail.
    pub language: Language,
    /// The contribution.
    pub proposal_id: ProposalId,
    /// Its title.
    pub title: String,
}

record!(AuthorToTell { account_id, email, language, proposal_id, title });

const AUTHORS: &str = "SELECT a.id AS account_id, a.email, a.language, p.id AS proposal_id, p.title
    FROM response_proposals rp
    JOIN proposals p ON p.id = rp.proposal_id
    JOIN accounts a ON a.id = p.author_id
    WHERE rp.response_id = $1 AND a.email IS NOT NULL AND a.erased_at IS NULL
    ORDER BY a.id, p.published_at, p.id";

/// The authors whom mail reaches, each with one contribution a row, those of one author together.
///
/// # Errors
/// When the database refuses.
pub async fn authors_to_tell(reader: &mut Reader, id: ResponseId) -> Result<Vec<AuthorToTell>> {
    fetch_all!(reader, AUTHORS, id)
}
