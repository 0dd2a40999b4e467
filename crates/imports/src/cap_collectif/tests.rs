//! Exports written by hand, good and bad.

use proptest::prelude::*;

use super::*;
use crate::{Loss, Side, Votes};

const BICYCLES: &str = r#"{"opinion": {
    "id": 7, "title": "Des arceaux à vélos", "body": "<p>Devant <b>chaque</b> école</p>",
    "created_at": "2015-09-26T02:27:54+0200", "updated_at": "2015-09-26T02:27:55+0200",
    "author": {"uniqueId": "p1", "displayName": "Participant 1", "isAdmin": false},
    "type": {"id": 3, "title": "Section 1", "subtitle": "Se déplacer", "color": "blue"},
    "votes_ok": 5, "votes_mitige": 2, "votes_nok": 1, "votes_total": 8,
    "votes": [{"user": {"displayName": "Participant 9"}}],
    "arguments_count": 2,
    "arguments": [
        {"id": 70, "type": 1, "body": "Oui,\nvite", "votes_count": 4, "created_at": "2015-09-27T10:00:00+0200"},
        {"id": 71, "type": 0, "body": "Non", "is_trashed": true}
    ],
    "appendices": [
        {"body": "<p>Pourquoi</p>", "type": {"title": "Explication"}},
        {"body": null, "type": {"title": "Explication"}}
    ],
    "sources_count": 1,
    "sources": [{"id": 9, "title": "Étude", "link": "https://example.org", "body": "", "category": "Rapport"}],
    "modals": [{"key": "a"}], "ranking": 1, "versions_count": 3, "is_trashed": false, "mood": "fine"
}}"#;

/// One line of an export.
fn line(json: &str) -> String {
    json.replace('\n', " ") + "\n"
}

