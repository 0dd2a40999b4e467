//! Writing a page.

use fabrique_domain::{
    Localized, LocalizedText,
    account::{Actor, Permission},
    content::{Page, PageBody, PageTitle},
    id::{AccountId, PageId},
    text::Slug,
};
use fabrique_storage::{Tx, content};

use super::{default, is_as_it_came};
use crate::{Error, Result, error::need};

/// What somebody writes on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Its title.
    pub title: Localized<PageTitle>,
    /// Its text.
    pub body: Localized<PageBody>,
}

/// Writes the version of a page that follows `base`, the version that its author was reading; zero
/// for a page that does not exist yet. Says the version written.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Changed`] when the page is at another version.
pub async fn edit(actor: &Actor, tx: &mut Tx, slug: &Slug, base: i64, text: &Text) -> Result<i64> {
    need(actor, Permission::EditPages)?;
    let (title, body) = (text.title.text(), text.body.text());
    let author = actor.account_id();
    match content::find(tx, slug).await?.or_else(|| default::page(slug)) {
        Some(page) if page.version != base => Err(Error::Changed),
        Some(page) => {
            let id = kept(tx, page).await?;
            rewrite(tx, id, base, (&title, &body), author).await
        }
        None if base != 0 => Err(Error::Changed),
        None => {
            let page = Page { id: tx.new_id(), slug: slug.to_string(), title, body, version: 1, updated_at: tx.now() };
            add(tx, &page, author).await?;
            Ok(page.version)
        }
    }
}

/// The identifier of a page; one as it came is kept first, so that its text stays among the
/// versions and what the first author changed can be seen.
async fn kept(tx: &mut Tx, page: Page) -> Result<PageId> {
    if !is_as_it_came(&page) {
        return Ok(page.id);
    }
    let page = Page { id: tx.new_id(), updated_at: tx.now(), ..page };
    add(tx, &page, None).await?;
    Ok(page.id)
}

async fn add(tx: &mut Tx, page: &Page, author: Option<AccountId>) -> Result<()> {
    if !content::insert(tx, page).await? {
        return Err(Error::Changed);
    }
    Ok(content::keep_version(tx, page.id, author).await?)
}

async fn rewrite(
    tx: &mut Tx,
    id: PageId,
    base: i64,
    (title, body): (&LocalizedText, &LocalizedText),
    author: Option<AccountId>,
) -> Result<i64> {
    if !content::update(tx, id, base, title, body).await? {
        return Err(Error::Changed);
    }
    content::keep_version(tx, id, author).await?;
    Ok(base + 1)
}
