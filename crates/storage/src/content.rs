//! Editable pages with every version, and accessibility audits.

use fabrique_domain::{
    LocalizedText,
    content::{AccessibilityAudit, Conformity, Page, PageVersion},
    id::{AccountId, PageId},
};

use crate::{
    Reader, Result, Tx,
    column::{choices, record},
    query::{execute, fetch_all, fetch_optional},
};

choices!(Conformity);
record!(Page { id, slug, title, body, version, updated_at });
record!(PageVersion { page_id, version, title, body, author_id, created_at });
record!(AccessibilityAudit { auditor, conformity, criteria_met, criteria_applicable, report, audited_on });

const INSERT: &str = "INSERT INTO pages (id, slug, title, body, version, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (slug) DO NOTHING";

/// Adds a page, without its version; says `false`, and adds nothing, when its slug is taken.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &mut Tx, page: &Page) -> Result<bool> {
    let Page { id, slug, title, body, version, updated_at } = page;
    Ok(execute!(tx, INSERT, *id, *slug, *title, *body, *version, *updated_at)? == 1)
}

const UPDATE: &str = "UPDATE pages SET title = $3, body = $4, version = version + 1, updated_at = $5
    WHERE id = $1 AND version = $2";

/// Writes the text that follows version `base`; says `false`, and writes nothing, when the page
/// has moved on.
///
/// # Errors
/// When the database refuses.
pub async fn update(tx: &mut Tx, id: PageId, base: i64, title: &LocalizedText, body: &LocalizedText) -> Result<bool> {
    let now = tx.now();
    Ok(execute!(tx, UPDATE, id, base, *title, *body, now)? == 1)
}

const KEEP_VERSION: &str = "INSERT INTO page_versions (page_id, version, title, body, author_id, created_at)
    SELECT id, version, title, body, $2, updated_at FROM pages WHERE id = $1";

/// Keeps the present text of a page among its versions, written by `author`.
///
/// # Errors
/// When the database refuses.
pub async fn keep_version(tx: &mut Tx, id: PageId, author: Option<AccountId>) -> Result<()> {
    execute!(tx, KEEP_VERSION, id, author)?;
    Ok(())
}

const FIND: &str = "SELECT * FROM pages WHERE slug = $1";

/// The page whose address ends by `slug`.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(reader: &mut Reader, slug: &str) -> Result<Option<Page>> {
    fetch_optional!(reader, FIND, slug)
}

const LIST: &str = "SELECT * FROM pages ORDER BY slug";

/// Every page written here, by slug. They are a dozen, and only their keepers list them.
///
/// # Errors
/// When the database cannot be read.
pub async fn list(reader: &mut Reader) -> Result<Vec<Page>> {
    fetch_all!(reader, LIST)
}

const VERSIONS: &str = "SELECT * FROM page_versions WHERE page_id = $1 AND version < $2 ORDER BY version DESC LIMIT $3";

/// Up to `limit` versions of a page below `before` (all when none), newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn versions(reader: &mut Reader, id: PageId, before: Option<i64>, limit: i64) -> Result<Vec<PageVersion>> {
    fetch_all!(reader, VERSIONS, id, before.unwrap_or(i64::MAX), limit)
}

const RECORD_AUDIT: &str = "INSERT INTO accessibility_audits
        (id, auditor, conformity, criteria_met, criteria_applicable, report, audited_on, recorded_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Keeps an audit.
///
/// # Errors
/// When the database refuses.
pub async fn record_audit(tx: &mut Tx, audit: &AccessibilityAudit) -> Result<()> {
    let (id, now) = (tx.new_opaque_id(), tx.now());
    let AccessibilityAudit { auditor, conformity, criteria_met, criteria_applicable, report, audited_on } = audit;
    execute!(
        tx,
        RECORD_AUDIT,
        id,
        *auditor,
        *conformity,
        *criteria_met,
        *criteria_applicable,
        *report,
        *audited_on,
        now
    )?;
    Ok(())
}

const LATEST_AUDIT: &str = "SELECT auditor, conformity, criteria_met, criteria_applicable, report, audited_on
    FROM accessibility_audits ORDER BY audited_on DESC, recorded_at DESC LIMIT 1";

/// The audit that speaks last.
///
/// # Errors
/// When the database cannot be read.
pub async fn latest_audit(reader: &mut Reader) -> Result<Option<AccessibilityAudit>> {
    fetch_optional!(reader, LATEST_AUDIT)
}
