//! A file of a few parts, each where numbers of eight bytes may begin, read in place.

use tantivy::directory::OwnedBytes;

/// The lengths of the parts come first, eight bytes each.
const LENGTH: usize = 8;

/// The parts one after the other, as one file.
pub(super) fn write(parts: &[&[u8]]) -> Vec<u8> {
    let mut file: Vec<u8> = parts.iter().flat_map(|part| (part.len() as u64).to_ne_bytes()).collect();
    for part in parts {
        file.extend_from_slice(part);
        file.resize(file.len().next_multiple_of(LENGTH), 0);
    }
    file
}

/// The parts of a file that has exactly `N`; nothing when it does not, or was cut.
pub(super) fn read<const N: usize>(file: &OwnedBytes) -> Option<[OwnedBytes; N]> {
    let lengths = file.get(..N * LENGTH)?.chunks_exact(LENGTH);
    let mut reached = N * LENGTH;
    let mut parts = Vec::with_capacity(N);
    for length in lengths {
        let length = usize::try_from(u64::from_ne_bytes(length.try_into().ok()?)).ok()?;
        let end = reached.checked_add(length).filter(|end| *end <= file.len())?;
        parts.push(file.slice(reached..end));
        reached = end.next_multiple_of(LENGTH);
    }
    if reached == file.len() { parts.try_into().ok() } else { None }
}

/// Numbers as bytes that are owned. They keep the place in memory that such numbers need.
pub(super) fn bytes<T: bytemuck::NoUninit>(numbers: &[T]) -> OwnedBytes {
    OwnedBytes::new(bytemuck::cast_slice(numbers).to_vec())
}
