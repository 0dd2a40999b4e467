//! The real files, when they are at hand: the folder named by `FABRIQUE_SAMPLES`, else `../shared/data` beside the clone.

use std::path::PathBuf;

use fabrique_directory::{LoadOptions, Source, load};

use crate::house::House;

/// The folder of the real files; nothing, said plainly, when there is none.
fn samples() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    #[expect(clippy::disallowed_methods, reason = "tests are told by their environment where the real files are")]
    let folder = std::env::var_os("FABRIQUE_SAMPLES").map_or_else(beside, PathBuf::from);
    let there = folder.join("rna_import_20250501.zip").exists();
    #[expect(clippy::print_stderr, reason = "a test that skips says so")]
    if !there {
        eprintln!("skipped: no real files in {}", folder.display());
    }
    there.then_some(folder)
}

#[test]
fn the_real_registers_are_read_and_joined() {
    let Some(samples) = samples() else { return };
    let house = House::new();
    let read = |source, name: &str| {
        load(&house.home(), source, &[samples.join(name)], &LoadOptions::default(), &|_| {}).unwrap()
    };
    let rna = read(Source::Rna, "rna_import_20250501.zip");
    assert_eq!((rna.read, rna.left_out, rna.parts.len()), (402_656, 7_792, 65));
    assert!(rna.rejected < 50, "{}", rna.rejected);
    let hatvp = read(Source::Hatvp, "hatvp_vues_separees_2020.zip");
    assert_eq!((hatvp.read, hatvp.left_out, hatvp.rejected), (1_954, 26, 0));
    let institutions = read(Source::Institutions, "annuaire_national_2016.tsv");
    assert!(institutions.kept > 4_000 && institutions.rejected < 10);
    read(Source::Rna, "rna_objet_social.csv");
    let entries = house.entries();
    assert!(entries.windows(2).all(|pair| pair[0].key < pair[1].key));
    let objects: usize = entries.iter().map(|entry| entry.lobbying.len()).sum();
    assert!((14_000..=15_123).contains(&objects), "{objects}");
    let aliases = entries.iter().filter(|entry| entry.key.starts_with('W') && !entry.aliases.is_empty()).count();
    assert!(aliases > 90_000, "{aliases}");
    let parents = entries.iter().filter(|entry| !entry.parent.is_empty()).count();
    assert!(parents > 3_500, "{parents}");
}
