//! The register of the courts of Alsace and Moselle, where associations are of local law; one file a department.

use std::io::Read;

use super::columns::{self, Names};
use super::record::{Record, Standing};
use super::sheet::{Reading, Sheet};
use super::wording::{clean, folded, purpose, siren};
use super::{Part, day, place};
use crate::delivery::Table;
use crate::{Error, Place};

/// Reads one file of the register.
pub(crate) fn read(reading: &Reading<'_>, input: &mut dyn Read, sheet: &mut Sheet<'_>) -> Result<Part, Error> {
    let (mut table, names) = columns::open(reading, input, reading.delimiter)?;
    let fields = Fields::of(&names.squeezed());
    if fields.number.is_none() || fields.name.is_none() {
        let missing = "numero_amalia, denomination".to_owned();
        return Err(Error::Columns { file: reading.document.label(), missing, found: names.listed() });
    }
    let department = department(&reading.document.stem());
    columns::each_row(reading, &mut table, Some(names.len()), sheet, |table, sheet| {
        fields.take(table, &department, sheet)
    })?;
    let name = if department.is_empty() { reading.document.stem() } else { department };
    Ok(Part { name, layout: "AMALIA".to_owned(), ..Part::default() })
}

/// The department in the name of a file, `67-opendatas`; nothing without.
fn department(stem: &str) -> String {
    let numbers = stem.split(|c: char| !c.is_ascii_digit());
    numbers.into_iter().find(|number| ["57", "67", "68"].contains(number)).unwrap_or_default().to_owned()
}

/// Where each thing is in a row.
struct Fields {
    number: Option<usize>,
    name: Option<usize>,
    acronym: Option<usize>,
    purpose: Option<usize>,
    state: Option<usize>,
    postcode: Option<usize>,
    commune: Option<usize>,
    created: Option<usize>,
    ended: Option<usize>,
    siren: Option<usize>,
}

impl Fields {
    fn of(names: &Names) -> Self {
        Self {
            number: names.find(&["numeroamalia", "numero", "identifiant", "id"]),
            name: names.find(&[
                "denomination",
                "titre",
                "nomassociation",
                "nom",
                "nomdelassociation",
                "titreassociation",
            ]),
            acronym: names.find(&["sigle", "titrecourt", "nomcourt"]),
            purpose: names.find(&["objet", "objetassociation", "but", "objetsocial"]),
            state: names.find(&["etatassociation", "etat", "statut"]),
            postcode: names.find(&["codepostal", "cp", "adrscodepostal"]),
            commune: names.find(&["commune", "ville", "libellecommune"]),
            created: names.find(&["dateinscription", "datecreation", "datepremiereinscription", "datestatuts"]),
            ended: names.find(&["dateradiation", "datedissolution"]),
            siren: names.find(&["siret", "siren", "numerosiret", "numerosiren"]),
        }
    }

    fn take<R: Read>(&self, table: &Table<R>, department: &str, sheet: &mut Sheet<'_>) -> Result<(), Error> {
        let text = |field: Option<usize>| field.map(|field| table.text(field)).unwrap_or_default();
        let number: String = text(self.number).chars().filter(char::is_ascii_alphanumeric).take(40).collect();
        let name = clean(&text(self.name));
        if number.is_empty() || name.is_empty() {
            sheet.reject(table.line(), "an association without a number or a name");
            return Ok(());
        }
        let postcode = Some(clean(&text(self.postcode))).filter(|code| is_postcode(code)).unwrap_or_default();
        let (created, dissolved) = (day(&text(self.created)), day(&text(self.ended)));
        let ended = ["radi", "dissou", "clotur", "supprim"].iter().any(|word| folded(&text(self.state)).contains(word));
        sheet.keep(&Record {
            id: format!("amalia-{number}"),
            siren: siren(&text(self.siren)),
            standing: if ended || dissolved.is_known() { Standing::Dissolved } else { Standing::Active },
            short_name: clean(&text(self.acronym)),
            purpose: purpose(&text(self.purpose)),
            place: Place {
                department: place::department(&postcode, "", department),
                postcode,
                commune: clean(&text(self.commune)),
                commune_code: String::new(),
            },
            created,
            dissolved,
            acted: created,
            name,
            ..Record::default()
        })
    }
}

fn is_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}
