//! What leaves as a file: tables in CSV and JSON, the news as a feed.

pub mod atom;
pub mod table;
