//! `fabrique directory …`: the public registers, from their files to answers.

use std::{path::PathBuf, process::ExitCode, time::Instant};

use anyhow::{Context, Result, anyhow};
use clap::{Subcommand, ValueEnum};
use fabrique_directory::{Day, Discovery, Distance, LoadOptions, LoadReport, Progress, Query, Reason, Vectors};
use fabrique_storage::Surroundings;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use serde_json::json;

use super::Global;
use crate::instance::Instance;

#[derive(Debug, Subcommand)]
pub(crate) enum Arguments {
    /// Read what a register publishes: archives, folders or files, as they were downloaded
    Load(Load),
    /// Make the index of what is loaded, and let it serve
    Build(Build),
    /// Ask the directory
    Search(Search),
    /// Find whom a text could concern, with the reason for each
    Discover(Discover),
    /// Make up a register in the layout that is published, for tests of scale
    Generate(Generate),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Load {
    /// Whose register
    source: Source,
    /// Archives, folders or files
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Take these files even when they are older than what is loaded, or the same
    #[arg(long)]
    replace: bool,
    /// The day of the edition, when the names of the files do not say it
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    edition: Option<Day>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Source {
    /// The national register of associations
    Rna,
    /// The associations of Alsace and Moselle
    Amalia,
    /// The register of interest representatives
    Hatvp,
    /// The register of legal units
    Sirene,
    /// Grants
    Grants,
    /// The directory of the administration
    Institutions,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    /// The folder of a static model of words, instead of learning them from the registers
    #[arg(long, value_name = "FOLDER")]
    model: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Search {
    /// Words; a phrase between quotes; a word that is not wanted behind a hyphen
    query: String,
    /// A theme of the nomenclature: six digits, or three for a family
    #[arg(long, value_name = "CODE")]
    theme: Option<String>,
    /// A department: 01 to 95, 2A, 2B, 971…
    #[arg(long, value_name = "CODE")]
    department: Option<String>,
    /// How many organisations
    #[arg(long, default_value_t = 20)]
    limit: usize,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Discover {
    /// A file that holds the text: a subject, or the draft of a commitment
    #[arg(long, value_name = "FILE")]
    text: PathBuf,
    /// How many organisations; a third of the places are for the unexpected
    #[arg(long, default_value_t = 30)]
    limit: usize,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Generate {
    /// How many associations
    #[arg(long)]
    rows: u64,
    /// The same seed makes the same register
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The archive to write
    #[arg(long, value_name = "FILE.zip")]
    out: PathBuf,
}

pub(crate) fn run(global: &Global, arguments: &Arguments) -> Result<ExitCode> {
    if let Arguments::Generate(generate) = arguments {
        make_up(global, generate)?;
        return Ok(ExitCode::SUCCESS);
    }
    let instance = Instance::find(global)?;
    match arguments {
        Arguments::Load(load) => bring(global, &instance, load)?,
        Arguments::Build(arguments) => build(global, &instance, arguments)?,
        Arguments::Search(search) => ask(global, &instance, search)?,
        Arguments::Discover(discover) => find(global, &instance, discover)?,
        Arguments::Generate(_) => {}
    }
    Ok(ExitCode::SUCCESS)
}

fn make_up(global: &Global, generate: &Generate) -> Result<()> {
    let bar = ProgressBar::new(generate.rows);
    let watch = |progress: Progress| bar.set_position(progress.rows);
    fabrique_directory::generate(generate.rows, generate.seed, &generate.out, &watch)?;
    bar.finish_and_clear();
    let words = format!("{} associations in {}.", generate.rows, generate.out.display());
    global.console().tell(&json!({ "rows": generate.rows, "out": generate.out }), &words)
}

fn find(global: &Global, instance: &Instance, discover: &Discover) -> Result<()> {
    let text = std::fs::read_to_string(&discover.text)
        .with_context(|| format!("{} cannot be read as a text", discover.text.display()))?;
    let directory = fabrique_directory::Directory::open(&instance.home)?;
    let begun = Instant::now();
    let found = directory.discover(&Discovery { text, limit: discover.limit, ..Discovery::default() })?;
    let took = begun.elapsed();
    let mut lines = vec![format!("{} organisations, {} µs", found.suggestions.len(), took.as_micros())];
    let mut hits = Vec::new();
    for suggestion in &found.suggestions {
        let Some(entry) = directory.entry(&suggestion.key)? else { continue };
        let reasons: Vec<(&str, String)> = suggestion.reasons.iter().map(reason).collect();
        let told: Vec<String> = reasons.iter().map(|(kind, detail)| format!("{kind}: {detail}")).collect();
        lines.push(format!(
            "{:<10}  {:.2}  {}  {}",
            distance(suggestion.distance),
            suggestion.score,
            suggestion.key,
            entry.name
        ));
        lines.push(format!("            {}", told.join("; ")));
        hits.push(json!({
            "id": suggestion.key,
            "name": entry.name,
            "score": suggestion.score,
            "reasons": reasons.iter().map(|(kind, detail)| json!({ "kind": kind, "detail": detail })).collect::<Vec<_>>(),
            "distance": distance(suggestion.distance),
        }));
    }
    let coverage = json!({
        "families": found.coverage.families,
        "missing_families": found.coverage.missing_families,
        "regions": found.coverage.regions,
        "missing_regions": found.coverage.missing_regions,
    });
    let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    let document = json!({ "took_us": took, "hits": hits, "coverage": coverage });
    global.console().tell(&document, &lines.join("\n"))
}

const fn distance(distance: Distance) -> &'static str {
    match distance {
        Distance::Known => "known",
        Distance::Near => "near",
        Distance::Unexpected => "unexpected",
    }
}

fn reason(reason: &Reason) -> (&'static str, String) {
    match reason {
        Reason::SharedWord { word } => ("shared_word", word.clone()),
        Reason::NearWord { word, near } => ("near_word", format!("{word} ~ {near}")),
        Reason::Lobbied { object } => ("lobbied", object.clone()),
        Reason::Granted { object } => ("granted", object.clone()),
    }
}

fn bring(global: &Global, instance: &Instance, load: &Load) -> Result<()> {
    let bar = ProgressBar::new(0).with_style(style("{msg} {bar:30} {percent} % {eta}")?);
    let watch = |progress: Progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.bytes);
        let seconds = bar.elapsed().as_secs().max(1);
        bar.set_message(format!("{} rows, {} a second", progress.rows, progress.rows / seconds));
    };
    let options = LoadOptions { replace: load.replace, edition: load.edition, ..LoadOptions::default() };
    let report = fabrique_directory::load(&instance.home, load.source.into(), &load.paths, &options, &watch)?;
    bar.finish_and_clear();
    global.console().tell(&report, &words(&report))
}

/// The report of a load for a person.
fn words(report: &LoadReport) -> String {
    if report.already_loaded {
        return "These very files are loaded already: nothing changed.".to_owned();
    }
    let mut lines = vec![format!(
        "{} rows read, {} kept, {} left out by the register itself, {} rejected.",
        report.read, report.kept, report.left_out, report.rejected
    )];
    lines.extend(
        report
            .rejections
            .iter()
            .take(20)
            .map(|one| format!("  rejected: {}, line {}: {}", one.file, one.line, one.reason)),
    );
    lines.push("Run `fabrique directory build` to let it be found.".to_owned());
    lines.join("\n")
}

#[derive(Serialize)]
struct Built {
    documents: u32,
    words: usize,
    stems: usize,
    bytes: u64,
}

fn build(global: &Global, instance: &Instance, arguments: &Build) -> Result<()> {
    let bar = ProgressBar::new(0).with_style(style("{msg} {bar:30} {percent} %")?);
    let watch = |step: &'static str, done: u64, all: u64| {
        bar.set_message(step);
        bar.set_length(all);
        bar.set_position(done);
    };
    let now = Surroundings::system().clock.now();
    let today = Day::parse(&now.date(&instance.configuration.site.zone).to_string());
    let entries = fabrique_directory::entries(&instance.home)?;
    let vectors = arguments.model.clone().map_or(Vectors::Learnt, Vectors::Folder);
    let report = fabrique_directory::build_by(&instance.home, entries, today, &vectors, &watch)?;
    bar.finish_and_clear();
    let bytes = report.files.iter().map(|(_, length)| length).sum();
    let built = Built { documents: report.documents, words: report.words, stems: report.stems, bytes };
    let words = format!(
        "{} organisations, {} words, {} MB. Searches use it from now on.",
        built.documents,
        built.words,
        bytes / 1_000_000
    );
    global.console().tell(&built, &words)
}

fn ask(global: &Global, instance: &Instance, search: &Search) -> Result<()> {
    let directory = fabrique_directory::Directory::open(&instance.home)?;
    let mut query = Query { limit: search.limit, facets: true, ..Query::new(&search.query) };
    query.filters.departments.extend(search.department.clone());
    if let Some(code) = &search.theme {
        let number = code.parse().map_err(|_| anyhow!("the theme {code} is no number: three digits or six"))?;
        if code.len() > 3 { query.filters.themes.push(number) } else { query.filters.families.push(number) }
    }
    let begun = Instant::now();
    let answer = directory.search(&query);
    let took = begun.elapsed();
    let mut hits = Vec::new();
    let mut lines = vec![format!("{} organisations, {} µs", answer.total, took.as_micros())];
    if let Some(held) = answer.understood.relaxed {
        lines.push(format!("{} with all the words, the others with {held} at least", answer.understood.whole));
    }
    for hit in &answer.hits {
        let Some(entry) = directory.entry(&hit.key)? else { continue };
        let why = directory.explain(&query, &hit.key)?.unwrap_or_default();
        let matched: Vec<&String> = why.words.iter().flat_map(|word| &word.written).collect();
        lines.push(format!(
            "{:>6.2}  {}  {} ({} {})",
            hit.score, hit.key, entry.name, entry.place.commune, entry.place.department
        ));
        hits.push(json!({
            "id": hit.key,
            "name": entry.name,
            "theme": format!("{:06}", entry.themes[0]),
            "commune": entry.place.commune,
            "department": entry.place.department,
            "score": hit.score,
            "matched": matched,
        }));
    }
    let facets = answer.facets.unwrap_or_default();
    let counted = |values: &[fabrique_directory::Counted<String>]| -> serde_json::Map<String, serde_json::Value> {
        values.iter().map(|counted| (counted.value.clone(), counted.count.into())).collect()
    };
    let document = json!({
        "total": answer.total,
        "took_us": u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
        "hits": hits,
        "facets": {
            "families": facets.families.iter().map(|counted| (format!("{:03}", counted.value), counted.count.into())).collect::<serde_json::Map<_, _>>(),
            "departments": counted(&facets.departments),
            "regions": counted(&facets.regions),
            "lobbied": facets.lobbied,
            "granted": facets.granted,
            "recognised": facets.recognised,
            "employers": facets.employers,
            "alive": facets.alive,
            "dissolved": facets.dissolved,
            "institutions": facets.institutions,
        },
        "suggestion": answer.understood.suggestion,
    });
    global.console().tell(&document, &lines.join("\n"))
}

fn style(template: &str) -> Result<ProgressStyle> {
    Ok(ProgressStyle::with_template(template)?)
}

fn day(typed: &str) -> Result<Day> {
    let day = Day::parse(typed);
    if day.is_known() { Ok(day) } else { Err(anyhow!("the day is written 2025-05-01")) }
}

impl From<Source> for fabrique_directory::Source {
    fn from(source: Source) -> Self {
        match source {
            Source::Rna => Self::Rna,
            Source::Amalia => Self::Amalia,
            Source::Hatvp => Self::Hatvp,
            Source::Sirene => Self::Sirene,
            Source::Grants => Self::Grants,
            Source::Institutions => Self::Institutions,
        }
    }
}
