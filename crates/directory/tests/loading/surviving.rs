//! A load that dies at any moment leaves what was loaded.

use std::env::current_exe;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};

use fabrique_directory::{Error, LoadOptions, Source, entries, generate, load};

use crate::house::House;

/// Not a test of its own: the process that [`a_load_killed_at_any_moment_leaves_the_shelf_of_before`] starts in a folder
/// and that dies, without a word, at the moment written there.
#[test]
#[ignore = "it dies"]
fn dies() {
    let moment: u64 = std::fs::read_to_string("moment").unwrap().parse().unwrap();
    let told = AtomicU64::new(0);
    let watch = |_| {
        if told.fetch_add(1, Ordering::Relaxed) == moment {
            std::process::abort();
        }
    };
    load(Path::new("home"), Source::Rna, &[PathBuf::from("second.zip")], &LoadOptions::default(), &watch).unwrap();
}

fn first_names(home: &Path) -> Vec<String> {
    entries(home).unwrap().take(100).map(|entry| entry.unwrap().name).collect()
}

#[test]
fn a_load_killed_at_any_moment_leaves_the_shelf_of_before() {
    let house = House::new();
    let folder = house.home().parent().unwrap().to_path_buf();
    for (seed, name) in [(1, "first.zip"), (2, "second.zip")] {
        generate(2_000, seed, &folder.join(name), &|_| {}).unwrap();
    }
    house.load(Source::Rna, &folder.join("first.zip")).unwrap();
    let before = first_names(&house.home());
    let mut died = 0;
    // One moment a department, the last before the card is replaced.
    for moment in [0, 1, 50, 99, 100, 101, 102] {
        std::fs::write(folder.join("moment"), moment.to_string()).unwrap();
        let child = Command::new(current_exe().unwrap())
            .args(["--exact", "surviving::dies", "--ignored"])
            .current_dir(&folder)
            .output()
            .unwrap();
        if child.status.success() {
            break;
        }
        died += 1;
        assert_eq!(first_names(&house.home()), before, "killed at moment {moment}");
    }
    assert!(died >= 5, "{died}");
    assert_ne!(first_names(&house.home()), before);
}

#[test]
fn two_loads_at_once_do_not_mix() {
    let house = House::new();
    let path = house.home().parent().unwrap().join("first.zip");
    generate(1_000, 1, &path, &|_| {}).unwrap();
    let watch = |_| {
        let other = load(&house.home(), Source::Rna, std::slice::from_ref(&path), &LoadOptions::default(), &|_| {});
        assert!(matches!(other, Err(Error::Busy { .. })));
    };
    let report =
        load(&house.home(), Source::Rna, std::slice::from_ref(&path), &LoadOptions::default(), &watch).unwrap();
    assert_eq!((report.read, report.rejected), (1_000, 0));
}

#[test]
fn a_register_made_up_is_read_without_a_rejected_row_and_the_same_seed_makes_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["a.zip", "b.zip", "c.zip"].map(|name| folder.path().join(name));
    for (path, seed) in paths.iter().zip([5, 5, 6]) {
        generate(5_000, seed, path, &|_| {}).unwrap();
    }
    let [one, same, other] = paths.each_ref().map(|path| std::fs::read(path).unwrap());
    assert!(one == same && one != other);
    let house = House::new();
    let report = house.load(Source::Rna, &paths[0]).unwrap();
    assert_eq!((report.read, report.rejected, report.parts.len()), (5_000, 0, 101));
    let entries = house.entries();
    let dissolved = entries.iter().filter(|entry| entry.life.is_dissolved).count();
    assert!((400..800).contains(&dissolved), "{dissolved}");
    assert!(entries.iter().filter(|entry| entry.themes[0] > 0).count() > 4_000);
}
