//! Short lists of organisations, and what people think of their interest and influence.
//!
//! A list is a working paper of whoever keeps it. Nothing on it is guessed: each organisation has a reason for being
//! there, each mark has one, and what nobody said is said to be unknown.

use crate::{
    Instant,
    id::{AbsentId, AccountId, EntryId, ShortlistId, StakeId},
    text::{Fault, Line, Markdown},
};

/// What a list is called.
pub type ShortlistTitle = Line<3, 120>;
/// What a list is for.
pub type Aim = Line<0, 500>;
/// Why an organisation is on a list.
pub type Why = Line<0, 500>;
/// Notes among those who may read a list.
pub type Notes = Markdown<0, 4000>;
/// The name of an organisation that no register has.
pub type EntryName = Line<2, 200>;
/// Why a mark was given.
pub type StakeReason = Line<5, 500>;
/// Who is absent.
pub type AbsentName = Line<2, 200>;
/// Why they should be there.
pub type AbsentReason = Line<5, 500>;

/// The most entries of one list: what is longer is a directory.
pub const MOST_ENTRIES: i64 = 500;
/// The most lists that one person keeps.
pub const MOST_LISTS: i64 = 200;
/// The most people named on one list.
pub const MOST_MEMBERS: usize = 100;
/// In how many lists of different people an organisation is asked too often.
pub const TOO_OFTEN: usize = 3;
/// Over how many days the lists are counted.
pub const ASKED_WITHIN_DAYS: i64 = 183;

crate::choice! {
    /// What a person named on a list may do.
    ShortlistRight("right on a list") {
        /// Read it, with its notes and its grid.
        Read = "read",
        /// Add, annotate, order, remove, place.
        Write = "write",
    }
}

/// How somebody stands to a list. Roles give no right on lists: they are the papers of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Named as a reader.
    Reader,
    /// Named as a writer.
    Writer,
    /// Keeps it.
    Keeper,
}

impl From<ShortlistRight> for Standing {
    fn from(right: ShortlistRight) -> Self {
        match right {
            ShortlistRight::Read => Self::Reader,
            ShortlistRight::Write => Self::Writer,
        }
    }
}

impl Standing {
    /// Whether one may change what stands on the list.
    #[must_use]
    pub fn writes(self) -> bool {
        self >= Self::Writer
    }

    /// Whether one may name people, share the list and erase it.
    #[must_use]
    pub fn keeps(self) -> bool {
        self == Self::Keeper
    }
}

crate::choice! {
    /// Where an entry of a list was found.
    Origin("origin of an entry") {
        /// Written by hand: no register has it.
        Hand = "hand",
        /// In the results of a search.
        Search = "search",
        /// Among the suggestions for a text.
        Text = "text",
        /// On the page of the organisation.
        Page = "page",
        /// In a column of identifiers.
        Column = "column",
    }
}

crate::choice! {
    /// What is marked.
    Axis("axis of the grid") {
        /// How much the subject matters to it.
        Interest = "interest",
        /// How much it can change the outcome.
        Influence = "influence",
    }
}

/// A mark of interest or influence, from 1 to 4: an even scale has no middle to hide in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(i64);

impl Mark {
    /// Every mark, from the lowest.
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// The mark that a number is.
    ///
    /// # Errors
    /// [`Fault::Unknown`] when it is none.
    pub fn new(number: i64) -> Result<Self, Fault> {
        if (1..=4).contains(&number) { Ok(Self(number)) } else { Err(Fault::Unknown) }
    }

    /// Reads a mark as a form gives it.
    ///
    /// # Errors
    /// [`Fault::Missing`] or [`Fault::Unknown`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        match typed.trim() {
            "" => Err(Fault::Missing),
            typed => typed.parse().map_err(|_| Fault::Unknown).and_then(Self::new),
        }
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }
}

/// From which search or text an entry came; what is longer is cut, since it only recalls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where.
    pub origin: Origin,
    /// The words that were searched for, or the beginning of the text.
    pub sought: String,
}

/// How many characters of a search or a text are kept.
const SOUGHT: usize = 300;

