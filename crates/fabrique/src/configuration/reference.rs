//! The settings, written for people: the file that `init` leaves, and the reference of the manual.

use std::fmt::Write;

use super::settings::SETTINGS;

/// A `fabrique.toml` that shows everything and sets only what is in `said`, names and values.
pub(crate) fn commented_file(said: &[(&str, &str)]) -> String {
    let mut text = String::from(
        "# Settings of this instance. What is commented out has the value shown.\n\
         # Each can also be given by the environment, and secrets should: `[server] listen` is\n\
         # FABRIQUE_SERVER__LISTEN, or FABRIQUE_SERVER__LISTEN_FILE for a file that holds the value.\n",
    );
    let mut section = "";
    for setting in SETTINGS {
        let (of, key) = setting.name.split_once('.').unwrap_or_default();
        if of != section {
            let _ = writeln!(text, "\n[{of}]");
            section = of;
        }
        let _ = match said.iter().find(|(name, _)| *name == setting.name) {
            Some((_, value)) => writeln!(text, "# {}\n{key} = {}", setting.about, shown(value)),
            None => writeln!(text, "# {}\n# {key} = {}", setting.about, shown(setting.default)),
        };
    }
    text
}

/// The reference of the settings, in Markdown.
pub(crate) fn markdown() -> String {
    let mut text = String::from(
        "# Settings\n\n\
         Written by `cargo xtask generate` from the code. They stand in `fabrique.toml`, in the home of the instance, \
         under their section;\n\
         the environment wins over the file. A name with `_FILE` at its end names a file that holds the value, \
         for secrets.\n\n\
         | setting | environment | default | |\n|---|---|---|---|\n",
    );
    for setting in SETTINGS {
        let default = if setting.default.is_empty() { String::new() } else { format!("`{}`", setting.default) };
        let _ = writeln!(text, "| `{}` | `{}` | {default} | {} |", setting.name, setting.variable(), setting.about);
    }
    text
}

/// A value as TOML writes it.
fn shown(value: &str) -> String {
    if matches!(value, "true" | "false") { value.to_owned() } else { format!("{value:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_init_leaves_is_read_back_when_every_line_is_uncommented() {
        let uncommented: String = commented_file(&[])
            .lines()
            .filter(|line| line.starts_with('[') || line.contains(" = ") && line.starts_with("# "))
            .map(|line| line.trim_start_matches("# ").to_owned() + "\n")
            .collect();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("fabrique.toml");
        std::fs::write(&file, uncommented).unwrap();
        super::super::Configuration::read(&file, true, &[]).unwrap();
    }

    #[test]
    fn what_the_example_sets_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("fabrique.toml");
        std::fs::write(&file, commented_file(crate::demo::SETTINGS)).unwrap();
        let read = super::super::Configuration::read(&file, true, &[]).unwrap();
        assert!(!read.site.operator.fr.is_empty());
        assert_eq!(read.site.sender, "fabrique@localhost", "the rest is as nobody says");
    }
}
