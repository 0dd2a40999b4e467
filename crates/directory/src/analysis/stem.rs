//! From a folded word to the stem it shares with its kin.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::exceptions;

static FRENCH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::French));

/// The stem of a folded word.
///
/// Snowball's French is made for accented words; what folding takes from it is given back here: a participle in *-ee*
/// loses an *e* first. What it gets wrong in the vocabulary of organisations is in a table ([`exceptions`]).
pub(crate) fn stem(word: &str) -> String {
    if let Some(stem) = exceptions::stem(word) {
        return stem.to_owned();
    }
    if word.len() < 4 || word.bytes().any(|byte| !byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let stem = FRENCH.stem(without_participle(word));
    // Snowball leaves *sportif* and *sportive* a letter apart.
    match stem.strip_suffix("iv") {
        Some(root) => format!("{root}if"),
        None => stem.into_owned(),
    }
}

/// `publiee`, `publiees` and `publies` as `publie`.
fn without_participle(word: &str) -> &str {
    let singular = word.strip_suffix('s').filter(|rest| rest.ends_with('e')).unwrap_or(word);
    singular.strip_suffix('e').filter(|rest| rest.ends_with('e') && rest.len() > 3).unwrap_or(singular)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fold;

    fn kin(words: &[&str]) {
        let stems: Vec<String> = words.iter().map(|word| stem(&fold(word))).collect();
        assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{words:?}: {stems:?}");
    }

    fn strangers(one: &str, other: &str) {
        assert_ne!(stem(&fold(one)), stem(&fold(other)), "{one} / {other}");
    }

    #[test]
    fn a_plural_has_the_stem_of_its_singular() {
        for pair in [
            ["jeu", "jeux"],
            ["lieu", "lieux"],
            ["enjeu", "enjeux"],
            ["milieu", "milieux"],
            ["feu", "feux"],
            ["hibou", "hiboux"],
            ["chou", "choux"],
            ["genou", "genoux"],
            ["bijou", "bijoux"],
            ["travail", "travaux"],
            ["vitrail", "vitraux"],
            ["noyau", "noyaux"],
            ["tuyau", "tuyaux"],
            ["cheval", "chevaux"],
            ["hôpital", "hôpitaux"],
            ["château", "châteaux"],
            ["oiseau", "oiseaux"],
            ["école", "écoles"],
            ["musée", "musées"],
            ["lycée", "lycées"],
            ["idée", "idées"],
            ["comité", "comités"],
            ["ami", "amis"],
            ["animal", "animaux"],
            ["journal", "journaux"],
            ["eau", "eaux"],
            ["vœu", "vœux"],
            ["local", "locaux"],
            ["rural", "ruraux"],
            ["national", "nationale"],
            ["social", "sociaux"],
        ] {
            kin(&pair);
        }
    }

    #[test]
    fn words_of_one_family_share_a_stem() {
        for family in [
            &["citoyen", "citoyenne", "citoyens", "citoyenneté"][..],
            &["environnement", "environnemental", "environnementale", "environnementaux"],
            &["agricole", "agriculture", "agriculteur", "agriculteurs"],
            &["sourd", "sourde", "sourds", "surdité"],
            &["communication", "communications", "communiquer"],
            &["sport", "sports", "sportif", "sportive", "sportives", "sportifs"],
            &["festif", "festive", "festives"],
            &["publié", "publiée", "publiées", "publiés"],
            &["solidarité", "solidaire", "solidaires"],
            &["éducatif", "éducative", "éducation"],
            &["associatif", "association", "associations"],
            &["handicapé", "handicapée", "handicap", "handicaps"],
            &["musique", "musiques", "musical", "musicale", "musicaux"],
            &["culture", "culturel", "culturelle", "culturelles"],
            &["jeune", "jeunes"],
        ] {
            kin(family);
        }
    }

    #[test]
    fn words_that_look_alike_stay_apart() {
        for [one, other] in [
            ["commun", "communication"],
            ["commune", "communication"],
            ["parti", "partie"],
            ["parti", "participation"],
            ["environ", "environnement"],
            ["jeu", "jeune"],
            ["organe", "organisation"],
            ["police", "politique"],
            ["cours", "course"],
            ["sociologie", "social"],
            ["animal", "animation"],
            ["général", "génération"],
        ] {
            strangers(one, other);
        }
    }
}
