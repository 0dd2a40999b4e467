//! A name in a commune as one number: what two registers most often agree in, and what can be kept of a name that may be
//! a person's.

use super::wording::name_form;

/// A name in a commune, in one number; nothing when either is missing or the name says too little to guess by.
pub(crate) fn name_in_commune(name: &str, commune: &str) -> Option<u64> {
    let (name, commune) = (name_form(name), commune_form(commune));
    (name.len() >= 8 && !commune.is_empty()).then(|| fingerprint(&format!("{name}\n{commune}")))
}

/// The name of a commune without what the post adds: sorting offices, districts.
fn commune_form(commune: &str) -> String {
    let form = name_form(commune);
    let words: Vec<&str> = form
        .split(' ')
        .filter(|word| {
            !matches!(*word, "cedex" | "sp" | "er" | "eme")
                && !word.starts_with("arrondissem")
                && !word.starts_with(|c: char| c.is_ascii_digit())
        })
        .map(|word| match word {
            "st" => "saint",
            "ste" => "sainte",
            word => word,
        })
        .collect();
    words.join(" ")
}

/// A number of 64 bits for a text, the same for ever: it is kept on shelves (FNV-1a).
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_post_adds_to_a_commune_does_not_count() {
        assert_eq!(commune_form("PARIS 17"), commune_form("Paris Cedex 17"));
        assert_eq!(commune_form("ST ETIENNE"), commune_form("Saint-Étienne"));
        assert_ne!(commune_form("Saint-Étienne"), commune_form("Saint-Denis"));
    }

    #[test]
    fn a_fingerprint_never_changes() {
        assert_eq!(fingerprint("a"), 0xaf63_dc4c_8601_ec8c);
    }
}
