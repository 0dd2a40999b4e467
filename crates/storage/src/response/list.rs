//! Lists of responses and of contributions that await one; all by key, none by number of page.

use fabrique_domain::{
    Instant, LocalizedText,
    account::AuthorKind,
    id::{AccountId, ConsultationId, Id, OrganisationId, ProposalId, ResponseId, ThemeId},
    response::{Decision, ResponseState},
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{Reader, Result, column::record, query::fetch_all};

/// A response in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseRow {
    /// Its identifier.
    pub id: ResponseId,
    /// The consultation.
    pub consultation_id: ConsultationId,
    /// Its short name in addresses.
    pub consultation_slug: String,
    /// Its title.
    pub consultation_title: LocalizedText,
    /// The institution that answers.
    pub institution_id: OrganisationId,
    /// Its name.
    pub institution_name: String,
    /// What was decided.
    pub decision: Decision,
    /// Why. Markdown.
    pub reason: LocalizedText,
    /// Where it is on its way.
    pub state: ResponseState,
    /// Its version.
    pub version: i64,
    /// Who wrote it.
    pub drafted_by: Option<AccountId>,
    /// The title of the first contribution that it answers; none in an empty draft.
    pub first_title: Option<String>,
    /// How many contributions it answers.
    pub contributions: i64,
    /// When it last changed.
    pub updated_at: Instant,
    /// When it became public.
    pub published_at: Option<Instant>,
}

record!(ResponseRow {
    id,
    consultation_id,
    consultation_slug,
    consultation_title,
    institution_id,
    institution_name,
    decision,
    reason,
    state,
    version,
    drafted_by,
    first_title,
    contributions,
    updated_at,
    published_at,
});

/// The rows of lists; how many contributions a response answers, and the first, are kept by whatever
/// changes them.
const ROWS: &str = "SELECT r.id, r.consultation_id, c.slug AS consultation_slug, c.title AS consultation_title,
        r.institution_id, o.name AS institution_name, r.decision, r.reason, r.state, r.version, r.drafted_by,
        CASE WHEN p.state = 'published' THEN p.title END AS first_title, r.contributions, r.updated_at, r.published_at
    FROM responses r
    JOIN consultations c ON c.id = r.consultation_id
    JOIN organisations o ON o.id = r.institution_id
    LEFT JOIN proposals p ON p.id = r.first_proposal_id";

/// `column = $place`, or a condition that is always met and binds the same value.
fn when(wanted: bool, column: &str, place: usize) -> String {
    if wanted { format!("{column} = ${place}") } else { format!("${place} = ${place}") }
}

fn uuid_or_nil<I: Id>(id: Option<I>) -> Uuid {
    id.map_or(Uuid::nil(), Id::uuid)
}

fn code_or_empty<C: fabrique_domain::Choice>(choice: Option<C>) -> &'static str {
    choice.map_or("", C::code)
}

/// What the public list is narrowed to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PublicFilter {
    /// One decision.
    pub decision: Option<Decision>,
    /// One institution.
    pub institution: Option<OrganisationId>,
    /// One consultation.
    pub consultation: Option<ConsultationId>,
}

/// Published responses, the latest first, after the one that `after` names.
///
/// # Errors
/// When the database refuses.
pub async fn published(
    reader: &mut Reader,
    filter: &PublicFilter,
    after: Option<(Instant, ResponseId)>,
    limit: i64,
) -> Result<Vec<ResponseRow>> {
    let sql = format!(
        "{ROWS} WHERE r.state = 'published' AND {} AND {} AND {} AND (r.published_at, r.id) < ($4, $5)
        ORDER BY r.published_at DESC, r.id DESC LIMIT $6",
        when(filter.decision.is_some(), "r.decision", 1),
        when(filter.institution.is_some(), "r.institution_id", 2),
        when(filter.consultation.is_some(), "r.consultation_id", 3),
    );
    let (at, id) = after.map_or((Instant::from_micros(i64::MAX), Uuid::max()), |(at, id)| (at, id.uuid()));
    fetch_all!(
        reader,
        AssertSqlSafe(sql.as_str()),
        code_or_empty(filter.decision),
        uuid_or_nil(filter.institution),
        uuid_or_nil(filter.consultation),
        at,
        id,
        limit
    )
}

