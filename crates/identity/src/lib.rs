//! Secrets of signing in: tokens, codes, digests, sealing. No HTTP server, no storage, no clock.
//!
//! One key a platform, 32 bytes, from which a key for each purpose is derived; what is stored in
//! the database (digests, sealed mail) says nothing without it.

mod code;
mod keyring;
mod token;

pub use code::Code;
pub use keyring::{Digest, KeyFault, Keyring, NotOpened, Purpose};
pub use token::{NotAToken, Token};
