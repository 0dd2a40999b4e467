//! Arguments for and against, in two columns, and the marks of those who find them useful.

use fabrique_domain::{
    account::{Actor, AuthorKind, Capacity, Permission},
    id::{AccountId, ArgumentId, ProposalId},
    proposal::{Argument, ArgumentBody, ArgumentState, Side},
};
pub use fabrique_storage::argument::{After, Hidden};
use fabrique_storage::{Reader, Tx, argument};

use crate::{Error, Result, error::need, position::open_floor, proposal::Voice};

/// An argument as somebody writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewArgument {
    /// On which proposal.
    pub proposal: ProposalId,
    /// In which column.
    pub side: Side,
    /// The text.
    pub body: ArgumentBody,
    /// The kind under which the person speaks.
    pub author_kind: AuthorKind,
}

/// Adds an argument.
///
/// # Errors
/// `debate-not-open`, `debate-not-published`; a fault of `author_kind` when the person may not
/// speak as that.
pub async fn add(actor: &Actor, tx: &mut Tx, new: &NewArgument) -> Result<ArgumentId> {
    open_floor(actor, tx, new.proposal).await?;
    let person = actor.person().ok_or(Error::SignInNeeded)?;
    let argument = Argument {
        id: tx.new_id(),
        proposal_id: new.proposal,
        author_id: Some(person.account.id),
        author_name: person.account.display_name.clone(),
        author_kind: new.author_kind,
        organisation_id: personal(new.author_kind).organisation(person)?,
        side: new.side,
        body: new.body.to_string(),
        state: ArgumentState::Published,
        state_reason: String::new(),
        useful: 0,
        historic_useful: 0,
        created_at: tx.now(),
    };
    argument::insert(tx, &argument).await?;
    argument::count(tx, new.proposal, new.side, 1).await?;
    Ok(argument.id)
}

/// Somebody of this kind, who speaks in a personal capacity.
pub(crate) const fn personal(kind: AuthorKind) -> Voice {
    Voice { kind, capacity: Capacity::Personal }
}

/// Takes one's argument back, at any time: it leaves its column, and only who marked it remembers.
/// Taking it back twice changes nothing.
///
/// # Errors
/// [`Error::NotFound`] to anybody but its author; `argument-hidden` once it was moderated.
pub async fn withdraw(actor: &Actor, tx: &mut Tx, id: ArgumentId) -> Result<()> {
    need(actor, Permission::Contribute)?;
    let argument = argument::find(tx, id).await?.ok_or(Error::NotFound)?;
    if argument.author_id.is_none() || argument.author_id != actor.account_id() {
        return Err(Error::NotFound);
    }
    match argument.state {
        ArgumentState::Withdrawn => Ok(()),
        ArgumentState::Hidden => Err(Error::Refused("argument-hidden")),
        ArgumentState::Published => {
            argument::set_state(tx, id, ArgumentState::Withdrawn, "").await?;
            Ok(argument::count(tx, argument.proposal_id, argument.side, -1).await?)
        }
    }
}

/// How many people find an argument useful, and whether the person is one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usefulness {
    /// The proposal on whose page it stands.
    pub proposal: ProposalId,
    /// People who marked it here.
    pub useful: i64,
    /// Whether the person did.
    pub marked: bool,
}

/// Says that one finds an argument useful. Saying it twice changes nothing.
///
/// # Errors
/// `debate-not-open`, `debate-not-published`; `argument-own` to its author.
pub async fn mark_useful(actor: &Actor, tx: &mut Tx, id: ArgumentId) -> Result<Usefulness> {
    let (account, argument) = markable(actor, tx, id).await?;
    if argument.author_id == Some(account) {
        return Err(Error::Refused("argument-own"));
    }
    let change = i64::from(argument::mark_useful(tx, id, account).await?);
    count_useful(tx, &argument, change, true).await
}

/// Takes the mark back. Without one, changes nothing.
///
/// # Errors
/// `debate-not-open`, `debate-not-published`.
pub async fn unmark_useful(actor: &Actor, tx: &mut Tx, id: ArgumentId) -> Result<Usefulness> {
    let (account, argument) = markable(actor, tx, id).await?;
    let change = -i64::from(argument::unmark_useful(tx, id, account).await?);
    count_useful(tx, &argument, change, false).await
}

/// A published argument on a proposal where the person may speak.
async fn markable(actor: &Actor, reader: &mut Reader, id: ArgumentId) -> Result<(AccountId, Argument)> {
    need(actor, Permission::Contribute)?;
    let argument = argument::find(reader, id).await?.ok_or(Error::NotFound)?;
    if argument.state != ArgumentState::Published {
        return Err(Error::NotFound);
    }
    let (account, _) = open_floor(actor, reader, argument.proposal_id).await?;
    Ok((account, argument))
}

async fn count_useful(tx: &mut Tx, argument: &Argument, change: i64, marked: bool) -> Result<Usefulness> {
    let useful = if change == 0 {
        tx.leaves_pages_unchanged();
        argument.useful
    } else {
        argument::count_useful(tx, argument.id, change).await?.ok_or(Error::NotFound)?
    };
    Ok(Usefulness { proposal: argument.proposal_id, useful, marked })
}

/// A page of one column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// The arguments, the most useful first, then the most recent.
    pub arguments: Vec<Argument>,
    /// Where the next page begins, when there is one.
    pub next: Option<After>,
    /// Those of [`Column::arguments`] that the person marked as useful.
    pub marked: Vec<ArgumentId>,
    /// At the end of the column, those that moderation hid, each with its reason.
    pub hidden: Vec<Hidden>,
}

/// The most hidden arguments that a column tells of.
const MOST_HIDDEN: i64 = 50;

/// A page of at most `limit` arguments of one column.
///
/// # Errors
/// When storage fails.
pub async fn list(
    actor: &Actor,
    reader: &mut Reader,
    proposal: ProposalId,
    side: Side,
    after: Option<After>,
    limit: usize,
) -> Result<Column> {
    let asked = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    let mut arguments = argument::list(reader, proposal, side, after, asked).await?;
    let more = arguments.len() > limit;
    arguments.truncate(limit);
    let next = arguments.last().filter(|_| more).map(After::of);
    let marked = match actor.account_id() {
        Some(account) => {
            let ids: Vec<_> = arguments.iter().map(|argument| argument.id).collect();
            argument::useful_to(reader, account, &ids).await?
        }
        None => Vec::new(),
    };
    let hidden = match next {
        None => argument::hidden(reader, proposal, side, MOST_HIDDEN).await?,
        Some(_) => Vec::new(),
    };
    Ok(Column { arguments, next, marked, hidden })
}

/// The proposal on whose page an argument stands; nothing for what does not exist.
///
/// # Errors
/// When storage fails.
pub async fn proposal_of(reader: &mut Reader, id: ArgumentId) -> Result<Option<ProposalId>> {
    Ok(argument::find(reader, id).await?.map(|argument| argument.proposal_id))
}