/// What the desk of those who answer is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeskFilter {
    /// Draft or in review.
    pub state: ResponseState,
    /// One institution.
    pub institution: Option<OrganisationId>,
    /// One consultation.
    pub consultation: Option<ConsultationId>,
}

/// Responses in one state, the latest changed first, after the one that `after` names.
///
/// # Errors
/// When the database refuses.
pub async fn desk(
    reader: &mut Reader,
    filter: &DeskFilter,
    after: Option<(Instant, ResponseId)>,
    limit: i64,
) -> Result<Vec<ResponseRow>> {
    let sql = format!(
        "{ROWS} WHERE r.state = $1 AND {} AND {} AND (r.updated_at, r.id) < ($4, $5)
        ORDER BY r.updated_at DESC, r.id DESC LIMIT $6",
        when(filter.institution.is_some(), "r.institution_id", 2),
        when(filter.consultation.is_some(), "r.consultation_id", 3),
    );
    let (at, id) = after.map_or((Instant::from_micros(i64::MAX), Uuid::max()), |(at, id)| (at, id.uuid()));
    fetch_all!(
        reader,
        AssertSqlSafe(sql.as_str()),
        filter.state,
        uuid_or_nil(filter.institution),
        uuid_or_nil(filter.consultation),
        at,
        id,
        limit
    )
}

/// A contribution that awaits an answer and stands in no draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// Its identifier.
    pub id: ProposalId,
    /// Its title.
    pub title: String,
    /// Its author's name.
    pub author_name: String,
    /// Its author's kind.
    pub author_kind: AuthorKind,
    /// Its theme.
    pub theme_id: Option<ThemeId>,
    /// People for it, those of an import included.
    pub supports: i64,
    /// When it was published.
    pub published_at: Instant,
}

record!(Unanswered { id, title, author_name, author_kind, theme_id, supports, published_at });

/// What the list of contributions to answer is narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnansweredFilter {
    /// The consultation.
    pub consultation: ConsultationId,
    /// One theme.
    pub theme: Option<ThemeId>,
    /// One kind of author.
    pub author_kind: Option<AuthorKind>,
}

/// The contributions that nobody is answering yet, the oldest first, after the one that `after` names.
///
/// # Errors
/// When the database refuses.
pub async fn unanswered(
    reader: &mut Reader,
    filter: &UnansweredFilter,
    after: Option<(Instant, ProposalId)>,
    limit: i64,
) -> Result<Vec<Unanswered>> {
    let sql = format!(
        "SELECT p.id, p.title, p.author_name, p.author_kind, p.theme_id,
            p.supports + p.historic_supports AS supports, p.published_at
        FROM proposals p
        WHERE p.consultation_id = $1 AND p.state = 'published' AND p.response_id IS NULL AND {} AND {}
            AND (p.published_at, p.id) > ($4, $5)
            AND NOT EXISTS (SELECT 1 FROM response_proposals rp WHERE rp.proposal_id = p.id)
        ORDER BY p.published_at, p.id LIMIT $6",
        when(filter.theme.is_some(), "p.theme_id", 2),
        when(filter.author_kind.is_some(), "p.author_kind", 3),
    );
    let (at, id) = after.map_or((Instant::from_micros(i64::MIN), Uuid::nil()), |(at, id)| (at, id.uuid()));
    fetch_all!(
        reader,
        AssertSqlSafe(sql.as_str()),
        filter.consultation,
        uuid_or_nil(filter.theme),
        code_or_empty(filter.author_kind),
        at,
        id,
        limit
    )
}
