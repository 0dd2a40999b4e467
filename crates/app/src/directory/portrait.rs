//! One organisation: what the registers say of it, what it does here, what it says of itself.
//!
//! The organisation of the platform and the entry of the registers are the same when the register number says so, and
//! nothing else links them. Each of the two may be missing, and the registers may not be readable at all.

use fabrique_directory::Entry;
use fabrique_domain::{
    directory::{Card, EntryKey, RegisterNumber, Request, Subject},
    id::OrganisationId,
    organisation::Organisation,
};
use fabrique_storage::{
    Reader,
    directory::{card, known, request, withdrawal, withdrawal::Withdrawal},
    organisation,
};

use crate::{Error, Platform, Result, address};

/// How many names of an entry are followed: more than any has.
const MOST_NAMES: usize = 50;

/// How many requests about an organisation are read.
const MOST_REQUESTS: i64 = 100;

/// What the registers could be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registers {
    /// They say something of the organisation.
    Told,
    /// They know no such organisation.
    Silent,
    /// None is loaded here.
    NotLoaded,
    /// What was built of them cannot be read now.
    Unreadable,
}

/// One organisation, from both sides.
#[derive(Debug, Clone)]
pub struct Portrait {
    /// The organisation of the platform, when somebody of it has come.
    pub organisation: Option<Organisation>,
    /// What the registers say, when they say something.
    pub entry: Option<Entry>,
    /// What the registers could be asked.
    pub registers: Registers,
}

/// Where a name leads.
#[derive(Debug, Clone)]
pub enum Way {
    /// To this organisation.
    Here(Box<Portrait>),
    /// For ever to another address: the name is an old one.
    Moved(String),
    /// For now to another address: somebody of it has come.
    Elsewhere(String),
}

/// The organisation that has a short name here, or a key in the directory.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Directory`] when only the registers could tell, and they cannot be read.
pub async fn portrait(platform: &Platform, reader: &mut Reader, name: &str) -> Result<Way> {
    if let Some(organisation) = organisation::find_by_slug(reader, name).await? {
        return Ok(Way::Here(Box::new(Portrait::of(platform, organisation))));
    }
    let key = EntryKey::parse(name).map_err(|_| Error::NotFound)?;
    let told = super::entry(platform, &key);
    let organisation = match &told {
        Ok(entry) => organisation_of(reader, entry).await?,
        Err(_) => known::by_numbers(reader, &[RegisterNumber::of_key(&key).to_string()]).await?,
    };
    if let Some(organisation) = organisation {
        return Ok(Way::Elsewhere(address::organisation(&organisation.slug)));
    }
    let entry = told?;
    if entry.key != *key {
        return Ok(Way::Moved(address::organisation(&entry.key)));
    }
    Ok(Way::Here(Box::new(Portrait { organisation: None, entry: Some(entry), registers: Registers::Told })))
}

/// The organisation of the platform that an entry is, by its numbers.
pub(super) async fn organisation_of(reader: &mut Reader, entry: &Entry) -> Result<Option<Organisation>> {
    let names = std::iter::once(&entry.key).chain(&entry.aliases).take(MOST_NAMES);
    let mut numbers: Vec<String> = Vec::new();
    for name in names {
        numbers.extend([name.clone(), RegisterNumber::of_key(name).to_string()]);
    }
    numbers.sort_unstable();
    numbers.dedup();
    match known::by_numbers(reader, &numbers).await? {
        Some(organisation) => Ok(Some(organisation)),
        None => Ok(known::by_siren(reader, &entry.siren).await?),
    }
}

impl Portrait {
    /// The portrait of an organisation of the platform, whatever the registers answer.
    #[must_use]
    pub fn of(platform: &Platform, organisation: Organisation) -> Self {
        let (entry, registers) = told(platform, &organisation.register_number);
        Self { organisation: Some(organisation), entry, registers }
    }

    /// Its name: the one it has here, else that of the registers.
    #[must_use]
    pub fn name(&self) -> &str {
        match (&self.organisation, &self.entry) {
            (Some(organisation), _) => &organisation.name,
            (None, Some(entry)) => &entry.name,
            (None, None) => "",
        }
    }

    /// What stands in its address after `/organisations/`.
    #[must_use]
    pub fn slug(&self) -> &str {
        match (&self.organisation, &self.entry) {
            (Some(organisation), _) => &organisation.slug,
            (None, Some(entry)) => &entry.key,
            (None, None) => "",
        }
    }

    /// Its identifier here.
    #[must_use]
    pub fn organisation_id(&self) -> Option<OrganisationId> {
        self.organisation.as_ref().map(|organisation| organisation.id)
    }

    /// What requests about it are filed under.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        self.subjects().into_iter().next()
    }

    /// All that requests about it may have been filed under, the one of today first: it was asked about before it had
    /// a number, under an old number, while the registers could not be read.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        let entry = self.entry.iter().flat_map(|entry| std::iter::once(&entry.key).chain(&entry.aliases));
        let mut subjects: Vec<_> = entry.take(MOST_NAMES).map(|key| Subject::entry(key)).collect();
        if let Some(organisation) = &self.organisation {
            let number = RegisterNumber::parse(&organisation.register_number).unwrap_or_default();
            subjects.extend(number.keys().iter().map(|key| Subject::entry(key)));
            subjects.push(Subject::organisation(organisation.id));
        }
        subjects
    }
}

/// What the registers say under a number.
fn told(platform: &Platform, number: &str) -> (Option<Entry>, Registers) {
    let keys = RegisterNumber::parse(number).map(|number| number.keys()).unwrap_or_default();
    let directory = match platform.directory.at_hand() {
        Ok(directory) => directory,
        Err(fabrique_directory::Error::NoSnapshot(_)) => return (None, Registers::NotLoaded),
        Err(error) => return unreadable(&error),
    };
    for key in keys {
        match directory.entry(&key) {
            Ok(Some(entry)) => return (Some(entry), Registers::Told),
            Ok(None) => {}
            Err(error) => return unreadable(&error),
        }
    }
    (None, Registers::Silent)
}

fn unreadable(error: &fabrique_directory::Error) -> (Option<Entry>, Registers) {
    tracing::error!(%error, "the directory cannot be used");
    (None, Registers::Unreadable)
}

/// What people added to an organisation.
#[derive(Debug, Clone, Default)]
pub struct Added {
    /// What it says of itself.
    pub card: Option<Card>,
    /// What was asked about it, the latest first.
    pub requests: Vec<Request>,
    /// Since when it is not suggested, if so.
    pub withdrawal: Option<Withdrawal>,
}

/// What people added to an organisation. The reasons and the names in the requests are for the coordination and for who
/// asked; the facts that are contested and what was answered are for everybody.
///
/// # Errors
/// When storage fails.
pub async fn added(reader: &mut Reader, portrait: &Portrait) -> Result<Added> {
    let subjects = portrait.subjects();
    Ok(Added {
        card: match portrait.organisation_id() {
            Some(id) => card::find(reader, id).await?,
            None => None,
        },
        requests: request::about(reader, &subjects, MOST_REQUESTS).await?,
        withdrawal: withdrawal::of(reader, &subjects).await?,
    })
}
