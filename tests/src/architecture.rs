//! Which way dependencies point: the drawing of ARCHITECTURE.md, checked against the manifests.

use std::path::Path;

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

/// Every room and the rooms it may stand on, from the ground up. An arrow never turns back: a room
/// may only name rooms above its line in this table.
const ROOMS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("imports", &["domain"]),
    ("texts", &["domain"]),
    ("identity", &[]),
    ("documents", &["domain", "texts"]),
    ("search", &["domain"]),
    ("directory", &[]),
    ("storage", &["domain"]),
    ("app", &["domain", "imports", "texts", "identity", "documents", "search", "directory", "storage"]),
    // Pages read and write through `transact!` of storage, and show entries of the directory; they never write SQL.
    ("web", &["domain", "texts", "identity", "documents", "directory", "storage", "app"]),
    ("testkit", &["domain", "texts", "identity", "search", "storage", "app", "web"]),
    (
        "fabrique",
        &["domain", "imports", "texts", "identity", "documents", "search", "directory", "storage", "app", "web"],
    ),
    ("stories", &[]),
    // Measures on the scenes of the tests; like them it never ships.
    ("benches", &["domain", "directory", "storage", "app", "web", "testkit"]),
    ("xtask", &[]),
];

/// The room that only tests and benchmarks may stand on.
const ONLY_FOR_TESTS: &str = "testkit";

fn room(package: &str) -> &str {
    package.strip_prefix("fabrique-").unwrap_or(package)
}

fn packages() -> Vec<Package> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml");
    let metadata = MetadataCommand::new().manifest_path(manifest).no_deps().exec().unwrap();
    metadata.packages
}

/// The arrows from a package to our own rooms: `true` for those that only its tests need.
fn arrows(package: &Package) -> Vec<(&str, bool)> {
    let ours = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
    ours.map(|dependency| (room(&dependency.name), dependency.kind == DependencyKind::Development)).collect()
}

#[test]
fn every_arrow_is_in_the_drawing() {
    for package in packages() {
        let from = room(&package.name);
        let (_, allowed) = ROOMS.iter().find(|(name, _)| *name == from).unwrap_or_else(|| {
            panic!("{from} is not in the drawing: give it a place in ARCHITECTURE.md and in this table");
        });
        for (to, _) in arrows(&package).iter().filter(|(_, for_tests)| !for_tests) {
            assert!(allowed.contains(to), "{from} stands on {to}, which the drawing does not allow");
        }
    }
}

#[test]
fn only_tests_and_benchmarks_stand_on_the_testkit() {
    for package in packages() {
        for (to, for_tests) in arrows(&package) {
            let ships = room(&package.name) != "benches" && !for_tests;
            assert!(to != ONLY_FOR_TESTS || !ships, "{} ships the testkit", package.name);
        }
    }
}

#[test]
fn no_arrow_of_the_drawing_turns_back() {
    for (index, (name, below)) in ROOMS.iter().enumerate() {
        for to in *below {
            assert!(ROOMS[..index].iter().any(|(room, _)| room == to), "{name} names {to}, which is not below it");
        }
    }
}

#[test]
fn only_storage_names_the_driver_of_the_databases() {
    for package in packages() {
        let names_it = package.dependencies.iter().any(|dependency| dependency.name == "sqlx");
        assert_eq!(names_it, room(&package.name) == "storage", "{}", package.name);
    }
}
