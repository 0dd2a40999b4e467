//! What the site answers to, read from its source: no route and no field is left out by forgetting.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Where the rooms of commitments are: their routes are written from this one.
const ROOM: &str = "/admin/commitments/{id}";

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn texts() -> impl Iterator<Item = String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    sources(&folder).into_iter().map(|file| fs::read_to_string(file).unwrap())
}

/// The first literal of a text.
fn literal(text: &str) -> &str {
    text.split('"').nth(1).unwrap_or_default()
}

/// Every route of pages and API, with its holes.
pub(super) fn routes() -> BTreeSet<String> {
    let mut routes = BTreeSet::from([ROOM.to_owned()]);
    for text in texts() {
        for declared in text.split(".route(").skip(1) {
            let route = literal(declared.lines().next().unwrap_or_default());
            let route = route.replace("{at}", ROOM).replace("{{", "{").replace("}}", "}").replace("{*rest}", "{rest}");
            if route.starts_with('/') {
                routes.insert(route);
            }
        }
    }
    assert!(routes.len() > 110, "the source is not where it was: {routes:?}");
    routes
}

/// Every field that some form or some address may carry.
pub(super) fn fields() -> BTreeSet<String> {
    let doors = ["read(\"", "read_optional(\"", "read_choice(\"", "value(\"", "values(\"", "query(\"", "number(\""];
    let mut fields = BTreeSet::new();
    for text in texts() {
        for door in doors {
            fields.extend(text.split(door).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned()));
        }
    }
    fields
        .extend(["title_fr", "body_fr", "rules_fr", "after", "before", "q", "text", "seed", "sort"].map(str::to_owned));
    assert!(fields.len() > 40, "the source is not where it was: {fields:?}");
    fields
}
