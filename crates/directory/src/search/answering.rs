//! From a question to its answer.

use super::answer::{Answer, Facets, Hit};
use super::bits::{are_frequent, are_many};
use super::facets;
use super::filed::{filed, without};
use super::gathered::Gathered;
use super::matching::{Guard, all_frequent_words, all_words, best_of_word, some_frequent_words, some_words};
use super::query::{Filters, Query, Sort};
use super::ranking::{Scored, first_of};
use super::reading::{Slot, Sought, alternative, read};
use super::sieve::{Line, Sieve};
use super::spelling::meant;
use crate::snapshot::{EVERYTHING, Known, Parts};

/// The furthest hit that a page may show.
const FURTHEST: usize = 10_000;

/// Answers a question.
pub(crate) fn search(query: &Query, parts: &Parts) -> Answer {
    let mut sought = read(query, parts);
    let asked = sought.slots.len() + sought.lacking;
    if sought.understood.nothing || (sought.slots.is_empty() && sought.lacking > 0) {
        return Answer { understood: sought.understood, ..Answer::default() };
    }
    let most = query.offset.saturating_add(query.limit).min(FURTHEST);
    if let Some(known) = known_answer(query, &sought, most, parts) {
        return page(known, query, sought, parts);
    }
    let sieve = Sieve::new(&query.filters, &parts.columns, &parts.tables);
    let (gathered, held) = gather(query, &sought, parts, &sieve, most);
    sought.understood.relaxed = (held < asked && gathered.total > 0).then_some(held);
    if gathered.total < FEW || sought.understood.relaxed.is_some() {
        sought.understood.suggestion = suggestion(&sought, parts);
    }
    let facets = query.facets.then(|| count_facets(query, &sought, &gathered, parts));
    let page = match query.sort {
        Sort::Relevance => gathered.best.into_sorted(),
        sort => first_of(&gathered.matched.hits, sort, &parts.columns, most),
    };
    Answer {
        total: gathered.total,
        at_least: gathered.passed_over,
        hits: page.into_iter().skip(query.offset).map(|scored| hit(scored, parts)).collect(),
        facets,
        understood: sought.understood,
    }
}

/// Longer questions are no slips of the hand.
const DOUBTED: usize = 8;

/// With fewer answers, what may have been meant is looked for.
const FEW: u64 = 5;

/// The question with its doubtful words as they were probably meant; nothing when none is doubtful.
fn suggestion(sought: &Sought, parts: &Parts) -> Option<String> {
    if sought.understood.words.len() > DOUBTED {
        return None;
    }
    let words = sought.understood.words.iter().map(|word| (word, meant(&word.typed, parts)));
    let words: Vec<_> = words.collect();
    let is_doubtful = words.iter().any(|(_, meant)| meant.is_some());
    let written = words.into_iter().map(|(word, meant)| meant.unwrap_or_else(|| word.typed.clone()));
    is_doubtful.then(|| written.collect::<Vec<_>>().join(" "))
}

/// The counts of what was gathered. Where one line alone was filtered, and no word asked for, who fails it was passed
/// over: along it, the counts are those of everything.
fn count_facets(query: &Query, sought: &Sought, gathered: &Gathered<'_>, parts: &Parts) -> Facets {
    let mut counted = facets::count(&gathered.matched, &parts.columns, &parts.tables);
    if let Some(line) = lone_line(query, sought, &filed(&query.filters, parts))
        && let Some(everything) = parts.frequent.get(EVERYTHING)
    {
        facets::replace(line, &mut counted, everything.facets);
    }
    counted
}

/// The line that is filtered, when it is the only one and no word is asked for.
fn lone_line(query: &Query, sought: &Sought, filed: &[(Line, Slot)]) -> Option<Line> {
    let [(line, _)] = filed else { return None };
    let is_lone = sought.slots.is_empty() && sought.unwanted.is_empty() && sought.phrases.is_empty();
    (is_lone && without(&query.filters, *line) == Filters::default()).then_some(*line)
}

/// The answer that the build prepared, when there is one and the page is within it.
fn known_answer(query: &Query, sought: &Sought, most: usize, parts: &Parts) -> Option<Known> {
    let is_plain = query.sort == Sort::Relevance && most <= PREPARED && sought.lacking == 0;
    let is_bare = sought.phrases.is_empty() && sought.unwanted.is_empty() && query.filters == Filters::default();
    if !is_plain || !is_bare {
        return None;
    }
    match sought.slots.as_slice() {
        [] => parts.frequent.get(EVERYTHING),
        [slot] => match slot.alternatives.as_slice() {
            [alone] if alone.weight >= 1.0 => parts.frequent.get(alone.number),
            _ => None,
        },
        _ => None,
    }
}

