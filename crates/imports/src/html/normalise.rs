//! The last step of every text: the same Markdown however it came.
//!
//! Each rule leaves nothing that it, or an earlier one, would change again; that is what makes
//! cleaning stable.

use super::reference;

/// Normalises Markdown or plain text that holds no known HTML element.
///
/// Line ends are LF, and a break between two lines of a paragraph is written as a backslash, since
/// people who typed lines meant lines. At most one blank line stays, no space ends a line, `<` never
/// begins an element. Letters written as references are decoded.
pub(super) fn normalise(text: &str) -> String {
    let text = without_controls(text);
    let text = reference::replace(&text, harmless);
    let text = without_tags(&text);
    join(text.lines().map(line))
}

fn without_controls(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .replace('\t', " ")
        .replace(|c: char| (c.is_control() && c != '\n') || c == '\u{FEFF}', "")
}

/// The meaning of a reference that cannot form markup with its neighbours. The others stay as they
/// are, and Markdown shows them right.
fn harmless(reference: &str) -> Option<String> {
    if matches!(reference, "&amp;" | "&lt;" | "&gt;") {
        return None;
    }
    let is_harmless = |c: char| matches!(c, '"' | '\'') || (!c.is_ascii() && !is_line_end(c));
    reference::meaning(reference).filter(|meaning| meaning.chars().all(is_harmless))
}

fn is_line_end(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}')
}

/// Writes `<` as a reference wherever a renderer could read an element. An address in angle brackets
/// is Markdown's own form of a link, and stays.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('<');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        if begins_element(part) {
            drop_escape(&mut out);
            out.push_str("&lt;");
        } else {
            out.push('<');
        }
        out.push_str(part);
    }
    out
}

fn begins_element(after: &str) -> bool {
    let is_link = ["http://", "https://", "mailto:"].iter().any(|scheme| after.starts_with(scheme));
    !is_link && after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// Takes back the backslash that escaped a `<`: before a reference it would escape the `&`.
fn drop_escape(out: &mut String) {
    let backslashes = out.len() - out.trim_end_matches('\\').len();
    if backslashes % 2 == 1 {
        out.pop();
    }
}

/// One line: no space at its end, no lone or non-breaking space at its beginning.
fn line(line: &str) -> String {
    let line = line.trim_end();
    let text = line.trim_start();
    let indent = &line[..line.len() - text.len()];
    let counts = indent.len() > 1 && indent.bytes().all(|byte| byte == b' ');
    let indent = if counts { indent } else { "" };
    format!("{indent}{}", single_spaces(text, false))
}

/// Replaces runs of white space that hold a non-breaking space, or all runs, by one space; it does
/// not break where French typography wants that. A single non-breaking space stays.
pub(super) fn single_spaces(text: &str, all: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(char::is_whitespace) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        rest = from.trim_start();
        let run = &from[..from.len() - rest.len()];
        out.push_str(space(run, &out, rest, all));
    }
    out.push_str(rest);
    out
}

fn space<'run>(run: &'run str, before: &str, after: &str, all: bool) -> &'run str {
    let is_single = run.chars().nth(1).is_none();
    let breaks = run.chars().all(|c| c.is_ascii_whitespace());
    match (is_single, breaks) {
        (true, false) => run,
        (_, true) if !all => run,
        (_, true) => " ",
        _ if before.ends_with('«') || after.starts_with([':', ';', '?', '!', '»', '%']) => "\u{A0}",
        _ => " ",
    }
}

/// Joins lines, with a break between two lines of one paragraph.
fn join(lines: impl Iterator<Item = String>) -> String {
    let mut out = String::new();
    let mut last = String::new();
    for line in lines {
        if line.is_empty() {
            last = line;
            continue;
        }
        let line = without_underline(line, &last);
        out.push_str(match (out.is_empty(), last.is_empty()) {
            (true, _) => "",
            (_, true) => "\n\n",
            _ if needs_break(&last, &line) => "\\\n",
            _ => "\n",
        });
        out.push_str(&line);
        last = line;
    }
    out
}

/// Escapes dashes typed under a line of text, which would make a heading of the whole paragraph.
fn without_underline(line: String, last: &str) -> String {
    let text = line.trim_start();
    let is_underline = ['-', '='].iter().any(|mark| text.trim_matches(*mark).is_empty());
    if last.is_empty() || !is_underline {
        return line;
    }
    format!("\\{text}")
}

/// Whether Markdown would join two lines that were apart. A break that is already there does not
/// count in what a line looks like, or a second cleaning would see another line.
fn needs_break(line: &str, next: &str) -> bool {
    !line.ends_with('\\') && continues(line, without_break(next))
}

fn without_break(line: &str) -> &str {
    line.strip_suffix('\\').unwrap_or(line)
}

fn continues(line: &str, next: &str) -> bool {
    let (line, next) = (line.trim(), next.trim());
    if let (Some(line), Some(next)) = (line.strip_prefix('>'), next.strip_prefix('>')) {
        return continues(line, next);
    }
    let is_text = !line.is_empty() && !is_heading(line) && !is_rule(line);
    is_text && !next.is_empty() && !begins_block(next)
}

fn begins_block(line: &str) -> bool {
    is_heading(line)
        || is_rule(line)
        || is_item(line)
        || ["```", "~~~", ">", "|"].iter().any(|mark| line.starts_with(mark))
}

fn is_heading(line: &str) -> bool {
    let text = line.trim_start_matches('#');
    text.len() < line.len() && (text.is_empty() || text.starts_with(' '))
}

/// A rule between parts.
fn is_rule(line: &str) -> bool {
    line.starts_with(['-', '*', '_']) && line.chars().all(|c| c == ' ' || line.starts_with(c)) && line.len() > 2
}

fn is_item(line: &str) -> bool {
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = after_number.len() < line.len() && after_number.starts_with(['.', ')']);
    let marked = line.starts_with(['-', '*', '+']);
    let mark = if numbered { after_number } else { line };
    (numbered || marked) && mark.as_bytes().get(1) == Some(&b' ')
}
