//! Names and purposes.

use fastrand::Rng;

use super::lexicon::{BODIES, DEEDS, FAMILIES, Family, JOINTS, QUALITIES, VERBS};
use super::words::{log_normal, rank, word};

/// One of some, each as likely as another.
fn one<'a>(random: &mut Rng, some: &[&'a str]) -> &'a str {
    some[random.usize(..some.len())]
}

/// One of some, the first more often than the last.
fn one_early<'a>(random: &mut Rng, some: &[&'a str]) -> &'a str {
    let place = random.f64() * random.f64() * some.len() as f64;
    some[(place as usize).min(some.len() - 1)]
}

/// A family, as often as the register has it.
pub(super) fn family(random: &mut Rng) -> &'static Family {
    let total: u32 = FAMILIES.iter().map(|family| family.weight).sum();
    let mut drawn = random.u32(..total);
    for family in &FAMILIES {
        match drawn.checked_sub(family.weight) {
            Some(left) => drawn = left,
            None => return family,
        }
    }
    &FAMILIES[0]
}

/// A name, upper case without accents as most are: half have at most 33 characters, one in twenty more than 87.
pub(super) fn title(random: &mut Rng, family: &Family, commune: &str, into: &mut String) {
    let room = log_normal(random, 29.0, 0.62).clamp(4.0, 240.0) as usize;
    into.clear();
    if random.u8(..100) < 80 {
        into.push_str(one_early(random, &BODIES));
    } else {
        word(rank(random, 0.667, 2_600.0), into);
    }
    while into.chars().count() + 4 < room {
        into.push(' ');
        match random.u8(..100) {
            0..=44 => into.push_str(one_early(random, family.subjects)),
            45..=58 => {
                into.push_str("de ");
                into.push_str(commune);
            }
            59..=68 => into.push_str(one(random, &QUALITIES)),
            69..=74 => into.push_str("et"),
            _ => word(rank(random, 0.667, 2_600.0), into),
        }
    }
    *into = without_accents(into).to_uppercase();
}

/// A purpose: half have at most 193 characters, one in twenty more than 766.
pub(super) fn purpose(random: &mut Rng, family: &Family, commune: &str, into: &mut String) {
    into.clear();
    if random.u16(..1_000) < 30 {
        into.push_str(one(random, &["O", "OBJET Absent", "voir titre", "indefini", "?"]));
        return;
    }
    let room = log_normal(random, 186.0, 0.838).clamp(8.0, 5_000.0) as usize;
    into.push_str(one_early(random, &VERBS));
    while into.len() < room {
        clause(random, family, commune, into);
    }
    match random.u8(..100) {
        0..=37 => {}
        38..=69 => *into = without_accents(into),
        _ => *into = without_accents(into).to_uppercase(),
    }
}

/// A few words more.
fn clause(random: &mut Rng, family: &Family, commune: &str, into: &mut String) {
    into.push(' ');
    match random.u8(..100) {
        0..=39 => {
            into.push_str(one_early(random, &DEEDS));
            into.push(' ');
            into.push_str(one_early(random, family.subjects));
        }
        40..=54 => into.push_str(one_early(random, &JOINTS)),
        55..=64 => into.push_str(one_early(random, &QUALITIES)),
        65..=69 => into.push_str(commune),
        70..=76 => {
            into.push_str(one_early(random, &VERBS));
            into.push_str(" les activités");
        }
        77 => into.push_str(". L'association"),
        78 if random.u8(..10) == 0 => into.push('\n'),
        79 if random.u8(..5) == 0 => into.push_str("« toutes actions » dites \"libres\""),
        78..=80 => into.push_str(one(random, &QUALITIES)),
        81..=86 => {
            // One association in some does things of another family too.
            let other = self::family(random);
            into.push_str(one_early(random, other.subjects));
        }
        _ => word(rank(random, 0.5726, 1_600.0), into),
    }
}

/// The text without its accents.
pub(super) fn without_accents(text: &str) -> String {
    let plain = |character| match character {
        'à' | 'â' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'œ' => 'o',
        'ù' | 'û' => 'u',
        'É' => 'E',
        other => other,
    };
    text.chars().map(plain).collect()
}
