//! What people and programs meet: pages, the API, middleware, assets. No rule and no SQL here: a
//! handler reads a request into domain values, calls one use-case, and shows what it answers.

mod api;
mod assets;
mod author;
mod cache;
mod client;
mod conformity;
mod difference;
mod download;
mod form;
mod frame;
mod memory;
mod middleware;
mod narrowing;
mod pages;
mod problem;
mod readers;
mod session;
mod sign_in;
mod speaker;
mod state;
mod thread;
mod visitor;

use std::{sync::Arc, time::Duration};

use axum::{Router, extract::DefaultBodyLimit};
use tower_http::{catch_panic::CatchPanicLayer, timeout::TimeoutLayer};

pub use crate::{
    api::description::openapi,
    state::{Settings, Theme, Web},
};

/// The largest body of a request, in bytes.
const LARGEST_BODY: usize = 256 * 1024;
/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The whole site.
pub fn router(web: Arc<Web>) -> Router {
    let pages = pages::routes()
        .merge(api::routes())
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&web), cache::serve_alike))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&web), visitor::introduce))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&web), middleware::cross_site::guard))
        .layer(axum::middleware::from_fn(middleware::address::guard))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&web), middleware::rate::limit))
        // Inside the one below, which says it in words.
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&web), problem::show))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&web), middleware::headers::secure))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&web), cache::serve));
    Router::new()
        .merge(pages)
        .merge(assets::routes())
        .merge(middleware::health::routes())
        .layer(CatchPanicLayer::custom(problem::after_panic))
        .layer(axum::middleware::from_fn(middleware::log::record))
        .with_state(web)
}
