//! The separate CSV views, joined by the numbers of their rows. They are small: what is known of the activities is held.

use std::collections::HashMap;
use std::sync::atomic::AtomicU64;

use super::{Identity, day, distinct, part};
use crate::delivery::{Document, Line};
use crate::register::Part;
use crate::register::columns::{self, Columns};
use crate::register::sheet::{Reading, Sheet};
use crate::register::wording::clean;
use crate::{Error, Lobbying};

/// The views that are read, by the numbers their names begin with.
const NEEDED: [&str; 6] = ["0_", "6_", "7_", "8_", "9_", "14_"];

/// Whether a document is one of the views that are read.
pub(crate) fn is_needed(document: &Document) -> bool {
    let name = document.name();
    name.ends_with(".csv") && NEEDED.iter().any(|number| name.starts_with(number))
}

/// A row of a view: the texts of the columns asked for.
type Row<'a> = [String];

/// Reads the views among `documents`.
pub(crate) fn read(documents: &[Document], seen: &AtomicU64, sheet: &mut Sheet<'_>) -> Result<Part, Error> {
    let mut activities = activities(documents, seen)?;
    let identity = [
        "representants_id",
        "type_identifiant_national",
        "identifiant_national",
        "denomination",
        "nom_usage_hatvp",
        "sigle_hatvp",
        "label_categorie_organisation",
        "code_postal",
        "ville",
        "site_web",
        "date_premiere_publication",
    ];
    let mut line = 0;
    each(documents, seen, "0_", &identity, |row| {
        line += 1;
        take(row, activities.remove(&row[0]).unwrap_or_default(), line, sheet)
    })?;
    Ok(part("separate views"))
}

fn take(row: &Row<'_>, lobbying: Vec<Lobbying>, line: u64, sheet: &mut Sheet<'_>) -> Result<(), Error> {
    let identity = Identity {
        number_kind: &row[1],
        number: &row[2],
        name: &row[3],
        usual_name: &row[4],
        acronym: &row[5],
        category: &row[6],
        postcode: &row[7],
        town: &row[8],
        site: &row[9],
        first_published: day(&row[10]),
    };
    if identity.is_a_person() {
        sheet.leave_out();
        return Ok(());
    }
    match identity.record() {
        Some(mut record) => {
            record.updated = lobbying.iter().map(|activity| activity.on).max().unwrap_or(record.acted);
            record.lobbying = lobbying;
            sheet.keep(&record)
        }
        None => {
            sheet.reject(line, "an organisation without a number or a name");
            Ok(())
        }
    }
}

/// What each organisation declared, by the number of its row.
fn activities(documents: &[Document], seen: &AtomicU64) -> Result<HashMap<String, Vec<Lobbying>>, Error> {
    let exercises = pairs(documents, seen, "6_", ["exercices_id", "representants_id"])?;
    let mut domains = lists(documents, seen, "8_", &["activite_id", "domaines_intervention_actions_menees"])?;
    let actions = pairs(documents, seen, "9_", ["action_representation_interet_id", "activite_id"])?;
    let asked = ["action_representation_interet_id", "responsable_public", "departement_ministeriel"];
    let mut addressed: HashMap<String, Vec<String>> = HashMap::new();
    for (action, names) in lists(documents, seen, "14_", &asked)? {
        if let Some(activity) = actions.get(&action) {
            addressed.entry(activity.clone()).or_default().extend(names);
        }
    }
    let mut of: HashMap<String, Vec<Lobbying>> = HashMap::new();
    let columns = ["activite_id", "exercices_id", "date_publication_activite", "objet_activite"];
    each(documents, seen, "7_", &columns, |row| {
        let object = clean(&row[3]);
        if let (Some(organisation), false) = (exercises.get(&row[1]), object.is_empty()) {
            of.entry(organisation.clone()).or_default().push(Lobbying {
                object,
                domains: distinct(domains.remove(&row[0]).unwrap_or_default()),
                addressed: distinct(addressed.remove(&row[0]).unwrap_or_default()),
                on: day(&row[2]),
            });
        }
        Ok(())
    })?;
    Ok(of)
}

/// A view as pairs of its first and second column asked for.
fn pairs(
    documents: &[Document],
    seen: &AtomicU64,
    view: &str,
    asked: [&str; 2],
) -> Result<HashMap<String, String>, Error> {
    let mut pairs = HashMap::new();
    each(documents, seen, view, &asked, |row| {
        pairs.insert(row[0].clone(), row[1].clone());
        Ok(())
    })?;
    Ok(pairs)
}

/// A view as lists of its further columns, by its first.
fn lists(
    documents: &[Document],
    seen: &AtomicU64,
    view: &str,
    asked: &[&str],
) -> Result<HashMap<String, Vec<String>>, Error> {
    let mut lists: HashMap<String, Vec<String>> = HashMap::new();
    each(documents, seen, view, asked, |row| {
        lists.entry(row[0].clone()).or_default().extend(row[1..].iter().filter(|text| !text.is_empty()).cloned());
        Ok(())
    })?;
    Ok(lists)
}

/// Gives each row of a view to `take`, in the columns asked for.
fn each(
    documents: &[Document],
    seen: &AtomicU64,
    view: &str,
    asked: &[&str],
    mut take: impl FnMut(&Row<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let Some(document) = documents.iter().find(|document| document.name().starts_with(view)) else {
        let reason = format!("the view {view}… is not among the files given");
        let file = documents.first().map(Document::label).unwrap_or_default();
        return Err(Error::Unreadable { file, reason });
    };
    let reading = Reading::of(document)?;
    document.read(seen, |input| {
        let (mut table, columns) = columns::open(&reading, input, b';')?;
        columns.require(&reading, asked)?;
        let fields: Vec<usize> = asked.iter().filter_map(|name| Columns::find(&columns, &[name])).collect();
        while let Line::Fields | Line::TooLong = table.advance().map_err(document.unreadable())? {
            let row: Vec<String> = fields.iter().map(|field| table.text(*field).into_owned()).collect();
            take(&row)?;
        }
        Ok(())
    })
}
