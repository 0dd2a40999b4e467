//! Lower case, without accents or ligatures.

/// The mark that stands for any apostrophe in a folded text.
pub(crate) const APOSTROPHE: char = '\'';

/// The text in lower case, without accents, ligatures or composed marks; any apostrophe is `'`, any
/// other sign but the full stop is a space.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// The same as [`fold`], at the end of what is already there.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    for character in text.chars() {
        if character.is_ascii() {
            folded.push(ascii(character));
        } else {
            beyond_ascii(character, folded);
        }
    }
}

const fn ascii(character: char) -> char {
    match character {
        'A'..='Z' | 'a'..='z' | '0'..='9' => character.to_ascii_lowercase(),
        APOSTROPHE | '`' => APOSTROPHE,
        '.' => '.',
        _ => ' ',
    }
}

fn beyond_ascii(character: char, folded: &mut String) {
    match character {
        '’' | '‘' | '´' | 'ʼ' | 'ʹ' | '′' | '＇' => folded.push(APOSTROPHE),
        '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => {}
        _ if character.is_alphanumeric() => {
            for lower in character.to_lowercase() {
                match bare(lower) {
                    Some(letters) => folded.push_str(letters),
                    None if lower.is_alphanumeric() => folded.push(lower),
                    None => {}
                }
            }
        }
        _ => folded.push(' '),
    }
}

/// The bare letters of a lower-case letter of the Latin alphabet.
const fn bare(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ª' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẽ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'º' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn accents_ligatures_and_capitals_go() {
        assert_eq!(fold("ŒUVRES Éducatives à Nîmes"), "oeuvres educatives a nimes");
        assert_eq!(fold("Curriculum Vitæ, Straße"), "curriculum vitae  strasse");
    }

    #[test]
    fn an_accent_written_apart_is_an_accent() {
        assert_eq!(fold("e\u{301}cole"), fold("école"));
    }

    #[test]
    fn any_apostrophe_is_one() {
        assert_eq!(fold("l’eau"), fold("l'eau"));
        assert_eq!(fold("L´EAU"), "l'eau");
    }

    #[test]
    fn other_alphabets_stay() {
        assert_eq!(fold("Спорт 東京"), "спорт 東京");
    }
}
