//! Filling an instance: the example, an import, a load.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

use crate::program::Home;

fn json(home: &Home, arguments: &[&str]) -> Value {
    let arguments: Vec<&str> = std::iter::once("--json").chain(arguments.iter().copied()).collect();
    serde_json::from_str(&home.succeeds(&arguments)).unwrap()
}

#[test]
fn the_example_is_told_once_and_gives_a_link_to_each_role() {
    let home = Home::new();
    let made = json(&home, &["init", "--demo", "--samples", "nowhere"]);
    assert_eq!((&made["demo"]["told"], &made["demo"]["imported"]), (&Value::Bool(true), &Value::Null));
    let links = made["demo"]["links"].as_array().unwrap();
    let roles: BTreeSet<_> = links.iter().map(|link| link["role"].as_str().unwrap()).collect();
    assert_eq!(roles.len(), 7, "{roles:?}");
    let again = json(&home, &["init", "--demo", "--samples", "nowhere"]);
    assert_eq!(again["demo"]["told"], false);
    assert_ne!(again["demo"]["links"], made["demo"]["links"], "each link is good once");
}

#[test]
fn an_import_tells_what_it_did_and_does_it_once() {
    let home = Home::with_instance();
    let export = home.path().join("export.jsonl");
    fs::write(&export, "{\"opinion\": {\"id\": 1, \"title\": \"Des bancs\"}}\n{torn\n").unwrap();
    let import = ["import", "cap-collectif", export.to_str().unwrap(), "--into", "bancs"];
    let first = json(&home, &import);
    assert_eq!((&first["created"], &first["rejected"][0]["line"]), (&1.into(), &2.into()));
    let second = json(&home, &import);
    assert_eq!((&second["created"], &second["unchanged"]), (&0.into(), &1.into()));
    let said = home.succeeds(&import);
    assert!(said.contains("Nothing changed."), "{said}");
}

#[test]
fn a_file_that_is_no_export_is_refused() {
    let home = Home::with_instance();
    let file = home.path().join("notes.csv");
    fs::write(&file, "a,b\n").unwrap();
    let said = home.fails(&["import", "decidim", file.to_str().unwrap()], 1);
    assert!(said.contains("neither proposals nor comments"), "{said}");
}

#[test]
fn a_load_has_the_size_asked_for_and_tokens_of_people_without_a_position() {
    let home = Home::with_instance();
    let tokens = home.path().join("tokens");
    let size = ["--people", "20", "--proposals", "5", "--supports", "30", "--arguments", "8", "--seed", "4"];
    let load: Vec<&str> = ["generate", "load"].into_iter().chain(size).collect();
    let with_tokens: Vec<&str> = load.iter().copied().chain(["--tokens", tokens.to_str().unwrap()]).collect();
    let filled = json(&home, &with_tokens);
    assert_eq!((&filled["supports"], &filled["consultation"]), (&30.into(), &"load-4".into()));
    let secrets = fs::read_to_string(tokens).unwrap();
    assert_eq!(secrets.lines().collect::<BTreeSet<_>>().len(), 10);
    assert!(home.fails(&load, 1).contains("the seed 4 was used"));
    assert!(home.fails(&["generate", "load", "--people", "2", "--supports", "9999"], 1).contains("more people"));
}
