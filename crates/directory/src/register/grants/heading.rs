//! What the columns of a list of grants are, whatever they are called.

use crate::register::columns::{Columns, Names};

/// Where each thing is in a list, and what its name says of all its rows.
pub(super) struct Heading {
    pub(super) layout: &'static str,
    pub(super) giver: Option<usize>,
    pub(super) date: Option<usize>,
    pub(super) name: Option<usize>,
    pub(super) number: Option<usize>,
    pub(super) rna: Option<usize>,
    pub(super) object: Option<usize>,
    pub(super) programme: Option<usize>,
    /// The columns whose sum was paid.
    pub(super) amounts: Vec<usize>,
    pub(super) commune: Option<usize>,
    /// The year of all rows; nought when neither the header nor the file name says it.
    pub(super) year: u32,
    /// How many columns there are.
    pub(super) width: usize,
    /// Whether the list is an annex of the finance bill, so that the State paid.
    pub(super) of_the_state: bool,
}

#[rustfmt::skip]
mod called {
    //! What each column is called in the lists seen.

    pub(super) const AMOUNT: [&str; 6] =
        ["montant", "montantattribue", "montantvote", "montantverse", "detaildessubventions", "montantdelasubvention"];
    pub(super) const NAME: [&str; 10] = [
        "nombeneficiaire", "beneficiaire", "association", "denomination", "raisonsociale", "nomdelassociation",
        "nomdubeneficiaire", "nomassociation", "denominationsociale", "nom",
    ];
    pub(super) const NUMBER: [&str; 8] = [
        "idbeneficiaire", "siretbeneficiaire", "siret", "numerosiret", "siren", "numerosiren", "nsiren", "sirenbeneficiaire",
    ];
    pub(super) const GIVER: [&str; 6] = ["nomattribuant", "attribuant", "financeur", "ministere", "imputation", "collectivite"];
    pub(super) const DATE: [&str; 6] =
        ["dateconvention", "datedeconvention", "datedecision", "anneebudgetaire", "annee", "exercice"];
    pub(super) const RNA: [&str; 4] = ["rnabeneficiaire", "rna", "numerorna", "coderna"];
    pub(super) const OBJECT: [&str; 4] = ["objet", "objetdelasubvention", "objetdossier", "libelle"];
    pub(super) const PROGRAMME: [&str; 3] = ["programme", "imputation", "codeprogramme"];
    pub(super) const COMMUNE: [&str; 5] = ["ville", "nomcommune", "commune", "villebeneficiaire", "communebeneficiaire"];
}

impl Heading {
    /// What a first line says; nothing when it is no header of a list of grants.
    pub(super) fn of(columns: &Columns, stem: &str) -> Option<Self> {
        let names = columns.squeezed();
        let amounts = amounts(&names);
        let first = *amounts.first()?;
        let name = names.find(&called::NAME).or_else(|| names.find_starting(&["nomdelorganisme", "nomdubeneficiaire"]));
        let number = names.find(&called::NUMBER);
        let bill = is_of_a_bill(stem);
        let local = names.find(&["nomattribuant"]).is_some();
        (name.is_some() || number.is_some()).then(|| Self {
            layout: match (local, bill) {
                (true, _) => "SCDL",
                (_, true) => "annex of the finance bill",
                _ => "list of grants",
            },
            giver: names.find(&called::GIVER).or_else(|| names.find_starting(&["ministere"])),
            date: names.find(&called::DATE),
            name,
            number,
            rna: names.find(&called::RNA),
            object: names.find(&called::OBJECT),
            programme: names.find(&called::PROGRAMME).or_else(|| names.find_starting(&["programme"])),
            amounts,
            width: columns.len(),
            of_the_state: bill,
            commune: names.find(&called::COMMUNE),
            year: year_in(names.name(first)).or_else(|| year_of(stem)).unwrap_or_default(),
        })
    }
}

/// The columns of amounts: the one of the list, or those of several kinds of grants.
fn amounts(names: &Names) -> Vec<usize> {
    let kinds = names.all_starting("montantdelasubvention");
    let one =
        || names.find(&called::AMOUNT).or_else(|| names.find_starting(&["subvention20", "subventionen20", "montant"]));
    if kinds.len() > 1 { kinds } else { one().into_iter().collect() }
}

/// Whether the name of a file says that it is an annex of the finance bill.
fn is_of_a_bill(stem: &str) -> bool {
    ["plf", "loi-de-finances", "jaune", "credits_aux_associations"].iter().any(|word| stem.contains(word))
}

/// The first year in a name.
fn year_in(name: &str) -> Option<u32> {
    years(name).next()
}

/// The year that a file speaks of: the last in its name, unless it only has that of the bill, which speaks of two years
/// before.
fn year_of(stem: &str) -> Option<u32> {
    let all: Vec<u32> = years(stem).collect();
    let bill = ["plf", "loi-de-finances"].iter().any(|word| stem.contains(word));
    let last = *all.last()?;
    Some(if bill && all.iter().all(|year| *year == last) { last - 2 } else { last })
}

fn years(text: &str) -> impl Iterator<Item = u32> + '_ {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 4)
        .filter_map(|run| run.parse().ok())
        .filter(|year| (1990..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annex_speaks_of_two_years_before_the_bill() {
        assert_eq!(year_of("plf-2017-jaune-effort-financier"), Some(2015));
        assert_eq!(year_of("plf-2012-jaune-associations-subventionne-es-en-2010"), Some(2010));
        assert_eq!(year_of("credits_aux_associations_2018"), Some(2018));
        assert_eq!(year_of("subventions"), None);
    }
}
