//! The log tells operators what happened, and nothing about anybody.

use std::{fs, time::Duration};

use fabrique_testkit::SmtpSink;
use serde_json::Value;

use crate::{
    http::Client,
    program::{Home, Server},
};

/// What nobody may find in the log: an address, a name, words of a search, a machine, a browser.
const PERSONAL: [&str; 6] =
    ["camille", "quelconque", "example.org", "203.0.113", "recherche-tres-personnelle", "navigateur-rare"];

/// Waits until the log says `word`.
fn wait_for(log: &std::path::Path, word: &str) -> String {
    for _ in 0..200 {
        let said = fs::read_to_string(log).unwrap();
        if said.contains(word) {
            return said;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("the log never says {word}: {}", fs::read_to_string(log).unwrap());
}

/// Everything that somebody does whose mail is refused, whose forms are wrong, who gets lost.
fn journey(server: &Server, link: &str) -> Client {
    let mut camille = Client::of(&server.address)
        .always("X-Forwarded-For", "203.0.113.77")
        .always("User-Agent", "Navigateur-rare/7.1")
        .always("Referer", "http://elsewhere.example/camille");
    camille.get("/");
    camille.get("/consultations?q=recherche-tres-personnelle");
    camille.get("/nowhere/camille@example.org?name=quelconque");
    assert_eq!(camille.post("/sign-in", "email=refused.camille%40example.org").status, 303);
    camille.post("/sign-in", "email=camille%40");
    camille.get(link);
    assert_eq!(camille.post(link, "").status, 303);
    assert_eq!(camille.post("/account", "display_name=Camille+Quelconque&language=fr").status, 303);
    camille.post("/account", "display_name=&language=camille");
    camille.post("/admin/plans", "slug=camille&national_label_fr=Quelconque");
    camille.say("camille@example.org", "quelconque", "camille");
    assert_eq!(camille.get("/account").status, 200);
    camille
}

#[test]
fn the_log_has_request_identifiers_and_nobody_in_it() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let sink = runtime.block_on(SmtpSink::start()).unwrap();
    let home = Home::with_instance();
    home.succeeds(&["admin", "invite", "camille@example.org", "--role", "coordinator"]);
    let link = home.succeeds(&["admin", "sign-in-link", "camille@example.org"]);
    let link = format!("/{}", link.trim().splitn(4, '/').nth(3).unwrap());
    let log = home.path().join("log");
    let mail = format!("smtp://{}", sink.address);
    let variables = [
        ("FABRIQUE_LOG__LEVEL", "debug"),
        ("FABRIQUE_SERVER__BEHIND_PROXY", "true"),
        ("FABRIQUE_MAIL__TRANSPORT", "smtp"),
        ("FABRIQUE_MAIL__SERVER", &mail),
    ];
    let server = Server::start_with_log(&home, &variables, &log);
    let mut camille = journey(&server, &link);
    let answered = camille.get("/plans");
    wait_for(&log, "a job failed");
    server.stop();

    let said = fs::read_to_string(&log).unwrap();
    let lines: Vec<Value> =
        said.lines().map(|line| serde_json::from_str(line).expect("one JSON document a line")).collect();
    assert!(lines.iter().all(|line| line["timestamp"].is_string() && line["level"].is_string()));
    let id = answered.header("x-request-id").expect("the answer carries its identifier");
    let told: Vec<_> = lines.iter().filter(|line| line["id"] == id).collect();
    assert_eq!(told.len(), 1, "the request is in the log under it");
    assert_eq!((told[0]["route"].as_str(), told[0]["status"].as_i64()), (Some("/plans"), Some(200)));

    let small = said.to_lowercase();
    for word in PERSONAL.iter().map(|word| (*word).to_owned()).chain(camille.secrets()).chain([link]) {
        let line = small.lines().find(|line| line.contains(&word.to_lowercase()));
        assert!(line.is_none(), "“{word}” is in the log: {line:?}");
    }
}
