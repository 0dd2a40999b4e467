//! Where a word stands in a document: read for phrases only.
//!
//! A posting has the distances between the ranks of its word, doubled, the last one marked by its low bit, seven bits
//! a byte.

/// Adds a number, seven bits a byte, the last byte marked by its high bit.
pub(crate) fn put_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 128 {
        bytes.push((number % 128) as u8);
        number /= 128;
    }
    bytes.push(number as u8 | 128);
}

/// Takes a number; `None` at the end of the bytes or when it is too long.
pub(crate) fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in [0, 7, 14, 21, 28] {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(first & 127) << shift;
        if first & 128 != 0 {
            return Some(number);
        }
    }
    None
}

/// Adds the ranks of a posting, in order; without any, one place is kept.
pub(crate) fn put_positions(ranks: &[u32], bytes: &mut Vec<u8>) {
    let mut before = 0;
    for (at, rank) in ranks.iter().enumerate() {
        put_number((rank - before) << 1 | u32::from(at + 1 == ranks.len()), bytes);
        before = *rank;
    }
    if ranks.is_empty() {
        put_number(1, bytes);
    }
}

/// Takes the ranks of a posting.
pub(crate) fn positions(bytes: &mut &[u8], ranks: &mut Vec<u32>) -> Option<()> {
    ranks.clear();
    let mut rank = 0_u32;
    loop {
        let number = take_number(bytes)?;
        rank = rank.checked_add(number >> 1)?;
        ranks.push(rank);
        if number & 1 == 1 {
            return Some(());
        }
    }
}

/// Passes over the ranks of some postings.
pub(crate) fn skip_positions(bytes: &mut &[u8], postings: usize) -> Option<()> {
    for _ in 0..postings {
        while take_number(bytes)? & 1 == 0 {}
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_come_back() {
        let mut bytes = Vec::new();
        let all = [vec![0, 1, 300], vec![70_000], vec![5, 6]];
        all.iter().for_each(|ranks| put_positions(ranks, &mut bytes));
        let (mut rest, mut ranks) = (bytes.as_slice(), Vec::new());
        for expected in &all {
            positions(&mut rest, &mut ranks).unwrap();
            assert_eq!(&ranks, expected);
        }
        let mut rest = bytes.as_slice();
        skip_positions(&mut rest, 2).unwrap();
        positions(&mut rest, &mut ranks).unwrap();
        assert_eq!(ranks, all[2]);
        assert!(positions(&mut rest, &mut ranks).is_none());
    }
}
