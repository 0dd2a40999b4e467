//! Use-cases: one public function for one thing a person can do.
//!
//! Each takes who acts, a reader or a transaction, and an input already parsed; it authorises,
//! applies the rules of the domain, stores, and enqueues what follows, in one transaction. A page,
//! an API call, a command and a job that do the same thing call the same function. A function that
//! writes mail or needs the platform's key takes the [`Platform`] first.

pub mod account;
pub mod address;
pub mod amendment;
pub mod argument;
pub mod commitment;
pub mod consultation;
pub mod content;
pub mod difference;
pub mod directory;
pub mod error;
pub mod event;
pub mod import;
pub mod job;
pub mod mail;
pub mod markdown;
pub mod moderation;
pub mod open_data;
pub mod organisation;
pub mod own;
pub mod plan;
pub mod platform;
pub mod position;
pub mod proposal;
pub mod rate_limit;
pub mod remark;
pub mod response;
pub mod search;
pub mod shortlist;
pub mod subscription;
pub mod trace;
pub mod transparency;

pub use error::{Error, Faults, Result};
pub use platform::{Platform, Site};
