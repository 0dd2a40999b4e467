//! Which snapshot serves, and who writes the next.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use crate::Day;
use crate::error::{Error, Result};

const SNAPSHOTS: &str = "snapshots";
const CURRENT: &str = "current";
const LOCK: &str = "building";

/// The folder of the snapshot that serves.
pub(crate) fn current(home: &Path) -> Result<PathBuf> {
    let folder = home.join(SNAPSHOTS);
    let Ok(name) = fs::read_to_string(folder.join(CURRENT)) else {
        return Err(Error::NoSnapshot(home.to_owned()));
    };
    let name = name.trim();
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return Err(Error::damaged(folder.join(CURRENT), "names no snapshot"));
    }
    Ok(folder.join(name))
}

/// Makes a snapshot the one that serves; the one before stays for those who read it, older ones go.
pub(crate) fn publish(home: &Path, folder: &Path) -> Result<()> {
    let before = current(home).ok();
    let name = folder.file_name().unwrap_or_default();
    let (next, named) = (home.join(SNAPSHOTS).join("current.next"), home.join(SNAPSHOTS).join(CURRENT));
    let mut file = File::create(&next).map_err(Error::io(&next))?;
    file.write_all(name.as_encoded_bytes()).and_then(|()| file.sync_all()).map_err(Error::io(&next))?;
    fs::rename(&next, &named).map_err(Error::io(&named))?;
    sweep(home, &[Some(folder), before.as_deref()])
}

/// Removes the snapshots that nobody names: builds that died, editions that were replaced.
fn sweep(home: &Path, kept: &[Option<&Path>]) -> Result<()> {
    let folder = home.join(SNAPSHOTS);
    for entry in fs::read_dir(&folder).map_err(Error::io(&folder))? {
        let path = entry.map_err(Error::io(&folder))?.path();
        if path.is_dir() && !kept.contains(&Some(path.as_path())) {
            fs::remove_dir_all(&path).map_err(Error::io(&path))?;
        }
    }
    Ok(())
}

/// The right to build, held until it is dropped or its process ends.
#[derive(Debug)]
pub(crate) struct BuildLock {
    home: PathBuf,
    // The system's lock goes with the file: a builder that died holds nothing.
    _file: File,
}

impl BuildLock {
    /// Takes the right to build, or says who has it.
    pub(crate) fn take(home: &Path, today: Day) -> Result<Self> {
        let folder = home.join(SNAPSHOTS);
        fs::create_dir_all(&folder).map_err(Error::io(&folder))?;
        let path = folder.join(LOCK);
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(Error::io(&path))?;
        if file.try_lock().is_err() {
            let mut who = String::new();
            // What the holder wrote only makes the message better.
            let _ = file.read_to_string(&mut who);
            return Err(Error::Building(who));
        }
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| write!(file, "process {}, {today}", std::process::id()))
            .map_err(Error::io(&path))?;
        Ok(Self { home: home.to_owned(), _file: file })
    }

    /// An empty folder for the next snapshot; what builds that died left is removed.
    pub(crate) fn next_folder(&self, today: Day) -> Result<PathBuf> {
        sweep(&self.home, &[current(&self.home).ok().as_deref()])?;
        let snapshots = self.home.join(SNAPSHOTS);
        Ok((1_u32..)
            .map(|number| snapshots.join(format!("{:08}-{number}", today.0)))
            .find(|folder| !folder.exists())
            .unwrap_or(snapshots))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_250_501);

    #[test]
    fn one_builds_at_a_time() {
        let home = tempfile::tempdir().unwrap();
        let first = BuildLock::take(home.path(), TODAY).unwrap();
        let refused = BuildLock::take(home.path(), TODAY).unwrap_err().to_string();
        assert!(refused.contains(&format!("process {}, 2025-05-01", std::process::id())), "{refused}");
        drop(first);
        BuildLock::take(home.path(), TODAY).unwrap();
    }

    #[test]
    fn a_build_that_died_leaves_nothing_behind_the_next() {
        let home = tempfile::tempdir().unwrap();
        let lock = BuildLock::take(home.path(), TODAY).unwrap();
        let dead = lock.next_folder(TODAY).unwrap();
        fs::create_dir_all(&dead).unwrap();
        let alive = lock.next_folder(TODAY).unwrap();
        assert!(!dead.exists() || alive == dead);
        fs::create_dir_all(&alive).unwrap();
        publish(home.path(), &alive).unwrap();
        assert_eq!(current(home.path()).unwrap(), alive);
        assert!(matches!(current(tempfile::tempdir().unwrap().path()), Err(Error::NoSnapshot(_))));
    }
}
