//! Where a person is signed in.

use fabrique_domain::{
    Instant,
    account::{Account, Actor, Person},
    id::SessionId,
    sign_in::SEEN_PRECISION,
};
use fabrique_identity::Token;
use fabrique_storage::{
    Reader, Tx,
    account::{
        grant,
        session::{self, Holder, Session},
    },
};

use crate::{Error, Platform, Result, error::need_person};

/// Who holds a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedSession {
    /// The person, with the roles in force now.
    pub person: Person,
    /// The session.
    pub session_id: SessionId,
    /// When it was last used, to the hour.
    pub seen_at: Instant,
    /// Until when it is in force.
    pub expires_at: Instant,
}

impl ResolvedSession {
    /// Whether [`touch_session`] should say that it is still in use.
    #[must_use]
    pub fn is_stale(&self, now: Instant) -> bool {
        self.seen_at.plus(SEEN_PRECISION) <= now
    }
}

/// Who holds the token of a cookie. One short query on the way of every signed-in request, and one
/// more for those who were given roles.
///
/// # Errors
/// When storage fails.
pub async fn resolve_session(
    platform: &Platform,
    reader: &mut Reader,
    token: &Token,
) -> Result<Option<ResolvedSession>> {
    let Some(holder) = session::holder(reader, token.digest(&platform.keyring).to_vec()).await? else {
        return Ok(None);
    };
    let person = match holder.has_grants {
        true => with_grants(reader, holder.account).await?,
        false => Person { account: holder.account, grants: Vec::new() },
    };
    let Holder { session_id, seen_at, expires_at, .. } = holder;
    Ok(Some(ResolvedSession { person, session_id, seen_at, expires_at }))
}

/// The person that an account is, with the roles in force now.
pub(super) async fn with_grants(reader: &mut Reader, account: Account) -> Result<Person> {
    let grants = grant::in_force(reader, account.id).await?;
    Ok(Person { account, grants })
}

/// Says that a session is in use now: in a transaction of its own, at most once an hour.
///
/// # Errors
/// When storage fails.
pub async fn touch_session(tx: &mut Tx, id: SessionId) -> Result<()> {
    tx.leaves_pages_unchanged();
    Ok(session::seen(tx, id).await?)
}

/// Where the person is signed in, the session used last first.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn sessions(actor: &Actor, reader: &mut Reader) -> Result<Vec<Session>> {
    let person = need_person(actor)?;
    Ok(session::list(reader, person.account.id).await?)
}

/// Ends one of the person's sessions.
///
/// # Errors
/// [`Error::SignInNeeded`]; [`Error::NotFound`] when it is not one of theirs, or ended already.
pub async fn revoke_session(actor: &Actor, tx: &mut Tx, id: SessionId) -> Result<()> {
    let person = need_person(actor)?;
    tx.leaves_pages_unchanged();
    tx.changes_readers();
    session::revoke(tx, id, person.account.id).await?.then_some(()).ok_or(Error::NotFound)
}

/// Ends every session of the person but the one in use; says how many.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn revoke_other_sessions(actor: &Actor, tx: &mut Tx, kept: SessionId) -> Result<u64> {
    let person = need_person(actor)?;
    tx.leaves_pages_unchanged();
    tx.changes_readers();
    Ok(session::revoke_others(tx, kept, person.account.id).await?)
}

/// Ends the session in use. Signing out twice is signing out.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn sign_out(actor: &Actor, tx: &mut Tx, id: SessionId) -> Result<()> {
    let person = need_person(actor)?;
    tx.leaves_pages_unchanged();
    tx.changes_readers();
    session::revoke(tx, id, person.account.id).await?;
    Ok(())
}
