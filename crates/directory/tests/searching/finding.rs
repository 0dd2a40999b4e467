//! Organisations are found, counted, ordered and explained.

use crate::invented::{Invented, association};
use fabrique_directory::{Day, Filters, Kind, MatchedField, Nature, Query, Size, Sort};

/// The keys that answer, in order.
fn keys(invented: &Invented, query: &Query) -> Vec<String> {
    invented.directory.search(query).hits.into_iter().map(|hit| hit.key).collect()
}

fn of(invented: &Invented, text: &str) -> Vec<String> {
    keys(invented, &Query::new(text))
}

fn small() -> Invented {
    let mut entries = vec![
        association("W1", "ASSOCIATION DES PARALYSES DE FRANCE", "Défense des personnes handicapées"),
        association("W2", "LES JARDINS PARTAGES", "Biodiversité urbaine et jardinage dans les écoles"),
        association("W3", "CLUB DE TENNIS", "Pratique du tennis ; l'école de tennis accueille les enfants"),
        association("W4", "Ligue de l'enseignement", "Éducation populaire, lutte contre l'illettrisme"),
        association("W5", "LES AMIS DU JEU", "Jeux de société"),
        association("W6", "TOTALENERGIES SOLIDAIRE", "Mécénat"),
        association("W7", "CLUB DE TENNIS DISSOUS", "Tennis"),
    ];
    entries[0].aliases = vec!["0755000001".into(), "775688732".into()];
    entries[1].place.department = "69".into();
    entries[1].place.commune = "LYON".into();
    entries[6].life.is_dissolved = true;
    Invented::of(entries)
}

#[test]
fn accents_plurals_elisions_and_capitals_make_no_difference() {
    let directory = small();
    for text in ["biodiversite URBAINE", "Biodiversités urbaines", "l’urbaine biodiversité"] {
        assert_eq!(of(&directory, text), ["W2"], "{text}");
    }
    assert_eq!(of(&directory, "jeux"), of(&directory, "jeu"));
    assert_eq!(of(&directory, "enseignements"), ["W4"]);
}

#[test]
fn who_holds_all_the_words_comes_first_and_others_are_told_apart() {
    let directory = small();
    let ask = |text: &str| directory.directory.search(&Query { facets: true, ..Query::new(text) });
    let answer = ask("tennis enfants");
    assert_eq!((answer.total, answer.understood.whole, answer.understood.relaxed), (1, 1, None), "nobody holds fewer");
    let answer = ask("biodiversité enfants");
    assert_eq!((answer.total, answer.understood.whole, answer.understood.relaxed), (2, 0, Some(1)));
    let answer = ask("école jardinage");
    let found: Vec<&str> = answer.hits.iter().map(|hit| hit.key.as_str()).collect();
    assert_eq!((answer.understood.whole, answer.understood.relaxed, found), (1, Some(1), vec!["W2", "W3"]));
    let counted: u64 = answer.facets.unwrap().departments.iter().map(|one| one.count).sum();
    assert_eq!(counted, answer.total, "what is counted is what answers");
    let answer = ask("tennis zzyzx");
    assert_eq!((answer.total, answer.understood.whole, answer.understood.relaxed), (1, 0, Some(1)));
}

#[test]
fn those_that_hold_fewer_words_come_when_few_hold_them_all() {
    let many = |count: usize| {
        let both = (0..count).map(|at| association(&format!("W{at:03}"), "Vélo", "Pour la ville"));
        let lone = [association("Y", "Vélo vélo vélo", "")];
        Invented::of(both.chain(lone).collect())
    };
    let answer = many(9).directory.search(&Query::new("vélo ville"));
    assert_eq!((answer.total, answer.understood.whole), (10, 9));
    assert_eq!(answer.hits[9].key, "Y", "however often it says one of them");
    let answer = many(10).directory.search(&Query::new("vélo ville"));
    assert_eq!((answer.total, answer.understood.whole, answer.understood.relaxed), (10, 10, None));
    let query = Query { offset: 8, limit: 2, ..Query::new("vélo ville") };
    assert_eq!(keys(&many(9), &query), ["W008", "Y"], "pages follow each other");
}

#[test]
fn a_name_that_is_what_was_asked_comes_before_one_that_holds_more() {
    let entries = vec![
        association("W1", "ASSOCIATION DU MIROIR D'ALSACE", "Association du miroir, miroir"),
        association("W2", "ASSOCIATION MIROIR", "Théâtre"),
        association("W3", "ASSOCIATION", "Le miroir, une association"),
    ];
    let directory = Invented::of(entries);
    for text in ["association miroir", "miroir association"] {
        assert_eq!(of(&directory, text)[0], "W2", "{text}");
    }
    let why = directory.directory.explain(&Query::new("miroir association"), "W2").unwrap().unwrap();
    assert!((why.name - 0.5).abs() < 1e-6, "{why:?}");
}

