//! Every use-case stands in a table: the source is read, and one that no table tries is named.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// What no person asks for, so that there is nobody to let in or keep out, and why.
const WITHOUT_ACTOR: &[(&str, &str)] = &[
    ("account::housekeeping::sweep", "the worker, once a day"),
    ("account::session::resolve_session", "finds out who acts"),
    ("account::session::touch_session", "finds out who acts"),
    ("account::token::resolve_token", "finds out who acts"),
    ("amendment::outdate", "a step of whatever changes a proposal"),
    ("commitment::life::check_plan_publishable", "a step of publishing a plan"),
    ("consultation::approve::tell_opening", "the worker, at the hour of opening"),
    ("event::record", "a step of whatever makes news"),
    ("mail::enqueue", "a step of whatever writes to somebody"),
    ("mail::tell", "a step of whatever writes to somebody"),
    ("rate_limit::count", "a step of whatever is limited"),
    ("search::following::feed", "the console"),
    ("search::following::follow", "each process, when something changed"),
    ("search::following::forget", "the worker, once a day"),
    ("search::following::number", "the worker, when something changed"),
    ("search::following::rebuild", "the console"),
    ("subscription::announcement::announce", "a step of whatever is told to subscribers"),
    ("subscription::announcement::fan_out", "the worker"),
    ("subscription::opening::tell_opened", "the worker"),
    ("subscription::request::sweep", "the worker, once a day"),
];

/// A use-case: its file as a path of modules, and its name.
type UseCase = (Vec<String>, String);

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// Every public asynchronous function of the crate that stands outside an `impl`.
fn use_cases() -> Vec<UseCase> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for file in files(&source) {
        let modules = file.strip_prefix(&source).unwrap().with_extension("");
        let modules: Vec<_> = modules.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        let modules: Vec<_> = modules.into_iter().filter(|part| part != "mod").collect();
        for line in fs::read_to_string(&file).unwrap().lines() {
            if let Some(rest) = line.strip_prefix("pub async fn ") {
                let name = rest.split(['(', '<']).next().unwrap();
                found.push((modules.clone(), name.to_owned()));
            }
        }
    }
    found
}

/// What stands between the parenthesis that just opened and the one that closes it.
fn inside(after: &str) -> &str {
    let mut depth = 1;
    let end = after.find(|letter| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth == 0
    });
    &after[..end.unwrap_or(after.len())]
}

/// The calls that the tables make for each of the cast: the module before the name, if any, and the name.
fn calls() -> BTreeSet<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/authorisation");
    let mut calls = BTreeSet::new();
    for file in files(&folder).into_iter().filter(|file| !file.ends_with("coverage.rs")) {
        let source = fs::read_to_string(file).unwrap();
        for body in source.split("let_in!(").skip(1).map(inside) {
            calls.extend(calls_of(body).map(|(called, _)| called));
        }
        // A table that is not a `let_in!` goes over the cast by itself: `for (name, actor) in …`.
        calls.extend(calls_of(&source).filter(|(_, given)| given.contains("&actor")).map(|(called, _)| called));
    }
    calls
}

/// Each call of a text, and what it is given.
fn calls_of(text: &str) -> impl Iterator<Item = ((String, String), &str)> {
    text.match_indices('(').filter_map(|(at, _)| {
        let before = &text[..at];
        let path = before.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != ':').next()?;
        let mut parts = path.rsplit("::");
        let name = parts.next().filter(|name| !name.is_empty())?;
        Some(((parts.next().unwrap_or_default().to_owned(), name.to_owned()), inside(&text[at + 1..])))
    })
}

/// Whether a table calls a use-case: under one of its modules, or bare when no other has its name.
fn is_called((modules, name): &UseCase, alone: bool, calls: &BTreeSet<(String, String)>) -> bool {
    let called = |module: &str| calls.contains(&(module.to_owned(), name.clone()));
    modules.iter().any(|module| called(module)) || (alone && called(""))
}

#[test]
fn every_use_case_is_tried_by_everybody() {
    let (use_cases, calls) = (use_cases(), calls());
    assert!(use_cases.len() > 150, "the source is not where it was: {}", use_cases.len());
    let mut names = BTreeMap::<_, usize>::new();
    for (_, name) in &use_cases {
        *names.entry(name).or_default() += 1;
    }
    let full = |(modules, name): &UseCase| format!("{}::{name}", modules.join("::"));
    let spared: BTreeSet<_> = WITHOUT_ACTOR.iter().map(|(path, _)| (*path).to_owned()).collect();
    let known: BTreeSet<_> = use_cases.iter().map(full).collect();
    assert_eq!(spared.difference(&known).collect::<Vec<_>>(), [""; 0], "spared and gone");
    let untried: Vec<_> = use_cases
        .iter()
        .filter(|use_case| !spared.contains(&full(use_case)) && !is_called(use_case, names[&use_case.1] == 1, &calls))
        .map(full)
        .collect();
    assert_eq!(untried, [""; 0], "in no table: give each a `let_in!` in the module of its noun");
}