fn proposal(id: u32) -> String {
    line(&format!(r#"{{"opinion": {{"id": {id}, "title": "Titre {id}"}}}}"#))
}

fn only(json: &str) -> Proposal {
    let mut reader = read(json.as_bytes());
    let proposal = reader.next().unwrap().unwrap().record;
    assert!(reader.next().is_none());
    proposal
}

/// Lines and codes of the rejections, and how many proposals were read.
fn outcome(export: &[u8]) -> (usize, Vec<(u64, &'static str)>) {
    let (mut read_well, mut rejected) = (0, Vec::new());
    for entry in read(export) {
        match entry {
            Ok(_) => read_well += 1,
            Err(rejection) => rejected.push((rejection.line, rejection.reason.code())),
        }
    }
    (read_well, rejected)
}

#[test]
fn a_proposal_is_read_with_its_theme_author_and_totals() {
    let proposal = only(&line(BICYCLES));
    assert_eq!(proposal.external_id, "7");
    assert_eq!(proposal.body_markdown, "Devant **chaque** école");
    assert_eq!(proposal.theme.unwrap().name, "Se déplacer");
    assert_eq!(proposal.author_label.as_deref(), Some("Participant 1"));
    assert_eq!(proposal.created_at, Some(1_443_227_274_000_000));
    let votes = Votes { support: 5, mixed: 2, against: 1 };
    assert_eq!(proposal.votes, votes);
}

#[test]
fn its_arguments_take_sides() {
    let arguments = only(&line(BICYCLES)).arguments;
    assert_eq!(arguments[0].side, Side::For);
    assert_eq!(arguments[0].body_markdown, "Oui,\\\nvite");
    assert_eq!(arguments[0].useful_votes, 4);
    assert_eq!(arguments[1].side, Side::Against);
    assert!(arguments[1].trashed);
}

#[test]
fn appendices_with_a_text_and_sources_are_kept() {
    let proposal = only(&line(BICYCLES));
    assert_eq!(proposal.appendices.len(), 1);
    assert_eq!(proposal.appendices[0].title, "Explication");
    assert_eq!(proposal.sources[0].link.as_deref(), Some("https://example.org"));
}

#[test]
fn what_has_no_place_is_counted_with_the_proposal_it_was_in() {
    let export = line(BICYCLES);
    let mut reader = read(export.as_bytes());
    assert_eq!(reader.by_ref().count(), 1);
    let losses = reader.losses();
    assert_eq!(losses.count(&Loss::Modal), 1);
    assert_eq!(losses.count(&Loss::Ranking), 1);
    assert_eq!(losses.count(&Loss::VersionText), 3);
    assert_eq!(losses.count(&Loss::VoterIdentity), 1);
    assert_eq!(losses.count(&Loss::VoteTotal), 0);
    let unknown = Loss::UnknownField("opinion.mood".to_owned());
    assert_eq!(losses.count(&unknown), 1);
    assert!(losses.iter().all(|(_, tally)| tally.places == ["7"]));
}

#[test]
fn totals_that_do_not_add_up_are_told() {
    let export = line(r#"{"opinion": {"id": 1, "title": "T", "votes_ok": 2, "votes_total": 3, "arguments_count": 4}}"#);
    let mut reader = read(export.as_bytes());
    assert_eq!(reader.by_ref().count(), 1);
    assert_eq!(reader.losses().count(&Loss::VoteTotal), 1);
    assert_eq!(reader.losses().count(&Loss::AbsentArgument), 4);
}

#[test]
fn bad_lines_are_rejected_and_the_rest_goes_on() {
    let mut export = proposal(1).into_bytes();
    export.extend(b"{\"opinion\": {\"id\": 2, \"title\": \"T\n");
    export.extend(b"{\"opinion\": {\"id\": 3, \"title\": \"\xE9\"}}\n");
    export.extend(b"nonsense\n\n");
    export.extend(line(r#"{"opinion": {"title": "T"}}"#).bytes());
    export.extend(line(r#"{"opinion": {"id": 4, "title": " "}}"#).bytes());
    export.extend(line(r#"{"opinion": {"id": 5, "title": "T", "created_at": "hier"}}"#).bytes());
    export.extend(proposal(1).bytes());
    export.extend(proposal(6).bytes());
    let expected = vec![
        (2, "truncated"),
        (3, "not-utf8"),
        (4, "malformed"),
        (6, "missing"),
        (7, "missing"),
        (8, "date"),
        (9, "duplicate"),
    ];
    assert_eq!(outcome(&export), (2, expected));
}

#[test]
fn a_rejected_line_leaves_its_identifier_free() {
    let export = line(r#"{"opinion": {"id": 1, "title": ""}}"#) + &proposal(1);
    assert_eq!(outcome(export.as_bytes()), (1, vec![(1, "missing")]));
}

#[test]
fn a_rejection_names_the_proposal_when_it_can() {
    let export = line(r#"{"opinion": {"id": "x9", "title": "", "body": "b"}}"#);
    let rejection = read(export.as_bytes()).next().unwrap().unwrap_err();
    assert_eq!(rejection.external_id.as_deref(), Some("x9"));
    assert_eq!(rejection.to_string(), "line 1 (x9): the field `title` is missing");
}

#[test]
fn a_bad_argument_is_rejected_without_its_proposal() {
    let export = line(
        r#"{"opinion": {"id": 1, "title": "T", "arguments": [{"id": 8, "type": 7}, {"type": 1}, {"id": 9, "type": 1}]}}"#,
    );
    let read: Vec<_> = read(export.as_bytes()).collect();
    assert_eq!(read[0].as_ref().unwrap().record.arguments.len(), 1);
    let rejected = read[1].as_ref().unwrap_err();
    assert_eq!((rejected.line, rejected.reason.code()), (1, "value"));
    assert_eq!(rejected.external_id.as_deref(), Some("8"));
    assert_eq!(read[2].as_ref().unwrap_err().reason.code(), "missing");
}

#[test]
fn json_nested_without_end_is_malformed_and_no_more() {
    let export = "[".repeat(100_000) + "\n" + &proposal(1);
    assert_eq!(outcome(export.as_bytes()), (1, vec![(1, "malformed")]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        outcome(&bytes);
    }

    #[test]
    fn a_damaged_byte_costs_its_line_at_most(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut export = [proposal(1), line(BICYCLES), proposal(2)].concat().into_bytes();
        let at = at.index(export.len());
        export[at] = byte;
        prop_assert!(outcome(&export).0 >= 1);
    }
}
