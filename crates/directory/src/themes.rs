//! The nomenclature of purposes: what the codes of themes mean.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::shelf::shelves_folder;

/// A theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Its code of six digits, as a number.
    pub code: u32,
    /// What it is called.
    pub label: String,
    /// The code of its family.
    pub family: u32,
    /// What its family is called.
    pub family_label: String,
}

/// All themes, by their codes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Nomenclature {
    themes: BTreeMap<u32, Theme>,
}

impl Nomenclature {
    /// The themes, each by its code.
    pub(crate) fn new(themes: impl IntoIterator<Item = Theme>) -> Self {
        Self { themes: themes.into_iter().map(|theme| (theme.code, theme)).collect() }
    }

    /// The theme of a code.
    #[must_use]
    pub fn get(&self, code: u32) -> Option<&Theme> {
        self.themes.get(&code)
    }

    /// The themes in order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &Theme> {
        self.themes.values()
    }

    /// Whether none is loaded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.themes.is_empty()
    }

    /// The code itself when it is known, else that of its family, else nought; any code while no nomenclature is loaded.
    #[must_use]
    pub fn known(&self, code: u32) -> u32 {
        let family = code / 1_000 * 1_000;
        match () {
            () if self.is_empty() || self.themes.contains_key(&code) => code,
            () if self.themes.contains_key(&family) => family,
            () => 0,
        }
    }
}

fn path(home: &Path) -> PathBuf {
    shelves_folder(home).join("themes.json")
}

/// The nomenclature loaded at `home`; empty when none is.
///
/// # Errors
///
/// When it is there and cannot be read.
pub fn nomenclature(home: &Path) -> Result<Nomenclature, Error> {
    let path = path(home);
    match fs::read(&path) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|reason| Error::Shelf { path, reason: reason.to_string() }),
        Err(reason) if reason.kind() == std::io::ErrorKind::NotFound => Ok(Nomenclature::default()),
        Err(reason) => Err(Error::Io { path, reason }),
    }
}

/// Puts a nomenclature in the place of the one before.
pub(crate) fn keep(home: &Path, nomenclature: &Nomenclature) -> Result<(), Error> {
    let (path, folder) = (path(home), shelves_folder(home));
    let beside = folder.join("themes.json.new");
    let text = serde_json::to_vec_pretty(nomenclature)
        .map_err(|reason| Error::Shelf { path: path.clone(), reason: reason.to_string() })?;
    fs::create_dir_all(&folder).map_err(Error::io(&folder))?;
    fs::write(&beside, text).map_err(Error::io(&beside))?;
    fs::rename(&beside, &path).map_err(Error::io(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_the_nomenclature_does_not_have_is_its_family_or_unknown() {
        let theme =
            |code| Theme { code, label: "sports".to_owned(), family: 11_000, family_label: "sports".to_owned() };
        let nomenclature = Nomenclature::new([theme(11_000), theme(11_075)]);
        assert_eq!([11_075, 11_999, 44_010].map(|code| nomenclature.known(code)), [11_075, 11_000, 0]);
        assert_eq!(Nomenclature::default().known(44_010), 44_010);
    }
}
