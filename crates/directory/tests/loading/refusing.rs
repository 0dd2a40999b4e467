//! Bad files: each has a stated outcome, and what was loaded stays.

use std::fs;

use fabrique_directory::{Day, Error, LoadOptions, Source, entries};

use crate::house::{House, WALDEC, table};

fn rows(name: &str) -> String {
    table(WALDEC, &[&[("id", "W751000001"), ("titre", name), ("position", "A")]])
}

/// A house whose association is called « avant ».
fn loaded() -> House {
    let house = House::new();
    house.load(Source::Rna, &house.file("rna_waldec_20250501_dpt_75.csv", rows("AVANT"))).unwrap();
    house
}

fn refused(house: &House, path: &std::path::Path) -> String {
    let error = house.load(Source::Rna, path).unwrap_err().to_string();
    assert_eq!(house.entry("W751000001").name, "AVANT");
    error
}

#[test]
fn the_same_file_twice_changes_nothing_and_says_so() {
    let house = loaded();
    let path = house.file("rna_waldec_20250501_dpt_75.csv", rows("AVANT"));
    assert!(house.load(Source::Rna, &path).unwrap().already_loaded);
}

#[test]
fn an_older_edition_is_refused_unless_asked_for() {
    let house = loaded();
    let path = house.file("rna_waldec_20240101_dpt_75.csv", rows("JADIS"));
    let error = house.load(Source::Rna, &path).unwrap_err();
    assert!(matches!(error, Error::Older { given: Day(20_240_101), loaded: Day(20_250_501), .. }), "{error}");
    let options = LoadOptions { replace: true, ..LoadOptions::default() };
    house.load_with(Source::Rna, &path, &options).unwrap();
    assert_eq!(house.entry("W751000001").name, "JADIS");
}

#[test]
fn a_file_with_less_than_half_the_rows_is_refused_unless_asked_for() {
    let house = loaded();
    let path = house.file("rna_waldec_20250601_dpt_75.csv", table(WALDEC, &[]));
    let error = house.load(Source::Rna, &path).unwrap_err();
    assert!(matches!(error, Error::Shrunk { given: 0, loaded: 1, .. }), "{error}");
    assert_eq!(house.entry("W751000001").name, "AVANT");
    let options = LoadOptions { replace: true, ..LoadOptions::default() };
    house.load_with(Source::Rna, &path, &options).unwrap();
    assert!(house.keys().is_empty());
}

#[test]
fn an_archive_cut_anywhere_is_refused() {
    let house = loaded();
    let whole = fs::read(
        house.archive("rna_waldec_20250601.zip", &[("rna_waldec_20250601_dpt_75.csv", rows("APRES").as_bytes())]),
    )
    .unwrap();
    for length in (0..whole.len()).step_by(61) {
        refused(&house, &house.file("rna_waldec_20250601.zip", &whole[..length]));
    }
}

#[test]
fn an_archive_whose_bytes_changed_is_refused_or_read_and_never_a_panic() {
    let house = loaded();
    let whole = fs::read(
        house.archive("rna_waldec_20250601.zip", &[("rna_waldec_20250601_dpt_75.csv", rows("APRES").as_bytes())]),
    )
    .unwrap();
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x55;
        let _ = house.load(Source::Rna, &house.file("rna_waldec_20250601.zip", &bytes));
        assert_eq!(house.entries().len(), 1);
    }
}

#[test]
fn an_archive_with_a_path_that_leaves_its_folder_is_refused() {
    let house = loaded();
    for member in [
        "../evil_75.csv",
        "/etc/evil_75.csv",
        "a/../../evil_75.csv",
        "a/../evil_75.csv",
        "..\\evil_75.csv",
        "C:\\evil_75.csv",
    ] {
        let error = refused(&house, &house.archive("evil.zip", &[(member, rows("APRES").as_bytes())]));
        assert!(error.contains("unsafe path"), "{member}: {error}");
    }
}

#[test]
fn an_archive_made_to_fill_the_disk_is_refused() {
    let house = loaded();
    let nothing = vec![b' '; 17 << 20];
    let error = refused(&house, &house.archive("bomb.zip", &[("rna_waldec_20250601_dpt_75.csv", &nothing)]));
    assert!(error.contains("times at most"), "{error}");
}

