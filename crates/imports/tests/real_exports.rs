//! The readers on real exports, when they are at hand.
//!
//! The samples are published data that stays outside the repository. `FABRIQUE_SAMPLES` names their
//! folder; without it, a test says that it skips.

use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

use fabrique_imports::{Discussion, Entry, Loss, Losses, PlaceKind, Rejection, Votes, cap_collectif, decidim};

#[expect(clippy::disallowed_methods, reason = "the folder of samples is named by the environment")]
fn folder() -> PathBuf {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");
    std::env::var_os("FABRIQUE_SAMPLES").map_or_else(|| default.into(), PathBuf::from)
}

#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn sample(name: &str) -> Option<BufReader<File>> {
    let path = folder().join(name);
    let opened = File::open(&path).ok();
    if opened.is_none() {
        eprintln!("skipped: no sample at {}", path.display());
    }
    opened.map(BufReader::new)
}

fn accepted<Record>(read: impl Iterator<Item = Result<Entry<Record>, Rejection>>) -> (Vec<Record>, Vec<Rejection>) {
    let mut records = Vec::new();
    let mut rejections = Vec::new();
    for entry in read {
        match entry {
            Ok(entry) => records.push(entry.record),
            Err(rejection) => rejections.push(rejection),
        }
    }
    (records, rejections)
}

#[expect(clippy::print_stderr, reason = "shown by `--nocapture`, to learn from the data")]
fn show(losses: &Losses) {
    for (loss, tally) in losses.iter() {
        eprintln!("{:>6} {loss}", tally.count);
    }
}

#[test]
fn the_digital_republic_keeps_every_proposal_argument_and_vote() {
    let Some(file) = sample("republique_numerique.jsonl") else {
        return;
    };
    let mut reader = cap_collectif::read(file);
    let (proposals, rejections) = accepted(reader.by_ref());
    show(reader.losses());
    assert_eq!(rejections, []);
    assert_eq!(proposals.len(), 696);
    let arguments = proposals.iter().map(|proposal| proposal.arguments.len());
    assert_eq!(arguments.sum::<usize>(), 3994);
    let votes: u64 = proposals.iter().map(|proposal| proposal.votes.total()).sum();
    assert_eq!(votes, 88_622);
    let sources = proposals.iter().map(|proposal| proposal.sources.len());
    assert_eq!(sources.sum::<usize>(), 326);
    assert_eq!(reader.losses().count(&Loss::Modal), 52);
    assert_eq!(reader.losses().count(&Loss::VoteTotal), 0);
}

#[test]
fn no_text_of_the_digital_republic_keeps_an_element() {
    let Some(file) = sample("republique_numerique.jsonl") else {
        return;
    };
    let (proposals, _) = accepted(cap_collectif::read(file));
    let arguments = proposals.iter().flat_map(|proposal| &proposal.arguments);
    let bodies = proposals.iter().map(|proposal| &proposal.body_markdown);
    for text in bodies.chain(arguments.map(|argument| &argument.body_markdown)) {
        assert!(!text.contains("</"), "{text}");
        assert!(!text.contains("&nbsp;") && !text.contains("&eacute;"), "{text}");
        let again = fabrique_imports::markdown_from_html(text).markdown;
        assert_eq!(&again, text);
    }
}

#[test]
fn the_great_debate_keeps_every_proposal() {
    let Some(file) = sample("decidim_export/propositions-libres.csv") else {
        return;
    };
    let mut reader = decidim::read_proposals(file, "fr").unwrap();
    let (proposals, rejections) = accepted(reader.by_ref());
    show(reader.losses());
    assert_eq!(rejections, []);
    assert_eq!(proposals.len(), 196);
    let no_other = |votes: Votes| votes.mixed == 0 && votes.against == 0;
    assert!(proposals.iter().all(|proposal| no_other(proposal.votes)));
    let themed = proposals.iter().filter(|proposal| proposal.theme.is_some());
    assert_eq!(themed.count(), 162);
}

#[test]
fn the_great_debate_keeps_every_comment_under_its_debate() {
    let Some(file) = sample("decidim_export/commentaires_debats.csv") else {
        return;
    };
    let mut reader = decidim::read_comments(file, "fr").unwrap();
    let (comments, rejections) = accepted(reader.by_ref());
    show(reader.losses());
    assert_eq!(rejections, []);
    assert_eq!(comments.len(), 693);
    assert_eq!(reader.losses().count(&Loss::OutsideProposals), 693);
    let is_debate = |discussion: &Discussion| discussion.place.kind == PlaceKind::Debate;
    assert!(reader.discussions().all(|(discussion, _)| is_debate(discussion)));
    let attached: u64 = reader.discussions().map(|(_, comments)| comments).sum();
    assert_eq!(attached, 693);
}
