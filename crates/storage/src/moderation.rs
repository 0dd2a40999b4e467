//! Reports of readers, and what moderators did with them.

use fabrique_domain::{
    id::{AccountId, ArgumentId, Id, ModerationActId, ProposalId, ReportId},
    moderation::{Act, Ground, ModerationAct, Report, ReportState, Subject, SubjectKind},
};
use uuid::Uuid;

use crate::{
    Reader, Result, Tx,
    column::{AnyRow, Record, choices, record},
    query::{execute, fetch_all, fetch_one, fetch_optional},
};

choices!(SubjectKind, Ground, ReportState, Act);

fn subject(row: &impl AnyRow) -> Result<Subject> {
    let id: Uuid = row.named("subject_id")?;
    Ok(match row.named("subject_kind")? {
        SubjectKind::Proposal => Subject::Proposal(ProposalId::from_uuid(id)),
        SubjectKind::Argument => Subject::Argument(ArgumentId::from_uuid(id)),
    })
}

fn bare(subject: Subject) -> (SubjectKind, Uuid) {
    let id = match subject {
        Subject::Proposal(id) => id.uuid(),
        Subject::Argument(id) => id.uuid(),
    };
    (subject.kind(), id)
}

impl Record for Report {
    fn read(row: &impl AnyRow) -> Result<Self> {
        Ok(Self {
            id: row.named("id")?,
            subject: subject(row)?,
            reporter_id: row.named("reporter_id")?,
            ground: row.named("ground")?,
            reason: row.named("reason")?,
            created_at: row.named("created_at")?,
        })
    }
}

impl Record for ModerationAct {
    fn read(row: &impl AnyRow) -> Result<Self> {
        Ok(Self {
            id: row.named("id")?,
            subject: subject(row)?,
            act: row.named("act")?,
            ground: row.named("ground")?,
            reason: row.named("reason")?,
            decided_at: row.named("decided_at")?,
        })
    }
}

const REPORT: &str = "INSERT INTO reports
        (id, subject_kind, subject_id, reporter_id, ground, reason, state, created_at, closed_at)
    VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, NULL)";

/// Adds a report to the queue of the coordinators.
///
/// # Errors
/// When the database refuses.
pub async fn report(tx: &mut Tx, report: &Report) -> Result<()> {
    let (kind, id) = bare(report.subject);
    let r = report;
    execute!(tx, REPORT, r.id, kind, id, r.reporter_id, r.ground, r.reason, r.created_at)?;
    Ok(())
}

const OPEN_ON: &str = "SELECT COUNT(*) FROM reports WHERE subject_id = $1 AND state = 'open'";
const OPEN_FROM: &str = "SELECT COUNT(*) FROM reports WHERE subject_id = $1 AND state = 'open' AND reporter_id = $2";

/// How many open reports name a contribution.
///
/// # Errors
/// When the database refuses.
pub async fn open_reports_on(reader: &mut Reader, subject: Subject) -> Result<i64> {
    let (count,): (i64,) = fetch_one!(reader, OPEN_ON, bare(subject).1)?;
    Ok(count)
}

/// Whether a person already has an open report on a contribution.
///
/// # Errors
/// When the database refuses.
pub async fn has_reported(reader: &mut Reader, subject: Subject, reporter: AccountId) -> Result<bool> {
    let (count,): (i64,) = fetch_one!(reader, OPEN_FROM, bare(subject).1, reporter)?;
    Ok(count > 0)
}

const QUEUE_FIRST: &str = "SELECT id, subject_kind, subject_id, reporter_id, ground, reason, created_at FROM reports
    WHERE state = 'open' ORDER BY id LIMIT $1";
const QUEUE_NEXT: &str = "SELECT id, subject_kind, subject_id, reporter_id, ground, reason, created_at FROM reports
    WHERE state = 'open' AND id > $2 ORDER BY id LIMIT $1";

/// The open reports, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn queue(reader: &mut Reader, after: Option<ReportId>, limit: i64) -> Result<Vec<Report>> {
    match after {
        None => fetch_all!(reader, QUEUE_FIRST, limit),
        Some(after) => fetch_all!(reader, QUEUE_NEXT, limit, after),
    }
}

