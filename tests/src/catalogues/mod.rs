//! Every word of the interface exists in both languages, is asked for somewhere, and is set as
//! French typography wants it.

mod asked;
mod typography;

use std::collections::{BTreeMap, BTreeSet};

use fabrique_domain::Language;
use fabrique_texts::sources;

use asked::Asked;

/// The messages of a language, by key, as they are written.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    for (_, noun, text) in sources().iter().filter(|(of, _, _)| *of == language) {
        for (key, message) in entries(text) {
            let twice = messages.insert(key.clone(), message).is_some();
            assert!(!twice, "{}/{noun}.ftl says {key}, which was said before", language_folder(language));
        }
    }
    messages
}

/// Cuts a catalogue into its messages: each begins at the edge, and goes on indented.
fn entries(text: &str) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" =") {
            Some((key, value)) if key.starts_with(|first: char| first.is_ascii_lowercase()) => {
                entries.push((key.to_owned(), value.trim_start_matches(' ').to_owned()));
            }
            _ => {
                if let Some((_, message)) = entries.last_mut() {
                    message.push('\n');
                    message.push_str(line);
                }
            }
        }
    }
    entries
}

fn language_folder(language: Language) -> &'static str {
    fabrique_domain::Choice::code(language)
}

/// The names that stand behind a dollar, but for those that only choose between forms: French
/// agrees in gender where English does not.
fn variables(message: &str) -> BTreeSet<&str> {
    let cut = |rest: &str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    let named = message.split('$').skip(1).map(|rest| rest.split_at(cut(rest)));
    named.filter(|(_, after)| !after.trim_start().starts_with("->")).map(|(name, _)| name).collect()
}

#[test]
fn every_catalogue_can_be_read() {
    for (language, noun, text) in sources() {
        if let Err((_, faults)) = fluent_syntax::parser::parse(*text) {
            panic!("{}/{noun}.ftl: {faults:?}", language_folder(*language));
        }
    }
}

#[test]
fn both_languages_say_the_same_things() {
    let (french, english) = (messages(Language::French), messages(Language::English));
    let only = |of: &BTreeMap<String, String>, not: &BTreeMap<String, String>| -> Vec<String> {
        of.keys().filter(|key| !not.contains_key(*key)).cloned().collect()
    };
    assert_eq!(only(&french, &english), Vec::<String>::new(), "said in French only");
    assert_eq!(only(&english, &french), Vec::<String>::new(), "said in English only");
}

#[test]
fn both_languages_use_the_same_variables() {
    let english = messages(Language::English);
    for (key, message) in messages(Language::French) {
        let Some(other) = english.get(&key) else { continue };
        assert_eq!(variables(&message), variables(other), "{key}");
    }
}

#[test]
fn every_word_that_is_asked_for_exists() {
    let known: BTreeSet<String> = messages(Language::French).into_keys().collect();
    let missing: BTreeSet<String> = Asked::everywhere().missing(&known);
    assert_eq!(missing, BTreeSet::new(), "asked for in the sources, and in no catalogue");
}

#[test]
fn every_word_is_asked_for() {
    let asked = Asked::everywhere();
    let unused: Vec<String> = messages(Language::French).into_keys().filter(|key| !asked.asks(key)).collect();
    assert_eq!(unused, Vec::<String>::new(), "in the catalogues, and asked for nowhere");
}

#[test]
fn french_is_set_with_its_spaces_and_apostrophes() {
    let faults: Vec<String> = messages(Language::French)
        .iter()
        .filter_map(|(key, message)| typography::fault(message).map(|fault| format!("{key}: {fault}")))
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}
