//! An instance: its home, its configuration, its key, and the platform that stands on them.

use std::{
    fs,
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use fabrique_app::{Platform, Site, directory::Register};
use fabrique_identity::Keyring;
use fabrique_search::ProposalIndex;
use fabrique_storage::{Location, Store, Surroundings};

use crate::{commands::Global, configuration::Configuration};

/// The name of the file that holds the key of the platform.
pub(crate) const KEY: &str = "secret.key";
/// The name of the file that holds the settings.
pub(crate) const SETTINGS: &str = "fabrique.toml";

/// An instance that was made.
#[derive(Debug, Clone)]
pub(crate) struct Instance {
    pub(crate) home: PathBuf,
    pub(crate) configuration: Configuration,
}

impl Instance {
    /// The instance that the command line names; it must have been made.
    pub(crate) fn find(global: &Global) -> Result<Self> {
        let instance = Self::read(global)?;
        ensure!(
            instance.home.join(KEY).is_file(),
            "{home} holds no instance: make one with `fabrique --home {home} init`, or name another with --home",
            home = instance.home.display()
        );
        Ok(instance)
    }

    /// The configuration of the instance that the command line names, made or not.
    pub(crate) fn read(global: &Global) -> Result<Self> {
        let file = global.config.clone().unwrap_or_else(|| global.home.join(SETTINGS));
        let configuration = Configuration::read(&file, global.config.is_some(), &variables())?;
        Ok(Self { home: global.home.clone(), configuration })
    }

    /// Makes the home and the key, where they are missing; says whether it made the key.
    pub(crate) fn make(&self, settings: &str) -> Result<bool> {
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&self.home)
            .with_context(|| format!("{} cannot be made", self.home.display()))?;
        let mut random = [0; 32];
        Surroundings::system().entropy.fill(&mut random);
        let made = write_new(&self.home.join(KEY), &format!("{}\n", Keyring::write(&random)))?;
        write_new(&self.home.join(SETTINGS), settings)?;
        Ok(made)
    }

    /// The contents of a file that a setting names, from the home.
    pub(crate) fn file(&self, setting: &str, name: Option<&str>) -> Result<Option<Vec<u8>>> {
        let Some(name) = name else { return Ok(None) };
        let file = self.home.join(name);
        let bytes =
            fs::read(&file).with_context(|| format!("{setting} names {}, which cannot be read", file.display()));
        bytes.map(Some)
    }

    /// The key of the platform.
    pub(crate) fn keyring(&self) -> Result<Keyring> {
        let file = self.home.join(KEY);
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        Keyring::parse(&text).with_context(|| format!("{}: put the right file back from a backup", file.display()))
    }

    /// Where the data is; `command` says who holds a folder, to the next one that tries.
    pub(crate) fn location(&self, command: &str) -> Location {
        match &self.configuration.database_url {
            Some(url) => Location::Postgres { url: url.clone() },
            None => Location::Folder { path: self.home.clone(), holder: holder(command) },
        }
    }

    /// Opens the store, whatever the state of its schema.
    pub(crate) async fn store(&self, command: &str) -> Result<Store> {
        Ok(Store::open(&self.location(command), Surroundings::system()).await?)
    }

    /// Opens the store, whose schema must be the one that this program writes.
    pub(crate) async fn ready_store(&self, command: &str) -> Result<Store> {
        let store = self.store(command).await?;
        let (kept, written) = (store.schema_version().await?, fabrique_storage::latest_version());
        if kept < written {
            bail!(
                "the schema is at version {kept} and this program writes version {written}: \
                 save the data, then run `fabrique --home {} migrate`",
                self.home.display()
            );
        }
        ensure!(kept == written, "the schema is at version {kept}, this older program writes {written}: upgrade it");
        Ok(store)
    }

    /// The platform; `base` is the root address where the settings name none.
    pub(crate) fn platform(&self, store: Store, base: &str) -> Result<Platform> {
        let site = &self.configuration.site;
        let site = Site {
            name: site.name.clone(),
            operator: site.operator.clone(),
            base: site.address.clone().unwrap_or_else(|| base.to_owned()),
            sender: site.sender.clone(),
            security_contact: site.security_contact.clone(),
            zone: site.zone.clone(),
        };
        Ok(Platform {
            store: store.into(),
            keyring: self.keyring()?,
            site,
            proposals: self.index(),
            directory: Register::at(&self.home),
        })
    }

    /// The full text of the proposals.
    pub(crate) fn index(&self) -> ProposalIndex {
        ProposalIndex::open(&self.home.join("search"))
    }

    /// The root address that links have when no server runs: that of the settings, or of the port.
    pub(crate) fn base(&self) -> String {
        let configuration = &self.configuration;
        configuration.site.address.clone().unwrap_or_else(|| format!("http://{}", configuration.server.listen))
    }
}

/// How this process presents itself to the next one that wants the folder.
fn holder(command: &str) -> String {
    let now = Surroundings::system().clock.now();
    format!("`fabrique {command}` (process {}, since {now})", std::process::id())
}

/// Writes a file that only its owner reads, unless it exists; says whether it wrote.
fn write_new(file: &Path, text: &str) -> Result<bool> {
    match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file) {
        Ok(mut opened) => {
            opened.write_all(text.as_bytes()).and_then(|()| opened.sync_all())?;
            Ok(true)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error).with_context(|| format!("{} cannot be written", file.display())),
    }
}

/// The environment, read once.
#[expect(clippy::disallowed_methods, reason = "the one place where settings are read from the environment")]
fn variables() -> Vec<(String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect()
}
