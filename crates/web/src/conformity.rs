//! What the footer of every page says of accessibility: the law asks for it on each of them.
//!
//! It is read again only when something was written since, or when the day changed: an audit ages.

use std::sync::{PoisonError, RwLock};

use fabrique_app::{Platform, Result, content::accessibility};
use fabrique_domain::{Date, content::Conformity};

/// The version of the data and the day that a reading holds for.
type Validity = (u64, Date);

/// What was last read.
#[derive(Debug, Default)]
pub(crate) struct Declared(RwLock<Option<(Validity, Conformity)>>);

impl Declared {
    /// What may be said today; "not conforming" until somebody asked.
    pub(crate) fn get(&self) -> Conformity {
        self.read().map_or(Conformity::NotConforming, |(_, conformity)| conformity)
    }

    /// Reads the last audit, unless nothing changed since it was read.
    pub(crate) async fn refresh(&self, platform: &Platform) -> Result<()> {
        let today = platform.store.surroundings().clock.now().date(&platform.site.zone);
        let validity = (platform.store.version(), today);
        if self.read().is_some_and(|(known, _)| known == validity) {
            return Ok(());
        }
        let conformity = accessibility::conformity(&mut platform.store.read().await?, today).await?;
        let mut declared = self.0.write().unwrap_or_else(PoisonError::into_inner);
        // Another request may have read a later version meanwhile.
        if declared.is_none_or(|(known, _)| known <= validity) {
            *declared = Some((validity, conformity));
        }
        Ok(())
    }

    fn read(&self) -> Option<(Validity, Conformity)> {
        *self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}
