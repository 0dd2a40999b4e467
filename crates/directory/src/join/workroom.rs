//! A folder of one's own for what is needed while the entries are read.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::Error;

/// How many may read the entries at once.
const MOST: usize = 64;

/// A folder that nobody else uses while this lives; it is emptied at the end, or by the next who takes it.
pub(super) struct Workroom {
    folder: PathBuf,
    _lock: File,
}

impl Workroom {
    /// Takes the first folder that is free.
    pub(super) fn take(home: &Path) -> Result<Self, Error> {
        let parent = home.join("directory").join("joining");
        for number in 0..MOST {
            let folder = parent.join(number.to_string());
            fs::create_dir_all(&folder).map_err(Error::io(&folder))?;
            let path = parent.join(format!("{number}.lock"));
            let lock = File::create(&path).map_err(Error::io(&path))?;
            if lock.try_lock().is_ok() {
                fs::remove_dir_all(&folder).and_then(|()| fs::create_dir(&folder)).map_err(Error::io(&folder))?;
                return Ok(Self { folder, _lock: lock });
            }
        }
        Err(Error::Busy { path: parent })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Workroom {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next who takes the folder.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
