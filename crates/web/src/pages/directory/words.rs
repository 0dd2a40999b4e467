//! The words for what the registers know in codes.

use fabrique_directory::{Entry, Kind, MatchedField, Size};
use fabrique_domain::territory;

use crate::frame::Frame;

/// The kinds, by their codes in addresses and catalogues.
pub(in crate::pages) const KINDS: [(&str, Kind); 10] = [
    ("association", Kind::Association),
    ("foundation", Kind::Foundation),
    ("professional", Kind::Professional),
    ("company", Kind::Company),
    ("ministry", Kind::Ministry),
    ("directorate", Kind::Directorate),
    ("authority", Kind::Authority),
    ("agency", Kind::Agency),
    ("local-body", Kind::LocalBody),
    ("other", Kind::Other),
];

/// The sizes, by their codes in addresses and catalogues.
pub(in crate::pages) const SIZES: [(&str, Size); 6] = [
    ("unknown", Size::Unknown),
    ("none", Size::None),
    ("under-10", Size::UnderTen),
    ("under-50", Size::UnderFifty),
    ("under-250", Size::UnderTwoHundredFifty),
    ("large", Size::Large),
];

/// The code of a kind.
pub(in crate::pages) fn kind(kind: Kind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("other", |(code, _)| code)
}

/// The code of a size.
pub(in crate::pages) fn size(size: Size) -> &'static str {
    SIZES.iter().find(|(_, known)| *known == size).map_or("unknown", |(code, _)| code)
}

/// The families of the nomenclature of purposes.
pub(in crate::pages) const FAMILIES: [u32; 29] =
    [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 30, 32, 34, 36, 38, 40, 50];

/// The name of a family of themes; nothing when the nomenclature has none such.
pub(in crate::pages) fn family(frame: &Frame, family: u32) -> Option<String> {
    FAMILIES.contains(&family).then(|| frame.t.get(format!("directory-family-{family:02}")).to_string())
}

/// The names of the one or two families of themes of an entry.
pub(in crate::pages) fn families(frame: &Frame, entry: &Entry) -> Vec<String> {
    let [first, second] = entry.themes.map(|theme| theme / 1000);
    let families = [first, second].into_iter().take(if first == second { 1 } else { 2 });
    families.filter_map(|one| family(frame, one)).collect()
}

/// Where an organisation has its seat, in words.
pub(in crate::pages) fn place(entry: &Entry) -> String {
    let department = territory::department(&entry.place.department).unwrap_or(&entry.place.department);
    match (entry.place.commune.as_str(), department) {
        ("", department) => department.to_owned(),
        (commune, "") => commune.to_owned(),
        (commune, department) => format!("{commune} ({department})"),
    }
}

/// The key of the name of a text of an organisation.
pub(in crate::pages) const fn field(field: MatchedField) -> &'static str {
    match field {
        MatchedField::Name => "directory-field-name",
        MatchedField::ShortName => "directory-field-short-name",
        MatchedField::Purpose => "directory-field-purpose",
        MatchedField::Object => "directory-field-object",
        MatchedField::Commune => "directory-field-commune",
        MatchedField::Initials => "directory-field-initials",
    }
}
