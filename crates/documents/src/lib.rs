//! What leaves as a file: tables in CSV, XLSX and JSON, the news as a feed.

pub mod atom;
pub mod sheet;
pub mod table;
