//! Builds a snapshot of what is loaded, asks it, and measures it: `finding HOME build [TIMES]`, `finding HOME ask TEXT`,
//! `finding HOME bench [KIND]`.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use fabrique_directory::{Day, Directory, Discovery, Entry, Error, Filters, Query, Sort, build, entries};

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The day of the build.
const TODAY: Day = Day(20_250_501);

/// How many questions of a kind.
const QUESTIONS: usize = 400;

fn main() -> Outcome {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [home, "build"] => build_all(Path::new(home), 1),
        [home, "build", times] => build_all(Path::new(home), times.parse()?),
        [home, "ask", text] => ask(Path::new(home), text),
        [home, "bench", kind @ ..] => bench(Path::new(home), kind.first().unwrap_or(&"")),
        _ => tell("finding HOME build [TIMES] | finding HOME ask TEXT | finding HOME bench [KIND]"),
    }
}

/// Builds what is loaded, so many times over.
fn build_all(home: &Path, times: u32) -> Outcome {
    let begun = Instant::now();
    let copies = (0..times).map(|copy| {
        let number = move |entry: Entry| Entry { key: format!("{copy:02}{}", entry.key), ..entry };
        Ok(entries(home)?.map(move |entry| if times == 1 { entry } else { entry.map(number) }))
    });
    let copies = copies.collect::<Result<Vec<_>, Error>>()?;
    let report = build(home, copies.into_iter().flatten(), TODAY, &|_, _, _| {})?;
    tell(&format!(
        "{} documents, {} words, {} stems in {:.1} s, at most {} MB",
        report.documents,
        report.words,
        report.stems,
        begun.elapsed().as_secs_f64(),
        memory("VmHWM")
    ))?;
    let mut all = 0;
    for (name, length) in report.files {
        if name != "texts" && name != "texts-starts" {
            all += length;
        }
        tell(&format!("{:>10.2} MB  {name}", length as f64 / 1e6))?;
    }
    tell(&format!("{:>10.2} MB  without the texts", all as f64 / 1e6))
}

fn ask(home: &Path, text: &str) -> Outcome {
    let directory = Directory::open(home)?;
    let query = Query { facets: true, ..Query::new(text) };
    let answer = directory.search(&query);
    tell(&format!("{} {:?}", answer.total, answer.understood))?;
    for hit in &answer.hits {
        let entry = directory.entry_of(hit.document)?.ok_or("no entry")?;
        let purpose: String = entry.purpose.chars().take(80).collect();
        tell(&format!("{:.3} {} {} ({}) {purpose}", hit.score, hit.key, entry.name, entry.place.commune))?;
    }
    if let Some(facets) = answer.facets {
        tell(&format!("families {:?}", &facets.families[..facets.families.len().min(5)]))?;
        tell(&format!("departments {:?}", &facets.departments[..facets.departments.len().min(5)]))?;
    }
    Ok(())
}

fn bench(home: &Path, only: &str) -> Outcome {
    let begun = Instant::now();
    let directory = Directory::open(home)?;
    tell(&format!("opened in {:.1} ms", begun.elapsed().as_secs_f64() * 1e3))?;
    let texts = texts(&directory)?;
    let departments = ["75", "59", "33", "2A", "69", "29"];
    let plain = |text: &String| Query::new(text.as_str());
    let kinds: Vec<(&str, Vec<Query>)> = vec![
        ("one word", texts.iter().map(|text| Query::new(&text.one)).collect()),
        ("several words", texts.iter().map(|text| Query::new(&text.several)).collect()),
        ("several frequent words", frequent_pairs().iter().map(plain).collect()),
        ("words not together", texts.iter().map(|text| Query::new(&text.strange)).collect()),
        ("typos", texts.iter().map(|text| Query::new(&text.typo)).collect()),
        ("phrase", texts.iter().map(|text| Query::new(&text.phrase)).collect()),
        (
            "filters",
            texts
                .iter()
                .enumerate()
                .map(|(at, text)| {
                    let filters = Filters { departments: vec![departments[at % 6].into()], ..Filters::default() };
                    Query { filters, ..Query::new(if at % 2 == 0 { &text.one } else { &text.several }) }
                })
                .collect(),
        ),
        ("facets and map", texts.iter().map(|text| Query { facets: true, ..Query::new(&text.one) }).collect()),
        (
            "facets, frequent words",
            frequent_words().iter().map(|text| Query { facets: true, ..Query::new(text) }).collect(),
        ),
        (
            "facets, frequent pairs",
            frequent_pairs().iter().map(|text| Query { facets: true, ..Query::new(text) }).collect(),
        ),
        ("facets of all", vec![Query { facets: true, ..Query::new("") }; 20]),
        (
            "all of a department",
            (0..20)
                .map(|at| Query {
                    filters: Filters { departments: vec![departments[at % 6].into()], ..Filters::default() },
                    ..Query::new("")
                })
                .collect(),
        ),
        ("by name", texts.iter().map(|text| Query { sort: Sort::Name, ..Query::new(&text.one) }).collect()),
        (
            "a page pasted",
            texts
                .chunks(8)
                .map(|some| Query::new(some.iter().map(|text| text.several.as_str()).collect::<Vec<_>>().join(" ")))
                .collect(),
        ),
    ];
    for (name, queries) in kinds.iter().filter(|(name, _)| name.starts_with(only)) {
        measure(name, queries, |query| directory.search(query).total)?;
    }
    let drafts: Vec<Discovery> = texts
        .chunks(8)
        .map(|some| {
            let text = some.iter().map(|text| text.purpose.as_str()).collect::<Vec<_>>().join(". ");
            Discovery { text, limit: 30, ..Discovery::default() }
        })
        .collect();
    if "discovery".starts_with(only) {
        measure("discovery", &drafts, |draft| {
            directory.discover(draft).map_or(0, |found| found.suggestions.len() as u64)
        })?;
    }
    if "pages with reasons".starts_with(only) {
        let pages = kinds.iter().flat_map(|(_, queries)| queries.iter().take(20).cloned());
        let pages: Vec<Query> = pages.map(|query| Query { facets: true, ..query }).collect();
        measure("pages with reasons", &pages, |page| directory.find(page).map_or(0, |(answer, _)| answer.total))?;
    }
    if !only.is_empty() {
        return Ok(());
    }
    let mut random = fastrand::Rng::with_seed(4);
    let noise: Vec<Query> = (0..20)
        .map(|_| {
            Query::new(
                (0..10_000).map(|_| if random.u8(..9) == 0 { ' ' } else { random.lowercase() }).collect::<String>(),
            )
        })
        .collect();
    measure("ten thousand letters", &noise, |query| directory.search(query).total)?;
    let begun: Vec<String> = texts
        .iter()
        .flat_map(|text| (1..9).step_by(2).filter_map(|length| text.begun.get(..length).map(str::to_owned)))
        .collect();
    measure("as one types", &begun, |text| directory.suggest(text, 8).len() as u64)?;
    let begun: Vec<String> = texts
        .iter()
        .filter_map(|text| text.begun.char_indices().nth(14).map(|(at, _)| text.begun[..at].to_owned()))
        .collect();
    measure("as one types on", &begun, |text| directory.suggest(text, 8).len() as u64)?;
    tell(&format!("{} MB resident, {} MB of them mapped", memory("VmRSS"), memory("RssFile")))
}