impl Found {
    /// What was sought, folded and cut.
    #[must_use]
    pub fn new(origin: Origin, sought: &str) -> Self {
        let folded = sought.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { origin, sought: folded.chars().filter(|letter| !letter.is_control()).take(SOUGHT).collect() }
    }
}

/// Reads why an organisation is on a list: the words, which may be left out where it is known what was sought.
///
/// # Errors
/// [`Fault::Missing`] when neither says why; [`Fault::TooLong`].
pub fn reason(why: &str, found: &Found) -> Result<Why, Fault> {
    let why = Why::parse(why)?;
    if why.is_empty() && found.sought.is_empty() { Err(Fault::Missing) } else { Ok(why) }
}

/// The most lines of a column that are read.
pub const MOST_LINES: usize = 500;

/// An identifier of a column, as it was typed and as registers write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    /// As it was typed, cut to what a report shows.
    pub typed: String,
    /// The keys under which a directory may know it; none when it can be no identifier.
    pub keys: Vec<String>,
}

/// Reads a column of identifiers, one a line: W numbers, numbers of older records, SIREN, SIRET, keys of the directory.
/// Quotes and separators that a spreadsheet leaves at the ends are passed over.
#[must_use]
pub fn identifiers(column: &str) -> Vec<Identifier> {
    let lines = column
        .split(['\n', '\r'])
        .map(|line| line.trim_matches(|c: char| c.is_whitespace() || "\"';,\u{feff}".contains(c)));
    lines.filter(|line| !line.is_empty()).take(MOST_LINES).map(identifier).collect()
}

fn identifier(typed: &str) -> Identifier {
    let compact: String = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '.').take(41).collect();
    let is_number = compact.chars().all(|letter| letter.is_ascii_digit());
    let fits = compact.len() <= 40 && compact.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    let keys = match compact.len() {
        _ if !fits => Vec::new(),
        9 if is_number => vec![format!("siren-{compact}"), compact],
        // The first nine digits of a SIRET are the SIREN.
        14 if is_number => vec![format!("siren-{}", &compact[..9]), compact[..9].to_owned()],
        _ if compact.contains('-') => vec![compact.to_ascii_lowercase(), compact],
        _ => vec![compact.to_ascii_uppercase()],
    };
    Identifier { typed: typed.chars().take(80).collect(), keys }
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortlist {
    /// Its identifier.
    pub id: ShortlistId,
    /// Who keeps it.
    pub keeper_id: AccountId,
    /// What it is called.
    pub title: String,
    /// What it is for, or nothing.
    pub aim: String,
    /// How many entries stand on it.
    pub entries: i64,
    /// How many times its link was made; the link of before opens nothing.
    pub link_made: i64,
    /// Whether the last link opens it.
    pub link_open: bool,
    /// How many times its title or aim changed.
    pub version: i64,
    /// Since when it is kept.
    pub created_at: Instant,
    /// When anything on it last changed.
    pub changed_at: Instant,
}

/// Somebody named on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub account_id: AccountId,
    /// Under which name.
    pub name: String,
    /// What they may do.
    pub access: ShortlistRight,
    /// Since when.
    pub named_at: Instant,
}

/// An organisation on a list, as it was when it was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortlistEntry {
    /// Its identifier.
    pub id: EntryId,
    /// On which list.
    pub shortlist_id: ShortlistId,
    /// Its key in the directory; none when it was written by hand.
    pub directory_key: Option<String>,
    /// Its name then.
    pub name: String,
    /// Where it was then, in words, or nothing.
    pub place: String,
    /// What it is for, in words, or nothing.
    pub about: String,
    /// Why it is there, or nothing where it is known what was sought.
    pub why: String,
    /// Where it was found.
    pub origin: Origin,
    /// The search or the text it was found by, or nothing.
    pub sought: String,
    /// Notes, in Markdown, or nothing.
    pub notes: String,
    /// Its place in the order of the list.
    pub rank: i64,
    /// How many times its words changed.
    pub version: i64,
    /// Who added it.
    pub added_by: AccountId,
    /// Under which name.
    pub added_by_name: String,
    /// When.
    pub added_at: Instant,
    /// When it was taken off, if it was.
    pub removed_at: Option<Instant>,
    /// By whom, if it was.
    pub removed_by_name: Option<String>,
    /// Why, or nothing.
    pub removed_why: String,
}