#[test]
fn words_that_stand_together_count_more() {
    let apart = "Pour la biodiversité des forêts, des rivières et de la vie urbaine";
    let together = "Pour la biodiversité urbaine des forêts, des rivières et de la vie";
    let entries = vec![association("W1", "Nous", apart), association("W2", "Nous", together)];
    let directory = Invented::of(entries);
    assert_eq!(of(&directory, "biodiversité urbaine"), ["W2", "W1"]);
    let why = |key| directory.directory.explain(&Query::new("biodiversité urbaine"), key).unwrap().unwrap();
    assert!(why("W2").together > 0.0 && why("W1").together == 0.0);
}

#[test]
fn a_word_in_quotes_is_read_as_it_is_written() {
    let entries = vec![association("W1", "SPORT", ""), association("W2", "SPORTS", "")];
    let directory = Invented::of(entries);
    assert_eq!(of(&directory, "sportes").len(), 2);
    let answer = directory.directory.search(&Query::new("\"sportes\""));
    assert_eq!((answer.total, answer.understood.words[0].known), (0, false));
}

#[test]
fn misspelt_glued_and_split_words_are_forgiven() {
    let directory = small();
    let answer = directory.directory.search(&Query::new("ilettrisme"));
    assert_eq!(answer.hits[0].key, "W4");
    assert_eq!(answer.understood.words[0].read, ["illettrisme"]);
    assert_eq!(of(&directory, "total energies"), ["W6"]);
    assert_eq!(of(&directory, "jardinspartages"), ["W2"]);
    assert_eq!(of(&directory, "biodivercite"), ["W2"]);
    for text in ["killettrisme", "llettrisme", "ullettrisme", "lilettrisme"] {
        assert_eq!(of(&directory, text), ["W4"], "{text}: the first letter too");
    }
    let answer = directory.directory.search(&Query::new("jardinspartages"));
    assert_eq!(answer.understood.words[0].read, ["jardins partages"]);
}

#[test]
fn an_acronym_leads_to_the_name_it_is_made_of() {
    let directory = small();
    for text in ["APF", "A.P.F.", "apf"] {
        assert_eq!(of(&directory, text), ["W1"], "{text}");
    }
}

#[test]
fn a_phrase_asks_for_words_that_follow_each_other() {
    let directory = small();
    assert_eq!(of(&directory, "\"école de tennis\""), ["W3"]);
    assert_eq!(of(&directory, "\"tennis école\""), Vec::<String>::new());
    assert_eq!(of(&directory, "tennis école"), ["W3", "W2"], "who holds one word comes behind");
}

#[test]
fn an_unwanted_word_excludes() {
    assert_eq!(of(&small(), "tennis -enfants"), Vec::<String>::new());
    assert_eq!(of(&small(), "\"jardins partages\" -tennis"), ["W2"]);
}

#[test]
fn those_that_have_ended_come_when_they_are_asked_for() {
    let directory = small();
    assert_eq!(of(&directory, "tennis"), ["W3"]);
    let filters = Filters { with_dissolved: true, ..Filters::default() };
    let answer = directory.directory.search(&Query { filters, facets: true, ..Query::new("tennis") });
    assert_eq!((answer.total, answer.facets.unwrap().dissolved), (2, 1));
    let facets = directory.directory.search(&Query { facets: true, ..Query::new("tennis") }).facets.unwrap();
    assert_eq!(facets.dissolved, 1, "what is left out is counted");
}

#[test]
fn a_facet_is_counted_as_if_nothing_was_filtered_by_it() {
    let directory = small();
    let filters = Filters { departments: vec!["69".into()], ..Filters::default() };
    let answer = directory.directory.search(&Query { filters, facets: true, ..Query::new("") });
    assert_eq!(answer.total, 1);
    let facets = answer.facets.unwrap();
    let counts: Vec<(&str, u64)> = facets.departments.iter().map(|one| (one.value.as_str(), one.count)).collect();
    assert_eq!(counts, [("75", 5), ("69", 1)]);
    assert_eq!(facets.communes.len(), 2);
    assert_eq!(facets.regions.iter().map(|one| one.count).sum::<u64>(), 6);
    assert_eq!(facets.kinds.iter().map(|one| one.count).sum::<u64>(), 1);
}

#[test]
fn an_entry_is_found_by_its_key_and_its_other_names() {
    let directory = small().directory;
    for name in ["W1", "0755000001", "775688732"] {
        assert_eq!(directory.entry(name).unwrap().unwrap().key, "W1", "{name}");
    }
    assert_eq!(directory.entry("W0").unwrap(), None);
    assert_eq!(directory.entry("").unwrap(), None);
}

#[test]
fn hits_come_in_the_order_asked_for_and_page_by_page() {
    let mut entries: Vec<_> =
        (0..50).map(|at| association(&format!("W{at:03}"), &format!("Club {:02}", 49 - at), "")).collect();
    for (at, entry) in entries.iter_mut().enumerate() {
        entry.life.created = Day(19_500_101 + u32::try_from(at).unwrap() * 10_000);
    }
    let directory = Invented::of(entries);
    let page = |sort, offset| keys(&directory, &Query { sort, offset, limit: 3, ..Query::new("club") });
    assert_eq!(page(Sort::Name, 0), ["W049", "W048", "W047"]);
    assert_eq!(page(Sort::Name, 48), ["W001", "W000"]);
    assert_eq!(page(Sort::Created, 0), ["W049", "W048", "W047"]);
    assert_eq!(page(Sort::Relevance, 60), Vec::<String>::new());
}

