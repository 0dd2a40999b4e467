//! A directory is built, searched, damaged, and compared with another engine.

#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

mod damage;
mod discovering;
mod finding;
mod invented;
mod oracle;
mod weighing;
