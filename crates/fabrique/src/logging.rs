//! The log, on standard error. Events carry request identifiers, never names or addresses.

use std::io::{IsTerminal, stderr};

use anyhow::{Context, Result};
use tracing_subscriber::EnvFilter;

use crate::configuration::{Log, LogFormat};

/// Starts logging.
pub(crate) fn start(log: &Log) -> Result<()> {
    let filter = EnvFilter::try_new(&log.level).with_context(|| format!("log.level cannot be “{}”", log.level))?;
    let text = match log.format {
        LogFormat::Auto => stderr().is_terminal(),
        LogFormat::Json => false,
        LogFormat::Text => true,
    };
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
    if text {
        subscriber.with_target(false).with_ansi(stderr().is_terminal()).init();
    } else {
        subscriber.json().flatten_event(true).with_current_span(true).with_span_list(false).init();
    }
    Ok(())
}
