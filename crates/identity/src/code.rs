//! Six-digit codes, for people who read their mail on another device.

use std::fmt;

use crate::{Digest, Keyring, Purpose};

/// A six-digit code.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(u32);

impl Code {
    /// The code drawn from `random` bytes. Each of the million codes comes 18,446,744,073,709 or
    /// one more times out of 2⁶⁴: the difference cannot be seen.
    #[must_use]
    pub const fn new(random: [u8; 8]) -> Self {
        Self((u64::from_le_bytes(random) % 1_000_000) as u32)
    }

    /// Reads a code as somebody typed it; spaces and hyphens between digits are forgiven.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let six = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        six.then(|| digits.parse().ok().map(Self)).flatten()
    }

    /// The code as it is read: "042 917".
    #[must_use]
    pub fn reveal(&self) -> String {
        format!("{:03} {:03}", self.0 / 1_000, self.0 % 1_000)
    }

    /// What is kept of it, bound to the request it answers: the same code of another request has
    /// another digest.
    #[must_use]
    pub fn digest(&self, keyring: &Keyring, request: &[u8]) -> Digest {
        keyring.digest(Purpose::Code, &[request, &self.0.to_be_bytes()].concat())
    }
}

/// Never shows the secret.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_forgiven_its_spaces() {
        let code = Code(42_917);
        assert_eq!(code.reveal(), "042 917");
        for typed in ["042917", "042 917", " 042-917 "] {
            assert_eq!(Code::parse(typed), Some(code.clone()), "{typed}");
        }
    }

    #[test]
    fn what_is_not_six_digits_is_no_code() {
        for typed in ["", "42917", "0429170", "04291a", "٠٤٢٩١٧"] {
            assert_eq!(Code::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_digest_belongs_to_one_request() {
        let keyring = Keyring::new(&[1; 32]);
        let code = Code::new([3; 8]);
        assert_ne!(code.digest(&keyring, b"one"), code.digest(&keyring, b"two"));
    }
}
