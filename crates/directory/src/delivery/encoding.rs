//! In which encoding a published file is: its mark says so, else strict UTF-8, else Windows-1252.

use std::borrow::Cow;
use std::io::{self, Read};

/// The encoding of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Encoding {
    /// UTF-8, with a mark or without.
    #[default]
    Utf8,
    /// Windows-1252, in which the ministries published until about 2023.
    Windows1252,
}

/// The mark at the head of a UTF-8 file.
const MARK: &[u8] = b"\xEF\xBB\xBF";

impl Encoding {
    /// The encoding of what `input` holds, read to its end in blocks unless the mark or a byte decides before.
    pub(crate) fn sniff(input: &mut dyn Read) -> io::Result<Self> {
        let mut block = vec![0; 64 * 1024];
        let mut kept = 0;
        let mut first = true;
        loop {
            let filled = kept + read_fully(input, &mut block[kept..])?;
            if first && block[..filled].starts_with(MARK) {
                return Ok(Self::Utf8);
            }
            first = false;
            let end = filled < block.len();
            match valid_length(&block[..filled], end) {
                None => return Ok(Self::Windows1252),
                Some(_) if end => return Ok(Self::Utf8),
                Some(valid) => {
                    block.copy_within(valid.., 0);
                    kept = filled - valid;
                }
            }
        }
    }

    /// The text that `bytes` are; what is no text in UTF-8 becomes the replacement character.
    pub(crate) fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Windows1252 => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
        }
    }
}

/// How many bytes at the head of `block` are whole characters of UTF-8; nothing when it is not UTF-8. A character may
/// be cut by the end of the block, not by the end of the file.
fn valid_length(block: &[u8], end: bool) -> Option<usize> {
    match std::str::from_utf8(block) {
        Ok(_) => Some(block.len()),
        Err(error) if error.error_len().is_none() && !end => Some(error.valid_up_to()),
        Err(_) => None,
    }
}

/// Fills `block` unless the input ends, and says how many bytes it holds.
pub(crate) fn read_fully(input: &mut dyn Read, block: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < block.len() {
        match input.read(&mut block[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

/// `input` without the mark at its head.
pub(crate) fn without_mark(mut input: &mut dyn Read) -> io::Result<impl Read + '_> {
    let mut head = [0; 3];
    let filled = read_fully(&mut input, &mut head)?;
    let skipped = if head[..filled] == *MARK { filled } else { 0 };
    Ok(io::Cursor::new(head[skipped..filled].to_vec()).chain(input))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sniffed(bytes: &[u8]) -> Encoding {
        Encoding::sniff(&mut &bytes[..]).unwrap()
    }

    #[test]
    fn the_mark_decides_then_the_bytes() {
        assert_eq!(sniffed(b"\xEF\xBB\xBFid;\xE9t\xE9"), Encoding::Utf8);
        assert_eq!(sniffed("id;été".as_bytes()), Encoding::Utf8);
        assert_eq!(sniffed(b"id;\xE9t\xE9"), Encoding::Windows1252);
        assert_eq!(sniffed(b""), Encoding::Utf8);
    }

    #[test]
    fn a_character_cut_by_a_block_is_not_a_fault_and_one_cut_by_the_end_is() {
        let mut long = vec![b'a'; 64 * 1024 - 1];
        long.extend("été".as_bytes());
        assert_eq!(sniffed(&long), Encoding::Utf8);
        long.pop();
        assert_eq!(sniffed(&long), Encoding::Windows1252);
    }

    #[test]
    fn windows_1252_is_read_as_its_readers_wrote_it() {
        assert_eq!(Encoding::Windows1252.decode(b"l\x92\xE9t\xE9"), "l’été");
    }
}
