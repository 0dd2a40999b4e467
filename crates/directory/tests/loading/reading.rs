//! What is read of each register, and what is not.

use fabrique_directory::{Day, Kind, Size, Source, nomenclature, shelves};

use crate::house::{House, IMPORT, WALDEC, table};

#[test]
fn an_association_is_read_without_street_nor_person() {
    let house = House::new();
    let row = table(
        WALDEC,
        &[&[
            ("id", "W751000001"),
            ("titre", "LES  AMIS\u{0} DU LAC"),
            ("titre_court", "ADL"),
            ("objet", "protéger\nle \"lac\""),
            ("objet_social1", "24000"),
            ("objet_social2", "000000"),
            ("date_creat", "1999-02-03"),
            ("date_decla", "2021-05-06"),
            ("adrs_libvoie", "RUE SECRETE"),
            ("adrs_codepostal", "75011"),
            ("adrs_libcommune", "PARIS"),
            ("adrg_declarant", "PERSONNE SECRETE"),
            ("siteweb", "http://lac.example.fr"),
            ("publiweb", "1"),
            ("position", "A"),
            ("maj_time", "2021-06-01 10:00:00"),
        ]],
    );
    let report = house.load(Source::Rna, &house.file("rna_waldec_20260901_dpt_75.csv", row)).unwrap();
    assert_eq!((report.read, report.kept, report.rejected), (1, 1, 0));
    let entry = house.entry("W751000001");
    assert_eq!((entry.name.as_str(), entry.purpose.as_str()), ("LES AMIS DU LAC", "protéger le \"lac\""));
    assert_eq!((entry.themes, entry.place.department.as_str()), ([24_000, 0], "75"));
    assert_eq!((entry.life.created, entry.life.last_sign), (Day(19_990_203), Day(20_210_601)));
    assert_eq!(entry.contact.website, "http://lac.example.fr");
    let everything = serde_json::to_string(&entry).unwrap();
    assert!(!everything.contains("SECRETE"), "{everything}");
    let kept = house.home().join("directory/shelves/rna").join(&report.card.unwrap().parts[0].rows);
    assert!(!String::from_utf8_lossy(&std::fs::read(kept).unwrap()).contains("SECRETE"));
}

#[test]
fn a_site_is_shown_only_when_the_association_asked() {
    let house = House::new();
    let row = |publiweb| {
        table(WALDEC, &[&[("id", "W751000001"), ("titre", "A B"), ("siteweb", "http://a.fr"), ("publiweb", publiweb)]])
    };
    house.load(Source::Rna, &house.file("waldec_75.csv", row("0"))).unwrap();
    assert_eq!(house.entry("W751000001").contact.website, "");
}

#[test]
fn an_older_file_in_windows_1252_with_other_columns_is_read_and_says_which() {
    let house = House::new();
    let text = table(
        "id;titre;objet;position;libcom;telephone;couleur",
        &[&[
            ("id", "751P0001"),
            ("titre", "L'été"),
            ("position", "A"),
            ("telephone", "01 02 03 04 05"),
            ("couleur", "bleu"),
        ]],
    );
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text.trim_start_matches('\u{FEFF}'));
    let report = house.load(Source::Rna, &house.file("rna_import_20100101_dpt_75.csv", bytes)).unwrap();
    let part = &report.card.unwrap().parts[0];
    assert_eq!((part.name.as_str(), part.edition), ("import-75", Day(20_100_101)));
    assert_eq!(part.unknown, ["couleur"]);
    assert!(part.missing.contains(&"maj_time".to_owned()));
    assert_eq!(house.entry("751P0001").name, "L'été");
}

#[test]
fn suppressed_records_are_left_out_and_dissolved_ones_are_kept_and_marked() {
    let house = House::new();
    let rows = table(
        IMPORT,
        &[
            &[("id", "581S0001"), ("titre", "SUPPRIMEE"), ("position", "S")],
            &[("id", "581S0002"), ("titre", "DISSOUTE"), ("position", "D"), ("date_creat", "0001-01-01")],
            &[("id", "581S0003"), ("titre", ""), ("position", "A")],
        ],
    );
    let report = house.load(Source::Rna, &house.file("rna_import_20250501_dpt_58.csv", rows)).unwrap();
    assert_eq!((report.kept, report.left_out, report.rejected), (1, 1, 1));
    assert_eq!((report.rejections[0].line, report.rejections[0].reason.as_str()), (4, "581S0003 has no name"));
    let entry = house.entry("581S0002");
    assert!(entry.life.is_dissolved && !entry.life.created.is_known());
    assert_eq!(entry.place.department, "58");
}

#[test]
fn a_day_on_which_a_machine_touched_the_records_is_no_sign_of_life() {
    let house = House::new();
    let ids: Vec<String> = (0..250).map(|number| format!("W751{number:06}")).collect();
    let mut rows: Vec<Vec<(&str, &str)>> =
        ids.iter().map(|id| vec![("id", id.as_str()), ("titre", "A B"), ("maj_time", "2014-02-14 00:00:00")]).collect();
    rows[7][2].1 = "2019-03-02 09:00:00";
    let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
    house.load(Source::Rna, &house.file("rna_waldec_20260901_dpt_75.csv", table(WALDEC, &rows))).unwrap();
    assert_eq!(house.entry("W751000007").life.last_sign, Day(20_190_302));
    assert_eq!(house.entry("W751000008").life.last_sign, Day(0));
}

