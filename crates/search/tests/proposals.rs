//! What people find, typed as people type.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use fabrique_search::{Document, Language, ProposalIndex, Update};
use uuid::Uuid;

const HERE: Uuid = Uuid::from_u128(1);
const ELSEWHERE: Uuid = Uuid::from_u128(2);

fn document(number: u128, consultation: Uuid, title: &str, body: &str) -> Document {
    Document {
        id: Uuid::from_u128(number),
        consultation,
        language: Language::French,
        title: title.into(),
        theme: "Transparence".into(),
        problem: String::new(),
        change: String::new(),
        body: body.into(),
    }
}

fn put(document: Document) -> Update {
    Update::Put(Box::new(document))
}

fn some() -> Vec<Update> {
    let english = Document {
        language: Language::English,
        ..document(5, HERE, "Publish meeting records", "Ministers publish whom they met.")
    };
    vec![
        put(document(1, HERE, "Publier les marchés de l’eau", "Les communes publient leurs contrats d’eau potable.")),
        put(document(2, HERE, "Ouvrir les données des écoles", "La qualité de l'air dans chaque école élémentaire.")),
        put(document(3, HERE, "Des agendas ouverts", "Chaque ministre publie ses rendez-vous. L’eau aussi.")),
        put(document(4, ELSEWHERE, "Agendas des maires", "Publier les agendas.")),
        put(english),
    ]
}

fn index() -> ProposalIndex {
    let index = ProposalIndex::in_memory();
    index.commit(&some(), 5).unwrap();
    index
}

fn found(index: &ProposalIndex, typed: &str) -> Vec<u128> {
    index.search(typed, Some(HERE), 0, 10).unwrap().ids.iter().map(Uuid::as_u128).collect()
}

#[test]
fn accents_case_and_apostrophes_make_no_difference() {
    let index = index();
    for typed in ["marchés de l'eau", "MARCHES DE L’EAU", "marche eau", "le marché de l’eau"] {
        assert_eq!(found(&index, typed).first(), Some(&1), "{typed}");
    }
    assert_eq!(found(&index, "ecole"), vec![2]);
}

#[test]
fn endings_make_no_difference() {
    let index = index();
    assert_eq!(found(&index, "une donnée d’école"), vec![2]);
    assert_eq!(found(&index, "marché d’une commune"), vec![1]);
}

#[test]
fn typing_mistakes_are_forgiven_in_long_words_only() {
    let index = index();
    assert_eq!(found(&index, "agednas"), vec![3], "two letters swapped");
    assert_eq!(found(&index, "elementiare"), vec![2], "a long word");
    assert_eq!(found(&index, "rau"), Vec::<u128>::new(), "a short word is taken at its word");
}

#[test]
fn the_last_word_may_be_half_typed() {
    let index = index();
    assert_eq!(found(&index, "quali"), vec![2]);
    assert_eq!(found(&index, "quali "), Vec::<u128>::new(), "a space says that the word is whole");
}

#[test]
fn a_title_weighs_more_than_a_body() {
    assert_eq!(found(&index(), "eau"), vec![1, 3]);
}

#[test]
fn a_search_stays_in_its_consultation_or_goes_everywhere() {
    let index = index();
    assert_eq!(found(&index, "agendas"), vec![3]);
    assert_eq!(index.search("agendas", None, 0, 10).unwrap().total, 2);
}

#[test]
fn a_theme_finds_its_proposals_and_pages_follow_each_other() {
    let index = index();
    let first = index.search("transparence", Some(HERE), 0, 3).unwrap();
    let second = index.search("transparence", Some(HERE), 3, 3).unwrap();
    assert_eq!((first.ids.len(), first.total, second.ids.len()), (3, 4, 1));
    assert!(!first.ids.contains(&second.ids[0]));
}

#[test]
fn english_texts_are_found_by_english_stems() {
    assert_eq!(found(&index(), "publishing a meeting record"), vec![5]);
}