#[test]
fn a_member_that_holds_more_than_it_declares_is_refused() {
    let house = loaded();
    let path = house.archive("lying.zip", &[("rna_waldec_20250601_dpt_75.csv", rows("APRES").as_bytes())]);
    let mut bytes = fs::read(&path).unwrap();
    let central = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    bytes[central + 24..central + 28].copy_from_slice(&10_u32.to_le_bytes());
    refused(&house, &house.file("lying.zip", &bytes));
}

#[test]
fn folders_in_folders_are_looked_through_and_what_a_system_leaves_is_not() {
    let house = House::new();
    let text = rows("AVANT");
    let path = house.archive(
        "a.zip",
        &[
            ("x/y/rna_waldec_20250501_dpt_75.csv", text.as_bytes()),
            ("__MACOSX/x/._rna_75.csv", b"junk"),
            ("x/LISEZMOI.pdf", b"junk"),
        ],
    );
    assert_eq!(house.load(Source::Rna, &path).unwrap().parts, ["waldec-75"]);
}

#[test]
fn a_file_of_another_source_is_refused_with_what_it_lacks() {
    let house = loaded();
    let error = refused(&house, &house.file("autre.csv", "nom;prix\npain;1\n"));
    assert!(error.contains("id, titre, position") && error.contains("nom, prix"), "{error}");
    assert!(refused(&house, &house.file("vide.csv", "")).contains("empty"));
    assert!(matches!(house.load(Source::Rna, &house.file("image.png", "")), Err(Error::NothingToRead { .. })));
}

#[test]
fn a_broken_row_is_rejected_with_its_line_and_the_rest_goes_on() {
    let house = House::new();
    let mut text = rows("AVANT");
    text.push_str("\"W751000002\";\"trop court\"\n");
    text.push_str(
        &table(WALDEC, &[&[("id", "pas un numéro"), ("titre", "X")], &[("id", "W751000003"), ("titre", "APRES")]])
            [WALDEC.len() + 4..],
    );
    let report = house.load(Source::Rna, &house.file("rna_waldec_20250501_dpt_75.csv", text)).unwrap();
    let lines: Vec<u64> = report.rejections.iter().map(|rejection| rejection.line).collect();
    assert_eq!((house.keys().len(), lines), (2, vec![3, 4]), "{:?}", report.rejections);
    let beside = house.home().join("directory/shelves/rna").join(report.card.unwrap().rejections.unwrap());
    assert_eq!(fs::read_to_string(beside).unwrap().lines().count(), 2);
}

#[test]
fn two_files_of_one_department_are_not_chosen_between() {
    let house = House::new();
    house.file("both/rna_waldec_20250501_dpt_75.csv", rows("UN"));
    house.file("both/rna_waldec_20250601_dpt_75.csv", rows("DEUX"));
    let folder = house.home().parent().unwrap().join("both");
    assert!(matches!(house.load(Source::Rna, &folder), Err(Error::SamePart { .. })));
}

#[test]
fn json_cut_short_or_of_another_shape_is_refused() {
    let house = loaded();
    for text in ["{\"publications\":[{\"denomination\":\"A\"", "[]", "{\"autre\":[]}", "", "{\"publications\":3}"] {
        assert!(house.load(Source::Hatvp, &house.file("agora.json", text)).is_err(), "{text}");
    }
    assert_eq!(house.keys(), ["W751000001"]);
}

#[test]
fn a_shelf_that_is_damaged_says_to_load_again() {
    let house = loaded();
    let folder = house.home().join("directory/shelves/rna");
    let rows = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|e| e == "rows"))
        .unwrap();
    let whole = fs::read(&rows).unwrap();
    fs::write(&rows, &whole[..whole.len() / 2]).unwrap();
    let outcome: Result<Vec<_>, Error> = entries(&house.home()).and_then(Iterator::collect);
    assert!(outcome.unwrap_err().to_string().contains("load this source again"));
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600), source in 0_usize..6) {
        let house = House::new();
        for name in ["0_a.csv", "a.json"] {
            let _ = house.load(Source::ALL[source], &house.file(name, &bytes));
        }
    }
}
