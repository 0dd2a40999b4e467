//! Exports written by hand, in the columns of several versions.

use super::records::Records;
use super::*;
use crate::{Comment, Loss, Losses, PlaceKind, Proposal, Side};

const OLD: &str =
    "id;category/id;category/name/en;category/name/fr;title;body;votes;comments;created_at;url;meeting_urls\r\n";
const COMMENTS: &str =
    "id;created_at;body;author/id;author/name;alignment;depth;commentable_id;commentable_type;root_commentable_url\n";

fn proposals(export: &[u8]) -> (Vec<Proposal>, Vec<(u64, &'static str)>, Losses) {
    let mut reader = read_proposals(export, "fr").unwrap();
    let (mut read, mut rejected) = (Vec::new(), Vec::new());
    for entry in reader.by_ref() {
        match entry {
            Ok(entry) => read.push(entry.record),
            Err(rejection) => rejected.push((rejection.line, rejection.reason.code())),
        }
    }
    (read, rejected, reader.losses().clone())
}

fn comments(rows: &str) -> (Vec<Comment>, Losses, usize) {
    let export = COMMENTS.to_owned() + rows;
    let mut reader = read_comments(export.as_bytes(), "fr").unwrap();
    let read = reader.by_ref().map(|entry| entry.unwrap().record).collect();
    let discussions = reader.discussions().count();
    (read, reader.losses().clone(), discussions)
}

#[test]
fn a_proposal_of_an_old_export_has_supports_only() {
    let row = "4;9;;Vélos;Des arceaux;\"Devant \"\"chaque\"\" école\r\net gare\";12;3;2019-01-24 22:29:15 +0100;http://e.org/proposals/4;\r\n";
    let (read, rejected, losses) = proposals((OLD.to_owned() + row).as_bytes());
    assert_eq!(rejected, []);
    assert_eq!(read[0].body_markdown, "Devant \"chaque\" école\\\net gare");
    assert_eq!(read[0].votes.support, 12);
    assert_eq!(read[0].votes.total(), 12);
    let theme = read[0].theme.as_ref().unwrap();
    assert_eq!((theme.external_id.as_deref(), &*theme.name), (Some("9"), "Vélos"));
    assert!(losses.is_empty());
}

#[test]
fn a_later_export_has_languages_states_and_answers() {
    let export = "reference;body/en;body/fr;id;title/en;title/fr;state;answer/fr;answered_at;supports;published_at;address\n\
        R1;<p>Hello</p>;<p>Bonjour</p>;5;Title;Titre;accepted;<p>Oui</p>;2023-02-01 10:00:00 UTC;2;2023-01-01 10:00:00 UTC;Mairie\n";
    let (read, rejected, losses) = proposals(export.as_bytes());
    assert_eq!(rejected, []);
    assert_eq!((&*read[0].title, &*read[0].body_markdown), ("Titre", "Bonjour"));
    let answer = read[0].answer.as_ref().unwrap();
    assert_eq!((&*answer.state, &*answer.body_markdown), ("accepted", "Oui"));
    assert_eq!(losses.count(&Loss::Translation), 2);
    let unread = Loss::UnreadColumn("address".to_owned());
    assert_eq!(losses.count(&unread), 1);
}

#[test]
fn a_text_in_another_language_only_is_taken_in_that_language() {
    let (read, _, losses) = proposals(b"id;title/fr;title/en;body/en\n1;;Title;Hello\n");
    assert_eq!((&*read[0].title, &*read[0].body_markdown), ("Title", "Hello"));
    assert_eq!(losses.count(&Loss::Translation), 0);
}

#[test]
fn a_withdrawn_proposal_is_trashed() {
    let (read, _, _) = proposals(b"id;title;state\n1;A;withdrawn\n2;B;not_answered\n");
    assert!(read[0].trashed && read[0].answer.is_none());
    assert!(!read[1].trashed && read[1].answer.is_none());
}

#[test]
fn bad_rows_are_rejected_with_the_line_they_begin_on() {
    let export = "id;title;body;votes;created_at\n\
        1;A;\"two\nlines\";1;\n\
        2;B;b;many;\n\
        ;C;c;0;\n\
        3;;c;0;\n\
        4;D;d;0;24/01/2019\n\
        5;E;e\n\
        1;F;f;0;\n\
        6;G;\"g;0;";
    let (read, rejected, _) = proposals(export.as_bytes());
    let expected = [
        (4, "value"),
        (5, "missing"),
        (6, "missing"),
        (7, "date"),
        (8, "field-count"),
        (9, "duplicate"),
        (10, "truncated"),
    ];
    assert_eq!(read.len(), 1);
    assert_eq!(rejected, expected);
}

#[test]
fn a_rejected_row_leaves_its_identifier_free() {
    let (read, rejected, _) = proposals(b"id;title;votes\n1;A;x\n1;A;2\n");
    assert_eq!((read.len(), rejected), (1, vec![(2, "value")]));
}

#[test]
fn the_first_accented_record_decides_the_encoding() {
    let (read, rejected, _) = proposals(b"id;title\n1;Ecole\n2;\xC9cole\n3;\x80uro\n");
    assert_eq!(rejected, []);
    assert_eq!((&*read[1].title, &*read[2].title), ("École", "€uro"));
    let (read, rejected, _) = proposals(b"id;title\n1;\xC3\x89cole\n2;\xC9cole\n3;A\n");
    assert_eq!((read.len(), rejected), (2, vec![(3, "not-utf8")]));
    let (_, rejected, _) = proposals(b"\xEF\xBB\xBFid;title\n2;\xC9cole\n");
    assert_eq!(rejected, [(2, "not-utf8")]);
}

#[test]
fn a_quote_inside_a_bare_field_is_a_character() {
    let (read, rejected, _) = proposals(b"id;title\n1;de 10\" a 12\n2;B\n");
    assert_eq!(rejected, []);
    assert_eq!(read[0].title, "de 10\" a 12");
}

#[test]
fn a_quote_never_closed_costs_no_more_than_the_limit() {
    let export = "id;title\n1;\"A\n".to_owned() + &"2;B\n".repeat(20);
    let records: Vec<_> = Records::with_limit(export.as_bytes(), 20).collect();
    let reason = &records[1].as_ref().err().unwrap().reason;
    assert_eq!(reason.code(), "too-long");
    assert_eq!(records.last().unwrap().as_ref().ok().unwrap().line, 22);
}

#[test]
fn a_header_without_what_a_record_needs_is_refused() {
    let missing = |export: &[u8]| read_proposals(export, "fr").err().unwrap().reason;
    assert_eq!(missing(b"title;body\n"), Reason::Missing("id"));
    assert_eq!(missing(b""), Reason::Missing("id"));
    assert!(read_comments(&b"id;title;body\n"[..], "fr").is_err());
}

#[test]
fn comments_of_a_debate_share_a_discussion_that_no_file_holds() {
    let rows = "2;2019-01-17 10:38:20 +0100;D'accord;;;1;1;1;Decidim::Comments::Comment;http://e.org/f/1/debates/23\n\
        1;2019-01-17 10:38:19 +0100;Que faire ?;;;0;0;23;Decidim::Debates::Debate;http://e.org/f/1/debates/23\n";
    let (read, losses, discussions) = comments(rows);
    assert_eq!(read[0].discussion, read[1].discussion);
    assert_eq!(read[0].side, Side::For);
    assert_eq!(read[0].target.kind, PlaceKind::Comment);
    assert_eq!(read[0].discussion.place, read[1].target);
    assert!(read[0].discussion.is_outside_proposals());
    assert_eq!(losses.count(&Loss::OutsideProposals), 2);
    assert_eq!(losses.count(&Loss::Orphan), 0);
    assert_eq!(discussions, 1);
}

#[test]
fn comments_of_a_proposal_name_it() {
    let rows = "1;;Bien;;;-1;0;4;Decidim::Proposals::Proposal;http://e.org/f/1/proposals/4?commentId=1\n";
    let (read, losses, _) = comments(rows);
    assert_eq!(read[0].side, Side::Against);
    assert_eq!(read[0].discussion.place.kind, PlaceKind::Proposal);
    assert_eq!(read[0].discussion.place.external_id, "4");
    assert!(losses.is_empty());
}

#[test]
fn an_answer_to_an_absent_comment_is_told() {
    let rows = "2;;Oui;;;0;1;99;Decidim::Comments::Comment;http://e.org/f/1/proposals/4\n";
    let (read, losses, _) = comments(rows);
    assert_eq!(read.len(), 1);
    assert_eq!(losses.count(&Loss::Orphan), 1);
}
