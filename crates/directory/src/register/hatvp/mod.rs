//! The register of interest representatives: what organisations declare they do to be heard.
//!
//! Published as one JSON of every declaration, and as separate CSV views. Managers and staff are
//! named in both and read from neither; independent lawyers and consultants, whose organisation is
//! themselves, are left out.

mod declarations;
mod views;

pub(crate) use declarations::read as read_json;
pub(crate) use views::{is_needed as is_view, read as read_views};

use super::record::Record;
use super::wording::{clean, folded, siren, website};
use super::{Part, day, place};
use crate::{Day, Kind, Place};

/// What both publications say of an organisation.
#[derive(Debug, Default)]
struct Identity<'a> {
    number_kind: &'a str,
    number: &'a str,
    name: &'a str,
    usual_name: &'a str,
    acronym: &'a str,
    category: &'a str,
    postcode: &'a str,
    town: &'a str,
    site: &'a str,
    first_published: Day,
}

impl Identity<'_> {
    /// Whether the organisation is one person.
    fn is_a_person(&self) -> bool {
        let category = folded(self.category);
        category.contains("independant") && (category.contains("avocat") || category.contains("consultant"))
    }

    /// The record, without its activities; nothing without a number or a name.
    fn record(&self) -> Option<Record> {
        let number: String = self.number.chars().filter(char::is_ascii_alphanumeric).collect();
        let mut record = Record {
            name: clean(self.name),
            short_name: clean(if self.acronym.trim().is_empty() { self.usual_name } else { self.acronym }),
            kind: kind(self.category),
            place: seat(self.postcode, self.town),
            acted: self.first_published,
            website: website(self.site),
            ..Record::default()
        };
        match self.number_kind.trim() {
            "SIREN" => {
                record.siren = siren(&number);
                record.id = format!("siren-{number}");
            }
            "RNA" => {
                record.rna.clone_from(&number);
                record.id.clone_from(&number);
            }
            _ => record.id = format!("hatvp-{number}"),
        }
        (!number.is_empty() && number.len() <= 20 && !record.name.is_empty()).then_some(record)
    }
}

fn seat(postcode: &str, town: &str) -> Place {
    let postcode = clean(postcode);
    Place {
        department: place::department(&postcode, "", ""),
        postcode,
        commune: clean(town),
        commune_code: String::new(),
    }
}

fn kind(category: &str) -> Kind {
    let category = folded(category);
    let is = |words: &[&str]| words.iter().any(|word| category.contains(word));
    match () {
        () if is(&["fondation", "fonds de dotation"]) => Kind::Foundation,
        () if is(&["professionnelle", "syndicat", "consulaire"]) => Kind::Professional,
        () if is(&["societe", "cabinet"]) => Kind::Company,
        () if is(&["etablissement public"]) => Kind::Agency,
        () if is(&["association", "non gouvernementale"]) => Kind::Association,
        () => Kind::Other,
    }
}

/// The texts, cleaned, each once.
fn distinct(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts {
        let text = clean(&text);
        if !text.is_empty() && !kept.contains(&text) {
            kept.push(text);
        }
    }
    kept
}

fn part(layout: &str) -> Part {
    Part { name: "register".to_owned(), layout: layout.to_owned(), ..Part::default() }
}