/// Questions drawn from an organisation.
struct Texts {
    one: String,
    several: String,
    strange: String,
    typo: String,
    phrase: String,
    begun: String,
    purpose: String,
}

fn texts(directory: &Directory) -> Result<Vec<Texts>, Box<dyn std::error::Error>> {
    let mut random = fastrand::Rng::with_seed(3);
    let blocks = directory.snapshot().entries()?;
    let mut texts: Vec<Texts> = Vec::new();
    while texts.len() < QUESTIONS {
        let entries = blocks.block(random.usize(..blocks.len()))?;
        let entry = &entries[random.usize(..entries.len())];
        let text = if random.bool() { &entry.name } else { &entry.purpose };
        let words: Vec<&str> =
            text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() > 3).collect();
        if words.len() < 4 {
            continue;
        }
        let first = random.usize(..words.len() - 3);
        let one = words[random.usize(..words.len())].to_owned();
        let mut typo: Vec<char> = one.chars().collect();
        typo.remove(random.usize(1..typo.len()));
        let several = words[first..first + 2 + random.usize(..2)].join(" ");
        let phrase = text.split_whitespace().skip(first).take(3).collect::<Vec<_>>().join(" ").replace('"', "");
        let strange = texts.last().map_or(one.clone(), |before| format!("{} {several}", before.several));
        texts.push(Texts {
            typo: format!("{} {}", typo.iter().collect::<String>(), words[0]),
            strange,
            several,
            phrase: format!("\"{phrase}\""),
            begun: words[first..].join(" "),
            purpose: entry.purpose.clone(),
            one,
        });
    }
    Ok(texts)
}

fn frequent_words() -> Vec<String> {
    [
        "association",
        "sportive",
        "pratique",
        "comité",
        "fêtes",
        "développement",
        "jeunes",
        "culture",
        "défense",
        "amis",
        "club",
        "école",
    ]
    .map(str::to_owned)
    .to_vec()
}

fn frequent_pairs() -> Vec<String> {
    let words = frequent_words();
    words
        .iter()
        .flat_map(|one| words.iter().filter(move |other| *other > one).map(move |other| format!("{one} {other}")))
        .collect()
}

/// Processor time of each question, after one round to warm.
fn measure<Q: std::fmt::Debug>(name: &str, queries: &[Q], ask: impl Fn(&Q) -> u64) -> Outcome {
    let mut answered = 0;
    for query in queries {
        answered += ask(query);
    }
    let (mut times, mut worst): (Vec<u64>, Vec<(u64, u64, String)>) = (Vec::new(), Vec::new());
    for query in queries {
        let begun = processor_time();
        let hits = ask(query);
        times.push(processor_time() - begun);
        let told: String = format!("{query:?}").chars().take(90).collect();
        worst.push((processor_time() - begun, hits, told));
    }
    worst.sort_unstable();
    for (time, hits, query) in worst.iter().rev().take(6) {
        tell(&format!("  {:.2} ms {hits} {query}", *time as f64 / 1e6))?;
    }
    times.sort_unstable();
    let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)] as f64 / 1e6;
    let mean = times.iter().sum::<u64>() as f64 / times.len() as f64 / 1e6;
    let hits = answered / queries.len() as u64;
    tell(&format!(
        "{name:>24}: mean {mean:.3}  p50 {:.3}  p99 {:.3}  worst {:.3} ms, {hits} hits",
        at(50),
        at(99),
        at(100)
    ))
}

/// The processor time of this thread, in nanoseconds.
fn processor_time() -> u64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec.unsigned_abs() * 1_000_000_000 + time.tv_nsec.unsigned_abs()
}

/// A line of what the system says of this process, in megabytes.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let value = status.lines().find_map(|text| text.strip_prefix(line)?.strip_prefix(':'));
    value.and_then(|value| value.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn tell(text: &str) -> Outcome {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}
