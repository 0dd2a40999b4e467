//! Every public function of storage is used by what is tested on both engines: these tests, or the
//! use-cases, whose tests run on both too, or each other. One that is none of it is a query that no
//! engine ever read.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

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

fn room() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every public asynchronous function outside an `impl`: the modules it stands in, and its name.
fn functions() -> Vec<(Vec<String>, String)> {
    let source = room().join("src");
    let mut found = Vec::new();
    for file in files(&source) {
        let modules = file.strip_prefix(&source).unwrap().with_extension("");
        let modules: Vec<_> = modules.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        if modules[0] == "testing" {
            continue;
        }
        for line in fs::read_to_string(&file).unwrap().lines() {
            if let Some(rest) = line.strip_prefix("pub async fn ") {
                found.push((modules.clone(), rest.split(['(', '<']).next().unwrap().to_owned()));
            }
        }
    }
    found
}

/// The calls of some sources: the module before the name, and the name.
fn calls(folder: &Path) -> BTreeSet<(String, String)> {
    let mut calls = BTreeSet::new();
    for file in files(folder).into_iter().filter(|file| !file.ends_with("coverage.rs")) {
        let text = fs::read_to_string(file).unwrap();
        for (at, _) in text.match_indices('(') {
            let part_of_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
            let path = text[..at].rsplit(|letter| !part_of_path(letter)).next().unwrap_or_default();
            if let Some((modules, name)) = path.rsplit_once("::") {
                calls.insert((modules.rsplit("::").next().unwrap_or_default().to_owned(), name.to_owned()));
            }
        }
    }
    calls
}

#[test]
fn every_function_is_read_by_both_engines() {
    let functions = functions();
    assert!(functions.len() > 200, "the source is not where it was: {}", functions.len());
    let mut calls_of_tests = calls(&room().join("tests"));
    for callers in ["src", "../app/src"] {
        calls_of_tests.extend(calls(&room().join(callers)));
    }
    let called = |module: &str, name: &str| calls_of_tests.contains(&(module.to_owned(), name.to_owned()));
    let unread: Vec<_> = functions
        .iter()
        // The use-cases of the public data call their room in storage by that name.
        .filter(|(modules, name)| !modules.iter().any(|module| called(module, name)) && !called("storage", name))
        .map(|(modules, name)| format!("{}::{name}", modules.join("::")))
        .collect();
    assert_eq!(unread, [""; 0], "no engine ever read these");
}
