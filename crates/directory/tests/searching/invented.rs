//! Organisations that do not exist, in a directory of their own.

use fabrique_directory::{Contact, Day, Directory, Entry, Kind, Life, Place, Size, build};

/// The day on which it all happens.
pub(crate) const TODAY: Day = Day(20_250_501);

/// A directory in a folder that goes with it.
pub(crate) struct Invented {
    pub(crate) home: tempfile::TempDir,
    pub(crate) directory: Directory,
}

impl Invented {
    /// A directory of some entries.
    pub(crate) fn of(mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|one, other| one.key.cmp(&other.key));
        let home = tempfile::tempdir().unwrap();
        build(home.path(), entries.into_iter().map(Ok), TODAY, &|_, _, _| {}).unwrap();
        let directory = Directory::open(home.path()).unwrap();
        Self { home, directory }
    }
}

/// An association of Paris.
pub(crate) fn association(key: &str, name: &str, purpose: &str) -> Entry {
    Entry {
        key: key.into(),
        aliases: Vec::new(),
        kind: Kind::Association,
        name: name.into(),
        short_name: String::new(),
        purpose: purpose.into(),
        themes: [0, 0],
        place: Place {
            department: "75".into(),
            postcode: "75001".into(),
            commune: "PARIS".into(),
            commune_code: String::new(),
        },
        life: Life::default(),
        size: Size::Unknown,
        recognised: false,
        siren: String::new(),
        contact: Contact::default(),
        parent: String::new(),
        lobbying: Vec::new(),
        funding: Vec::new(),
        provenance: Vec::new(),
    }
}