#[test]
fn alsace_and_moselle_have_their_own_register() {
    let house = House::new();
    let text = "\u{FEFF}NUMERO_AMALIA;DENOMINATION;OBJET;CODE_POSTAL;COMMUNE;ETAT_ASSOCIATION\nA2003STR1;Chorale;chanter ensemble;67000;STRASBOURG;INSCRITE\nA2003STR2;Fanfare;;670000;STRASBOURG;RADIEE\n";
    house.load(Source::Amalia, &house.file("67-opendatas.csv", text)).unwrap();
    let choir = house.entry("amalia-A2003STR1");
    assert_eq!((choir.place.department.as_str(), choir.life.is_dissolved), ("67", false));
    let band = house.entry("amalia-A2003STR2");
    assert_eq!(
        (band.place.postcode.as_str(), band.place.department.as_str(), band.life.is_dissolved),
        ("", "67", true)
    );
}

#[test]
fn institutions_know_who_stands_above_them_and_name_nobody() {
    let house = House::new();
    let json = r#"{"service":[
        {"id":"m1","nom":"Ministère de la Mer","type_organisme":"Administration centrale (ou Ministère)","mission":"<p>La mer.</p>",
         "siret":"","adresse":[{"nom_commune":"Paris","code_postal":"75007","numero_voie":"RUE SECRETE"}],
         "hierarchie":[{"type_hierarchie":"Service Fils","service":"d1"}],"affectation_personne":[{"personne":{"nom":"SECRETE"}}],
         "site_internet":[{"libelle":"","valeur":"https://mer.example.gouv.fr"}]},
        {"id":"d1","nom":"Direction des ports","sigle":"DP","type_organisme":"Administration centrale (ou Ministère)","adresse":[],"telephone":[{"valeur":"SECRETE"}]}]}"#;
    house.load(Source::Institutions, &house.file("dila-20260901-national.json", json)).unwrap();
    let (ministry, ports) = (house.entry("institution-m1"), house.entry("institution-d1"));
    assert_eq!((ministry.kind, ports.kind), (Kind::Ministry, Kind::Directorate));
    assert_eq!((ports.parent.as_str(), ports.short_name.as_str()), ("institution-m1", "DP"));
    assert_eq!((ministry.purpose.as_str(), ministry.place.department.as_str()), ("La mer.", "75"));
    assert!(!serde_json::to_string(&[ministry, ports]).unwrap().contains("SECRETE"));
}

#[test]
fn a_nomenclature_is_recognised_whoever_is_given_it() {
    let house = House::new();
    let codes =
        "code;libelle;famille;libelle_famille\r\n011000;Sports;011000;Sports\r\n011075;Football;011000;Sports\r\n";
    house.load(Source::Grants, &house.file("themes.csv", codes)).unwrap();
    assert_eq!(nomenclature(&house.home()).unwrap().get(11_075).unwrap().label, "Football");
    let rows = table(
        WALDEC,
        &[&[("id", "W751000001"), ("titre", "A B"), ("objet_social1", "011999"), ("objet_social2", "044000")]],
    );
    house.load(Source::Rna, &house.file("waldec_75.csv", rows)).unwrap();
    assert_eq!(house.entry("W751000001").themes, [11_000, 0]);
}

#[test]
fn each_source_says_its_edition_licence_and_address() {
    let house = House::new();
    let rows = table(WALDEC, &[&[("id", "W751000001"), ("titre", "A B"), ("maj_time", "2024-03-04 00:00:00")]]);
    house.load(Source::Rna, &house.file("registre.csv", rows)).unwrap();
    let card = &shelves(&house.home()).unwrap()[0];
    assert_eq!((card.edition(), card.licence.as_str(), card.kept()), (Day(20_240_304), "Licence Ouverte 2.0", 1));
    assert!(card.address.starts_with("https://"));
    assert_eq!(house.entry("W751000001").provenance[0].edition, Day(20_240_304));
}

#[test]
fn the_size_of_a_unit_is_a_band() {
    let house = House::new();
    let header = "siren,identifiantAssociationUniteLegale,denominationUniteLegale,trancheEffectifsUniteLegale,categorieJuridiqueUniteLegale,etatAdministratifUniteLegale,statutDiffusionUniteLegale";
    let text = format!(
        "{header}\n389486242,,GRANDE FONDATION,32,9300,A,O\n552081317,,SOCIETE,53,5710,A,O\n443061841,,OPPOSEE,00,9220,A,P\n120027016,,FINIE,00,9220,C,O\n"
    );
    let report = house.load(Source::Sirene, &house.file("StockUniteLegale.csv", text)).unwrap();
    assert_eq!((report.kept, report.left_out), (1, 3));
    let entry = house.entry("siren-389486242");
    assert_eq!((entry.kind, entry.size), (Kind::Foundation, Size::Large));
}
