//! Accounts, the roles given to them, and where they are signed in.

mod accounts;
mod doors;
mod grants;
