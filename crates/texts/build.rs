//! Lists the catalogues of `locales/`, so that adding a file is enough to add a noun.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

#[expect(clippy::disallowed_methods, reason = "a build script is told its folders by the environment")]
fn main() -> Result<(), Box<dyn Error>> {
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../locales");
    let mut list = String::from("&[\n");
    for (folder, variant) in [("fr", "French"), ("en", "English")] {
        let folder = locales.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files: Vec<_> =
            fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()?.iter().map(fs::DirEntry::path).collect();
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "ftl")) {
            println!("cargo::rerun-if-changed={}", file.display());
            let noun = file.file_stem().unwrap_or_default().to_string_lossy();
            let path = fs::canonicalize(file)?;
            writeln!(list, "(Language::{variant}, {noun:?}, include_str!({path:?})),")?;
        }
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("catalogues.rs"), list)?;
    Ok(())
}
