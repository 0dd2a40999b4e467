//! The directory of the administration: the JSON of today, and the tab-separated conversion of an older edition.

use std::collections::HashMap;
use std::io::Read;

use serde::Deserialize;

use super::columns;
use super::json::{self, List, Text};
use super::record::Record;
use super::sheet::{Reading, Sheet};
use super::wording::{clean, folded, siren, website, without_tags};
use super::{Part, place};
use crate::{Day, Error, Kind, Place};

/// Which institution stands above which, by their numbers.
pub(crate) type Hierarchy = HashMap<String, String>;

/// A service, as far as it is read: the people who head it are not here.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Service {
    id: Text,
    nom: Text,
    sigle: Text,
    type_organisme: Text,
    categorie: Text,
    mission: Text,
    siret: Text,
    siren: Text,
    adresse: List<Address>,
    site_internet: List<Site>,
    hierarchie: List<Link>,
    code_insee_commune: Text,
    date_modification: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Address {
    code_postal: Text,
    nom_commune: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Site {
    valeur: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Link {
    type_hierarchie: Text,
    service: Text,
}

/// Which service stands above which: each names those below it.
pub(crate) fn hierarchy(reading: &Reading<'_>, input: &mut dyn Read) -> Result<Hierarchy, Error> {
    let mut above = Hierarchy::new();
    json::each(reading, input, "service", |service: Service| {
        for link in service.hierarchie.0 {
            if folded(&link.type_hierarchie.0).contains("fils") {
                above.insert(link.service.0, service.id.0.clone());
            }
        }
        Ok(())
    })?;
    Ok(above)
}

/// Reads the JSON.
pub(crate) fn read_json(
    reading: &Reading<'_>,
    above: &Hierarchy,
    input: &mut dyn Read,
    sheet: &mut Sheet<'_>,
) -> Result<Part, Error> {
    let mut number = 0;
    json::each(reading, input, "service", |service: Service| {
        number += 1;
        take(&service, above, number, sheet)
    })?;
    Ok(part(reading, "JSON"))
}

fn take(service: &Service, above: &Hierarchy, number: u64, sheet: &mut Sheet<'_>) -> Result<(), Error> {
    let id: String = service.id.0.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(60).collect();
    let name = clean(&service.nom.0);
    if id.is_empty() || name.is_empty() {
        sheet.reject(number, "a service without a number or a name");
        return Ok(());
    }
    let siret = if service.siret.0.is_empty() { &service.siren.0 } else { &service.siret.0 };
    sheet.keep(&Record {
        parent: above.get(&service.id.0).map_or_else(String::new, |above| format!("institution-{above}")),
        kind: kind(&format!("{} {}", service.type_organisme.0, service.categorie.0), &name),
        short_name: clean(&service.sigle.0),
        purpose: clean(&without_tags(&service.mission.0)),
        siren: siren(siret),
        place: service.place(),
        website: service.site_internet.0.first().map(|site| website(&site.valeur.0)).unwrap_or_default(),
        updated: super::day(&service.date_modification.0),
        id: format!("institution-{id}"),
        name,
        ..Record::default()
    })
}

impl Service {
    fn place(&self) -> Place {
        let (postcode, commune) = self
            .adresse
            .0
            .iter()
            .find(|address| !address.nom_commune.0.is_empty())
            .map(|address| (clean(&address.code_postal.0), clean(&address.nom_commune.0)))
            .unwrap_or_default();
        let commune_code = clean(&self.code_insee_commune.0);
        Place { department: place::department(&postcode, &commune_code, ""), postcode, commune, commune_code }
    }
}

/// Reads the tab-separated conversion.
pub(crate) fn read_table(reading: &Reading<'_>, input: &mut dyn Read, sheet: &mut Sheet<'_>) -> Result<Part, Error> {
    let (mut table, columns) = columns::open(reading, input, b'\t')?;
    columns.require(reading, &["id", "name", "type"])?;
    let asked = ["id", "name", "type", "parent_id", "website", "postalcode", "addresslocality", "update"];
    let fields = asked.map(|name| columns.find(&[name]));
    columns::each_row(reading, &mut table, None, sheet, |table, sheet| {
        let row = fields.map(|field| field.map(|field| clean(&table.text(field))).unwrap_or_default());
        take_row(row, table.line(), sheet)
    })?;
    Ok(part(reading, "tab-separated"))
}

/// Takes a row of the conversion; some of its lines are broken, and then begin with no number.
fn take_row(row: [String; 8], line: u64, sheet: &mut Sheet<'_>) -> Result<(), Error> {
    let [id, name, kind_of, above, site, postcode, commune, update] = row;
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) || name.is_empty() {
        sheet.reject(line, "an institution without a number or a name");
        return Ok(());
    }
    let department = place::department(&postcode, "", "");
    sheet.keep(&Record {
        parent: if above.is_empty() { above } else { format!("institution-{above}") },
        kind: kind(&kind_of, &name),
        place: Place { department, postcode, commune, commune_code: String::new() },
        website: website(&site),
        updated: Day::parse(&update),
        id: format!("institution-{id}"),
        name,
        ..Record::default()
    })
}

/// What a type of the directory is here, by its words.
fn kind(kind: &str, name: &str) -> Kind {
    let (kind, name) = (folded(kind).replace('-', " "), folded(name));
    let is = |words: &[&str]| words.iter().any(|word| kind.contains(word));
    match () {
        () if is(&["independante", "juridiction", "assemblee", "institution europeenne"])
            || kind.starts_with("institution") =>
        {
            Kind::Authority
        }
        () if is(&["cabinet ministeriel", "secretaire d etat", "ministere d"]) || name.starts_with("ministere") => {
            Kind::Ministry
        }
        () if is(&["administration centrale", "competence nationale"]) => Kind::Directorate,
        () if is(&["etablissement", "agence", "groupement d interet public"]) => Kind::Agency,
        () if is(&["ambassade", "deconcentre", "local", "mairie", " sl"]) => Kind::LocalBody,
        () => Kind::Other,
    }
}

/// The national directory and the local ones are published apart; both layouts of one are the same part.
fn part(reading: &Reading<'_>, layout: &str) -> Part {
    let local = reading.document.stem().contains("local");
    let name = if local { "local" } else { "national" };
    Part { name: name.to_owned(), layout: layout.to_owned(), ..Part::default() }
}
