//! One line a request: what was asked, what was answered, how long it took, under an identifier
//! that the answer carries too. No address, no cookie, no query, no name.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use data_encoding::HEXLOWER;
use ring::rand::{SecureRandom, SystemRandom};
use tracing::Instrument;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

pub(crate) async fn record(request: Request, next: Next) -> Response {
    let id = request_id();
    let method = request.method().clone();
    // The pattern of the route, not the address: identifiers and queries stay out of the log.
    let route = request.extensions().get::<MatchedPath>().map_or("(none)", |path| path.as_str()).to_owned();
    let started = Instant::now();
    let span = tracing::info_span!("request", id);
    let mut response = next.run(request).instrument(span).await;
    let elapsed = started.elapsed();
    let status = response.status();
    metrics::counter!("http_requests_total", "status" => status_class(status.as_u16())).increment(1);
    metrics::histogram!("http_request_seconds").record(elapsed.as_secs_f64());
    let micros = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX);
    if status.is_server_error() {
        tracing::warn!(id, %method, route, status = status.as_u16(), micros, "answered");
    } else {
        tracing::debug!(id, %method, route, status = status.as_u16(), micros, "answered");
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID.clone(), id);
    }
    response
}

fn request_id() -> String {
    let mut bytes = [0; 8];
    // Without randomness the identifier is zeros: the request matters more than its name.
    let _ = SystemRandom::new().fill(&mut bytes);
    HEXLOWER.encode(&bytes)
}

const fn status_class(status: u16) -> &'static str {
    match status / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}
