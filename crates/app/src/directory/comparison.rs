//! Several organisations side by side.

use fabrique_storage::Reader;

use super::{Portrait, Way, portrait};
use crate::{Error, Platform, Result};

/// The fewest and the most organisations that are compared.
pub const COMPARED: std::ops::RangeInclusive<usize> = 2..=5;

/// The organisations that have these names or keys, each once, in this order; those that nobody knows are left out.
/// Beyond the most that are compared, nothing is read.
///
/// # Errors
/// When storage fails; [`Error::Directory`] when the registers cannot be read and only they could tell.
pub async fn compared(platform: &Platform, reader: &mut Reader, names: &[String]) -> Result<Vec<Portrait>> {
    let mut found: Vec<Portrait> = Vec::new();
    for name in names.iter().take(*COMPARED.end()) {
        let one = match followed(platform, reader, name).await {
            Ok(one) => one,
            Err(Error::NotFound) => continue,
            Err(error) => return Err(error),
        };
        if !found.iter().any(|other| other.slug() == one.slug()) {
            found.push(one);
        }
    }
    Ok(found)
}

/// The portrait at the end of a name: an old number leads to a new one, a number to an organisation of the platform.
async fn followed(platform: &Platform, reader: &mut Reader, name: &str) -> Result<Portrait> {
    let mut name = name.to_owned();
    for _ in 0..3 {
        match portrait(platform, reader, &name).await? {
            Way::Here(portrait) => return Ok(*portrait),
            Way::Moved(path) | Way::Elsewhere(path) => {
                name = path.rsplit('/').next().unwrap_or_default().to_owned();
            }
        }
    }
    Err(Error::NotFound)
}
