//! The platform's key and what is derived from it.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    hkdf::{HKDF_SHA256, Prk, Salt},
    hmac,
};

/// What a digest or a seal is for. The same secret under two purposes gives unrelated digests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Tokens of sessions, of the API, of links in mail.
    Token,
    /// Six-digit codes, which are short: their digest is worth nothing without the key.
    Code,
    /// Addresses and network prefixes whose attempts are counted.
    RateLimit,
    /// Payloads of jobs that hold addresses or secrets.
    Job,
    /// Links that carry their own right, such as unsubscribing.
    Link,
    /// Draws that stay the same for a visit.
    Draw,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Token => b"fabrique token v1",
            Self::Code => b"fabrique code v1",
            Self::RateLimit => b"fabrique rate limit v1",
            Self::Job => b"fabrique job v1",
            Self::Link => b"fabrique link v1",
            Self::Draw => b"fabrique draw v1",
        }
    }
}

/// What is kept of a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Its bytes, for a column.
    #[must_use]
    pub fn to_vec(self) -> Vec<u8> {
        self.0.to_vec()
    }

    /// Whether `stored` is this digest, in constant time.
    #[must_use]
    pub fn matches(self, stored: &[u8]) -> bool {
        bool::from(subtle::ConstantTimeEq::ct_eq(self.0.as_slice(), stored))
    }

    /// Its bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// A key that is not 32 bytes of unpadded URL-safe base 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key of the platform is not 32 bytes in URL-safe base 64")]
pub struct KeyFault;

/// Something sealed that this key does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sealed bytes do not open with the key of this platform")]
pub struct NotOpened;

/// The key of the platform.
#[derive(Clone)]
pub struct Keyring {
    root: Prk,
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keyring")
    }
}

impl Keyring {
    /// The keyring of a key.
    #[must_use]
    pub fn new(key: &[u8; 32]) -> Self {
        Self { root: Salt::new(HKDF_SHA256, b"fabrique").extract(key) }
    }

    /// The keyring of a key written in URL-safe base 64.
    ///
    /// # Errors
    /// [`KeyFault`] when it is something else.
    pub fn parse(text: &str) -> Result<Self, KeyFault> {
        let bytes = BASE64URL_NOPAD.decode(text.trim().as_bytes()).map_err(|_| KeyFault)?;
        let key: [u8; 32] = bytes.try_into().map_err(|_| KeyFault)?;
        Ok(Self::new(&key))
    }

    /// A new key, written as [`Keyring::parse`] reads it, from 32 random bytes.
    #[must_use]
    pub fn write(random: &[u8; 32]) -> String {
        BASE64URL_NOPAD.encode(random)
    }

    /// The digest of `secret` for `purpose`.
    #[must_use]
    pub fn digest(&self, purpose: Purpose, secret: &[u8]) -> Digest {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.derive(purpose));
        let mut digest = [0; 32];
        digest.copy_from_slice(hmac::sign(&key, secret).as_ref());
        Digest(digest)
    }

    /// Seals `plain` for `purpose`; `nonce` is twelve random bytes, never used twice.
    #[must_use]
    pub fn seal(&self, purpose: Purpose, nonce: [u8; NONCE_LEN], plain: &[u8]) -> Vec<u8> {
        let mut sealed = plain.to_vec();
        let key = self.sealing_key(purpose);
        // Fails only above 256 GiB, where nothing would have fitted in memory.
        let _ = key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed);
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what [`Keyring::seal`] sealed for the same purpose.
    ///
    /// # Errors
    /// [`NotOpened`] when it was sealed with another key, for another purpose, or altered.
    pub fn open(&self, purpose: Purpose, sealed: &[u8]) -> Result<Vec<u8>, NotOpened> {
        let (nonce, body) = sealed.split_at_checked(NONCE_LEN).ok_or(NotOpened)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| NotOpened)?;
        let mut plain = body.to_vec();
        let opened = self.sealing_key(purpose).open_in_place(nonce, Aad::empty(), &mut plain).map_err(|_| NotOpened)?;
        Ok(opened.to_vec())
    }

    #[expect(clippy::expect_used, reason = "the derived key has the length that the algorithm asks for")]
    fn sealing_key(&self, purpose: Purpose) -> LessSafeKey {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &self.derive(purpose)).expect("32 bytes");
        LessSafeKey::new(key)
    }

    #[expect(clippy::expect_used, reason = "32 bytes is below the limit of the derivation")]
    fn derive(&self, purpose: Purpose) -> [u8; 32] {
        let mut key = [0; 32];
        let info = [purpose.label()];
        self.root.expand(&info, HKDF_SHA256).and_then(|okm| okm.fill(&mut key)).expect("32 bytes");
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyring() -> Keyring {
        Keyring::new(&[7; 32])
    }

    #[test]
    fn what_is_sealed_opens_for_its_purpose_only() {
        let sealed = keyring().seal(Purpose::Job, [1; 12], b"to: camille@example.org");
        assert_eq!(keyring().open(Purpose::Job, &sealed).unwrap(), b"to: camille@example.org");
        assert_eq!(keyring().open(Purpose::Link, &sealed), Err(NotOpened));
        assert_eq!(Keyring::new(&[8; 32]).open(Purpose::Job, &sealed), Err(NotOpened));
    }

    #[test]
    fn an_altered_or_truncated_seal_does_not_open() {
        let mut sealed = keyring().seal(Purpose::Job, [1; 12], b"text");
        assert_eq!(keyring().open(Purpose::Job, &sealed[..5]), Err(NotOpened));
        sealed[14] ^= 1;
        assert_eq!(keyring().open(Purpose::Job, &sealed), Err(NotOpened));
    }

    #[test]
    fn digests_differ_by_purpose_and_by_key() {
        let digest = keyring().digest(Purpose::Token, b"secret");
        assert!(digest.matches(&digest.to_vec()));
        assert!(!digest.matches(&keyring().digest(Purpose::Code, b"secret").to_vec()));
        assert!(!digest.matches(b"short"));
    }

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let text = Keyring::write(&[9; 32]);
        let read = Keyring::parse(&text).unwrap();
        assert_eq!(read.digest(Purpose::Token, b"x"), Keyring::new(&[9; 32]).digest(Purpose::Token, b"x"));
        assert!(Keyring::parse("trop court").is_err());
    }
}
