//! From a question to its answer.

use super::answer::{Answer, Facets, Hit};
use super::bits::{are_frequent, are_many};
use super::closeness::{LOOKED_AT, closest};
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
    let Found { gathered, before, whole, held } = gather(query, &sought, parts, &sieve, most);
    sought.understood.relaxed = (held < asked && gathered.total > 0).then_some(held);
    sought.understood.whole = if sought.lacking == 0 { whole } else { 0 };
    if gathered.total < FEW || sought.understood.relaxed.is_some() {
        sought.understood.suggestion = suggestion(&sought, parts);
    }
    let facets = query.facets.then(|| count_facets(query, &sought, &gathered, parts));
    let page = match query.sort {
        Sort::Relevance => behind(before, closest(gathered.best.into_sorted(), &sought, parts)),
        sort => first_of(&gathered.matched.hits, sort, &parts.columns, most),
    };
    Answer {
        total: gathered.total,
        at_least: gathered.passed_over,
        hits: page.into_iter().take(most).skip(query.offset).map(|scored| hit(scored, parts)).collect(),
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

fn page(known: Known, query: &Query, mut sought: Sought, parts: &Parts) -> Answer {
    sought.understood.whole = known.total;
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
    let slots: Vec<Slot> = slots.into_iter().collect();
    let sought = Sought { asked: slots.clone(), slots, ..Sought::default() };
    let sieve = Sieve::new(&Filters::default(), &parts.columns, &parts.tables);
    let mut gathered = Gathered::new(&parts.columns, true, PREPARED);
    all_words(&sought.slots, parts, &mut Guard::new(&sought, parts, &sieve), &mut gathered);
    let best = closest(gathered.best.into_sorted(), &sought, parts);
    Known {
        total: gathered.total,
        best: best.into_iter().map(|scored| (scored.document, scored.score)).collect(),
        facets: facets::count(&gathered.matched, &parts.columns, &parts.tables),
    }
}

/// A hit of a page.
pub(crate) fn hit(scored: Scored, parts: &Parts) -> Hit {
    let key = parts.keys.get(scored.document as usize).unwrap_or_default();
    Hit { document: scored.document, key, score: scored.score }
}

/// What was found.
struct Found<'a> {
    /// What answers.
    gathered: Gathered<'a>,
    /// Those of them that hold more of the words than the others, the best first.
    before: Vec<Scored>,
    /// How many hold all the words.
    whole: u64,
    /// How many of the words each holds at least.
    held: usize,
}

/// With so many answers, nobody is looked for who holds fewer of the words.
const ENOUGH: u64 = 10;

/// The documents that hold all the words; where they are few, those that hold fewer come behind them.
fn gather<'a>(query: &Query, sought: &Sought, parts: &'a Parts, sieve: &Sieve<'_>, most: usize) -> Found<'a> {
    let keeps = query.facets || query.sort != Sort::Relevance;
    // In another order, nobody is weighed.
    let most = if query.sort == Sort::Relevance && most > 0 { most.max(LOOKED_AT) } else { 0 };
    let none = || Gathered::new(&parts.columns, keeps, most);
    let gathered = gather_all(query, sought, parts, sieve, none());
    let mut found = Found { whole: gathered.total, gathered, before: Vec::new(), held: sought.slots.len() };
    for least in (1..sought.slots.len()).rev() {
        if found.gathered.total >= ENOUGH || walked_through(&sought.slots, least) > MOST_WALKED {
            break;
        }
        let wider = gather_some(query, sought, least, parts, sieve, none());
        if wider.total > found.gathered.total {
            let narrower = std::mem::replace(&mut found.gathered, wider).best.into_sorted();
            found.before = behind(std::mem::take(&mut found.before), closest(narrower, sought, parts));
            found.held = least;
        }
    }
    found
}

/// Documents, then those of others that are not among them.
fn behind(mut before: Vec<Scored>, others: Vec<Scored>) -> Vec<Scored> {
    let known: Vec<u32> = before.iter().map(|scored| scored.document).collect();
    before.extend(others.into_iter().filter(|scored| !known.contains(&scored.document)));
    before
}

/// The documents that hold all the words.
fn gather_all<'a>(
    query: &Query,
    sought: &Sought,
    parts: &'a Parts,
    sieve: &Sieve<'_>,
    mut gathered: Gathered<'a>,
) -> Gathered<'a> {
    let mut guard = Guard::new(sought, parts, sieve);
    if let (false, Some(standing)) = (gathered.keeps, known_total(query, sought)) {
        best_of_word(&sought.slots[0], parts, &mut guard, &mut gathered);
        gathered.total = u64::from(standing);
        return gathered;
    }
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
    gathered
}

/// The documents that hold so many of the words at least.
fn gather_some<'a>(
    query: &Query,
    sought: &Sought,
    least: usize,
    parts: &'a Parts,
    sieve: &Sieve<'_>,
    mut gathered: Gathered<'a>,
) -> Gathered<'a> {
    let mut guard = Guard::new(sought, parts, sieve);
    if are_many(walked_through(&sought.slots, least), parts) {
        let filed = if query.facets { Vec::new() } else { filed(&query.filters, parts) };
        some_frequent_words(&sought.slots, least, &filed, parts, &mut guard, &mut gathered);
    } else {
        some_words(&sought.slots, least, parts, &mut guard, &mut gathered);
    }
    gathered
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
