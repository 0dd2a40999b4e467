//! Where a word stands in a document: read for phrases only.
//!
//! A posting has the distances between the ranks of its word, doubled, the last one marked by its low bit, seven bits
//! a byte.

/// Adds a number, seven bits a byte, the highest first; the last byte is marked by its high bit.
pub(crate) fn put_number(number: u32, bytes: &mut Vec<u8>) {
    for shift in [28, 21, 14, 7] {
        if number >> shift != 0 {
            bytes.push((number >> shift & 127) as u8);
        }
    }
    bytes.push((number & 127) as u8 | 128);
}

/// Takes a number; `None` at the end of the bytes or when it is too long.
pub(crate) fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for _ in 0..5 {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number = number << 7 | u32::from(first & 127);
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

/// Takes the ranks of a posting, after those that were taken before.
pub(crate) fn add_positions(bytes: &mut &[u8], ranks: &mut Vec<u32>) -> Option<()> {
    let mut rank = 0_u32;
    loop {
        // Most numbers are a byte.
        let number = match bytes.split_first() {
            Some((byte, rest)) if byte & 128 != 0 => {
                *bytes = rest;
                u32::from(byte & 127)
            }
            _ => take_number(bytes)?,
        };
        rank = rank.checked_add(number >> 1)?;
        ranks.push(rank);
        if number & 1 == 1 {
            return Some(());
        }
    }
}

/// How many bytes are looked at together.
const TOGETHER: usize = 16;

/// Passes over the ranks of some postings: each ends with the byte that ends a number and has its low bit.
pub(crate) fn skip_positions(bytes: &mut &[u8], mut postings: usize) -> Option<()> {
    while let Some((chunk, rest)) = bytes.split_first_chunk::<TOGETHER>() {
        let ends = chunk.iter().map(|byte| u8::from(byte & 0x81 == 0x81)).sum::<u8>();
        let ends_with_one = chunk[TOGETHER - 1] & 0x81 == 0x81;
        if usize::from(ends) > postings || (usize::from(ends) == postings && !ends_with_one) {
            break;
        }
        postings -= usize::from(ends);
        *bytes = rest;
    }
    skip_one_by_one(bytes, postings)
}

fn skip_one_by_one(bytes: &mut &[u8], postings: usize) -> Option<()> {
    for _ in 0..postings {
        let end = bytes.iter().position(|byte| byte & 0x81 == 0x81)?;
        *bytes = &bytes[end + 1..];
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn positions(bytes: &mut &[u8], ranks: &mut Vec<u32>) -> Option<()> {
        ranks.clear();
        add_positions(bytes, ranks)
    }

    #[test]
    fn any_number_of_postings_is_passed_over() {
        let all: Vec<Vec<u32>> = (0..200_u32)
            .map(|at| (0..at % 5 + 1).map(|rank| at * 7 % 90 + rank * (at % 3 * 60 + 1)).collect())
            .collect();
        let mut bytes = Vec::new();
        all.iter().for_each(|ranks| put_positions(ranks, &mut bytes));
        for (passed, expected) in all.iter().enumerate() {
            let (mut rest, mut ranks) = (bytes.as_slice(), Vec::new());
            skip_positions(&mut rest, passed).unwrap();
            positions(&mut rest, &mut ranks).unwrap();
            assert_eq!(&ranks, expected, "{passed}");
        }
        assert!(skip_positions(&mut bytes.as_slice(), all.len() + 1).is_none());
    }

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
