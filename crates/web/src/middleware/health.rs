//! What the machine around asks: alive? ready? whom to write to about a fault of security?

use std::sync::Arc;

use axum::{Router, extract::State, http::StatusCode, routing::get};
use fabrique_domain::time::DAY;

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/livez", get(async || "ok\n"))
        .route("/readyz", get(ready))
        .route("/robots.txt", get(async || "User-agent: *\nDisallow: /account\nDisallow: /admin\nDisallow: /sign-in\n"))
        .route("/.well-known/security.txt", get(security))
}

/// Ready when the database answers.
async fn ready(State(web): State<Arc<Web>>) -> (StatusCode, &'static str) {
    let answered = async {
        let mut reader = web.platform.store.read().await?;
        fabrique_storage::job::next_due(&mut reader).await
    };
    match answered.await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}

/// RFC 9116. It expires in half a year, and is written anew at each reading. Where the operator
/// named nobody there is no such file: one without a contact is worth nothing.
async fn security(State(web): State<Arc<Web>>) -> Result<String, StatusCode> {
    let site = &web.platform.site;
    let contact = contact(&site.security_contact).ok_or(StatusCode::NOT_FOUND)?;
    let expires = web.platform.store.surroundings().clock.now().plus(180 * DAY);
    let canonical = site.url("/.well-known/security.txt");
    Ok(format!("Contact: {contact}\nExpires: {expires}\nPreferred-Languages: fr, en\nCanonical: {canonical}\n"))
}

/// The address of whom to write to, from an address of mail or of a page.
fn contact(named: &str) -> Option<String> {
    match named {
        "" => None,
        _ if named.starts_with("mailto:") || named.starts_with("https://") => Some(named.to_owned()),
        _ => Some(format!("mailto:{named}")),
    }
}
