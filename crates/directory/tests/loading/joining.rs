//! Records of one organisation become one entry, and say how sure that is.

use fabrique_directory::{Day, Size, Source};

use crate::house::{House, IMPORT, WALDEC, table};

fn confidence(entry: &fabrique_directory::Entry, source: Source) -> Option<u8> {
    entry.provenance.iter().find(|provenance| provenance.source == source).map(|provenance| provenance.confidence)
}

/// A house with one association of Reims.
fn with_association(siret: &str) -> House {
    let house = House::new();
    let row = table(
        WALDEC,
        &[&[
            ("id", "W513004017"),
            ("titre", "JEUNES AGRICULTEURS DE LA MARNE"),
            ("siret", siret),
            ("adrs_codepostal", "51100"),
            ("adrs_libcommune", "REIMS"),
            ("date_decla", "2010-01-02"),
            ("position", "A"),
        ]],
    );
    house.load(Source::Rna, &house.file("rna_waldec_20260901_dpt_51.csv", row)).unwrap();
    house
}

fn lobbying(kind: &str, number: &str, name: &str, category: &str) -> String {
    format!(
        r#"{{"publications":[{{"typeIdentifiantNational":"{kind}","identifiantNational":"{number}","denomination":"{name}",
        "categorieOrganisation":{{"label":"{category}"}},"codePostal":"51100","ville":"Reims Cedex 2",
        "dirigeants":[{{"nom":"SECRETE"}}],
        "exercices":[{{"publicationCourante":{{"activites":[{{"publicationCourante":{{"publicationDate":"31-03-2025",
          "objet":"Obtenir des terres","domainesIntervention":["Agriculture"],
          "actionsRepresentationInteret":[{{"reponsablesPublics":["Parlement","Parlement"]}}]}}}}]}}}}]}}]}}"#
    )
}

#[test]
fn import_records_taken_over_become_aliases_of_the_w_number() {
    let house = with_association("");
    let rows = table(
        IMPORT,
        &[
            &[("id", "513S2000"), ("titre", "JEUNES AGRI"), ("position", "R"), ("observation", "W513004017")],
            &[("id", "513S2001"), ("titre", "JEUNES AGRI BIS"), ("position", "R"), ("observation", "W513004017")],
            &[("id", "513S3000"), ("titre", "AILLEURS"), ("position", "R"), ("observation", "reprise W513009999")],
            &[("id", "513S4000"), ("titre", "SANS NUMERO"), ("position", "R"), ("observation", "")],
        ],
    );
    house.load(Source::Rna, &house.file("rna_import_20260901_dpt_51.csv", rows)).unwrap();
    assert_eq!(house.keys(), ["W513004017", "W513009999"]);
    let entry = house.entry("W513004017");
    assert_eq!(
        (entry.name.as_str(), entry.aliases.as_slice()),
        ("JEUNES AGRICULTEURS DE LA MARNE", ["513S2000".to_owned(), "513S2001".to_owned()].as_slice())
    );
    assert_eq!(house.entry("W513009999").aliases, ["513S3000"]);
}

#[test]
fn an_import_record_that_waldec_knows_as_its_own_is_not_counted_twice() {
    let house = House::new();
    let waldec = table(WALDEC, &[&[("id", "W513004017"), ("id_ex", "513S2000"), ("titre", "JEUNES AGRICULTEURS")]]);
    let import = table(IMPORT, &[&[("id", "513S2000"), ("titre", "JEUNES AGRI"), ("position", "A")]]);
    house.load(Source::Rna, &house.file("rna_waldec_20260901_dpt_51.csv", waldec)).unwrap();
    house.load(Source::Rna, &house.file("rna_import_20260901_dpt_51.csv", import)).unwrap();
    assert_eq!(house.keys(), ["W513004017"]);
    assert_eq!(house.entry("W513004017").aliases, ["513S2000"]);
}

#[test]
fn what_an_organisation_lobbied_for_is_joined_by_its_siren() {
    let house = with_association("38948624200032");
    house.load(Source::Hatvp, &house.file("agora.json", lobbying("SIREN", "389486242", "JA 51", "Syndicat"))).unwrap();
    let entry = house.entry("W513004017");
    assert_eq!(confidence(&entry, Source::Hatvp), Some(100));
    assert_eq!((entry.lobbying[0].object.as_str(), entry.lobbying[0].on), ("Obtenir des terres", Day(20_250_331)));
    assert_eq!(entry.lobbying[0].addressed, ["Parlement"]);
    assert_eq!(entry.life.last_sign, Day(20_250_331));
    assert_eq!(entry.aliases, ["siren-389486242"]);
    assert!(!serde_json::to_string(&entry).unwrap().contains("SECRETE"));
}