const ABOUT: &str = "SELECT id, subject_kind, subject_id, reporter_id, ground, reason, created_at FROM reports
    WHERE subject_id = $1 AND state = 'open' ORDER BY id";

/// The open reports on a contribution, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn about(reader: &mut Reader, subject: Subject) -> Result<Vec<Report>> {
    fetch_all!(reader, ABOUT, bare(subject).1)
}

const CLOSE: &str = "UPDATE reports SET state = $2, closed_at = $3 WHERE subject_id = $1 AND state = 'open'";

/// Closes every open report on a contribution; says how many.
///
/// # Errors
/// When the database refuses.
pub async fn close(tx: &mut Tx, subject: Subject, state: ReportState) -> Result<u64> {
    let now = tx.now();
    execute!(tx, CLOSE, bare(subject).1, state, now)
}

const RECORD: &str = "INSERT INTO moderation_acts
        (id, subject_kind, subject_id, act, ground, reason, decided_by, decided_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Writes down what a moderator did; `decided_by` is kept for the coordinators and never shown.
///
/// # Errors
/// When the database refuses.
pub async fn record_act(tx: &mut Tx, act: &ModerationAct, decided_by: Option<AccountId>) -> Result<()> {
    let (kind, id) = bare(act.subject);
    execute!(tx, RECORD, act.id, kind, id, act.act, act.ground, act.reason, decided_by, act.decided_at)?;
    Ok(())
}

const LAST_ON: &str = "SELECT id, subject_kind, subject_id, act, ground, reason, decided_at FROM moderation_acts
    WHERE subject_id = $1 ORDER BY id DESC LIMIT 1";

/// What was last done about a contribution.
///
/// # Errors
/// When the database refuses.
pub async fn last_act(reader: &mut Reader, subject: Subject) -> Result<Option<ModerationAct>> {
    fetch_optional!(reader, LAST_ON, bare(subject).1)
}

const ACTS_FIRST: &str = "SELECT id, subject_kind, subject_id, act, ground, reason, decided_at FROM moderation_acts
    ORDER BY id DESC LIMIT $1";
const ACTS_NEXT: &str = "SELECT id, subject_kind, subject_id, act, ground, reason, decided_at FROM moderation_acts
    WHERE id < $2 ORDER BY id DESC LIMIT $1";

/// What moderators did, the most recent first.
///
/// # Errors
/// When the database refuses.
pub async fn acts(reader: &mut Reader, after: Option<ModerationActId>, limit: i64) -> Result<Vec<ModerationAct>> {
    match after {
        None => fetch_all!(reader, ACTS_FIRST, limit),
        Some(after) => fetch_all!(reader, ACTS_NEXT, limit, after),
    }
}

/// How many acts of one sort there were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActCount {
    /// On what.
    pub subject_kind: SubjectKind,
    /// What was done.
    pub act: Act,
    /// On what ground.
    pub ground: Option<Ground>,
    /// How often.
    pub acts: i64,
}

record!(ActCount { subject_kind, act, ground, acts });

const ACT_COUNTS: &str = "SELECT subject_kind, act, ground, COUNT(*) AS acts FROM moderation_acts
    GROUP BY subject_kind, act, ground ORDER BY subject_kind, act, ground NULLS FIRST";

/// Moderation in numbers.
///
/// # Errors
/// When the database refuses.
pub async fn act_counts(reader: &mut Reader) -> Result<Vec<ActCount>> {
    fetch_all!(reader, ACT_COUNTS)
}

/// Reports in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportCount {
    /// The state.
    pub state: ReportState,
    /// How many.
    pub reports: i64,
}

record!(ReportCount { state, reports });

const REPORT_COUNTS: &str = "SELECT state, COUNT(*) AS reports FROM reports GROUP BY state ORDER BY state";

/// Reports in numbers.
///
/// # Errors
/// When the database refuses.
pub async fn report_counts(reader: &mut Reader) -> Result<Vec<ReportCount>> {
    fetch_all!(reader, REPORT_COUNTS)
}