#[test]
fn filters_keep_what_is_asked() {
    let mut entries: Vec<_> = (0..6).map(|at| association(&format!("W{at}"), "Club", "")).collect();
    entries[1].kind = Kind::Ministry;
    entries[2].size = Size::UnderFifty;
    entries[3].recognised = true;
    entries[4].themes = [11_105, 6_000];
    entries[5].life.created = Day(20_010_203);
    let directory = Invented::of(entries);
    let with = |filters| keys(&directory, &Query { filters, ..Query::new("club") });
    let none = Filters::default;
    assert_eq!(with(Filters { nature: Nature::Institutions, ..none() }), ["W1"]);
    assert_eq!(with(Filters { kinds: vec![Kind::Ministry], ..none() }), ["W1"]);
    assert_eq!(with(Filters { employer: Some(true), ..none() }), ["W2"]);
    assert_eq!(with(Filters { sizes: vec![Size::UnderFifty], ..none() }), ["W2"]);
    assert_eq!(with(Filters { recognised: Some(true), ..none() }), ["W3"]);
    assert_eq!(with(Filters { families: vec![6], ..none() }), ["W4"]);
    assert_eq!(with(Filters { themes: vec![11_105], ..none() }), ["W4"]);
    assert_eq!(with(Filters { years: Some((2001, 2001)), ..none() }), ["W5"]);
    assert_eq!(with(Filters { regions: vec!["11".into()], ..none() }).len(), 6);
    assert_eq!(with(Filters { communes: vec![("75".into(), "Paris".into())], ..none() }).len(), 6);
}

#[test]
fn evidence_parts_equals_and_never_more() {
    let mut entries =
        vec![association("W1", "Club", ""), association("W2", "Club", ""), association("W3", "Amis", "Club")];
    entries[1].recognised = true;
    entries[1].size = Size::Large;
    entries[2].recognised = true;
    entries[2].size = Size::Large;
    entries[2].life.last_sign = Day(20_250_401);
    assert_eq!(of(&Invented::of(entries), "club"), ["W2", "W1", "W3"]);
}

#[test]
fn an_explanation_adds_up_to_the_score() {
    let directory = small();
    let query = Query::new("tennis enfants");
    let hit = &directory.directory.search(&query).hits[0];
    let why = directory.directory.explain(&query, &hit.key).unwrap().unwrap();
    assert!((why.score - hit.score).abs() < 1e-4, "{why:?} {hit:?}");
    let tennis = why.words.iter().find(|word| word.written == ["tennis"]).unwrap();
    assert_eq!(tennis.fields, [MatchedField::Name, MatchedField::Purpose]);
    assert!(directory.directory.explain(&query, "W0").unwrap().is_none());
}

#[test]
fn a_name_is_suggested_while_it_is_typed() {
    let directory = small();
    let suggested =
        |text: &str| -> Vec<String> { directory.directory.suggest(text, 5).into_iter().map(|hit| hit.key).collect() };
    for text in ["j", "jar", "jardi", "les jard", "LES JARDINS PART", "jardins partagés", "jrdins part"] {
        assert_eq!(suggested(text)[0], if text == "j" { "W5" } else { "W2" }, "{text}");
    }
    assert_eq!(suggested("apf"), ["W1"]);
    assert_eq!(suggested("tenn"), ["W3"], "who has ended is not suggested");
    assert_eq!(suggested("biodiv"), Vec::<String>::new(), "names only");
    assert_eq!(suggested(""), Vec::<String>::new());
    assert_eq!(suggested("😀 -"), Vec::<String>::new());
}

#[test]
fn what_was_probably_meant_is_proposed_and_what_was_typed_is_answered() {
    let mut entries: Vec<_> = (0..200).map(|at| association(&format!("W{at:03}"), "Biodiversité", "")).collect();
    entries[7].name = "Biodiversitée".into();
    let directory = Invented::of(entries);
    let answer = directory.directory.search(&Query::new("biodiversitee"));
    assert_eq!(answer.understood.suggestion.as_deref(), None, "its stem is the one of many");
    let mut entries: Vec<_> = (0..200).map(|at| association(&format!("W{at:03}"), "Le vélo en ville", "")).collect();
    entries[7].name = "Le velu en ville".into();
    let answer = Invented::of(entries).directory.search(&Query::new("Velu ville"));
    assert_eq!((answer.understood.whole, answer.hits[0].key.as_str()), (1, "W007"));
    assert_eq!(answer.understood.suggestion.as_deref(), Some("velo ville"));
}

#[test]
fn everything_is_counted_for_the_map() {
    let counts = small().directory.counts();
    assert_eq!(counts.departments.iter().map(|one| one.count).sum::<u64>(), 6);
    assert_eq!((counts.dissolved, counts.institutions), (1, 0));
}
