//! Running other programs, watched.

use std::{
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::{Command, Stdio},
    sync::mpsc::{self, Sender},
    thread,
};

use anyhow::{Context, Result, bail};

use crate::place;

/// `cargo` with `arguments`, in the workspace, writing outside of it.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(place::root()).env("CARGO_TARGET_DIR", place::target());
    command
}

/// Any program with `arguments`, in the workspace.
pub(crate) fn program(name: impl AsRef<Path>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name.as_ref());
    command.args(arguments).current_dir(place::root());
    command
}

/// Runs it, its words going where ours go; fails unless it succeeds.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    say(&format!("$ {shown}"));
    let status = command.status().with_context(|| format!("`{shown}` does not start"))?;
    if status.success() {
        return Ok(());
    }
    bail!("`{shown}` failed ({status})")
}

/// Runs it silently and gives what it wrote.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command.output().with_context(|| format!("`{shown}` does not start"))?;
    if !output.status.success() {
        bail!("`{shown}` failed: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs it, shows every line as it comes and gives each to `see`; says whether it succeeded.
pub(crate) fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool> {
    let shown = show(command);
    say(&format!("$ {shown}"));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{shown}` does not start"))?;
    let (sender, lines) = mpsc::channel();
    relay(child.stdout.take(), sender.clone());
    relay(child.stderr.take(), sender);
    for line in lines {
        say(&line);
        see(&line);
    }
    Ok(child.wait()?.success())
}

fn relay(stream: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(stream) = stream else { return };
    thread::spawn(move || {
        let mut reader = BufReader::new(stream);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
            let line = String::from_utf8_lossy(&bytes).trim_end().to_owned();
            if sender.send(line).is_err() {
                return;
            }
            bytes.clear();
        }
    });
}

/// The command as one would type it.
fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// Writes a line to standard output; a reader who went away is no reason to fail.
pub(crate) fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Installs Debian packages when this user may, else says what to install.
pub(crate) fn install(packages: &[&str], why: &str) -> Result<()> {
    let asked = packages.join(" ");
    let advice = format!("{why} is missing: install it (Debian: `apt-get install {asked}`)");
    if !is_root() || place::program(&["apt-get"]).is_none() {
        bail!("{advice}");
    }
    let apt = |arguments: &[&str]| {
        let mut command = program("apt-get", arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut command)
    };
    apt(&["update", "-q"]).context(advice.clone())?;
    apt(&[["install", "-q", "-y", "--no-install-recommends"].as_slice(), packages].concat()).context(advice)
}

/// Whether this user may do everything.
pub(crate) fn is_root() -> bool {
    output(&mut program("id", &["-u"])).is_ok_and(|id| id.trim() == "0")
}