#[test]
fn when_no_proposal_has_every_word_those_that_have_some_are_shown() {
    assert_eq!(found(&index(), "licorne agenda"), vec![3]);
}

#[test]
fn nothing_typed_finds_nothing_and_neither_do_signs() {
    for typed in ["", "   ", "?!", "\"AND OR (", "\0", "🦄"] {
        assert_eq!(found(&index(), typed), Vec::<u128>::new(), "{typed}");
    }
    assert_eq!(found(&index(), &"eau ".repeat(10_000)), vec![1, 3], "however long it is");
}

#[test]
fn what_is_close_to_a_text_is_suggested_and_what_is_not_is_not() {
    let index = index();
    let close = |text: &str| -> Vec<u128> { index.similar(text, HERE, 5).unwrap().iter().map(Uuid::as_u128).collect() };
    assert_eq!(close("Publication des contrats et des marchés de l’eau par les communes"), vec![1]);
    assert_eq!(close("Planter des arbres le long des routes"), Vec::<u128>::new());
    assert_eq!(close(""), Vec::<u128>::new());
}

#[test]
fn an_update_replaces_and_a_removal_removes() {
    let index = index();
    let renamed = document(3, HERE, "Registre des lobbies", "Chacun y lit qui rencontre qui.");
    index.commit(&[put(renamed), Update::Remove(Uuid::from_u128(2))], 9).unwrap();
    assert_eq!(found(&index, "lobbies"), vec![3]);
    assert_eq!(found(&index, "agendas"), Vec::<u128>::new());
    assert_eq!(found(&index, "ecole"), Vec::<u128>::new());
    assert_eq!((index.position().unwrap(), index.len().unwrap()), (Some(9), 4));
}

#[test]
fn an_index_is_found_again_and_one_of_another_schema_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("proposals-0")).unwrap();
    let first = ProposalIndex::open(folder.path());
    assert_eq!(first.position().unwrap(), None);
    first.commit(&some(), 12).unwrap();
    drop(first);
    let second = ProposalIndex::open(folder.path());
    assert_eq!((second.position().unwrap(), found(&second, "eau")), (Some(12), vec![1, 3]));
    assert!(!folder.path().join("proposals-0").exists());
}

#[test]
fn a_broken_index_says_so_and_begins_anew() {
    let folder = tempfile::tempdir().unwrap();
    let index = ProposalIndex::open(folder.path());
    index.commit(&some(), 12).unwrap();
    drop(index);
    let kept = std::fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    std::fs::write(kept.join("meta.json"), b"not an index").unwrap();
    let broken = ProposalIndex::open(folder.path());
    assert!(broken.search("eau", None, 0, 10).is_err());
    assert!(broken.check().is_err());
    broken.begin_anew().unwrap();
    assert_eq!((broken.position().unwrap(), broken.len().unwrap()), (None, 0));
    broken.commit(&some(), 3).unwrap();
    assert_eq!(found(&broken, "eau"), vec![1, 3]);
}

#[test]
fn of_two_processes_on_one_folder_one_writes_and_the_other_shows_what_it_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let (writer, other) = (ProposalIndex::open(folder.path()), ProposalIndex::open(folder.path()));
    writer.commit(&some(), 5).unwrap();
    assert_eq!(other.search("agendas", Some(HERE), 0, 10).unwrap().total, 0, "not shown yet");
    assert!(matches!(other.commit(&some(), 5), Err(fabrique_search::Error::Busy)));
    assert!(matches!(other.begin_anew(), Err(fabrique_search::Error::Busy)), "nobody throws away what another writes");
    assert!(other.reload().unwrap());
    assert!(!other.reload().unwrap(), "nothing new");
    assert_eq!(other.search("agendas", Some(HERE), 0, 10).unwrap().total, 1);
    assert_eq!(other.position().unwrap(), Some(5));
    drop(writer);
    other.commit(&[], 6).unwrap();
}
