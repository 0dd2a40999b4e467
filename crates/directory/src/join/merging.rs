//! Records of one organisation made one entry.

use crate::register::{Record, Standing};
use crate::{Contact, Day, Entry, Kind, Life, Provenance};

/// What is known of where a record comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    pub(super) provenance: Provenance,
    /// Whether the day on which the record was touched says something of the organisation.
    pub(super) touched_by_hand: bool,
}

/// The entry that one record makes.
pub(super) fn entry(record: Record, origin: Origin) -> Entry {
    let last_sign = last_sign(&record, origin);
    let siren = record.siren;
    let mut aliases = record.former;
    aliases.retain(|alias| *alias != record.id);
    Entry {
        aliases,
        kind: record.kind,
        name: record.name,
        short_name: record.short_name,
        purpose: record.purpose,
        themes: record.themes,
        place: record.place,
        life: Life {
            created: record.created,
            dissolved: record.dissolved,
            is_dissolved: record.standing == Standing::Dissolved,
            last_sign,
        },
        size: record.size,
        recognised: record.recognised,
        siren,
        contact: Contact { website: record.website },
        parent: record.parent,
        lobbying: record.lobbying,
        funding: record.funding,
        provenance: vec![origin.provenance],
        key: record.id,
    }
}

/// The last day on which the record shows that the organisation did something; days after the edition are mistakes.
fn last_sign(record: &Record, origin: Origin) -> Day {
    let limit = if origin.provenance.edition.is_known() { origin.provenance.edition } else { Day(u32::MAX) };
    let touched = if origin.touched_by_hand { record.updated } else { Day::default() };
    let lobbied = record.lobbying.iter().map(|activity| activity.on);
    let paid = record.funding.iter().map(|grant| grant.on);
    let days = [record.created, record.acted, touched].into_iter().chain(lobbied).chain(paid);
    days.filter(|day| *day <= limit).max().unwrap_or_default()
}

/// Adds to `entry` what a further record of the same organisation says: what is known already stays.
pub(super) fn add(entry: &mut Entry, record: Record, origin: Origin) {
    let other = self::entry(record, origin);
    for alias in std::iter::once(other.key).chain(other.aliases) {
        if alias != entry.key && !alias.is_empty() && !entry.aliases.contains(&alias) {
            entry.aliases.push(alias);
        }
    }
    fill(&mut entry.short_name, other.short_name);
    fill(&mut entry.purpose, other.purpose);
    fill(&mut entry.siren, other.siren);
    fill(&mut entry.contact.website, other.contact.website);
    fill(&mut entry.parent, other.parent);
    if entry.place.commune.is_empty() && entry.place.postcode.is_empty() {
        entry.place = other.place;
    }
    if entry.themes == [0, 0] {
        entry.themes = other.themes;
    }
    entry.life.created = earliest(entry.life.created, other.life.created);
    entry.life.last_sign = entry.life.last_sign.max(other.life.last_sign);
    if entry.kind == Kind::Association && other.kind == Kind::Foundation {
        entry.kind = other.kind;
    }
    entry.size = if entry.size == crate::Size::Unknown { other.size } else { entry.size };
    entry.recognised |= other.recognised;
    entry.lobbying.extend(other.lobbying);
    entry.funding.extend(other.funding);
    credit(&mut entry.provenance, origin.provenance);
}

fn fill(known: &mut String, other: String) {
    if known.is_empty() {
        *known = other;
    }
}

fn earliest(one: Day, other: Day) -> Day {
    if one.is_known() && (one < other || !other.is_known()) { one } else { other }
}

/// Says that a source tells something of the entry, once, with the best confidence and the newest edition.
fn credit(all: &mut Vec<Provenance>, new: Provenance) {
    match all.iter_mut().find(|known| known.source == new.source) {
        Some(known) => {
            known.confidence = known.confidence.max(new.confidence);
            known.edition = known.edition.max(new.edition);
        }
        None => all.push(new),
    }
}

/// The entry as it is given: what it did and received, the newest first, each once.
pub(super) fn settled(mut entry: Entry) -> Entry {
    entry.lobbying.sort_by(|one, other| (other.on, &one.object).cmp(&(one.on, &other.object)));
    entry.lobbying.dedup();
    entry.funding.sort_by(|one, other| (other.on, &one.giver, &one.object).cmp(&(one.on, &other.giver, &other.object)));
    entry.funding.dedup();
    entry
}