/// A mark that somebody gave to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stake {
    /// Its identifier.
    pub id: StakeId,
    /// To which entry.
    pub entry_id: EntryId,
    /// Of what.
    pub axis: Axis,
    /// The mark.
    pub mark: Mark,
    /// Why.
    pub reason: String,
    /// Who gave it.
    pub author_id: AccountId,
    /// Under which name.
    pub author_name: String,
    /// When.
    pub created_at: Instant,
    /// When another took its place, if one did.
    pub replaced_at: Option<Instant>,
}

/// An answer to the question of who is absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// Its identifier.
    pub id: AbsentId,
    /// Who is absent; none for “nobody, as far as we know”.
    pub who: Option<String>,
    /// Why they should be there, or nothing.
    pub why: String,
    /// Who says so.
    pub author_id: AccountId,
    /// Under which name.
    pub author_name: String,
    /// When.
    pub created_at: Instant,
}

/// What a person answers when asked who is absent. There is no way not to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absence {
    /// Somebody.
    Somebody {
        /// Who.
        who: AbsentName,
        /// Why they should be there.
        why: AbsentReason,
    },
    /// Nobody, as far as one knows.
    NobodyKnown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_from_one_to_four_and_nothing_else_is_one() {
        assert_eq!(Mark::parse(" 4 ").map(Mark::number), Ok(4));
        for typed in ["0", "5", "-1", "2.5", "٣", "x", &"9".repeat(10_000)] {
            assert_eq!(Mark::parse(typed), Err(Fault::Unknown), "{typed}");
        }
        assert_eq!(Mark::parse(" "), Err(Fault::Missing));
    }

    #[test]
    fn readers_read_writers_write_and_only_the_keeper_shares() {
        let may = |standing: Standing| (standing.writes(), standing.keeps());
        assert_eq!(may(ShortlistRight::Read.into()), (false, false));
        assert_eq!(may(ShortlistRight::Write.into()), (true, false));
        assert_eq!(may(Standing::Keeper), (true, true));
    }

    #[test]
    fn an_entry_has_a_reason_or_what_was_sought() {
        let nothing = Found::new(Origin::Page, "");
        assert_eq!(reason("  ", &nothing), Err(Fault::Missing));
        assert_eq!(reason("", &Found::new(Origin::Search, "eau")).map(String::from), Ok(String::new()));
        assert_eq!(reason(&"é".repeat(10_000), &nothing), Err(Fault::TooLong(500)));
    }

    #[test]
    fn what_was_sought_is_cut_between_letters() {
        let found = Found::new(Origin::Text, &"é\n\u{7} ".repeat(10_000));
        assert_eq!(found.sought.chars().count(), 300);
        assert!(!found.sought.contains('\n'));
    }

    #[test]
    fn a_column_is_read_as_people_paste_it() {
        let keys = |column: &str| identifiers(column).into_iter().map(|one| one.keys).collect::<Vec<_>>();
        assert_eq!(keys("\u{feff}w751234567\r\n\r\n\"W9S1000001\";"), [["W751234567"], ["W9S1000001"]]);
        assert_eq!(keys("552 100 554"), [["siren-552100554", "552100554"]]);
        assert_eq!(keys("55210055400013"), [["siren-552100554", "552100554"]]);
        assert_eq!(keys("Amalia-A2024COL000001"), [["amalia-a2024col000001", "Amalia-A2024COL000001"]]);
    }

    #[test]
    fn what_can_be_no_identifier_is_kept_for_the_report() {
        let read = identifiers("../../etc/passwd\n=1+1\n<b>\néé");
        assert!(read.iter().all(|one| one.keys.is_empty()));
        assert_eq!(read[0].typed, "../../etc/passwd");
        assert_eq!(identifiers(&"W1\n".repeat(10_000)).len(), MOST_LINES);
        assert_eq!(identifiers(&"9".repeat(10_000))[0].keys, [""; 0]);
    }
}
