//! Where things are: the clone, and the folder that cargo writes to, outside of it.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Where cargo writes what it builds: what the environment says, or a folder of the user's cache,
/// so that backing up or searching the clone does not meet gigabytes of it.
pub(crate) fn target() -> PathBuf {
    variable("CARGO_TARGET_DIR").map_or_else(|| cache().join("fabrique").join("target"), |named| root().join(named))
}

/// A program that cargo has built.
pub(crate) fn built(profile: &str, program: &str) -> PathBuf {
    target().join(profile).join(format!("{program}{}", env::consts::EXE_SUFFIX))
}

fn cache() -> PathBuf {
    variable("XDG_CACHE_HOME")
        .or_else(|| variable("HOME").map(|home| home.join(".cache")))
        .unwrap_or_else(env::temp_dir)
}

/// A path that the environment names.
#[expect(clippy::disallowed_methods, reason = "a developer's tool is told its places by the environment")]
pub(crate) fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The first of `names` that the search path has, whole.
pub(crate) fn program(names: &[&str]) -> Option<PathBuf> {
    let path = variable("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}
