//! The texts of the registers: what is taken out of them, and when they say nothing.

/// The text without control characters, invisible marks and doubled spaces. What a wrong encoding once did to it is left:
/// a guess would do more harm.
pub(crate) fn clean(text: &str) -> String {
    if is_clean(text.as_bytes()) {
        return text.trim_matches(' ').to_owned();
    }
    let mut cleaned = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_whitespace() || character.is_control() {
            if !cleaned.is_empty() && !cleaned.ends_with(' ') {
                cleaned.push(' ');
            }
        } else if !is_invisible(character) {
            cleaned.push(character);
        }
    }
    cleaned.truncate(cleaned.trim_end().len());
    cleaned
}

/// Whether a text is plain ASCII without controls and doubled spaces, as most are: then there is nothing to take out.
fn is_clean(text: &[u8]) -> bool {
    text.iter().all(|byte| (b' '..=b'~').contains(byte)) && text.windows(2).all(|pair| pair != b"  ")
}

/// Marks of direction and width: they change what is read without being seen.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The text in lower case without accents, for comparing.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.trim().chars() {
        for lower in character.to_lowercase() {
            match unaccented(lower) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(lower),
            }
        }
    }
    folded
}

fn unaccented(lower: char) -> Option<&'static str> {
    Some(match lower {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        '’' | '‘' => "'",
        _ => return None,
    })
}

/// The letters and digits of a name in one form, words apart by one space: what two registers write of one name most
/// often agrees in it.
pub(crate) fn name_form(name: &str) -> String {
    let mut form = String::with_capacity(name.len());
    for word in folded(name).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !form.is_empty() {
            form.push(' ');
        }
        form.push_str(word);
    }
    form
}

/// What was typed where a purpose was asked for and none was known; compared in [`name_form`].
const HOLLOW: [&str; 30] = [
    "objet absent",
    "absent",
    "indefini",
    "indetermine",
    "inconnu",
    "objet inconnu",
    "neant",
    "non renseigne",
    "non precise",
    "sans objet",
    "sans",
    "idem",
    "voir titre",
    "voir le titre",
    "voir dossier",
    "voir statuts",
    "voir les statuts",
    "voir ancien objet",
    "voir observation",
    "en sommeil",
    "mise en sommeil",
    "divers",
    "association dissoute",
    "association dissoute donnees incompletes",
    "reprise association dissoute multilog",
    "dissolution",
    "dissoute",
    "annule",
    "xxx",
    "objet",
];

/// A text longer than this states something, whatever it is.
const LONGEST_HOLLOW: usize = 60;

/// The purpose that a text states; nothing when it states none.
pub(crate) fn purpose(text: &str) -> String {
    let text = clean(text);
    if text.len() > LONGEST_HOLLOW {
        return text;
    }
    let form = name_form(&text);
    let letters = form.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 3 || HOLLOW.contains(&form.as_str()) { String::new() } else { text }
}

/// The text without what stands between angle brackets.
pub(crate) fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for (place, piece) in text.split('<').enumerate() {
        let outside = if place == 0 { Some(piece) } else { piece.split_once('>').map(|(_, outside)| outside) };
        plain.push_str(outside.unwrap_or_default());
        plain.push(' ');
    }
    plain
}

/// The site that a text names, without what a browser does not need; nothing when it is a mailbox or no address.
pub(crate) fn website(text: &str) -> String {
    let text = clean(text);
    let host = text.trim_start_matches("https://").trim_start_matches("http://");
    let plausible =
        host.split('/').next().is_some_and(|host| host.contains('.') && !host.starts_with('.') && host.len() > 3);
    let secret = text.contains(['@', ' ', '<', '>', '"', '\'']) || host.contains("://");
    if plausible && !secret { text } else { String::new() }
}

/// The nine digits that name a legal unit, from a SIREN or a SIRET; nothing when they are not.
pub(crate) fn siren(text: &str) -> String {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let right = matches!(digits.len(), 9 | 14) && digits.bytes().all(|byte| byte.is_ascii_digit());
    match digits.get(..9) {
        Some(siren) if right && is_checked(siren) => siren.to_owned(),
        _ => String::new(),
    }
}

/// Whether the last digit is the one that the others ask for (Luhn's sum), and the number is not all noughts.
fn is_checked(siren: &str) -> bool {
    let sum: u32 = siren.bytes().rev().enumerate().map(|(place, byte)| luhn(place, u32::from(byte - b'0'))).sum();
    sum > 0 && sum.is_multiple_of(10)
}

const fn luhn(place: usize, digit: u32) -> u32 {
    match place % 2 {
        0 => digit,
        _ if digit > 4 => digit * 2 - 9,
        _ => digit * 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_doubled_spaces_and_marks_of_direction_go_and_the_words_stay() {
        assert_eq!(clean("  l'aide\u{0} \n\taux\u{202E} \u{A0}élèves  "), "l'aide aux élèves");
    }

    #[test]
    fn a_purpose_that_states_none_is_nothing() {
        for hollow in
            ["O", "OBJET Absent", "?", "0", "Voir titre.", "Association dissoute (donnees incompletes)", "..", ""]
        {
            assert_eq!(purpose(hollow), "", "{hollow}");
        }
        assert_eq!(purpose("Chasse"), "Chasse");
    }

    #[test]
    fn a_mailbox_is_no_site() {
        assert_eq!(website("jean@exemple.fr"), "");
        assert_eq!(website("aucun"), "");
        assert_eq!(website(" http://www.exemple.fr "), "http://www.exemple.fr");
    }

    #[test]
    fn a_siren_is_checked_by_its_last_digit() {
        assert_eq!(siren("389 486 242 00032"), "389486242");
        assert_eq!(siren("389486243"), "");
        assert_eq!(siren("000000000"), "");
        assert_eq!(siren("3,89E+13"), "");
    }

    #[test]
    fn names_agree_without_case_accents_and_punctuation() {
        assert_eq!(name_form("L’Été à l'École (Œuvre)"), name_form("L'ETE A L ECOLE - OEUVRE"));
    }
}
