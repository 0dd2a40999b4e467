//! A new edition says what it changes.

use fabrique_directory::{ChangeKind, Error, Source, changes, generate_later};

use crate::house::{House, IMPORT, WALDEC, table};

#[test]
fn a_new_edition_says_who_is_new_renamed_moved_dissolved_and_gone() {
    let house = House::new();
    let row = |id, name, commune, position| {
        [("id", id), ("titre", name), ("adrs_libcommune", commune), ("position", position)]
    };
    let first = table(
        WALDEC,
        &[
            &row("W751000001", "MEME", "PARIS", "A"),
            &row("W751000002", "AVANT", "PARIS", "A"),
            &row("W751000003", "PARTANTE", "PARIS", "A"),
            &row("W751000004", "MORTELLE", "PARIS", "A"),
            &row("W751000005", "EFFACEE", "PARIS", "A"),
        ],
    );
    let second = table(
        WALDEC,
        &[
            &row("W751000001", "Même", "Paris", "A"),
            &row("W751000002", "APRES", "PARIS", "A"),
            &row("W751000003", "PARTANTE", "LYON", "A"),
            &row("W751000004", "MORTELLE", "PARIS", "D"),
            &row("W751000006", "NEE", "PARIS", "A"),
        ],
    );
    assert!(house.load(Source::Rna, &house.file("rna_waldec_20250501_dpt_75.csv", first)).unwrap().changes.is_none());
    let report = house.load(Source::Rna, &house.file("rna_waldec_20250601_dpt_75.csv", second)).unwrap();
    let told = report.changes.unwrap();
    assert_eq!((told.new, told.renamed, told.moved, told.dissolved, told.gone), (1, 1, 1, 1, 1));
    let kept = changes(&house.home(), Source::Rna, 10).unwrap();
    assert_eq!(kept, told.first);
    let list: Vec<_> =
        kept.iter().map(|change| (change.kind, change.id.as_str(), change.from.as_str(), change.to.as_str())).collect();
    assert_eq!(
        list,
        [
            (ChangeKind::Renamed, "W751000002", "AVANT", "APRES"),
            (ChangeKind::Moved, "W751000003", "PARIS", "LYON"),
            (ChangeKind::Dissolved, "W751000004", "", ""),
            (ChangeKind::Gone, "W751000005", "", ""),
            (ChangeKind::New, "W751000006", "", ""),
        ]
    );
}

#[test]
fn a_record_taken_over_is_neither_gone_nor_new() {
    let house = House::new();
    let first = table(IMPORT, &[&[("id", "513S2000"), ("titre", "JEUNES"), ("position", "A")]]);
    let second =
        table(IMPORT, &[&[("id", "513S2000"), ("titre", "JEUNES"), ("position", "R"), ("observation", "W513004017")]]);
    house.load(Source::Rna, &house.file("rna_import_20250501_dpt_51.csv", first)).unwrap();
    let report = house.load(Source::Rna, &house.file("rna_import_20250601_dpt_51.csv", second)).unwrap();
    let told = report.changes.unwrap();
    assert_eq!((told.taken_over, told.new, told.gone), (1, 0, 0));
    assert_eq!((told.first[0].from.as_str(), told.first[0].to.as_str()), ("513S2000", "W513004017"));
}

#[test]
fn a_department_is_replaced_without_the_others() {
    let house = House::new();
    let row = |id| table(WALDEC, &[&[("id", id), ("titre", "A B"), ("position", "A")]]);
    house.load(Source::Rna, &house.file("rna_waldec_20250501_dpt_75.csv", row("W751000001"))).unwrap();
    let report = house.load(Source::Rna, &house.file("rna_waldec_20250601_dpt_13.csv", row("W131000001"))).unwrap();
    assert!(report.changes.is_none(), "a department that was not there changes nothing that was");
    house.load(Source::Rna, &house.file("rna_waldec_20250601_dpt_75.csv", row("W751000002"))).unwrap();
    assert_eq!(house.keys(), ["W131000001", "W751000002"]);
    let rows = std::fs::read_dir(house.home().join("directory/shelves/rna")).unwrap();
    let rows =
        rows.filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|suffix| suffix == "rows")).count();
    assert_eq!(rows, 2, "files that no card names are taken away");
}

#[test]
fn a_later_edition_of_a_register_made_up_changes_a_few_in_a_thousand() {
    let house = House::new();
    let paths = [0, 2].map(|months| {
        let path = house.home().parent().unwrap().join(format!("{months}.zip"));
        generate_later(5_000, 3, months, &path, &|_| {}).unwrap();
        path
    });
    house.load(Source::Rna, &paths[0]).unwrap();
    let told = house.load(Source::Rna, &paths[1]).unwrap().changes.unwrap();
    let changed = [told.new, told.renamed, told.moved, told.dissolved];
    assert!(changed.iter().all(|count| (5..60).contains(count)) && told.gone < 5, "{changed:?} {}", told.gone);
    assert!(matches!(house.load(Source::Rna, &paths[0]), Err(Error::Older { .. })));
}
