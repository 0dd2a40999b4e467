//! The private PostgreSQL of the tests: on the loopback, without a password, without `fsync`,
//! in a temporary folder. Its data is worth nothing, which is what makes it quick.

use std::{
    env, fs,
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::Duration,
};

use anyhow::{Context, Result, ensure};

use crate::{
    place,
    process::{self, say},
};

/// Where the tests look for it; `testkit` says the same.
const PORT: u16 = 54_329;

/// PostgreSQL refuses to run as root; Debian's package makes this user.
const OWNER: &str = "postgres";

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Stop it instead
    #[arg(long)]
    stop: bool,
}

/// Starts or stops the cluster.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    if arguments.stop {
        Cluster::find()?.stop()?;
    } else {
        match start()? {
            Some(_) => say(&format!("PostgreSQL answers at postgres://fabrique@127.0.0.1:{PORT}")),
            None => say("PostgreSQL was running already"),
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Starts the cluster, installing PostgreSQL when it may; `None` when one answers already.
pub(crate) fn start() -> Result<Option<Cluster>> {
    if answers() {
        return Ok(None);
    }
    if binaries().is_none() {
        process::install(&["postgresql"], "PostgreSQL")?;
    }
    let cluster = Cluster::find()?;
    cluster.start()?;
    ensure!(answers(), "PostgreSQL was started but does not answer on port {PORT}");
    Ok(Some(cluster))
}

fn answers() -> bool {
    let address = SocketAddr::from(([127, 0, 0, 1], PORT));
    TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok()
}

/// The folder of `initdb` and `pg_ctl`: of the newest version that Debian's package installed, or
/// the one of the search path.
fn binaries() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions
        .map(|entry| entry.path().join("bin"))
        .filter(|folder| folder.join("initdb").is_file())
        .max_by_key(|folder| folder.parent().and_then(Path::file_name)?.to_str()?.parse::<u32>().ok());
    newest.or_else(|| Some(place::program(&["initdb"])?.parent()?.to_owned()))
}

/// A cluster that this program starts and stops.
pub(crate) struct Cluster {
    binaries: PathBuf,
    folder: PathBuf,
    as_owner: bool,
}

impl Cluster {
    fn find() -> Result<Self> {
        let binaries =
            binaries().context("PostgreSQL is missing: install it (Debian: `apt-get install postgresql`)")?;
        // Not under the user's cache: the owner of the cluster could not enter it.
        let folder = env::temp_dir().join("fabrique-postgres");
        Ok(Self { binaries, folder, as_owner: process::is_root() })
    }

    fn start(&self) -> Result<()> {
        fs::create_dir_all(&self.folder).with_context(|| format!("cannot make {}", self.folder.display()))?;
        if self.as_owner {
            process::output(&mut process::program("chown", &[OWNER, &self.folder.to_string_lossy()]))?;
        }
        if !self.folder.join("data/PG_VERSION").is_file() {
            let data = self.path("data");
            let trust = ["-U", "fabrique", "-A", "trust", "-E", "UTF8", "--no-sync", "-D", &data];
            process::output(&mut self.tool("initdb", &trust))?;
        }
        let options = format!(
            "-p {PORT} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off \
             -c full_page_writes=off -c synchronous_commit=off -c max_connections=300",
            self.folder.display()
        );
        let (data, log) = (self.path("data"), self.path("log"));
        process::run(&mut self.tool("pg_ctl", &["start", "-w", "-s", "-D", &data, "-l", &log, "-o", &options]))
    }

    /// Stops it.
    pub(crate) fn stop(&self) -> Result<()> {
        process::run(&mut self.tool("pg_ctl", &["stop", "-s", "-m", "fast", "-D", &self.path("data")]))
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).to_string_lossy().into_owned()
    }

    fn tool(&self, name: &str, arguments: &[&str]) -> Command {
        let tool = self.binaries.join(name);
        let mut command = if self.as_owner {
            let mut command = Command::new("runuser");
            command.args(["-u", OWNER, "--"]).arg(tool);
            command
        } else {
            Command::new(tool)
        };
        // The owner may not be able to stand where the developer stands.
        command.args(arguments).current_dir(&self.folder);
        command
    }
}
