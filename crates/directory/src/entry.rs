//! What is known of one organisation, all sources together.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Source;

/// An organisation or an institution, as the registers tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The identifier that lasts longest: a W number, the number of an IMPORT record, `amalia-…`, `siren-…`,
    /// `hatvp-…` or `institution-…`.
    pub key: String,
    /// The other identifiers it answers to: records that it took over, SIREN, numbers elsewhere.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: Kind,
    /// Its name, as its register writes it.
    pub name: String,
    /// Its acronym or short name, or nothing.
    pub short_name: String,
    /// What it is for, in its own words, or nothing.
    pub purpose: String,
    /// Its one or two themes: codes of six digits of the nomenclature of purposes, as numbers. Nought is unknown.
    pub themes: [u32; 2],
    /// Where its seat is.
    pub place: Place,
    /// When it began and ended, and when it was last heard of.
    pub life: Life,
    /// How many people it employs.
    pub size: Size,
    /// Whether it is recognised as being of public utility.
    pub recognised: bool,
    /// Its SIREN, nine digits, or nothing.
    pub siren: String,
    /// What it publishes itself for being reached.
    pub contact: Contact,
    /// The key of the institution above it, or nothing.
    pub parent: String,
    /// What it declared it did to be heard.
    pub lobbying: Vec<Lobbying>,
    /// What it was paid for with public money.
    pub funding: Vec<Funding>,
    /// Which sources say something of it, and how each was joined.
    pub provenance: Vec<Provenance>,
}

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Kind {
    /// An association.
    #[default]
    Association,
    /// A foundation or an endowment fund.
    Foundation,
    /// A trade union, an employers' or professional body.
    Professional,
    /// A company, a law firm, a consultancy.
    Company,
    /// A ministry and its central services.
    Ministry,
    /// A directorate or a central service of a ministry.
    Directorate,
    /// An independent authority, a court, an assembly.
    Authority,
    /// An agency or another public establishment.
    Agency,
    /// A local or deconcentrated public body.
    LocalBody,
    /// Something else.
    Other,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Association,
        Self::Foundation,
        Self::Professional,
        Self::Company,
        Self::Ministry,
        Self::Directorate,
        Self::Authority,
        Self::Agency,
        Self::LocalBody,
        Self::Other,
    ];

    /// Its code in addresses, files and catalogues.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Association => "association",
            Self::Foundation => "foundation",
            Self::Professional => "professional",
            Self::Company => "company",
            Self::Ministry => "ministry",
            Self::Directorate => "directorate",
            Self::Authority => "authority",
            Self::Agency => "agency",
            Self::LocalBody => "local-body",
            Self::Other => "other",
        }
    }
}

/// A seat, no finer than the commune: a street is often somebody's home.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The department: `01` to `95`, `2A`, `2B`, `971` to `989`; nothing abroad or when unknown.
    pub department: String,
    /// The postcode, or nothing.
    pub postcode: String,
    /// The name of the commune, as its register writes it.
    pub commune: String,
    /// The code of the commune, or nothing.
    pub commune_code: String,
}

/// A day of the Gregorian calendar as one number, `20250501`; nought is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub u32);

impl Day {
    /// The day that `2025-05-01` names; unknown when it names none, or the first day of the era.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut parts = text.get(..10).unwrap_or_default().splitn(3, '-').map(str::parse::<u32>);
        match (parts.next(), parts.next(), parts.next()) {
            (Some(Ok(year @ 2..=9999)), Some(Ok(month @ 1..=12)), Some(Ok(day @ 1..=31))) => {
                Self(year * 10_000 + month * 100 + day)
            }
            _ => Self::default(),
        }
    }

    /// The year; nought when the day is unknown.
    #[must_use]
    pub const fn year(self) -> u32 {
        self.0 / 10_000
    }

    /// Whether the day is known.
    #[must_use]
    pub const fn is_known(self) -> bool {
        self.0 != 0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }
}

/// The beginning, the end and the last news of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Life {
    /// When it was created or first declared.
    pub created: Day,
    /// When it ended.
    pub dissolved: Day,
    /// Whether its register says it ended: the day may be unknown.
    pub is_dissolved: bool,
    /// The last day on which a source shows that it did something: a declaration, a lobbying activity, a grant.
    pub last_sign: Day,
}

/// How many people an organisation employs, in the bands of the national statistics office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Size {
    /// Not known.
    #[default]
    Unknown,
    /// Nobody.
    None,
    /// One to nine people.
    UnderTen,
    /// Ten to forty-nine.
    UnderFifty,
    /// Fifty to two hundred and forty-nine.
    UnderTwoHundredFifty,
    /// More.
    Large,
}

impl Size {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Unknown, Self::None, Self::UnderTen, Self::UnderFifty, Self::UnderTwoHundredFifty, Self::Large];

    /// Its code in addresses, files and catalogues.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::None => "none",
            Self::UnderTen => "under-10",
            Self::UnderFifty => "under-50",
            Self::UnderTwoHundredFifty => "under-250",
            Self::Large => "large",
        }
    }
}

/// What an organisation publishes itself for being reached; never a mailbox or a telephone of a register.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contact {
    /// Its site, when it asked for it to be public, or nothing.
    pub website: String,
}

/// Something an organisation declared it did to influence a public decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lobbying {
    /// About what, in its own words.
    pub object: String,
    /// The domains it ticked.
    pub domains: Vec<String>,
    /// The kinds of public bodies or the ministries that it addressed.
    pub addressed: Vec<String>,
    /// When it was declared.
    pub on: Day,
}

/// Public money that an organisation received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funding {
    /// Who paid.
    pub giver: String,
    /// For what.
    pub object: String,
    /// How much, in cents of euro.
    pub cents: i64,
    /// When it was agreed, or the last day of the year it was paid for.
    pub on: Day,
}

/// That a source says something of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Which source.
    pub source: Source,
    /// The edition of the source.
    pub edition: Day,
    /// How sure it is that the source speaks of this organisation, in hundredths: a hundred when an identifier says so.
    pub confidence: u8,
}
