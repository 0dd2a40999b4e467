//! A million rows as a file: how fast, against a bare reading of the same rows, and how much memory
//! the server takes for it above what it had.

use std::time::Instant;

use anyhow::{Result, ensure};
use fabrique_storage::testing;

use crate::{
    load::Asked,
    platform::Instance,
    report::{Line, float},
};

/// What the server may take above what it had, in megabytes.
const ALLOWED: f64 = 64.0;
const MEGABYTE: f64 = 1e6;

pub(crate) async fn run(quick: bool) -> Result<()> {
    let rows: u64 = if quick { 20_000 } else { 1_000_000 };
    let instance = Instance::filled(2_000, 1_000, 0, rows).await?;
    let (bare, read) = testing::bare_rows(&instance.home(), "arguments").await?;
    ensure!(read >= rows, "{read} rows only");
    let server = instance.serve().await?;
    // A page first, so that what any page needs is not counted.
    Asked::of(server.address, "/open-data").once().await?;
    for (case, path) in [("CSV", "/open-data/arguments.csv"), ("JSON", "/open-data/arguments.json")] {
        let before = server.memory()?.now;
        server.forget_peak()?;
        let started = Instant::now();
        let bytes = Asked::of(server.address, path).length().await?;
        let took = started.elapsed().as_secs_f64();
        ensure!(bytes > rows * 100, "{bytes} bytes cannot hold {rows} rows");
        let above = (server.memory()?.most - before) / MEGABYTE;
        Line::print("export", &format!("{case} of {rows} rows"), float(rows) / took, "rows/s", bare);
        Line::print("export", &format!("{case} of {rows} rows, memory above idle"), above, "MB", ALLOWED);
    }
    Ok(())
}