fn page(known: Known, query: &Query, sought: Sought, parts: &Parts) -> Answer {
    let page = known.best.into_iter().skip(query.offset).take(query.limit);
    Answer {
        total: known.total,
        at_least: false,
        hits: page.map(|(document, score)| hit(Scored { score, document }, parts)).collect(),
        facets: query.facets.then_some(known.facets),
        understood: sought.understood,
    }
}

/// How many hits of a frequent question the build prepares.
const PREPARED: usize = 100;

/// The answer to a stem alone, or to no word, when nothing is filtered but what has ended.
pub(crate) fn answer_stem(number: u32, parts: &Parts) -> Known {
    let slots = alternative(number, 1.0, parts).map(|alternative| Slot { alternatives: vec![alternative] });
    let sought = Sought { slots: slots.into_iter().collect(), ..Sought::default() };
    let sieve = Sieve::new(&Filters::default(), &parts.columns, &parts.tables);
    let mut gathered = Gathered::new(&parts.columns, true, PREPARED);
    all_words(&sought.slots, parts, &mut Guard::new(&sought, parts, &sieve), &mut gathered);
    Known {
        total: gathered.total,
        best: gathered.best.into_sorted().into_iter().map(|scored| (scored.document, scored.score)).collect(),
        facets: facets::count(&gathered.matched, &parts.columns, &parts.tables),
    }
}

/// A hit of a page.
pub(crate) fn hit(scored: Scored, parts: &Parts) -> Hit {
    let key = parts.keys.get(scored.document as usize).unwrap_or_default();
    Hit { document: scored.document, key, score: scored.score }
}

/// The documents that hold all the words, or else as many of them as any document holds; and how many these are.
fn gather<'a>(
    query: &Query,
    sought: &Sought,
    parts: &'a Parts,
    sieve: &Sieve<'_>,
    most: usize,
) -> (Gathered<'a>, usize) {
    let keeps = query.facets || query.sort != Sort::Relevance;
    // In another order, nobody is weighed.
    let most = if query.sort == Sort::Relevance { most } else { 0 };
    let words = sought.slots.len();
    let mut gathered = Gathered::new(&parts.columns, keeps, most);
    if let (false, Some(standing)) = (keeps, known_total(query, sought)) {
        best_of_word(&sought.slots[0], parts, &mut Guard::new(sought, parts, sieve), &mut gathered);
        gathered.total = u64::from(standing);
        return (gathered, words);
    }
    let mut guard = Guard::new(sought, parts, sieve);
    let filed = filed(&query.filters, parts);
    let is_filed =
        sought.slots.is_empty() && !filed.is_empty() && (!query.facets || lone_line(query, sought, &filed).is_some());
    // Along a line that is filtered, those whom the filter leaves out are counted too.
    let filed = if query.facets && !is_filed { Vec::new() } else { filed };
    if is_filed || are_frequent(&sought.slots, parts) {
        all_frequent_words(&sought.slots, &filed, parts, &mut guard, &mut gathered);
    } else {
        all_words(&sought.slots, parts, &mut guard, &mut gathered);
    }
    for least in (1..words).rev() {
        let walked = walked_through(&sought.slots, least);
        if gathered.total > 0 || walked > MOST_WALKED {
            return (gathered, (least + 1).min(words));
        }
        gathered = Gathered::new(&parts.columns, keeps, most);
        let mut guard = Guard::new(sought, parts, sieve);
        if are_many(walked, parts) {
            some_frequent_words(&sought.slots, least, &filed, parts, &mut guard, &mut gathered);
        } else {
            some_words(&sought.slots, least, parts, &mut guard, &mut gathered);
        }
    }
    let held = if words > 1 { 1 } else { words };
    (gathered, held)
}

/// How many organisations answer, when one word is asked for and nothing else.
fn known_total(query: &Query, sought: &Sought) -> Option<u32> {
    let [slot] = sought.slots.as_slice() else { return None };
    let [alone] = slot.alternatives.as_slice() else { return None };
    let is_bare = sought.phrases.is_empty() && sought.unwanted.is_empty();
    (is_bare && query.filters == Filters::default()).then_some(alone.stem.standing)
}

/// How many postings a question may walk through to find who holds some of its words.
const MOST_WALKED: u64 = 400_000;

/// How many postings are walked through to find who holds at least so many of the words.
fn walked_through(slots: &[Slot], least: usize) -> u64 {
    slots.iter().take(slots.len() + 1 - least).map(Slot::most).sum()
}
