//! Serving: at once, alone on its folder, and ending well.

use std::time::{Duration, Instant};

use crate::{
    http::Client,
    program::{Home, Server, get},
};

#[test]
fn the_site_is_there_in_less_than_half_a_second() {
    let home = Home::with_instance();
    let start = Instant::now();
    let server = Server::start(&home);
    // Half a second is what a release build owes; this is one for debugging, on a busy machine.
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert!(server.get("/livez").0.ends_with("200 OK"));
    assert!(server.get("/readyz").0.ends_with("200 OK"));
}

#[test]
fn a_second_server_is_told_who_holds_the_folder() {
    let home = Home::with_instance();
    let server = Server::start(&home);
    let said = home.fails(&["serve", "--listen", "127.0.0.1:0"], 1);
    assert!(said.contains("is in use by `fabrique serve` (process ") && said.contains(", since 20"), "{said}");
    assert!(said.ends_with("stop it, or use another folder"), "{said}");
    drop(server);
}

#[test]
fn a_folder_is_free_again_once_its_server_was_killed() {
    let home = Home::with_instance();
    Server::start(&home).kill();
    assert!(Server::start(&home).get("/readyz").0.ends_with("200 OK"));
}

#[test]
fn a_server_that_is_asked_to_stop_ends_well() {
    assert_eq!(Server::start(&Home::with_instance()).stop(), Some(0));
}

#[test]
fn a_port_in_use_is_named() {
    let home = Home::with_instance();
    let server = Server::start(&home);
    let other = Home::with_instance();
    let port = server.address.trim_start_matches("http://").to_owned();
    let said = other.fails(&["serve", "--listen", &port], 1);
    assert!(said.contains(&format!("cannot listen on {port}")) && said.contains("--listen"), "{said}");
}

#[test]
fn figures_are_on_a_port_of_their_own() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let home = Home::with_instance();
    let server = Server::start_with(&home, &[("FABRIQUE_SERVER__METRICS", &port.to_string())]);
    assert!(server.get("/readyz").0.ends_with("200 OK"));
    let (status, figures) = get(&port.to_string(), "/metrics");
    assert!(status.ends_with("200 OK"), "{status}");
    for figure in
        ["http_requests_total{status=\"2xx\"}", "http_request_seconds_count", "http_request_seconds{quantile="]
    {
        assert!(figures.contains(figure), "{figure} in {figures}");
    }
    Client::of(&server.address).post("/sign-in", "email=camille%40example.org");
    let (_, figures) = get(&port.to_string(), "/metrics");
    assert!(figures.contains("fabrique_jobs{state="), "jobs by state: {figures}");
    assert!(server.get("/metrics").0.ends_with("404 Not Found"), "never on the public port");
}
