//! What an address may hold.

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::problem::Problem;

/// An address with a zero byte names nothing: no text that is kept holds one, and PostgreSQL would
/// refuse even to compare with it.
pub(crate) async fn guard(request: Request, next: Next) -> Response {
    let holds_zero = request.uri().path_and_query().is_some_and(|address| address.as_str().contains("%00"));
    if holds_zero { Problem::NotFound.into_response() } else { next.run(request).await }
}
