//! Making, checking and describing an instance.

use std::{fs, os::unix::fs::PermissionsExt};

use crate::program::{Home, one_line};

#[test]
fn an_instance_is_made_once() {
    let home = Home::new();
    let made: serde_json::Value = serde_json::from_str(&home.succeeds(&["--json", "init"])).unwrap();
    assert_eq!(made["created"], true);
    let key = fs::read(home.path().join("secret.key")).unwrap();
    let again: serde_json::Value = serde_json::from_str(&home.succeeds(&["--json", "init"])).unwrap();
    assert_eq!(again["created"], false);
    assert_eq!(fs::read(home.path().join("secret.key")).unwrap(), key, "the key is never written over");
}

#[test]
fn only_its_owner_reads_the_key() {
    let home = Home::with_instance();
    let mode = |name: &str| fs::metadata(home.path().join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("secret.key"), mode("fabrique.toml"), mode(".")), (0o600, 0o600, 0o700));
}

#[test]
fn without_an_instance_a_command_says_how_to_make_one() {
    for command in ["serve", "migrate", "worker"] {
        let said = Home::new().fails(&[command], 1);
        assert!(said.contains("holds no instance: make one with `fabrique --home"), "{said}");
    }
}

#[test]
fn a_wrong_command_line_is_told_apart_from_a_failure() {
    let home = Home::new();
    assert_eq!(home.command(&["sevre"]).output().unwrap().status.code(), Some(2));
    assert_eq!(home.command(&["serve", "--listen", "here"]).output().unwrap().status.code(), Some(2));
}

#[test]
fn an_unknown_setting_names_the_one_that_was_meant() {
    let home = Home::with_instance();
    fs::write(home.path().join("fabrique.toml"), "[sever]\nlisten = \"127.0.0.1:0\"\n").unwrap();
    let said = home.fails(&["serve"], 1);
    assert!(said.ends_with("no setting is called “sever.listen”; did you mean “server.listen”?"), "{said}");
}

#[test]
fn a_file_of_settings_that_is_named_must_exist() {
    let said = Home::with_instance().fails(&["--config", "nowhere.toml", "serve"], 1);
    assert!(said.starts_with("error: nowhere.toml cannot be read"), "{said}");
}

#[test]
fn the_doctor_finds_nothing_in_a_fresh_instance() {
    let findings: serde_json::Value =
        serde_json::from_str(&Home::with_instance().succeeds(&["--json", "doctor"])).unwrap();
    let checks: Vec<_> =
        findings.as_array().unwrap().iter().map(|finding| finding["check"].as_str().unwrap()).collect();
    assert_eq!(checks, ["configuration", "key", "database", "jobs", "index", "directory", "mail", "disk", "clock"]);
}

#[test]
fn the_doctor_says_what_to_mend() {
    let home = Home::with_instance();
    let key = home.path().join("secret.key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let mut command = home.command(&["--json", "doctor"]);
    let output = command.env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let ill: Vec<_> = findings.as_array().unwrap().iter().filter(|finding| finding["ok"] == false).collect();
    assert_eq!(ill.iter().map(|finding| &finding["check"]).collect::<Vec<_>>(), ["key", "database"]);
    assert_eq!(ill[0]["mend"], format!("chmod 600 {}", key.display()));
}

#[test]
fn the_doctor_tells_how_to_mend_a_broken_directory() {
    let home = Home::with_instance();
    fs::create_dir_all(home.path().join("snapshots/broken")).unwrap();
    fs::write(home.path().join("snapshots/current"), "broken").unwrap();
    let output = home.command(&["--json", "doctor"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let findings: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let ill: Vec<_> = findings.as_array().unwrap().iter().filter(|finding| finding["ok"] == false).collect();
    assert_eq!(ill.iter().map(|finding| &finding["check"]).collect::<Vec<_>>(), ["directory"]);
    assert!(ill[0]["mend"].as_str().unwrap().contains("fabrique directory build"));
}

#[test]
fn a_database_that_is_away_is_one_line() {
    let home = Home::with_instance();
    let mut command = home.command(&["serve"]);
    let said = one_line(&command.env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing").output().unwrap(), 1);
    assert!(said.contains("the database cannot be used now"), "{said}");
}

#[test]
fn completions_and_the_manual_are_printed() {
    let home = Home::new();
    assert!(home.succeeds(&["completions", "bash"]).contains("_fabrique()"));
    assert!(home.succeeds(&["man"]).contains(".TH fabrique 1"));
}

#[test]
fn somebody_is_invited_from_the_console() {
    let home = Home::with_instance();
    home.succeeds(&["admin", "invite", "camille@example.org", "--role", "coordinator"]);
    let link = home.succeeds(&["admin", "sign-in-link", "camille@example.org"]);
    assert!(link.starts_with("http://127.0.0.1:8080/"), "{link}");
}

#[test]
fn a_role_that_needs_an_organisation_is_refused_without_one() {
    let home = Home::with_instance();
    let said = home.fails(&["admin", "invite", "camille@example.org", "--role", "agent"], 1);
    assert_eq!(said, "error: organisation is missing");
    let said = home.fails(&["admin", "invite", "camille@example.org", "--role", "agent", "--organisation", "x"], 1);
    assert!(said.contains("no organisation is called “x”"), "{said}");
}

#[test]
fn an_unknown_role_or_an_address_that_is_none_is_wrong_usage() {
    let home = Home::with_instance();
    for arguments in [["camille@example.org", "emperor"], ["camille", "coordinator"]] {
        let mut command = home.command(&["admin", "invite", arguments[0], "--role", arguments[1]]);
        assert_eq!(command.output().unwrap().status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn the_index_is_made_again_when_asked() {
    let home = Home::with_instance();
    assert_eq!(home.succeeds(&["--json", "reindex"]), "{\"proposals\":0}\n");
}

#[test]
fn everything_public_leaves_as_files() {
    let home = Home::with_instance();
    let folder = home.path().join("public");
    let exported = home.succeeds(&["--json", "export", "open-data", folder.to_str().unwrap()]);
    let exported: serde_json::Value = serde_json::from_str(&exported).unwrap();
    for collection in exported.as_array().unwrap() {
        let name = collection["collection"].as_str().unwrap();
        let table: serde_json::Value =
            serde_json::from_slice(&fs::read(folder.join(format!("{name}.json"))).unwrap()).unwrap();
        assert_eq!(table, serde_json::json!([]), "{name}");
        assert_eq!(fs::read_to_string(folder.join(format!("{name}.csv"))).unwrap().lines().count(), 1, "{name}");
    }
    assert_eq!(
        fs::read_dir(&folder).unwrap().count(),
        2 * exported.as_array().unwrap().len(),
        "no file is half written"
    );
}
