//! Loads a source, counts the entries, and says how long it took: `sources HOME load SOURCE PATH…` or
//! `sources HOME entries [EXAMPLES]` or `sources ARCHIVE generate ROWS`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use fabrique_directory::{LoadOptions, Source, entries, generate, load};

type Answer = Result<(), Box<dyn std::error::Error>>;

fn main() -> Answer {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let begun = Instant::now();
    match words.as_slice() {
        [home, "load", source, paths @ ..] => load_all(Path::new(home), source, paths)?,
        [home, "entries", examples @ ..] => {
            count(Path::new(home), examples.first().map_or(Ok(0), |word| word.parse())?)?;
        }
        [archive, "generate", rows] => generate(rows.parse()?, 1, Path::new(archive), &|_| {})?,
        _ => tell("sources HOME load SOURCE PATH… | sources HOME entries [EXAMPLES] | sources ARCHIVE generate ROWS")?,
    }
    tell(&format!("{:.1} s, at most {} MB", begun.elapsed().as_secs_f64(), peak_megabytes()))
}

fn load_all(home: &Path, source: &str, paths: &[&str]) -> Answer {
    let source: Source = serde_json::from_value(source.into())?;
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    let options = LoadOptions { replace: true, ..LoadOptions::default() };
    let begun = Instant::now();
    let report = load(home, source, &paths, &options, &|_| {})?;
    let rate = report.read as f64 / begun.elapsed().as_secs_f64();
    tell(&format!(
        "{} read, {} kept, {} left out, {} rejected, {rate:.0} rows a second",
        report.read, report.kept, report.left_out, report.rejected
    ))?;
    report.rejections.iter().take(10).try_for_each(|rejection| tell(&format!("{rejection:?}")))
}

fn count(home: &Path, examples: usize) -> Answer {
    let (mut all, mut aliases, mut dissolved, mut purposes, mut bytes) = (0_usize, 0, 0, 0, 0);
    let mut before = String::new();
    for entry in entries(home)? {
        let entry = entry?;
        assert!(before < entry.key, "{before} then {}", entry.key);
        if all < examples {
            tell(&serde_json::to_string(&entry)?)?;
        }
        all += 1;
        aliases += entry.aliases.len();
        dissolved += usize::from(entry.life.is_dissolved);
        purposes += usize::from(!entry.purpose.is_empty());
        bytes += entry.name.len() + entry.purpose.len();
        before = entry.key;
    }
    tell(&format!(
        "{all} entries, {aliases} aliases, {dissolved} dissolved, {purposes} with a purpose, {bytes} bytes of text"
    ))
}

fn tell(line: &str) -> Answer {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

/// The most memory that the process held, as Linux counts it; nought elsewhere.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).map_or(0, |kilobytes: u64| kilobytes / 1024)
}
