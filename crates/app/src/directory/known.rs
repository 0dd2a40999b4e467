//! Whom a discovery knows already, and whom it leaves in peace.

use fabrique_domain::directory::{EntryKey, RegisterNumber};
use fabrique_storage::{
    Reader,
    directory::{known as kept, known::Known, withdrawal},
};

use crate::Result;

/// The most organisations that are told to be known.
const MOST: i64 = 10_000;

/// An organisation that did something here, under one of the names the directory may have for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownEntry {
    /// The name to look for in the directory, where it may be the alias of another key.
    pub key: EntryKey,
    /// What it did here.
    pub known: Known,
}

/// The organisations that contributed, carry a commitment or answered here, with what they did: what a discovery takes
/// as known. One that has a number of several readings is there under each.
///
/// # Errors
/// When storage fails.
pub async fn known(reader: &mut Reader) -> Result<Vec<KnownEntry>> {
    let mut entries = Vec::new();
    for known in kept::known(reader, MOST).await? {
        let keys = RegisterNumber::parse(&known.register_number).map(|number| number.keys()).unwrap_or_default();
        entries.extend(keys.into_iter().map(|key| KnownEntry { key, known: known.clone() }));
    }
    Ok(entries)
}

/// The keys of the organisations that asked not to be suggested.
///
/// # Errors
/// When storage fails.
pub async fn withdrawn(reader: &mut Reader) -> Result<Vec<String>> {
    Ok(withdrawal::keys(reader).await?)
}
