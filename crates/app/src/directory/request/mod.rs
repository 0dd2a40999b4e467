//! What is asked of the coordination about the directory, and its answers.

mod answer;

use fabrique_domain::{
    account::{Actor, Permission},
    directory::{Ask, Request, RequestKind, RequestState},
    id::{DirectoryRequestId, Id, OrganisationId},
    time::DAY,
};
use fabrique_storage::{
    Reader, Tx,
    directory::{request, withdrawal},
};

pub use answer::{Answer, answer};

use super::Portrait;
use crate::{
    Error, Platform, Result,
    error::{need, need_person},
    rate_limit::{self, Limit},
};

/// How many requests a person makes a day: more would be done by a machine, or against somebody.
pub const PERSON_LIMIT: Limit = Limit { name: "directory-request", most: 10, window: DAY };

/// How many requests about one organisation are read to decide on another.
const MOST_READ: i64 = 1_000;

/// How many of the answered requests are shown.
const HANDLED: i64 = 50;

/// Asks something about an organisation. A withdrawal takes effect at once, whoever asks: refusing one would be absurd,
/// and the coordination sees it.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::Forbidden`]; [`Error::TooMany`]; [`Error::NotFound`] when the portrait is of nobody;
/// [`Error::Refused`] `request-waiting` when the person already waits for an answer to the same, `already-withdrawn`,
/// `already-member`.
pub async fn ask(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    portrait: &Portrait,
    ask: &Ask,
) -> Result<DirectoryRequestId> {
    need(actor, Permission::Contribute)?;
    let person = actor.account_id().ok_or(Error::SignInNeeded)?;
    let subject = portrait.subject().ok_or(Error::NotFound)?;
    let subjects = portrait.subjects();
    let asked = request::about(tx, &subjects, MOST_READ).await?;
    refuse_the_needless(actor, tx, portrait, ask, &asked).await?;
    rate_limit::count(platform, tx, PERSON_LIMIT, person.uuid().as_bytes()).await?;
    let id = request::insert(tx, &subject, portrait.name(), ask, person).await?;
    if ask.kind() == RequestKind::Withdrawal {
        withdrawal::insert(tx, &subject, id).await?;
    }
    Ok(id)
}

/// Refuses what waits already, or is so already.
async fn refuse_the_needless(
    actor: &Actor,
    tx: &mut Tx,
    portrait: &Portrait,
    ask: &Ask,
    asked: &[Request],
) -> Result<()> {
    let same = |one: &&Request| one.kind == ask.kind() && one.fact == ask.fact();
    let own = |one: &Request| Some(one.asked_by) == actor.account_id() && one.state == RequestState::Waiting;
    if asked.iter().filter(same).any(own) {
        return Err(Error::Refused("request-waiting"));
    }
    if ask.kind() == RequestKind::Voice && portrait.organisation_id().is_some_and(|id| speaks(actor, id)) {
        return Err(Error::Refused("already-member"));
    }
    if ask.kind() == RequestKind::Withdrawal && withdrawal::of(tx, &portrait.subjects()).await?.is_some() {
        return Err(Error::Refused("already-withdrawn"));
    }
    Ok(())
}

fn speaks(actor: &Actor, organisation: OrganisationId) -> bool {
    actor.person().is_some_and(|person| person.speaks_for(organisation))
}

/// Whether the actor puts an organisation back among the suggestions: who asked for it to leave, its members, the
/// coordination.
#[must_use]
pub fn may_come_back(actor: &Actor, portrait: &Portrait, requests: &[Request]) -> bool {
    let asked = |one: &Request| {
        one.kind == RequestKind::Withdrawal
            && Some(one.asked_by) == actor.account_id()
            && matches!(one.state, RequestState::Waiting | RequestState::Accepted)
    };
    actor.may(Permission::KeepDirectory)
        || portrait.organisation_id().is_some_and(|id| speaks(actor, id))
        || requests.iter().any(asked)
}

/// Puts an organisation back among the suggestions. What waited for the coordination no longer does.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::Forbidden`]; [`Error::Refused`] `not-withdrawn`.
pub async fn come_back(actor: &Actor, tx: &mut Tx, portrait: &Portrait) -> Result<()> {
    let needed = if actor.may(Permission::KeepDirectory) { Permission::KeepDirectory } else { Permission::Contribute };
    need(actor, needed)?;
    let subjects = portrait.subjects();
    let requests = request::about(tx, &subjects, MOST_READ).await?;
    if !may_come_back(actor, portrait, &requests) {
        return Err(Error::Forbidden(Permission::KeepDirectory));
    }
    if !withdrawal::remove(tx, &subjects).await? {
        return Err(Error::Refused("not-withdrawn"));
    }
    let waits = |one: &&Request| one.kind == RequestKind::Withdrawal && one.state == RequestState::Waiting;
    for one in requests.iter().filter(waits) {
        request::close(tx, one.id, RequestState::TakenBack, "", actor.account_id()).await?;
    }
    Ok(())
}

/// The requests that wait, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not keep the directory.
pub async fn waiting(
    actor: &Actor,
    reader: &mut Reader,
    after: Option<DirectoryRequestId>,
    limit: i64,
) -> Result<Vec<Request>> {
    need(actor, Permission::KeepDirectory)?;
    Ok(request::waiting(reader, after, limit).await?)
}

/// The last requests that were answered or taken back.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not keep the directory.
pub async fn handled(actor: &Actor, reader: &mut Reader) -> Result<Vec<Request>> {
    need(actor, Permission::KeepDirectory)?;
    Ok(request::handled(reader, HANDLED).await?)
}

/// How many requests wait.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not keep the directory.
pub async fn count_waiting(actor: &Actor, reader: &mut Reader) -> Result<i64> {
    need(actor, Permission::KeepDirectory)?;
    Ok(request::count_waiting(reader).await?)
}

/// A request, for whoever keeps the directory, or asked it.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn find(actor: &Actor, reader: &mut Reader, id: DirectoryRequestId) -> Result<Request> {
    if matches!(actor, Actor::Anonymous) {
        return Err(Error::SignInNeeded);
    }
    let found = request::find(reader, id).await?.ok_or(Error::NotFound)?;
    let may_read = actor.may(Permission::KeepDirectory) || actor.account_id() == Some(found.asked_by);
    if may_read { Ok(found) } else { Err(Error::NotFound) }
}

/// What the person who acts asked, the latest first.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn own(actor: &Actor, reader: &mut Reader) -> Result<Vec<Request>> {
    let person = need_person(actor)?.account.id;
    Ok(request::of_person(reader, person, HANDLED).await?)
}
