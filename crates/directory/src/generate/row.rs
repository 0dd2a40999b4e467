//! The rows of one department.

use std::fmt::Write;

use fastrand::Rng;

use super::departments::Department;
use super::texts;
use super::words::{rank, word};

/// How many names are remembered, to be taken again.
const REMEMBERED: usize = 500;

/// Makes the rows of a department, one after the other.
pub(super) struct Maker<'a> {
    department: &'a Department,
    seed: u64,
    months: u32,
    random: Rng,
    communes: Vec<String>,
    remembered: Vec<(String, String)>,
    title: String,
    purpose: String,
}

impl<'a> Maker<'a> {
    pub(super) fn new(department: &'a Department, seed: u64, months: u32) -> Self {
        let code = department.code.bytes().fold(0_u64, |code, byte| code * 256 + u64::from(byte));
        let seed = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ code;
        let mut random = Rng::with_seed(seed);
        let communes = (0..300).map(|_| commune(&mut random)).collect();
        Self {
            department,
            seed,
            months,
            random,
            communes,
            remembered: Vec::new(),
            title: String::new(),
            purpose: String::new(),
        }
    }

    /// Appends the row of this number, from nought.
    pub(super) fn write(&mut self, number: u64, into: &mut String) {
        let family = texts::family(&mut self.random);
        let mut place = self.place();
        self.draw_texts(family, place);
        let mut life = self.life();
        self.age(number, &mut place, &mut life);
        let prefix = self.department.prefix;
        let office = 1 + number % 4;
        field(into, &format!("W{prefix}{office}{:06}", number / 4 + 1), '"');
        let former =
            if self.one_in(5) { format!("{prefix}{office}S{prefix}{office}{number:07}") } else { String::new() };
        next(into, &former);
        next(into, &if self.one_in(5) { siret(&mut self.random) } else { String::new() });
        next(into, if self.one_in(1_000) { "20040101" } else { "" });
        next(into, &format!("{prefix}{office}P"));
        life.days.iter().for_each(|day| next(into, day));
        next(into, "D");
        next(into, "S");
        next(into, &self.title);
        let short = if self.one_in(5) { initials(&self.title) } else { String::new() };
        next(into, &short);
        next(into, &self.purpose);
        self.write_themes(family.number, into);
        self.write_place(place, into);
        self.write_end(&life, into);
    }

    /// What the months since the first edition changed. Drawn apart, so that all else is as it was.
    fn age(&mut self, number: u64, place: &mut usize, life: &mut Life) {
        let mut random = Rng::with_seed(self.seed ^ number.wrapping_mul(0xD129_0D3B_3F53_2A35));
        for _ in 0..self.months {
            match random.u16(..1_000) {
                0..=2 => self.title.insert_str(0, "NOUVELLE "),
                3..=4 => *place = random.usize(..self.communes.len()),
                5..=7 => life.position = "D",
                _ => {}
            }
        }
    }

    /// Another's name and purpose in six cases of a hundred, else new ones.
    fn draw_texts(&mut self, family: &super::lexicon::Family, place: usize) {
        if self.random.u8(..100) < 6 && !self.remembered.is_empty() {
            let (title, purpose) = &self.remembered[self.random.usize(..self.remembered.len())];
            self.title.clone_from(title);
            self.purpose.clone_from(purpose);
            return;
        }
        texts::title(&mut self.random, family, &self.communes[place], &mut self.title);
        texts::purpose(&mut self.random, family, &self.communes[place], &mut self.purpose);
        let both = (self.title.clone(), self.purpose.clone());
        if self.remembered.len() < REMEMBERED {
            self.remembered.push(both);
        } else if self.one_in(4) {
            let place = self.random.usize(..REMEMBERED);
            self.remembered[place] = both;
        }
    }

    fn one_in(&mut self, some: u32) -> bool {
        self.random.u32(..some) == 0
    }

    /// A commune: half of the associations are in a tenth of them.
    fn place(&mut self) -> usize {
        let drawn = self.random.f64().powi(3);
        (drawn * self.communes.len() as f64) as usize % self.communes.len()
    }

    fn write_themes(&mut self, family: u32, into: &mut String) {
        let first = match self.random.u8(..100) {
            0..=7 => "000000".to_owned(),
            8..=9 => self.random.u32(1..300).to_string(),
            10..=11 => format!("{}", family * 1_000),
            12..=44 => format!("{:06}", family * 1_000),
            _ => format!("{:06}", family * 1_000 + 5 * self.random.u32(1..20)),
        };
        next(into, &first);
        next(into, if self.one_in(4) { "007000" } else { "000000" });
    }