#[test]
fn a_name_in_a_commune_is_a_guess_that_says_so_and_makes_no_alias() {
    let house = with_association("");
    let json = lobbying("HATVP", "H123", "Jeunes Agriculteurs de la Marne", "Syndicat");
    house.load(Source::Hatvp, &house.file("agora.json", json)).unwrap();
    let entry = house.entry("W513004017");
    assert_eq!((confidence(&entry, Source::Hatvp), entry.aliases.len()), (Some(80), 0));
}

#[test]
fn two_associations_of_one_name_and_commune_are_not_guessed_between() {
    let house = House::new();
    let row = |id| [("id", id), ("titre", "JEUNES AGRICULTEURS DE LA MARNE"), ("adrs_libcommune", "REIMS")];
    let rows = table(WALDEC, &[&row("W513004017"), &row("W513004018")]);
    house.load(Source::Rna, &house.file("waldec_51.csv", rows)).unwrap();
    let json = lobbying("HATVP", "H123", "Jeunes Agriculteurs de la Marne", "Syndicat");
    house.load(Source::Hatvp, &house.file("agora.json", json)).unwrap();
    assert_eq!(house.keys(), ["W513004017", "W513004018", "hatvp-H123"]);
}

#[test]
fn a_company_of_the_same_name_is_another_and_a_lone_consultant_is_a_person() {
    let house = with_association("");
    let company = lobbying("SIREN", "389486242", "JEUNES AGRICULTEURS DE LA MARNE", "Société commerciale");
    house.load(Source::Hatvp, &house.file("agora.json", company)).unwrap();
    assert_eq!(house.keys(), ["W513004017", "siren-389486242"]);
    let person = lobbying("SIREN", "389486242", "QUELQU'UN", "Consultant indépendant");
    let report = house.load(Source::Hatvp, &house.file("agora.json", person)).unwrap();
    assert_eq!((report.left_out, house.keys().len()), (1, 1));
}

#[test]
fn the_register_of_units_teaches_the_siren_that_other_sources_use() {
    let house = with_association("");
    let units = "siren,identifiantAssociationUniteLegale,denominationUniteLegale,trancheEffectifsUniteLegale,categorieJuridiqueUniteLegale,etatAdministratifUniteLegale,statutDiffusionUniteLegale\n389486242,W513004017,JA,12,9230,A,O\n";
    house.load(Source::Sirene, &house.file("units.csv", units)).unwrap();
    house.load(Source::Hatvp, &house.file("agora.json", lobbying("SIREN", "389486242", "JA 51", "Syndicat"))).unwrap();
    let entry = house.entry("W513004017");
    assert_eq!((entry.siren.as_str(), entry.size, entry.recognised), ("389486242", Size::UnderFifty, true));
    assert_eq!(entry.lobbying.len(), 1);
    assert_eq!(house.keys().len(), 1);
}

#[test]
fn grants_are_joined_by_number_or_by_name_and_commune_and_never_name_a_person() {
    let house = with_association("38948624200032");
    let scdl = "nomAttribuant;idAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;rnaBeneficiaire;objet;montant\n\
        Ville de Reims;215104541;2024-06-27;JA;3,8948624200032E+13;;March\u{e9} fermier;1 500,50\n\
        Ville de Reims;215104541;2024-06-27;PERSONNE SECRETE;;;bourse;200\n\
        Ville de Reims;215104541;27/06/2023;JA;;W513004017;Salon;n\u{e9}ant\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(scdl);
    let report = house.load(Source::Grants, &house.file("reims.csv", bytes)).unwrap();
    assert_eq!((report.kept, report.rejected), (1, 2), "{:?}", report.rejections);
    let annex = "Programme;Association;SIREN;Ville;Subvention 2015 en euros;Objet de la subvention\n163 - Vie associative;Jeunes agriculteurs de la Marne;;REIMS;3 000;Formation\n";
    house.load(Source::Grants, &house.file("plf-2017-jaune.csv", annex)).unwrap();
    let entry = house.entry("W513004017");
    let told: Vec<_> = entry
        .funding
        .iter()
        .map(|grant| (grant.giver.as_str(), grant.object.as_str(), grant.cents, grant.on))
        .collect();
    assert_eq!(
        told,
        [
            ("Ville de Reims", "Marché fermier", 150_050, Day(20_240_627)),
            ("État", "Formation", 300_000, Day(20_151_231)),
        ]
    );
    assert_eq!(entry.life.last_sign, Day(20_240_627));
    let stored: String = walk(&house.home())
        .iter()
        .map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned())
        .collect();
    assert!(!stored.contains("SECRETE"));
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let inside = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    inside.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}
