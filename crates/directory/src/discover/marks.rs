//! Texts that were pasted from pages keep their marks: `&eacute;`, `&#39;`, `<p>`.

/// What ends the name of a letter with an accent.
const ACCENTS: [&str; 8] = ["acute", "grave", "circ", "uml", "cedil", "tilde", "ring", "lig"];

/// The longest name of a character.
const LONGEST: usize = 10;

/// The text with bare letters for those that are named, and spaces for all other marks.
pub(super) fn without_marks(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<']) {
        bare.push_str(&rest[..at]);
        let mark = &rest[at..];
        match named(mark).or_else(|| tag(mark)) {
            Some((said, length)) => {
                bare.push_str(said);
                rest = &mark[length..];
            }
            None => {
                bare.push(' ');
                rest = &mark[1..];
            }
        }
    }
    bare.push_str(rest);
    bare
}

/// What a named character stands for, and how long its name is.
fn named(mark: &str) -> Option<(&str, usize)> {
    let length = mark.bytes().take(LONGEST + 2).position(|byte| byte == b';')?;
    let is_name =
        |name: &&str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
    let name = mark.strip_prefix('&')?.get(..length - 1).filter(is_name)?;
    let letters = ACCENTS.iter().find_map(|accent| name.strip_suffix(accent)).filter(|letters| !letters.is_empty());
    let said = match (letters, name) {
        (Some(letters), _) => letters,
        (None, "#39" | "#039" | "apos" | "rsquo" | "lsquo") => "'",
        _ => " ",
    };
    Some((said, length + 1))
}

/// A tag says nothing.
fn tag(mark: &str) -> Option<(&str, usize)> {
    let opens = mark.strip_prefix('<')?.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/');
    let length = mark.find('>').filter(|_| opens)?;
    Some((" ", length + 1))
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn named_letters_are_read_and_tags_are_not() {
        let pasted = "<p class=\"a\">Un r&eacute;seau &agrave; l&#39;&oelig;il</p>&nbsp;a<b";
        assert_eq!(without_marks(pasted), " Un reseau a l'oeil  a b");
    }

    #[test]
    fn what_only_looks_like_a_mark_stays() {
        assert_eq!(without_marks("R & D, a < b; é&"), "R   D, a   b; é ");
    }
}
