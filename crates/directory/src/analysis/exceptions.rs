//! What Snowball gets wrong in the vocabulary of organisations.

/// A stem, then the folded words that lead to it.
const FAMILIES: &[&[&str]] = &[
    &["communication", "communications", "communiquer", "communique", "communicant", "communicants"],
    &["commun", "communs"],
    &["commune", "communes"],
    &["parti", "partis"],
    &["partie", "parties"],
    &["citoyen", "citoyens", "citoyenne", "citoyennes", "citoyennete", "citoyennetes"],
    &[
        "environnement",
        "environnements",
        "environnemental",
        "environnementale",
        "environnementales",
        "environnementaux",
    ],
    &[
        "agricole",
        "agricoles",
        "agriculture",
        "agricultures",
        "agriculteur",
        "agriculteurs",
        "agricultrice",
        "agricultrices",
    ],
    &["sourd", "sourds", "sourde", "sourdes", "surdite", "surdites"],
    &["solidarite", "solidarites", "solidaire", "solidaires", "solidairement"],
    &["handicap", "handicaps", "handicape", "handicapes", "handicapee", "handicapees"],
    &["musique", "musiques", "musical", "musicale", "musicales", "musicaux"],
    &["sport", "sports", "sportif", "sportifs", "sportive", "sportives"],
    &["culture", "cultures", "culturel", "culturels", "culturelle", "culturelles"],
    &["jeu", "jeux"],
    &["enjeu", "enjeux"],
    &["lieu", "lieux"],
    &["milieu", "milieux"],
    &["feu", "feux"],
    &["voeu", "voeux"],
    &["cheveu", "cheveux"],
    &["neveu", "neveux"],
    &["aveu", "aveux"],
    &["adieu", "adieux"],
    &["banlieue", "banlieues"],
    &["pneu", "pneus"],
    &["hibou", "hiboux"],
    &["chou", "choux"],
    &["genou", "genoux"],
    &["bijou", "bijoux"],
    &["caillou", "cailloux"],
    &["joujou", "joujoux"],
    &["pou", "poux"],
    &["travail", "travaux"],
    &["vitrail", "vitraux"],
    &["corail", "coraux"],
    &["email", "emaux"],
    &["bail", "baux"],
    &["noyau", "noyaux"],
    &["tuyau", "tuyaux"],
    &["joyau", "joyaux"],
    &["boyau", "boyaux"],
    &["eau", "eaux"],
    &["cours"],
    &["course", "courses"],
    &["ami", "amis", "amie", "amies"],
    &["oeil", "yeux"],
];

/// The word and its stem, in order of words.
static STEMS: std::sync::LazyLock<Vec<(&'static str, &'static str)>> = std::sync::LazyLock::new(|| {
    let mut stems: Vec<_> = FAMILIES.iter().flat_map(|family| family.iter().map(|word| (*word, family[0]))).collect();
    stems.sort_unstable();
    stems
});

/// The stem of a word that Snowball gets wrong.
pub(super) fn stem(word: &str) -> Option<&'static str> {
    STEMS.binary_search_by_key(&word, |(word, _)| word).ok().map(|at| STEMS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_in_one_family_alone() {
        assert!(STEMS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
