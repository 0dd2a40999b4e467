//! Pages that the coordinator edits, every version kept; the texts that this instance came with
//! stand until somebody edits them.

use fabrique_domain::{content::Page, id::PageId};
use fabrique_storage::{Reader, content};

use crate::{Error, Result};

pub mod accessibility;
mod default;
mod edit;
mod history;

pub use default::SLUGS;
pub use edit::{Text, edit};
pub use history::{Revision, revision, versions};

/// The page whose address ends by `slug`: as it was last written here, else as it came. Anyone may
/// read it. A page as it came is at version one and has no date.
///
/// # Errors
/// [`Error::NotFound`], or when storage fails.
pub async fn find(reader: &mut Reader, slug: &str) -> Result<Page> {
    match content::find(reader, slug).await? {
        Some(page) => Ok(page),
        None => default::page(slug).ok_or(Error::NotFound),
    }
}

/// Every page, those that came with the instance first, in the order in which they are shown.
///
/// # Errors
/// When storage fails.
pub async fn list(reader: &mut Reader) -> Result<Vec<Page>> {
    let written = content::list(reader).await?;
    let mut pages: Vec<Page> = SLUGS
        .iter()
        .filter_map(|slug| written.iter().find(|page| page.slug == *slug).cloned().or_else(|| default::page(slug)))
        .collect();
    pages.extend(written.into_iter().filter(|page| !SLUGS.contains(&page.slug.as_str())));
    Ok(pages)
}

/// Whether a page is as it came, and nobody wrote it here.
#[must_use]
pub fn is_as_it_came(page: &Page) -> bool {
    page.id == default::nobody()
}

/// Tells the identifier that pages as they came have, which no written page has.
fn identifier(page: &Page) -> Option<PageId> {
    (!is_as_it_came(page)).then_some(page.id)
}
