//! Where a stem stands in documents.

use crate::snapshot::{BLOCK, add_positions};

/// The ranks of a stem in the documents of a block, or in one of them.
#[derive(Default)]
pub(crate) struct Standing {
    ranks: Vec<u32>,
    /// Where the ranks of each posting of a block end.
    ends: Vec<usize>,
}

impl Standing {
    /// Reads the ranks in all the documents of a block.
    pub(crate) fn read(&mut self, mut bytes: &[u8]) -> Option<()> {
        self.forget();
        for _ in 0..BLOCK {
            add_positions(&mut bytes, &mut self.ranks)?;
            self.ends.push(self.ranks.len());
        }
        Some(())
    }

    /// Reads the ranks in one document alone, and gives them.
    pub(crate) fn read_one(&mut self, bytes: &mut &[u8]) -> Option<&[u32]> {
        self.forget();
        add_positions(bytes, &mut self.ranks)?;
        Some(&self.ranks)
    }

    /// The ranks in a document of the block that was read.
    pub(crate) fn of(&self, posting: usize) -> Option<&[u32]> {
        let start = posting.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.ranks.get(start..*self.ends.get(posting)?)
    }

    /// Forgets what was read.
    pub(crate) fn forget(&mut self) {
        self.ranks.clear();
        self.ends.clear();
    }
}
