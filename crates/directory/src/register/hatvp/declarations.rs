//! The JSON of every declaration, 139 MB of it, one organisation at a time.

use std::io::Read;

use serde::Deserialize;

use super::{Identity, day, distinct, part};
use crate::register::Part;
use crate::register::json::{self, List, Text};
use crate::register::sheet::{Reading, Sheet};
use crate::register::wording::clean;
use crate::{Day, Error, Lobbying};

/// An organisation, as far as it is read: fields that name people are not here.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Publication {
    type_identifiant_national: Text,
    identifiant_national: Text,
    denomination: Text,
    nom_usage: Text,
    nom_usage_hatvp: Text,
    sigle_hatvp: Text,
    categorie_organisation: Category,
    code_postal: Text,
    ville: Text,
    lien_site_web: Text,
    date_premiere_publication: Text,
    date_creation: Text,
    exercices: List<Exercise>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Category {
    label: Text,
}

/// A financial year, in its envelope.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Exercise {
    publication_courante: Year,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Year {
    publication_date: Text,
    date_fin: Text,
    activites: List<Enveloped>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Enveloped {
    publication_courante: Activity,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Activity {
    publication_date: Text,
    objet: Text,
    domaines_intervention: List<Text>,
    actions_representation_interet: List<Action>,
}

/// The publisher writes « responsables » so.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Action {
    reponsables_publics: List<Text>,
}

/// Reads the JSON of the register.
pub(crate) fn read(reading: &Reading<'_>, input: &mut dyn Read, sheet: &mut Sheet<'_>) -> Result<Part, Error> {
    let mut number = 0;
    json::each(reading, input, "publications", |publication: Publication| {
        number += 1;
        take(&publication, number, sheet)
    })?;
    Ok(part("JSON"))
}

fn take(publication: &Publication, number: u64, sheet: &mut Sheet<'_>) -> Result<(), Error> {
    let identity = publication.identity();
    if identity.is_a_person() {
        sheet.leave_out();
        return Ok(());
    }
    match identity.record() {
        Some(mut record) => {
            record.lobbying =
                publication.exercices.0.iter().flat_map(|exercise| exercise.publication_courante.lobbying()).collect();
            record.updated = record.lobbying.iter().map(|activity| activity.on).max().unwrap_or_default();
            sheet.keep(&record)
        }
        None => {
            sheet.reject(number, "an organisation without a number or a name");
            Ok(())
        }
    }
}

impl Publication {
    fn identity(&self) -> Identity<'_> {
        let usual = if self.nom_usage.0.is_empty() { &self.nom_usage_hatvp } else { &self.nom_usage };
        let first = [&self.date_premiere_publication, &self.date_creation];
        Identity {
            number_kind: &self.type_identifiant_national.0,
            number: &self.identifiant_national.0,
            name: &self.denomination.0,
            usual_name: &usual.0,
            acronym: &self.sigle_hatvp.0,
            category: &self.categorie_organisation.label.0,
            postcode: &self.code_postal.0,
            town: &self.ville.0,
            site: &self.lien_site_web.0,
            first_published: first.into_iter().map(|text| day(&text.0)).find(|day| day.is_known()).unwrap_or_default(),
        }
    }
}

impl Year {
    fn lobbying(&self) -> impl Iterator<Item = Lobbying> + '_ {
        let year =
            [&self.publication_date, &self.date_fin].into_iter().map(|text| day(&text.0)).find(|day| day.is_known());
        self.activites
            .0
            .iter()
            .filter_map(move |activity| activity.publication_courante.lobbying(year.unwrap_or_default()))
    }
}

impl Activity {
    fn lobbying(&self, year: Day) -> Option<Lobbying> {
        let object = clean(&self.objet.0);
        let own = day(&self.publication_date.0);
        let addressed = self.actions_representation_interet.0.iter().flat_map(|action| &action.reponsables_publics.0);
        (!object.is_empty()).then(|| Lobbying {
            object,
            domains: distinct(self.domaines_intervention.0.iter().map(|text| text.0.clone())),
            addressed: distinct(addressed.map(|text| text.0.clone())),
            on: if own.is_known() { own } else { year },
        })
    }
}
