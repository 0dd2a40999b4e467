//! The program, run in a home of its own.

use std::{
    fs::File,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use fabrique_testkit::engine::POSTGRES;
use tempfile::TempDir;

/// A home that the program is run in.
pub(crate) struct Home {
    folder: TempDir,
    database: Option<Database>,
}

/// A database of the test cluster, dropped with its home.
struct Database {
    name: String,
}

impl Database {
    /// A fresh one, called after the folder of its home.
    fn beside(folder: &Path) -> Self {
        let name = folder.file_name().unwrap().to_str().unwrap().replace(|letter: char| !letter.is_alphanumeric(), "");
        let database = Self { name: format!("commands_{}_{}", std::process::id(), name.to_lowercase()) };
        database.administer("CREATE DATABASE", "");
        database
    }

    fn url(&self) -> String {
        format!("{POSTGRES}/{}", self.name)
    }

    fn administer(&self, act: &str, how: &str) {
        let (cluster, statement) = (format!("{POSTGRES}/postgres"), format!("{act} {} {how}", self.name));
        let done = fabrique_storage::testing::administer(&cluster, &statement);
        tokio::runtime::Runtime::new().unwrap().block_on(done).unwrap();
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.administer("DROP DATABASE", "WITH (FORCE)");
    }
}

impl Home {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database: None }
    }

    /// One with an instance in it.
    pub(crate) fn with_instance() -> Self {
        let home = Self::new();
        home.succeeds(&["init"]);
        home
    }

    /// One whose database is on the test cluster.
    pub(crate) fn with_instance_on_postgres() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Self { database: Some(Database::beside(folder.path())), folder };
        home.succeeds(&["init"]);
        home
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("instance")
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fabrique"));
        self.surround(&mut command);
        command.args(arguments);
        command
    }

    /// What the program learns of the world.
    fn surround(&self, command: &mut Command) {
        command.env_clear().env("FABRIQUE_HOME", self.path());
        if let Some(database) = &self.database {
            command.env("DATABASE_URL", database.url());
        }
    }

    /// What it printed; it must have succeeded.
    pub(crate) fn succeeds(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// The one line it said on standard error; it must have ended with `status`.
    pub(crate) fn fails(&self, arguments: &[&str], status: i32) -> String {
        one_line(&self.command(arguments).output().unwrap(), status)
    }
}

/// The one line of an output that failed.
pub(crate) fn one_line(output: &Output, status: i32) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(status), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(output.stdout.is_empty(), "nothing but results goes to standard output");
    said.trim_end().to_owned()
}

/// What starts a server on a free port.
const SERVE: [&str; 4] = ["--json", "serve", "--listen", "127.0.0.1:0"];

/// A server under way, killed when the test ends.
pub(crate) struct Server {
    child: Child,
    pub(crate) address: String,
}

impl Server {
    /// Starts one on a free port and waits until it says where.
    pub(crate) fn start(home: &Home) -> Self {
        Self::start_with(home, &[])
    }

    pub(crate) fn start_with(home: &Home, variables: &[(&str, &str)]) -> Self {
        let mut command = home.command(&SERVE);
        command.envs(variables.iter().copied()).stderr(Stdio::null());
        Self::launch(command)
    }

    /// One whose log is written into a file.
    pub(crate) fn start_with_log(home: &Home, variables: &[(&str, &str)], log: &Path) -> Self {
        let mut command = home.command(&SERVE);
        command.envs(variables.iter().copied()).stderr(File::create(log).unwrap());
        Self::launch(command)
    }

    /// One whose files may not grow beyond `bytes`: what it meets there is a full disk.
    pub(crate) fn start_on_a_small_disk(home: &Home, bytes: u64, variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new("/bin/sh");
        home.surround(&mut command);
        // The signal that comes with the limit would end the program; a full disk sends none.
        command.args(["-c", "trap '' XFSZ; exec prlimit --fsize=\"$0\":unlimited \"$@\"", &bytes.to_string()]);
        command.arg(env!("CARGO_BIN_EXE_fabrique")).args(SERVE).env("PATH", "/usr/bin:/bin");
        command.envs(variables.iter().copied()).stderr(Stdio::null());
        Self::launch(command)
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    fn launch(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let said: serde_json::Value = serde_json::from_str(&line).expect("one JSON document");
        Self { child, address: said["listening"].as_str().unwrap().to_owned() }
    }

    /// The status line and the body that a path answers.
    pub(crate) fn get(&self, path: &str) -> (String, String) {
        get(self.address.trim_start_matches("http://"), path)
    }

    /// Asks it to stop, as an operator does, and gives its exit status.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        self.child.wait().unwrap().code()
    }

    /// Ends it as a power cut does.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Asks `host` for a path.
pub(crate) fn get(host: &str, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.lines().next().unwrap().to_owned(), body.to_owned())
}
