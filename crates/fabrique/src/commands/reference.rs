//! What the program says of itself: completions, the manual page, and the reference kept in `docs/`.

use std::{fs, path::Path, process::ExitCode};

use anyhow::{Context, Result};
use clap::CommandFactory;

use super::Arguments;
use crate::{configuration, console};

/// Prints the completion of a shell.
pub(super) fn completions(shell: clap_complete::Shell) -> Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "fabrique", &mut script);
    console::write(String::from_utf8_lossy(&script).trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the manual page.
pub(super) fn manual() -> Result<ExitCode> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
    console::write(String::from_utf8_lossy(&page).trim_end())?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the reference into `folder`.
pub(super) fn write(folder: &Path) -> Result<ExitCode> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let files = [
        ("settings.md", configuration::markdown()),
        ("commands.md", commands()),
        ("openapi.json", fabrique_web::openapi() + "\n"),
        (
            "schema.sql",
            format!("-- Written by `cargo xtask generate`: the schema as SQLite reads it.\n\n{}\n", schema()),
        ),
    ];
    for (name, text) in files {
        fs::write(folder.join(name), text).with_context(|| format!("{name} cannot be written"))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn schema() -> String {
    fabrique_storage::schema().trim_end().to_owned()
}

/// The help of every command, in Markdown.
fn commands() -> String {
    let mut root = Arguments::command().term_width(100);
    root.build();
    let mut text = String::from("# Commands\n\nWritten by `cargo xtask generate` from the code.\n");
    describe(&mut root, "fabrique", &mut text);
    text
}

fn describe(command: &mut clap::Command, name: &str, text: &mut String) {
    let help = command.render_help().to_string();
    let help: Vec<&str> = help.lines().map(str::trim_end).collect();
    text.push_str(&format!("\n## {name}\n\n```text\n{}\n```\n", help.join("\n").trim_end()));
    for child in command.get_subcommands_mut() {
        if !child.is_hide_set() && child.get_name() != "help" {
            let name = format!("{name} {}", child.get_name());
            describe(child, &name, text);
        }
    }
}
