//! Whether words follow each other.

use super::cursor::Cursor;
use crate::snapshot::{positions, skip_positions};

/// Whether the stems under the cursors, all on one document, stand at their distances from the first.
pub(crate) fn follows(cursors: &[&Cursor<'_>], distances: &[u32]) -> bool {
    let (mut starts, mut ranks): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
    for (at, (cursor, distance)) in cursors.iter().zip(distances).enumerate() {
        let (mut bytes, passed) = cursor.positions();
        if skip_positions(&mut bytes, passed).and_then(|()| positions(&mut bytes, &mut ranks)).is_none() {
            return false;
        }
        if at == 0 {
            starts.clone_from(&ranks);
        } else {
            starts.retain(|start| ranks.binary_search(&(start + distance)).is_ok());
        }
        if starts.is_empty() {
            return false;
        }
    }
    true
}
