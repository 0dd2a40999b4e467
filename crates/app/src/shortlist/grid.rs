//! The grid of interest and influence. Marks are given by people, each with a reason; nothing is guessed, averaged or
//! filled in, and who is absent is asked each time.

use fabrique_domain::{
    account::Actor,
    id::{AccountId, EntryId, ShortlistId, StakeId},
    shortlist::{Absence, Absent, Axis, Mark, ShortlistEntry, Stake, StakeReason},
};
use fabrique_storage::{
    Reader, Tx,
    shortlist::{entry, stake},
};

use super::{
    Access,
    access::{entry_of, reading, writing},
    entry::touched,
};
use crate::{Error, Result};

/// How many answers about the absent are shown.
const ABSENTS: i64 = 100;

/// An entry with its marks in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The entry.
    pub entry: ShortlistEntry,
    /// How much the subject matters to it, if somebody said so.
    pub interest: Option<Stake>,
    /// How much it can change the outcome, if somebody said so.
    pub influence: Option<Stake>,
}

impl Placed {
    /// Where it stands on the grid: interest, then influence; none while one of them is missing.
    #[must_use]
    pub fn place(&self) -> Option<(Mark, Mark)> {
        Some((self.interest.as_ref()?.mark, self.influence.as_ref()?.mark))
    }

    /// The mark in force on an axis.
    #[must_use]
    pub const fn on(&self, axis: Axis) -> Option<&Stake> {
        match axis {
            Axis::Interest => self.interest.as_ref(),
            Axis::Influence => self.influence.as_ref(),
        }
    }
}

/// The grid of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The list, and what its reader may do.
    pub access: Access,
    /// Every entry in the order of the list, placed or not.
    pub entries: Vec<Placed>,
    /// What was answered when asked who is absent, the last first.
    pub absents: Vec<Absent>,
}

/// The grid of a list.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`].
pub async fn grid(actor: &Actor, reader: &mut Reader, list: ShortlistId) -> Result<Grid> {
    let access = reading(actor, reader, list).await?;
    let mut marks = stake::in_force(reader, list).await?;
    let mut take = |entry: EntryId, axis: Axis| {
        let at = marks.iter().position(|one| one.entry_id == entry && one.axis == axis)?;
        Some(marks.swap_remove(at))
    };
    let entries = entry::list(reader, list).await?;
    let placed = |entry: ShortlistEntry| {
        let (interest, influence) = (take(entry.id, Axis::Interest), take(entry.id, Axis::Influence));
        Placed { entry, interest, influence }
    };
    let entries = entries.into_iter().map(placed).collect();
    Ok(Grid { access, entries, absents: stake::absents(reader, list, ABSENTS).await? })
}

/// A mark that a person gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// To which entry.
    pub entry: EntryId,
    /// Of what.
    pub axis: Axis,
    /// The mark.
    pub mark: Mark,
    /// Why.
    pub reason: StakeReason,
    /// The mark that the person saw in force; none when there was none.
    pub seen: Option<StakeId>,
}

/// A grid as it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placing {
    /// The marks, those that did not change among them.
    pub placements: Vec<Placement>,
    /// What is answered when asked who is absent.
    pub absence: Absence,
}

/// Saves a grid: marks that changed take the place of those of before, which stay in the history; and the answer to who
/// is absent. All of it or nothing.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-read-only`; [`Error::Changed`] when
/// somebody else gave one of the marks in between.
pub async fn place(actor: &Actor, tx: &mut Tx, list: ShortlistId, placing: &Placing) -> Result<()> {
    let access = writing(actor, tx, list).await?;
    for placement in &placing.placements {
        give(tx, list, access.account, placement).await?;
    }
    let (who, why) = match &placing.absence {
        Absence::Somebody { who, why } => (Some(&**who), &**why),
        Absence::NobodyKnown => (None, ""),
    };
    stake::absent(tx, list, who, why, access.account).await?;
    touched(tx, list, 0).await
}

async fn give(tx: &mut Tx, list: ShortlistId, author: AccountId, placement: &Placement) -> Result<()> {
    let entry = entry_of(tx, list, placement.entry).await?;
    let before = stake::for_entry(tx, entry.id, placement.axis).await?;
    let same = |one: &Stake| one.mark == placement.mark && one.reason == *placement.reason;
    if before.as_ref().is_some_and(same) {
        return Ok(());
    }
    if before.map(|one| one.id) != placement.seen {
        return Err(Error::Changed);
    }
    stake::give(tx, &entry, placement.axis, placement.mark, &placement.reason, author).await?;
    Ok(())
}
