//! Who else reads a list: people who are named, and whoever holds its link.

use data_encoding::BASE64URL_NOPAD;
use fabrique_domain::{
    account::Actor,
    id::{AccountId, Id, ShortlistId},
    shortlist::{MOST_MEMBERS, Member, Shortlist, ShortlistRight},
    text::EmailAddress,
    time::MINUTE,
};
use fabrique_identity::Purpose;
use fabrique_storage::{
    Reader, Tx, account,
    shortlist::{self, member},
};

use super::access::{keeping, reading};
use crate::{
    Error, Platform, Result,
    rate_limit::{self, Limit},
};

/// How many addresses a person may try to name in an hour: naming tells whether an address has an account.
pub const MEMBER_LIMIT: Limit = Limit { name: "shortlist members", most: 30, window: 60 * MINUTE };

/// Names somebody who has an account, or gives them another right.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`]; [`Error::Refused`] `shortlist-not-keeper`, `shortlist-no-account`,
/// `shortlist-own-address` or `shortlist-too-many-members`; [`Error::TooMany`].
pub async fn name_member(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    list: ShortlistId,
    email: &EmailAddress,
    right: ShortlistRight,
) -> Result<()> {
    let access = keeping(actor, tx, list).await?;
    tx.leaves_pages_unchanged();
    rate_limit::count(platform, tx, MEMBER_LIMIT, access.account.uuid().as_bytes()).await?;
    let named = account::find_by_email(tx, email).await?.ok_or(Error::Refused("shortlist-no-account"))?;
    if named.id == access.account {
        return Err(Error::Refused("shortlist-own-address"));
    }
    if member::list(tx, list).await?.len() >= MOST_MEMBERS {
        return Err(Error::Refused("shortlist-too-many-members"));
    }
    Ok(member::set(tx, list, named.id, right).await?)
}

/// Names somebody no more: the keeper does it for others, and everybody for themself. Doing it twice is the same.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-not-keeper`.
pub async fn remove_member(actor: &Actor, tx: &mut Tx, list: ShortlistId, account: AccountId) -> Result<()> {
    let access = reading(actor, tx, list).await?;
    tx.leaves_pages_unchanged();
    if !access.standing.keeps() && access.account != account {
        return Err(Error::Refused("shortlist-not-keeper"));
    }
    member::remove(tx, list, account).await?;
    Ok(())
}

/// Everybody named on a list.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`].
pub async fn members(actor: &Actor, reader: &mut Reader, list: ShortlistId) -> Result<Vec<Member>> {
    reading(actor, reader, list).await?;
    Ok(member::list(reader, list).await?)
}

/// Makes another link to the list, so that the one of before opens nothing; or closes it.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::NotFound`], [`Error::Refused`] `shortlist-not-keeper`.
pub async fn set_link(actor: &Actor, tx: &mut Tx, list: ShortlistId, open: bool) -> Result<()> {
    keeping(actor, tx, list).await?;
    tx.leaves_pages_unchanged();
    Ok(shortlist::renew_link(tx, list, open).await?)
}

/// What a link of a list is signed with: the list, and how many times its link was made. Nothing of the link is kept,
/// and links of mail begin with another byte.
fn claim(list: &Shortlist) -> Vec<u8> {
    [b"\x10shortlist".as_slice(), list.id.uuid().as_bytes(), &list.link_made.to_be_bytes()].concat()
}

/// The path that opens a list without an account; none while its link is closed.
#[must_use]
pub fn link_of(platform: &Platform, list: &Shortlist) -> Option<String> {
    let secret = platform.keyring.digest(Purpose::Link, &claim(list));
    let secret = BASE64URL_NOPAD.encode(secret.bytes());
    list.link_open.then(|| format!("/shortlists/{}/shared/{secret}", list.id))
}

/// The list that a link opens.
///
/// # Errors
/// [`Error::NotFound`] when it opens nothing, or nothing any more.
pub(super) async fn opened(
    platform: &Platform,
    reader: &mut Reader,
    list: ShortlistId,
    secret: &str,
) -> Result<Shortlist> {
    let list = shortlist::find(reader, list).await?.filter(|list| list.link_open).ok_or(Error::NotFound)?;
    let secret = BASE64URL_NOPAD.decode(secret.as_bytes()).map_err(|_| Error::NotFound)?;
    let genuine = platform.keyring.digest(Purpose::Link, &claim(&list)).matches(&secret);
    genuine.then_some(list).ok_or(Error::NotFound)
}
