//! What the sources and the templates ask of the catalogues.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// What is asked for.
#[derive(Default)]
pub(super) struct Asked {
    /// Whole keys, `texts.get("…")`.
    keys: BTreeSet<String>,
    /// Keys made of parts that vary, `format!("rule-{rule}")`: what stands around them.
    made: BTreeSet<Vec<String>>,
    /// The prefixes of closed choices, `texts.choice("…", value)`.
    prefixes: BTreeSet<String>,
    /// The rules that say no, `Refused("…")`.
    rules: BTreeSet<String>,
    /// The closed choices of the domain, each as its codes.
    choices: Vec<BTreeSet<String>>,
    /// Every text between quotes.
    literals: BTreeSet<String>,
}

impl Asked {
    /// Reads every source and template of the workspace.
    pub(super) fn everywhere() -> Self {
        let mut asked = Self::default();
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
        for file in files(&crates) {
            let text = fs::read_to_string(&file).unwrap();
            match file.extension().and_then(|extension| extension.to_str()) {
                Some("rs") => asked.read(&without_comments(&text)),
                Some("html" | "txt" | "xml") => asked.read(&expressions(&text)),
                _ => {}
            }
        }
        asked
    }

    fn read(&mut self, text: &str) {
        self.literals.extend(quoted(text).map(|(_, literal)| literal.to_owned()));
        for (before, literal) in quoted(text) {
            let before = before.trim_end();
            if before.ends_with(".get(") && is_key(literal) {
                self.keys.insert(literal.to_owned());
            } else if before.ends_with(".choice(") {
                self.prefixes.insert(literal.to_owned());
            } else if before.ends_with("Refused(") {
                self.rules.insert(literal.to_owned());
            }
            if let Some(made) = made(literal) {
                self.made.insert(made);
            }
        }
        self.choices.extend(text.split("choice! {").skip(1).map(codes));
    }

    /// What is asked for, and not in `known`.
    pub(super) fn missing(&self, known: &BTreeSet<String>) -> BTreeSet<String> {
        let keys = self.keys.iter().cloned();
        let rules = self.rules.iter().map(|rule| format!("rule-{rule}"));
        let mut missing: BTreeSet<String> = keys.chain(rules).filter(|key| !known.contains(key)).collect();
        missing.extend(self.prefixes.iter().filter(|prefix| !self.is_said(prefix, known)).map(|p| format!("{p}-*")));
        missing
    }

    /// Whether some closed choice is said whole under a prefix.
    fn is_said(&self, prefix: &str, known: &BTreeSet<String>) -> bool {
        let said = |code: &String| known.contains(&format!("{prefix}-{code}"));
        self.choices.iter().any(|codes| !codes.is_empty() && codes.iter().all(said))
    }

    /// Whether a key is asked for: whole, or made of parts that the sources have.
    pub(super) fn asks(&self, key: &str) -> bool {
        self.literals.contains(key)
            || self.made.iter().any(|fixed| self.makes(key, fixed))
            || self.prefixes.iter().any(|prefix| self.chooses(key, prefix))
    }

    /// Whether `key` is the fixed parts in order, with between them only texts that the sources have.
    fn makes(&self, key: &str, fixed: &[String]) -> bool {
        let Some((first, others)) = fixed.split_first() else { return false };
        let Some(rest) = key.strip_prefix(first.as_str()) else { return false };
        if others.is_empty() {
            return rest.is_empty();
        }
        (1..=rest.len()).any(|cut| self.has(&rest[..cut]) && self.makes(&rest[cut..], others))
    }

    fn has(&self, part: &str) -> bool {
        self.literals.contains(part) || self.literals.contains(&part.replace('-', "_"))
    }

    fn chooses(&self, key: &str, prefix: &str) -> bool {
        let code = key.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
        code.is_some_and(|code| self.choices.iter().any(|codes| codes.contains(code)))
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// A source without its comments, whose examples ask for nothing.
fn without_comments(source: &str) -> String {
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// What a template computes, without the HTML around it.
fn expressions(template: &str) -> String {
    let between = |open: &str, close: &str| {
        let opened: Vec<&str> = template.split(open).skip(1).collect();
        opened.iter().filter_map(|rest| rest.split_once(close)).map(|(inside, _)| inside.to_owned()).collect::<Vec<_>>()
    };
    [between("{{", "}}"), between("{%", "%}")].concat().join("\n")
}

/// Each text between quotes, with what stands before it. Quotes are paired a line at a time, so
/// that a text over several lines cannot turn the rest of the file inside out.
fn quoted(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut offset = 0;
    text.split_inclusive('\n').flat_map(move |line| {
        let start = offset;
        offset += line.len();
        let quotes: Vec<usize> = line.match_indices('"').map(|(place, _)| start + place).collect();
        let quotes: Vec<usize> = quotes.into_iter().filter(|place| !text[..*place].ends_with(['\\', '\''])).collect();
        let pairs: Vec<_> =
            quotes.chunks_exact(2).map(|pair| (&text[..pair[0]], &text[pair[0] + 1..pair[1]])).collect();
        pairs
    })
}

/// Whether a text has the form of a key: `noun-thing`.
fn is_key(text: &str) -> bool {
    text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// `rule-{rule}` → what stands around the parts that vary.
fn made(literal: &str) -> Option<Vec<String>> {
    let mut pieces = literal.split('{');
    let mut fixed = vec![pieces.next()?.to_owned()];
    for piece in pieces {
        fixed.push(piece.split_once('}')?.1.to_owned());
    }
    let fits = |part: &String| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let is_made = fixed.len() > 1 && fixed.iter().all(fits) && fixed.iter().any(|part| part.contains('-'));
    is_made.then_some(fixed)
}

/// The codes of a `choice!` declaration, as keys write them.
fn codes(declaration: &str) -> BTreeSet<String> {
    let body = declaration.split("\n    }\n").next().unwrap_or(declaration);
    let body = body.split("\n}\n").next().unwrap_or(body);
    let lines = body.lines().filter_map(|line| line.trim().split_once(" = \"")?.1.strip_suffix("\","));
    lines.map(|code| code.replace('_', "-")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(source: &str) -> Asked {
        let mut asked = Asked::default();
        asked.read(source);
        asked
    }

    fn known(keys: &[&str]) -> BTreeSet<String> {
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    #[test]
    fn a_missing_key_or_rule_is_found() {
        let asked = asked("t.get(\"plan-title\"); Error::Refused(\"too-late\"); headers.get(\"etag\")");
        assert_eq!(asked.missing(&known(&[])), known(&["plan-title", "rule-too-late"]));
        assert_eq!(asked.missing(&known(&["plan-title", "rule-too-late"])), known(&[]));
    }

    #[test]
    fn a_closed_choice_must_be_said_whole() {
        let source = "choice! {\n    Level(\"level\") {\n        A = \"part_a\",\n        B = \"b\",\n    }\n}\nt.choice(\"level\", x)";
        assert_eq!(asked(source).missing(&known(&["level-part-a"])), known(&["level-*"]));
        assert_eq!(asked(source).missing(&known(&["level-part-a", "level-b"])), known(&[]));
        assert!(asked(source).asks("level-part-a") && !asked(source).asks("level-c"));
    }

    #[test]
    fn a_key_that_is_made_is_asked_for_only_with_a_part_that_exists() {
        let asked = asked("format!(\"rule-{rule}\"); Refused(\"too-late\")");
        assert!(asked.asks("rule-too-late") && !asked.asks("rule-too-early"));
    }
}
