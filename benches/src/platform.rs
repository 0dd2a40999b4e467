//! The platform as it is delivered: the release binary on an instance of its own.

use std::{net::SocketAddr, path::PathBuf, process::Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

/// An instance in a folder that goes with it.
#[derive(Debug)]
pub(crate) struct Instance {
    binary: PathBuf,
    folder: TempDir,
}

impl Instance {
    /// An instance without anything in it.
    pub(crate) async fn empty() -> Result<Self> {
        let instance = Self { binary: binary()?, folder: TempDir::new()? };
        instance.run(&["init"]).await?;
        Ok(instance)
    }

    /// The example instance, filled with this many people, proposals, supports and arguments.
    pub(crate) async fn filled(people: u64, proposals: u64, supports: u64, arguments: u64) -> Result<Self> {
        let instance = Self { binary: binary()?, folder: TempDir::new()? };
        instance.run(&["init", "--demo"]).await?;
        let [people, proposals, supports, arguments] = [people, proposals, supports, arguments].map(|n| n.to_string());
        let tokens = instance.tokens_file().to_string_lossy().into_owned();
        let load = ["generate", "load", "--people", &people, "--proposals", &proposals, "--supports", &supports];
        let rest = ["--arguments", &arguments, "--tokens", &tokens];
        instance.run(&[load.as_slice(), rest.as_slice()].concat()).await?;
        Ok(instance)
    }

    /// Its folder.
    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("instance")
    }

    fn tokens_file(&self) -> PathBuf {
        self.folder.path().join("tokens")
    }

    /// Personal tokens of people who support nothing yet.
    pub(crate) fn tokens(&self) -> Result<Vec<String>> {
        Ok(std::fs::read_to_string(self.tokens_file())?.lines().map(str::to_owned).collect())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command.arg("--home").arg(self.home()).arg("--json").env("FABRIQUE_LOG__LEVEL", "warn");
        command
    }

    /// Runs a command to its end; the last line that it wrote, as JSON.
    pub(crate) async fn run(&self, words: &[&str]) -> Result<Value> {
        let done = self.command().args(words).stderr(Stdio::inherit()).output().await?;
        ensure!(done.status.success(), "`fabrique {}` failed", words.join(" "));
        let said = String::from_utf8(done.stdout)?;
        Ok(said.lines().next_back().and_then(|line| serde_json::from_str(line).ok()).unwrap_or_default())
    }

    /// Serves it on a free port.
    pub(crate) async fn serve(&self) -> Result<Server> {
        let mut command = self.command();
        command.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).kill_on_drop(true);
        let mut process = command.spawn()?;
        let mut said = BufReader::new(process.stdout.take().context("a server without output")?).lines();
        let line: Value = serde_json::from_str(&said.next_line().await?.context("the server ended")?)?;
        let address = line["listening"].as_str().and_then(|url| url.strip_prefix("http://")).context("no address")?;
        Ok(Server { address: address.parse()?, process })
    }
}

/// A server, ended when dropped.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    process: Child,
}

/// Bytes in RAM.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Memory {
    pub(crate) now: f64,
    pub(crate) most: f64,
    /// What it has now, mapped files apart.
    pub(crate) own: f64,
}

impl Memory {
    /// What Linux tells of a process; `self` is this one.
    pub(crate) fn of(process: &str) -> Result<Self> {
        let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
        let field = |name: &str| -> Result<f64> {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).context("no memory is told")?;
            Ok(line.trim().trim_end_matches(" kB").trim().parse::<f64>()? * 1024.0)
        };
        Ok(Self { now: field("VmRSS:")?, most: field("VmHWM:")?, own: field("RssAnon:")? })
    }
}

impl Server {
    /// What it has in RAM now, and had at most.
    pub(crate) fn memory(&self) -> Result<Memory> {
        let id = self.process.id().context("the server ended")?;
        Memory::of(&id.to_string())
    }

    /// Forgets how much it had at most, so that what follows is measured alone.
    pub(crate) fn forget_peak(&self) -> Result<()> {
        let id = self.process.id().context("the server ended")?;
        Ok(std::fs::write(format!("/proc/{id}/clear_refs"), "5")?)
    }
}

/// The binary that is measured.
#[expect(clippy::disallowed_methods, reason = "told by the command that builds it")]
pub(crate) fn binary() -> Result<PathBuf> {
    Ok(std::env::var_os("FABRIQUE_BINARY").context("FABRIQUE_BINARY names the binary that is measured")?.into())
}
