//! Records of one organisation become one entry, and say how sure that is.

use fabrique_directory::{Day, LoadOptions, Size, Source};

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
    let house = with_association("");
    let person = lobbying("SIREN", "389486242", "QUELQU'UN", "Consultant indépendant");
    let report = house.load(Source::Hatvp, &house.file("agora.json", person)).unwrap();
    assert_eq!((report.left_out, house.keys().len()), (1, 1));
}

#[test]
fn a_name_is_not_guessed_when_the_numbers_say_that_they_are_two() {
    let house = with_association("38948624200032");
    let json = lobbying("SIREN", "443061841", "Jeunes Agriculteurs de la Marne", "Syndicat");
    house.load(Source::Hatvp, &house.file("agora.json", json)).unwrap();
    assert_eq!(house.keys(), ["W513004017", "siren-443061841"]);
}

#[test]
fn the_separate_views_tell_the_same_as_the_whole() {
    let house = with_association("38948624200032");
    let views: [(&str, &[u8]); 7] = [
        ("Vues/0_Informations_generales.csv", b"representants_id;adresse;code_postal;date_premiere_publication;denomination;identifiant_national;site_web;nom_usage_HATVP;sigle_HATVP;type_identifiant_national;ville;label_categorie_organisation\n7;\"RUE\nSECRETE\";51100;08/07/2019 16:23:54;JA 51;389486242;;;JA;SIREN;REIMS;Syndicat\n"),
        ("Vues/2_Dirigeants.csv", b"nom;representants_id\nSECRETE;7\n"),
        ("Vues/6_Exercices.csv", b"exercices_id;representants_id\n3;7\n"),
        ("Vues/7_Objets_activites.csv", b"activite_id;exercices_id;date_publication_activite;identifiant_fiche;objet_activite\n5;3;2019-07-11;X;Obtenir des terres\n"),
        ("Vues/8_Domaines_intervention.csv", b"domaines_intervention_actions_menees;activite_id\nAgriculture;5\n"),
        ("Vues/9_Observations.csv", b"action_representation_interet_id;activite_id;observation\n9;5;\n"),
        ("Vues/14_Ministeres_aai_api.csv", b"action_representation_interet_id;responsable_public;departement_ministeriel\n9;Membre du Gouvernement; Agriculture\n"),
    ];
    house.load(Source::Hatvp, &house.archive("vues.zip", &views)).unwrap();
    let entry = house.entry("W513004017");
    let activity = &entry.lobbying[0];
    assert_eq!(
        (activity.object.as_str(), activity.on, entry.short_name.as_str()),
        ("Obtenir des terres", Day(20_190_711), "JA")
    );
    assert_eq!(
        (activity.domains.as_slice(), activity.addressed.as_slice()),
        (
            ["Agriculture".to_owned()].as_slice(),
            ["Membre du Gouvernement".to_owned(), "Agriculture".to_owned()].as_slice()
        )
    );
    assert!(!serde_json::to_string(&entry).unwrap().contains("SECRETE"));
    assert!(house.load(Source::Hatvp, &house.archive("vues.zip", &views)).unwrap().already_loaded);
    let error = house.load(Source::Hatvp, &house.archive("moins.zip", &views[..3])).unwrap_err().to_string();
    assert!(error.contains("8_") && house.keys().len() == 1, "{error}");
}

#[test]
fn amounts_cut_by_their_own_comma_are_put_together_and_kinds_of_grants_are_added() {
    let house = with_association("38948624200032");
    let scdl = "nomAttribuant,idAttribuant,dateConvention,idBeneficiaire,nomBeneficiaire,montant,objet\n\
        CD 51,225100015,2019-04-26,38948624200032,JA,165 000,50,solde\n\
        CD 51,225100015,2019-04-27,38948624200032,JA,100,un, deux, trois\n";
    let report = house.load(Source::Grants, &house.file("marne.csv", scdl)).unwrap();
    assert_eq!((report.kept, report.rejected), (1, 1), "{:?}", report.rejections);
    let list = "Ann\u{e9}e;Nom de l'organisme b\u{e9}n\u{e9}ficiaire;CP;Ville;\"Montant\nde la subvention de fonctionnement (1)\";\"Montant\nde la subvention d'investissement (1)\";Montant de la garantie\n\
        2018;JEUNES AGRICULTEURS DE LA MARNE;51100;REIMS CEDEX 2;250,00;1 000,00;9 999 999,00\n\
        2018;JEUNES AGRICULTEURS DE LA MARNE;51100;REIMS;;;X\n";
    let options = LoadOptions { giver: Some("Département de la Marne".to_owned()), ..LoadOptions::default() };
    house.load_with(Source::Grants, &house.file("autre.csv", list), &options).unwrap();
    let entry = house.entry("W513004017");
    let told: Vec<_> = entry.funding.iter().map(|grant| (grant.giver.as_str(), grant.cents, grant.on)).collect();
    assert_eq!(told, [("CD 51", 16_500_050, Day(20_190_426)), ("Département de la Marne", 125_000, Day(20_181_231))]);
}

#[test]
fn the_annex_of_2012_has_totals_that_are_no_grants_and_ministries_before_programmes() {
    let house = with_association("38948624200032");
    let annex = "SIREN;ASSOCIATION;IMPUTATION;Total des subventions;D\u{e9}tail des subventions\n\
        389486242;JA - 51 REIMS;;3 000;\n\
        389486242;JA - 51 REIMS;Culture et communication: 131 - Cr\u{e9}ation;;3 000\n";
    let report = house.load(Source::Grants, &house.file("plf-2012-jaune-en-2010.csv", annex)).unwrap();
    assert_eq!((report.kept, report.left_out), (1, 1));
    let grant = &house.entry("W513004017").funding[0];
    assert_eq!(
        (grant.giver.as_str(), grant.object.as_str(), grant.cents, grant.on),
        ("Culture et communication", "131 - Création", 300_000, Day(20_101_231))
    );
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
    let annex = "Programme;Association;SIREN;Ville;Subvention 2015 en euros;Objet de la subvention\n163 - Vie associative;Jeunes agriculteurs de la Marne;;REIMS;3 000;Formation\n163 - Vie associative;Madame SECRETE;;REIMS;3 000;Aide\n";
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
