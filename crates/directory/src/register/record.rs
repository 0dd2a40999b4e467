//! What one source says of one organisation, in our words.

use serde::{Deserialize, Serialize};

use crate::{Day, Funding, Kind, Lobbying, Place, Size};

/// A record of a register, before the registers are joined.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Record {
    /// The identifier that it is sorted and joined by: the key of the entry when no other source knows more.
    pub id: String,
    /// The numbers it had before, or has besides.
    pub former: Vec<String>,
    /// The number of the national register of associations that it gives, or nothing.
    pub rna: String,
    /// Its SIREN, or nothing.
    pub siren: String,
    /// What its register says of it.
    pub standing: Standing,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Its acronym or short name, or nothing.
    pub short_name: String,
    /// What it is for, or nothing.
    pub purpose: String,
    /// Its themes; nought is unknown.
    pub themes: [u32; 2],
    /// Its seat.
    pub place: Place,
    /// When it began.
    pub created: Day,
    /// When it ended.
    pub dissolved: Day,
    /// The last thing that it is known to have done: a declaration, a publication.
    pub acted: Day,
    /// When its record was last touched, which may be by a machine.
    pub updated: Day,
    /// How many people it employs.
    pub size: Size,
    /// Whether it is recognised as being of public utility.
    pub recognised: bool,
    /// Its site, when it asked for it to be public, or nothing.
    pub website: String,
    /// The identifier of the institution above it, or nothing.
    pub parent: String,
    /// What it declared it did to be heard.
    pub lobbying: Vec<Lobbying>,
    /// What it was paid for with public money.
    pub funding: Vec<Funding>,
}

/// What a register says of the record itself. The order is the order of trust: of two records of one organisation, the
/// first tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Standing {
    /// It lives, as far as the register knows.
    #[default]
    Active,
    /// It ended.
    Dissolved,
    /// Another record has taken it over: its own number is among the former ones, its identifier is the other's.
    TakenOver,
}

impl Record {
    /// The bytes that records are sorted by: the identifier, then the trust, then the former number.
    pub(crate) fn sort_key(&self, into: &mut Vec<u8>) {
        into.clear();
        into.extend_from_slice(self.id.as_bytes());
        into.extend([0, self.standing as u8]);
        into.extend_from_slice(self.former.first().map_or("", String::as_str).as_bytes());
    }
}
