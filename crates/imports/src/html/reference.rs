//! Character references (`&eacute;`, `&#39;`, `&amp;`).

use super::to_markdown;

/// The longest name in HTML, `&CounterClockwiseContourIntegral;`, has 33 bytes.
const LONGEST: usize = 33;

/// Replaces each reference by what `decode` makes of it, or leaves it as written.
pub(super) fn replace(text: &str, decode: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = length(rest).unwrap_or(1);
        let reference = &rest[..length];
        match decode(reference).filter(|_| length > 1) {
            Some(decoded) => out.push_str(&decoded),
            None => out.push_str(reference),
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// What a reference stands for, when it stands for something.
pub(super) fn meaning(reference: &str) -> Option<String> {
    Some(match reference {
        "&amp;" => "&".to_owned(),
        "&lt;" => "<".to_owned(),
        "&gt;" => ">".to_owned(),
        "&quot;" => "\"".to_owned(),
        other => return rare_meaning(other),
    })
}

/// Asks the converter, which has HTML's whole table. The letters around keep it from trimming spaces.
fn rare_meaning(reference: &str) -> Option<String> {
    let shown = to_markdown(&format!("x{reference}x"));
    let meaning = shown.strip_prefix('x')?.strip_suffix('x')?;
    let plain = meaning.strip_prefix('\\').unwrap_or(meaning);
    (!plain.is_empty() && plain != reference).then(|| plain.to_owned())
}

fn length(text: &str) -> Option<usize> {
    let name = text.bytes().take(LONGEST).skip(1);
    let end = 1 + name.take_while(|byte| is_part(*byte)).count();
    (end > 1 && text[end..].starts_with(';')).then_some(end + 1)
}

fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'#'
}
