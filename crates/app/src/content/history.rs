//! The versions of a page, and what each changed.

use fabrique_domain::{LocalizedText, content::PageVersion};
use fabrique_storage::{Reader, content};

use super::{find, identifier};
use crate::{Error, Result};

/// The versions of a page below `before` (the latest when none), newest first. Anyone may read
/// them. A page as it came has none.
///
/// # Errors
/// [`Error::NotFound`], or when storage fails.
pub async fn versions(reader: &mut Reader, slug: &str, before: Option<i64>, limit: i64) -> Result<Vec<PageVersion>> {
    let page = find(reader, slug).await?;
    match identifier(&page) {
        Some(id) => Ok(content::versions(reader, id, before, limit).await?),
        None => Ok(Vec::new()),
    }
}

/// A version of a page beside the text that it replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The version.
    pub version: PageVersion,
    /// The title that it replaced; nothing at the first version.
    pub earlier_title: LocalizedText,
    /// The text that it replaced; nothing at the first version.
    pub earlier_body: LocalizedText,
}

/// What a version of a page changed. Anyone may read it.
///
/// # Errors
/// [`Error::NotFound`], or when storage fails.
pub async fn revision(reader: &mut Reader, slug: &str, version: i64) -> Result<Revision> {
    let page = find(reader, slug).await?;
    let id = identifier(&page).ok_or(Error::NotFound)?;
    let mut pair = content::versions(reader, id, Some(version.saturating_add(1)), 2).await?.into_iter();
    let version = pair.next().filter(|found| found.version == version).ok_or(Error::NotFound)?;
    let (earlier_title, earlier_body) = pair.next().map(|earlier| (earlier.title, earlier.body)).unwrap_or_default();
    Ok(Revision { version, earlier_title, earlier_body })
}