    /// The seat, with a street that no reader takes.
    fn write_place(&mut self, place: usize, into: &mut String) {
        next(into, "");
        next(into, &self.random.u32(1..200).to_string());
        next(into, "");
        next(into, "RUE");
        next(into, "DES LILAS");
        next(into, "");
        let code = self.department.code;
        next(
            into,
            &if code.len() == 2 { format!("{code}{:03}", place + 1) } else { format!("{code}{:02}", place % 99 + 1) },
        );
        let post = if code.starts_with('2') && code.ends_with(['A', 'B']) {
            if code == "2A" { "20" } else { "202" }
        } else {
            code
        };
        next(
            into,
            &format!("{post}{:0width$}", place % 50 * if post.len() == 2 { 10 } else { 1 }, width = 5 - post.len()),
        );
        next(into, &texts::without_accents(&self.communes[place]).to_uppercase());
        (0..8).for_each(|_| next(into, ""));
        next(into, "PM");
    }

    fn write_end(&mut self, life: &Life, into: &mut String) {
        let site = self.one_in(20);
        let address = if site { format!("http://www.exemple-{}.fr", self.random.u32(..)) } else { String::new() };
        next(into, &address);
        next(into, if site && self.one_in(2) { "1" } else { "0" });
        next(into, "");
        next(into, life.position);
        let touched = day(&mut self.random, life.last_year, 2026);
        next(into, &format!("{touched} {:02}:{:02}:00", self.random.u8(8..19), self.random.u8(..60)));
        into.push('\n');
    }

    /// Created ever more often as the years go; about twelve of a hundred dissolved.
    fn life(&mut self) -> Life {
        let age = -(1.0 - self.random.f64()).ln() * 16.0;
        let created_year = 2026 - (age as u32).min(120);
        let declared_year = created_year + self.random.u32(..=2026 - created_year);
        let created = day(&mut self.random, created_year, created_year);
        let declared = day(&mut self.random, declared_year, declared_year).max(created.clone());
        let dissolved = self.random.u8(..100) < 12;
        let ended = if dissolved { declared.clone() } else { "0001-01-01".to_owned() };
        let position = if dissolved {
            "D"
        } else if self.one_in(300) {
            "S"
        } else {
            "A"
        };
        Life { days: [created.clone(), declared, created, ended], position, last_year: declared_year }
    }
}

/// Created, declared, published, ended; and what the register says.
struct Life {
    days: [String; 4],
    position: &'static str,
    last_year: u32,
}

fn day(random: &mut Rng, from: u32, to: u32) -> String {
    let year = random.u32(from.min(to)..=to);
    let last_month = if year == 2026 { 9 } else { 12 };
    format!("{year:04}-{:02}-{:02}", random.u32(1..=last_month), random.u32(1..=28))
}

/// Quotes a value, quotes inside it doubled.
fn field(into: &mut String, value: &str, opening: char) {
    into.push(opening);
    if value.contains('"') {
        value.chars().for_each(|character| {
            into.push(character);
            if character == '"' {
                into.push('"');
            }
        });
    } else {
        into.push_str(value);
    }
    into.push('"');
}

fn next(into: &mut String, value: &str) {
    into.push(';');
    field(into, value, '"');
}

/// A SIRET whose SIREN has the last digit that the others ask for.
fn siret(random: &mut Rng) -> String {
    let mut digits = format!("{:08}", random.u32(30_000_000..99_999_999));
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, byte)| if place % 2 == 1 { doubled(u32::from(byte - b'0')) } else { u32::from(byte - b'0') })
        .sum();
    let _ = write!(digits, "{}00011", (10 - sum % 10) % 10);
    digits
}

fn initials(title: &str) -> String {
    title.split(' ').filter(|word| word.len() > 3).filter_map(|word| word.chars().next()).take(8).collect()
}

/// The name of a commune that is nowhere.
fn commune(random: &mut Rng) -> String {
    let mut name = String::new();
    match random.u8(..6) {
        0 => name.push_str("Saint-"),
        1 => name.push_str("La "),
        _ => {}
    }
    word(rank(random, 0.7, 2_000.0), &mut name);
    match random.u8(..6) {
        0 => name.push_str("ville"),
        1 => name.push_str("-sur-Loire"),
        2 => name.push_str("-le-Vieux"),
        _ => {}
    }
    name
}
