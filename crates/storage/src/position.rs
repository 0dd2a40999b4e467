//! Positions: support, mixed or against, one a person and proposal.
//!
//! The hottest writing of the platform: [`floor`] and [`take`] are one statement each, and so is
//! each counter. Who took a position is never read back but by the person; others see the counts.

use fabrique_domain::{
    consultation::{Ballot, Course, Outcome},
    id::{AccountId, ConsultationId, ProposalId},
    proposal::{Position, ProposalState},
};

use crate::{
    Reader, Result, Tx,
    column::{AnyRow, Record, choices, record},
    query::{execute, fetch_all, fetch_optional, places},
};

choices!(Position);

/// What must be known before somebody may speak on a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Floor {
    /// The consultation it answers.
    pub consultation_id: ConsultationId,
    /// Its author.
    pub author_id: Option<AccountId>,
    /// Where the proposal is in its life.
    pub state: ProposalState,
    /// What can be said without writing.
    pub ballot: Ballot,
    /// What decides whether the consultation is open.
    pub course: Course,
    /// What the person has said so far.
    pub position: Option<Position>,
    /// What everybody has said so far.
    pub tally: Tally,
}

impl Record for Floor {
    fn read(row: &impl AnyRow) -> Result<Self> {
        let course = Course {
            opens_at: row.named("opens_at")?,
            closes_at: row.named("closes_at")?,
            approved_at: row.named("approved_at")?,
            outcome: row.named::<Option<Outcome>>("outcome")?,
        };
        Ok(Self {
            consultation_id: row.named("consultation_id")?,
            author_id: row.named("author_id")?,
            state: row.named("state")?,
            ballot: row.named("ballot")?,
            course,
            position: row.named("position")?,
            tally: Tally::read(row)?,
        })
    }
}

/// How many people take each position on a proposal, here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// For it.
    pub supports: i64,
    /// Of mixed mind.
    pub mixed: i64,
    /// Against it.
    pub against: i64,
}

record!(Tally { supports, mixed, against });

impl Tally {
    /// One person of `position`; nobody for none.
    #[must_use]
    pub fn one(position: Option<Position>) -> Self {
        let is = |which| i64::from(position == Some(which));
        Self { supports: is(Position::Support), mixed: is(Position::Mixed), against: is(Position::Against) }
    }

    /// People of every position.
    #[must_use]
    pub const fn total(self) -> i64 {
        self.supports + self.mixed + self.against
    }

    /// What is left without `other`.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self {
            supports: self.supports - other.supports,
            mixed: self.mixed - other.mixed,
            against: self.against - other.against,
        }
    }
}

const FLOOR: &str = "SELECT p.consultation_id, p.author_id, p.state, p.supports, p.mixed, p.against,
        c.ballot, c.opens_at, c.closes_at, c.approved_at, c.outcome, mine.position
    FROM proposals p
    JOIN consultations c ON c.id = p.consultation_id
    LEFT JOIN positions mine ON mine.proposal_id = p.id AND mine.account_id = $2
    WHERE p.id = $1";

/// What must be known before `account` may speak on a proposal; none when there is no such proposal.
///
/// # Errors
/// When the database refuses.
pub async fn floor(reader: &mut Reader, proposal: ProposalId, account: AccountId) -> Result<Option<Floor>> {
    fetch_optional!(reader, FLOOR, proposal, account)
}

const TAKE: &str = "INSERT INTO positions (proposal_id, account_id, position, taken_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (proposal_id, account_id) DO UPDATE SET position = excluded.position, taken_at = excluded.taken_at";

/// Writes down what a person says; the counters are another statement, [`count`].
///
/// # Errors
/// When the database refuses.
pub async fn take(tx: &mut Tx, proposal: ProposalId, account: AccountId, position: Position) -> Result<()> {
    let now = tx.now();
    execute!(tx, TAKE, proposal, account, position, now)?;
    Ok(())
}

const WITHDRAW: &str = "DELETE FROM positions WHERE proposal_id = $1 AND account_id = $2";

/// Forgets what a person said.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw(tx: &mut Tx, proposal: ProposalId, account: AccountId) -> Result<()> {
    execute!(tx, WITHDRAW, proposal, account)?;
    Ok(())
}

const COUNT: &str = "UPDATE proposals SET supports = supports + $2, mixed = mixed + $3, against = against + $4,
        support_rank = support_rank + $2
    WHERE id = $1 RETURNING supports, mixed, against";

/// Adds to the counters of a proposal; the new ones, or none when there is no such proposal.
///
/// # Errors
/// When the database refuses.
pub async fn count(tx: &mut Tx, proposal: ProposalId, change: Tally) -> Result<Option<Tally>> {
    fetch_optional!(tx, COUNT, proposal, change.supports, change.mixed, change.against)
}

/// Over how many rows the positions of a consultation are counted.
const SHARDS: u8 = 16;

const COUNT_ALL: &str = "INSERT INTO position_counts (consultation_id, shard, positions) VALUES ($1, $2, $3)
    ON CONFLICT (consultation_id, shard) DO UPDATE SET positions = position_counts.positions + excluded.positions";

/// Adds to the positions taken in a consultation, in one of its rows drawn by lot: people who take
/// positions on different proposals at once write different rows.
///
/// # Errors
/// When the database refuses.
pub async fn count_in_consultation(tx: &mut Tx, consultation: ConsultationId, change: i64) -> Result<()> {
    let [drawn] = tx.random::<1>();
    execute!(tx, COUNT_ALL, consultation, i64::from(drawn % SHARDS), change)?;
    Ok(())
}

/// What a person said of each of `proposals`, for the person alone; those without a word are left out.
///
/// # Errors
/// When the database refuses.
pub async fn taken_by(
    reader: &mut Reader,
    account: AccountId,
    proposals: &[ProposalId],
) -> Result<Vec<(ProposalId, Position)>> {
    if proposals.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT proposal_id, position FROM positions WHERE account_id = $1 AND proposal_id IN ({})",
        places(2, proposals.len())
    );
    fetch_all!(reader, sqlx::AssertSqlSafe(sql.as_str()), account; each proposals)
}

const RECOUNT: &str = "SELECT COUNT(*) FILTER (WHERE position = 'support') AS supports,
        COUNT(*) FILTER (WHERE position = 'mixed') AS mixed,
        COUNT(*) FILTER (WHERE position = 'against') AS against
    FROM positions WHERE proposal_id = $1";

/// The counters of a proposal counted again from what people said, for `doctor` and the tests.
///
/// # Errors
/// When the database refuses.
pub async fn recount(reader: &mut Reader, proposal: ProposalId) -> Result<Option<Tally>> {
    fetch_optional!(reader, RECOUNT, proposal)
}
