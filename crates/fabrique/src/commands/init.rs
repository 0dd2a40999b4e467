//! `fabrique init`: makes an instance; run again, changes nothing and says so.

use std::{
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context, Result};
use fabrique_app::{Platform, import};
use fabrique_domain::{account::Actor, consultation::ConsultationTitle, text::Slug};
use fabrique_storage::{Clock, Store, Surroundings};
use indicatif::ProgressBar;
use serde::Serialize;

use super::{Global, admin::link_of, import as command};
use crate::{
    configuration,
    console::explain,
    demo::{self, StoryClock},
    instance::Instance,
};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Tell an example story in the instance, and print a sign-in link for each role
    #[arg(long)]
    demo: bool,
    /// Where the samples of real consultations are, which the example brings when they are there
    #[arg(
        long,
        value_name = "DIR",
        env = "FABRIQUE_SAMPLES",
        hide_env_values = true,
        default_value = "../shared/data"
    )]
    samples: PathBuf,
}

#[derive(Serialize)]
struct Made {
    home: String,
    created: bool,
    schema: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    demo: Option<Demo>,
}

#[derive(Serialize)]
struct Demo {
    /// Whether the story was told now, or was there already.
    told: bool,
    /// The real consultation that was brought, if its file is there.
    imported: Option<import::Report>,
    links: Vec<Link>,
}

#[derive(Serialize)]
struct Link {
    role: String,
    name: String,
    link: String,
}

pub(crate) async fn run(global: &Global, arguments: &Arguments) -> Result<ExitCode> {
    let instance = Instance::read(global)?;
    let created = instance.make(&configuration::commented_file(if arguments.demo { demo::SETTINGS } else { &[] }))?;
    let store = instance.store("init").await?;
    let schema = store.migrate().await?;
    store.close().await?;
    // The folder is held as long as the store lives.
    drop(store);
    let demo = if arguments.demo { Some(demonstrate(&instance, &arguments.samples).await?) } else { None };
    let home = instance.home.display().to_string();
    let words = words(&home, created, schema, demo.as_ref());
    global.console().tell(&Made { home, created, schema, demo }, &words)?;
    Ok(ExitCode::SUCCESS)
}

fn words(home: &str, created: bool, schema: i64, demo: Option<&Demo>) -> String {
    match demo {
        Some(demo) => demo.words(home),
        None if created => {
            format!("Made an instance in {home}. Next: edit {home}/fabrique.toml, then `fabrique --home {home} serve`.")
        }
        None => format!("{home} holds an instance already; its schema is at version {schema}."),
    }
}

impl Demo {
    fn words(&self, home: &str) -> String {
        let mut lines = vec![match self.told {
            true => format!("Made an example instance in {home}."),
            false => format!("{home} holds the example already."),
        }];
        if let Some(report) = &self.imported {
            lines.push(command::words(report));
        }
        lines.push("Sign-in links, each good once:".to_owned());
        lines.extend(self.links.iter().map(|link| format!("  {:<20} {:<34} {}", link.role, link.name, link.link)));
        lines.join("\n")
    }
}

async fn demonstrate(instance: &Instance, samples: &Path) -> Result<Demo> {
    let told = tell(instance).await?;
    let platform = instance.platform(instance.store("init").await?, &instance.base())?;
    let imported = bring_samples(&platform, samples).await?;
    fabrique_app::search::feed(&platform).await.map_err(explain)?;
    let mut links = Vec::new();
    for persona in demo::personas()? {
        let link = link_of(&platform, &persona.email).await?;
        links.push(Link { role: persona.role, name: persona.name, link });
    }
    platform.store.close().await?;
    Ok(Demo { told, imported, links })
}

/// Plays the story on a clock of its own.
async fn tell(instance: &Instance) -> Result<bool> {
    let system = Surroundings::system();
    let clock = Arc::new(StoryClock::at(system.clock.now()));
    let surroundings = Surroundings { clock: Arc::clone(&clock) as Arc<dyn Clock>, ..system };
    let store = Store::open(&instance.location("init"), surroundings).await?;
    let platform = Arc::new(instance.platform(store, &instance.base())?);
    let progress = ProgressBar::no_length();
    let told = demo::play(Arc::clone(&platform), clock, |scenes, whole| {
        progress.set_length(whole);
        progress.set_position(scenes);
    });
    let told = told.await?;
    progress.finish_and_clear();
    platform.store.close().await?;
    Ok(told)
}

/// The French consultation of 2015 on the bill for a Digital Republic.
async fn bring_samples(platform: &Platform, samples: &Path) -> Result<Option<import::Report>> {
    let Ok(file) = File::open(samples.join("republique_numerique.jsonl")) else { return Ok(None) };
    let options = import::Options {
        into: Slug::of("republique-numerique"),
        title: ConsultationTitle::parse("Projet de loi pour une République numérique")
            .map_err(|fault| anyhow::anyhow!("the title {fault}"))?,
        plan: None,
        source:
            "Export Cap Collectif de la consultation de 2015, données ouvertes de la consultation (Licence Ouverte)"
                .to_owned(),
        dry_run: false,
    };
    let progress = ProgressBar::new_spinner();
    let told = &mut |read| progress.set_position(read);
    let report = import::cap_collectif(platform, &Actor::Platform, BufReader::new(file), &options, told).await;
    progress.finish_and_clear();
    Ok(Some(report.map_err(explain).context("the sample of a real consultation")?))
}
