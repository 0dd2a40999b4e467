//! `fabrique import SOURCE PATH…`: brings a consultation that ran elsewhere.

use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, anyhow, bail};
use clap::ValueEnum;
use fabrique_app::{
    Platform,
    import::{self, Files, Options, Report},
    search,
};
use fabrique_domain::{account::Actor, consultation::ConsultationTitle, text::Slug};
use fabrique_imports::decidim::{Export, sniff};
use indicatif::ProgressBar;

use super::Global;
use crate::{console::explain, instance::Instance};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The platform that wrote the export
    source: Source,
    /// The files of the export
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The short name of the consultation in addresses; by default that of the first file
    #[arg(long, value_name = "SLUG", value_parser = slug)]
    into: Option<Slug>,
    /// The title of the consultation, when the import makes it
    #[arg(long)]
    title: Option<String>,
    /// The plan that holds it; by default the one in force on the first day, else the archives
    #[arg(long, value_name = "SLUG", value_parser = slug)]
    plan: Option<Slug>,
    /// Where the data comes from and under which licence; everybody can read it
    #[arg(long, default_value = "")]
    origin: String,
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Source {
    /// One JSON object a line
    CapCollectif,
    /// CSV files of proposals and comments
    Decidim,
}

pub(crate) async fn run(global: &Global, arguments: &Arguments) -> Result<ExitCode> {
    let options = arguments.options()?;
    let instance = Instance::find(global)?;
    let platform = instance.platform(instance.ready_store("import").await?, &instance.base())?;
    let progress = ProgressBar::new_spinner().with_message("records");
    let report = bring(&platform, arguments, &options, &progress).await?;
    search::feed(&platform).await.map_err(explain)?;
    progress.finish_and_clear();
    platform.store.close().await?;
    global.console().tell(&report, &words(&report))?;
    Ok(ExitCode::SUCCESS)
}

async fn bring(platform: &Platform, arguments: &Arguments, options: &Options, bar: &ProgressBar) -> Result<Report> {
    let progress = &mut |read| bar.set_position(read);
    let report = match arguments.source {
        Source::CapCollectif => {
            let [path] = arguments.paths.as_slice() else { bail!("a Cap Collectif export is one file") };
            import::cap_collectif(platform, &Actor::Platform, open(path)?, options, progress).await
        }
        Source::Decidim => {
            import::decidim(platform, &Actor::Platform, sorted(&arguments.paths)?, options, progress).await
        }
    };
    report.map_err(explain)
}

impl Arguments {
    fn options(&self) -> Result<Options> {
        let name = self.paths.first().and_then(|path| path.file_stem()).unwrap_or_default().to_string_lossy();
        let title = self.title.clone().unwrap_or_else(|| name.replace(['_', '-'], " "));
        let source = match self.source {
            Source::CapCollectif => "Export de Cap Collectif",
            Source::Decidim => "Export de Decidim",
        };
        Ok(Options {
            into: self.into.clone().unwrap_or_else(|| Slug::of(&name)),
            title: ConsultationTitle::parse(&title)
                .map_err(|fault| anyhow!("the title “{title}” {fault}: use --title"))?,
            plan: self.plan.clone(),
            source: if self.origin.is_empty() { source.to_owned() } else { self.origin.clone() },
            dry_run: self.dry_run,
        })
    }
}

fn open(path: &Path) -> Result<BufReader<File>> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(BufReader::new(file))
}

/// Tells proposals from comments by the first line of each file.
fn sorted(paths: &[PathBuf]) -> Result<Files<BufReader<File>>> {
    let mut files = Files { proposals: Vec::new(), comments: Vec::new() };
    for path in paths {
        let mut file = open(path)?;
        let beginning = file.fill_buf().with_context(|| format!("{} cannot be read", path.display()))?;
        let header = beginning.split(|byte| *byte == b'\n').next().unwrap_or_default();
        match sniff(header) {
            Some(Export::Proposals) => files.proposals.push(file),
            Some(Export::Comments) => files.comments.push(file),
            None => bail!("{} is neither proposals nor comments of Decidim: look at its first line", path.display()),
        }
    }
    Ok(files)
}

fn slug(typed: &str) -> Result<Slug> {
    Slug::parse(typed).map_err(|fault| anyhow!("the short name {fault}"))
}

/// The report for a person.
pub(super) fn words(report: &Report) -> String {
    let total = report.total;
    let mut lines = vec![format!(
        "{}: {} records read, {} created, {} updated, {} unchanged, {} rejected; {} votes as totals.",
        report.consultation,
        total.read,
        total.created,
        total.updated,
        total.unchanged,
        report.rejected.len(),
        report.votes
    )];
    if report.dry_run {
        lines.push("Nothing was written: this was a rehearsal.".to_owned());
    } else if total.created + total.updated == 0 {
        lines.push("Nothing changed.".to_owned());
    }
    lines.extend(report.collections.iter().map(|(name, tally)| {
        format!("  {name}: {} created, {} updated, {} unchanged", tally.created, tally.updated, tally.unchanged)
    }));
    for rejected in &report.rejected {
        let id = rejected.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        lines.push(format!("  rejected: line {}{id}: {}", rejected.line, rejected.reason));
    }
    lines.extend(
        report
            .losses
            .iter()
            .map(|lost| format!("  not kept: {} × {}, first in {}", lost.count, lost.kind, lost.places.join(", "))),
    );
    lines.join("\n")
}
