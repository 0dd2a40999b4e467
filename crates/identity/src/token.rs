//! Tokens: 32 random bytes, as people and programs carry them.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;

use crate::{Digest, Keyring, Purpose};

/// A secret of 32 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

/// A text that is no token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a token")]
pub struct NotAToken;

impl Token {
    /// The token made of `random` bytes.
    #[must_use]
    pub const fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// Reads a token as it was carried.
    ///
    /// # Errors
    /// [`NotAToken`] when it is something else.
    pub fn parse(text: &str) -> Result<Self, NotAToken> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| NotAToken)?;
        bytes.try_into().map(Self).map_err(|_| NotAToken)
    }

    /// The token as it is carried: 43 characters safe in an address, a cookie or a header.
    #[must_use]
    pub fn reveal(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self, keyring: &Keyring) -> Digest {
        keyring.digest(Purpose::Token, &self.0)
    }
}

/// Never shows the secret.
impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_it_was_revealed() {
        let token = Token::new([200; 32]);
        assert_eq!(Token::parse(&token.reveal()).unwrap(), token);
        assert_eq!(token.reveal().len(), 43);
        assert!(Token::parse("x").is_err());
    }

    #[test]
    fn a_log_never_shows_a_token() {
        assert_eq!(format!("{:?}", Token::new([1; 32])), "Token");
    }
}
