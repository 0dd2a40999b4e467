//! What was acknowledged over HTTP is there after the worst: the server killed, its disk full.

use std::{fs, process::Command};

use crate::{
    http::Client,
    program::{Home, Server},
};

/// An instance with an open consultation, and tokens of people who said nothing yet.
fn filled(home: &Home) -> Vec<String> {
    let tokens = home.path().join("tokens");
    let size = ["--people", "40", "--proposals", "2", "--supports", "0", "--arguments", "0", "--seed", "1"];
    let load = ["generate", "load", "--tokens", tokens.to_str().unwrap()];
    home.succeeds(&load.into_iter().chain(size).collect::<Vec<_>>());
    fs::read_to_string(tokens).unwrap().lines().map(str::to_owned).collect()
}

/// A client on a network of its own, so that no limit of requests is met.
fn client(server: &Server, number: usize) -> Client {
    Client::of(&server.address).always("X-Forwarded-For", &format!("10.{}.{}.1", number / 250, number % 250))
}

const BEHIND_PROXY: (&str, &str) = ("FABRIQUE_SERVER__BEHIND_PROXY", "true");

/// The first proposal there is.
fn proposal(server: &Server) -> String {
    let list = client(server, 0).get("/api/v1/proposals").json();
    list["items"][0]["id"].as_str().unwrap().to_owned()
}

/// How many support a proposal, and how many are against.
fn counted(server: &Server, proposal: &str) -> (u64, u64) {
    let kept = client(server, 0).get(&format!("/api/v1/proposals/{proposal}")).json();
    (kept["supports"].as_u64().unwrap(), kept["against"].as_u64().unwrap())
}

fn votes_survive_the_kill(home: &Home) {
    let tokens = filled(home);
    let server = Server::start_with(home, &[BEHIND_PROXY]);
    let proposal = proposal(&server);
    let before = counted(&server, &proposal).0;
    // Several at once, so that they share commits; the last answer is hardly read when the kill comes.
    let crowd = std::thread::scope(|scope| {
        let hands = tokens.chunks(tokens.len().div_ceil(4)).enumerate().map(|(number, tokens)| {
            let mut client = client(&server, number);
            let proposal = &proposal;
            scope.spawn(move || {
                tokens.iter().filter(|token| client.say(proposal, token, "support").status == 200).count()
            })
        });
        hands.collect::<Vec<_>>().into_iter().map(|hand| hand.join().unwrap()).sum::<usize>()
    });
    server.kill();
    assert_eq!(crowd, tokens.len(), "every vote was acknowledged");
    let server = Server::start_with(home, &[BEHIND_PROXY]);
    assert_eq!(counted(&server, &proposal), (before + crowd as u64, 0));
    server.stop();
}

#[test]
fn an_acknowledged_vote_survives_the_kill_on_sqlite() {
    votes_survive_the_kill(&Home::with_instance());
}

#[test]
fn an_acknowledged_vote_survives_the_kill_on_postgres() {
    votes_survive_the_kill(&Home::with_instance_on_postgres());
}

/// Where every file may have this many bytes; a server that is told so meets a full disk there.
const ROOM: u64 = 1_400_000;

#[test]
fn a_disk_that_is_full_answers_503_loses_nothing_acknowledged_and_goes_on_once_there_is_room() {
    let home = Home::with_instance();
    let token = filled(&home).remove(0);
    let server = Server::start_on_a_small_disk(&home, ROOM, &[BEHIND_PROXY]);
    let proposal = proposal(&server);
    let mut acknowledged = "";
    let mut refused = None;
    for number in 0..2_000 {
        let position = if number % 2 == 0 { "support" } else { "against" };
        let answer = client(&server, number).say(&proposal, &token, position);
        if answer.status != 200 {
            refused = Some(answer);
            break;
        }
        acknowledged = position;
    }
    let refused = refused.expect("the disk was full at some point");
    assert_eq!((refused.status, &refused.json()["error"]), (503, &"unavailable".into()));
    assert!(refused.header("retry-after").is_some(), "when to come back is told");
    let kept = if acknowledged == "support" { (1, 0) } else { (0, 1) };
    assert_eq!(counted(&server, &proposal), kept, "reading goes on, and tells what was acknowledged");
    assert_eq!(client(&server, 3).get("/readyz").status, 200);

    let more = Command::new("prlimit").args(["--fsize=unlimited", "--pid", &server.id().to_string()]).status();
    assert!(more.unwrap().success());
    for (number, position) in ["against", "support", "against"].into_iter().enumerate() {
        assert_eq!(client(&server, number).say(&proposal, &token, position).status, 200);
    }
    server.kill();
    assert_eq!(counted(&Server::start(&home), &proposal), (0, 1));
}

#[test]
fn what_one_process_changes_the_other_one_shows() {
    let home = Home::with_instance_on_postgres();
    let tokens = filled(&home);
    let (one, other) = (Server::start(&home), Server::start(&home));
    let proposal = proposal(&one);
    let page = format!("/proposals/{proposal}");
    let shown = || {
        let mut reader = Client::of(&other.address);
        (reader.get(&page).header("etag").unwrap().to_owned(), reader.get(&page).body)
    };
    let before = shown();
    assert_eq!(before.0, shown().0, "the other process keeps the page ready");
    assert_eq!(Client::of(&one.address).say(&proposal, &tokens[0], "support").status, 200);
    let mut own = Client::of(&one.address);
    assert_ne!(own.get(&page).header("etag").unwrap(), before.0, "who acknowledged it shows it at once");
    let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while shown().0 == before.0 {
        assert!(std::time::Instant::now() < end, "the other process is told");
    }
    assert_eq!(shown().1, own.get(&page).body);
}
