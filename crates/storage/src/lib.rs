//! Where everything is kept: repositories, transactions, migrations, jobs.
//!
//! The only room that names sqlx. One SQL text serves SQLite and PostgreSQL; what differs between
//! them lives in `dialect`, `sqlite` and `migrate`, and nowhere else.
//!
//! Reading takes a [`Reader`]; writing happens only inside [`transact!`], which is serialisable on
//! both engines and runs its body again when another transaction won the race. A body therefore
//! does nothing that cannot be done twice: no mail, no request, no file.

mod attempt;
mod column;
mod dialect;
mod environment;
mod error;
mod lock;
mod migrate;
mod query;
mod sqlite;
mod store;
mod unit;

pub mod account;
pub mod amendment;
pub mod argument;
pub mod commitment;
pub mod consultation;
pub mod content;
pub mod directory;
pub mod event;
pub mod import;
pub mod job;
pub mod moderation;
pub mod open_data;
pub mod organisation;
pub mod outbox;
pub mod own;
pub mod plan;
pub mod position;
pub mod proposal;
pub mod rate_limit;
pub mod remark;
pub mod response;
pub mod shortlist;
pub mod subscription;
#[doc(hidden)]
pub mod testing;
pub mod trace;
pub mod transparency;

pub use attempt::{Attempts, MaybeTransient};
pub use environment::{Clock, Entropy, Surroundings, SystemClock, SystemEntropy};
pub use error::{Error, Result};
pub use migrate::{latest_version, schema};
pub use store::{Location, Store};
pub use unit::{Reader, Tx};
