//! Of which entry a record speaks, and how sure that is.

use super::index::Index;
use crate::register::{NAMED, Record, name_in_commune};
use crate::{Kind, Source};

/// A number says so.
const CERTAIN: u8 = 100;
/// One living organisation alone has this name in this commune. A guess: a federation and its branch may share both.
const SAME_NAME: u8 = 80;

/// The key that a record speaks of and how sure that is, in hundredths; nothing when the record makes no entry and no
/// entry answers.
pub(super) fn key(index: &mut Index, source: Source, record: &mut Record) -> Option<(String, u8)> {
    let by_number = [&record.rna, &record.id].into_iter().filter(|number| !number.is_empty());
    let certain = by_number
        .into_iter()
        .find_map(|number| index.by_number(number))
        .or_else(|| Some(&record.siren).filter(|siren| !siren.is_empty()).and_then(|siren| index.by_siren(siren)));
    if let Some(entry) = certain {
        index.learn_siren(&record.siren, entry);
        return Some((index.key(entry).to_owned(), CERTAIN));
    }
    let named = name(record).filter(|_| may_share_a_name(record));
    if let Some(entry) = named.and_then(|named| index.by_name(named, &record.siren)) {
        // A guess gives the entry no other number: neither to be found by, nor to be shown.
        record.siren.clear();
        record.former.clear();
        return Some((index.key(entry).to_owned(), SAME_NAME));
    }
    if source == Source::Grants {
        return None;
    }
    let own = own_key(record);
    let entry = index.add(&own);
    index.learn_siren(&record.siren, entry);
    Some((own, CERTAIN))
}

/// The name of a record in its commune; of a grant, what was kept of it.
fn name(record: &Record) -> Option<u64> {
    match record.id.strip_prefix(NAMED) {
        Some(kept) => u64::from_str_radix(kept, 16).ok(),
        None => name_in_commune(&record.name, &record.place.commune),
    }
}

/// A company may bear the name of an association, and is another.
fn may_share_a_name(record: &Record) -> bool {
    record.kind != Kind::Company
}

/// The key of a record that is alone.
fn own_key(record: &Record) -> String {
    match (record.rna.is_empty(), record.siren.is_empty()) {
        (false, _) => record.rna.clone(),
        (true, false) => format!("siren-{}", record.siren),
        (true, true) => record.id.clone(),
    }
}
