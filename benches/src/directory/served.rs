//! The pages of the directory over HTTP: so many a second, whether or not those before were answered.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::Result;
use axum::http::{Request, header};
use http_body_util::Full;
use hyper::body::Bytes;
use tokio::task::JoinSet;

use super::questions::{Kind, Question};
use crate::load::{CONNECTIONS, connect, drain};
use crate::report::milliseconds;

/// How many pages a second are asked for.
pub(super) const A_SECOND: u32 = 500;

/// Milliseconds within which half of the pages, and 99 of 100, were there, counted from when each was due.
pub(super) async fn waits(address: SocketAddr, questions: &[Question], time: Duration) -> Result<[f64; 2]> {
    let paths: Vec<String> = questions.iter().filter_map(path).collect();
    let between = Duration::from_secs(1) / A_SECOND;
    let begun = Instant::now() + Duration::from_millis(100);
    let mut readers = JoinSet::new();
    for reader in 0..CONNECTIONS {
        let share: Vec<String> = paths.iter().skip(reader).step_by(CONNECTIONS).cloned().collect();
        let first = begun + between * u32::try_from(reader)?;
        let every = between * u32::try_from(CONNECTIONS)?;
        readers.spawn(read(address, share, first, every, begun + time));
    }
    let mut waits = Vec::new();
    while let Some(reader) = readers.join_next().await {
        waits.extend(reader??);
    }
    waits.sort_unstable();
    Ok([50, 99].map(|percent| milliseconds(waits.get(waits.len() * percent / 100).copied().unwrap_or_default())))
}

async fn read(
    address: SocketAddr,
    paths: Vec<String>,
    first: Instant,
    every: Duration,
    end: Instant,
) -> Result<Vec<Duration>> {
    let (mut connection, mut due, mut waits) = (connect(address).await?, first, Vec::new());
    for path in paths.iter().cycle() {
        tokio::time::sleep_until(due.into()).await;
        connection.ready().await?;
        let request = Request::get(path).header(header::HOST, address.to_string()).body(Full::<Bytes>::default())?;
        drain(connection.send_request(request).await?).await?;
        waits.push(due.elapsed());
        due += every;
        if due >= end {
            break;
        }
    }
    Ok(waits)
}

/// The page that answers a question; pages of text and names that are being typed are asked for otherwise.
fn path(question: &Question) -> Option<String> {
    let plain: String =
        question.text.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words = plain.split_whitespace().map(encoded).collect::<Vec<_>>().join("+");
    match question.kind {
        Kind::Page | Kind::AsYouType => None,
        Kind::Phrases => Some(format!("/directory?q=%22{words}%22")),
        Kind::Filters => Some(format!("/directory?q={words}&department={}", question.department)),
        _ => Some(format!("/directory?q={words}")),
    }
}

fn encoded(word: &str) -> String {
    word.bytes()
        .map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
