//! What stands behind us: licences, banned crates, sources. `cargo deny` does it where it is
//! installed; this is the same check, of the same `deny.toml`, without it (and without advisories,
//! which need the network).

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result};
use cargo_metadata::{Metadata, MetadataCommand, Package};
use serde_json::Value;

use crate::{place, process, report::Tally};

/// Checks the dependencies.
pub(crate) fn check() -> Result<Tally> {
    if place::program(&["cargo-deny"]).is_some() {
        let arguments = ["deny", "--workspace", "check", "licenses", "bans", "sources"];
        let succeeded = process::watch(&mut process::cargo(&arguments), |_| ())?;
        return Ok(Tally::of(succeeded, "cargo deny check"));
    }
    let rules = Rules::read()?;
    let metadata = MetadataCommand::new()
        .current_dir(place::root())
        .other_options(["--locked".to_owned(), "--quiet".to_owned()])
        .exec()
        .context("cargo metadata")?;
    let faults: Vec<String> = metadata.packages.iter().flat_map(|package| rules.faults(package)).collect();
    let note = format!("{} packages, {} in two versions or more", metadata.packages.len(), repeated(&metadata));
    let failed = faults.len() as u64;
    Ok(Tally { passed: u64::from(failed == 0), failed, failures: faults, note })
}

fn repeated(metadata: &Metadata) -> usize {
    let mut versions = BTreeMap::<&str, usize>::new();
    for package in &metadata.packages {
        *versions.entry(&package.name).or_default() += 1;
    }
    versions.values().filter(|count| **count > 1).count()
}

/// What `deny.toml` says.
struct Rules {
    licences: Vec<String>,
    banned: Vec<String>,
}

impl Rules {
    fn read() -> Result<Self> {
        let file = place::root().join("deny.toml");
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let document: Value = toml::from_str(&text).context("deny.toml")?;
        let words = |pointer: &str, name: fn(&Value) -> Option<&str>| -> Vec<String> {
            let list = document.pointer(pointer).and_then(Value::as_array).into_iter().flatten();
            list.filter_map(name).map(str::to_owned).collect()
        };
        Ok(Self {
            licences: words("/licenses/allow", Value::as_str),
            banned: words("/bans/deny", |entry| entry.get("crate")?.as_str()),
        })
    }

    fn faults(&self, package: &Package) -> Vec<String> {
        let mut faults = Vec::new();
        if self.banned.iter().any(|banned| *banned == package.name.as_str()) {
            faults.push(format!("{} is banned by deny.toml", package.name));
        }
        if package.source.as_ref().is_some_and(|source| !source.is_crates_io()) {
            faults.push(format!("{} does not come from crates.io", package.name));
        }
        let licence = package.license.as_deref().unwrap_or("none given");
        if !self.accepts(licence) {
            faults.push(format!("{} {}: licence “{licence}” is not in deny.toml", package.name, package.version));
        }
        faults
    }

    /// Whether an SPDX expression leaves a choice that is allowed. `/` is the old spelling of `OR`.
    fn accepts(&self, expression: &str) -> bool {
        let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut reading = Expression { words: &words, licences: &self.licences };
        reading.any() && reading.words.is_empty()
    }
}

/// An SPDX expression being read: alternatives of conjunctions of licences.
struct Expression<'a> {
    words: &'a [&'a str],
    licences: &'a [String],
}

impl Expression<'_> {
    fn any(&mut self) -> bool {
        let mut accepted = self.all();
        while self.skip("OR") {
            accepted |= self.all();
        }
        accepted
    }

    fn all(&mut self) -> bool {
        let mut accepted = self.one();
        while self.skip("AND") {
            accepted &= self.one();
        }
        accepted
    }

    fn one(&mut self) -> bool {
        if self.skip("(") {
            let accepted = self.any();
            return self.skip(")") && accepted;
        }
        let Some((name, rest)) = self.words.split_first() else { return false };
        self.words = rest;
        let mut licence = (*name).to_owned();
        if self.skip("WITH") {
            let Some((exception, rest)) = self.words.split_first() else { return false };
            self.words = rest;
            licence = format!("{licence} WITH {exception}");
        }
        self.licences.contains(&licence)
    }

    fn skip(&mut self, word: &str) -> bool {
        match self.words.split_first() {
            Some((first, rest)) if *first == word => {
                self.words = rest;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        let licences = ["MIT", "Unicode-3.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).to_vec();
        Rules { licences, banned: Vec::new() }
    }

    #[test]
    fn one_alternative_is_enough() {
        for expression in ["MIT", "GPL-3.0-only OR MIT", "GPL-2.0/MIT", "(AGPL-3.0 OR MIT) AND Unicode-3.0"] {
            assert!(rules().accepts(expression), "{expression}");
        }
        assert!(rules().accepts("Apache-2.0 WITH LLVM-exception"));
    }

    #[test]
    fn every_part_of_a_conjunction_is_needed() {
        for expression in ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "MIT AND", "(MIT", "Apache-2.0"] {
            assert!(!rules().accepts(expression), "{expression}");
        }
    }
}
