//! Protection against requests that another site makes in the reader's name.
//!
//! A browser says where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`. A request
//! that changes something and says neither is refused too, unless it carries no session: then there
//! is nobody's name to abuse, and the one-click unsubscription of mail services (RFC 8058) is such.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{problem::Problem, state::Web, visitor};

pub(crate) async fn guard(State(web): State<Arc<Web>>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let carries_session = visitor::has_session(&web, request.headers());
    if safe || is_ours(&web.platform.site.base, request.headers(), carries_session) {
        next.run(request).await
    } else {
        Problem::CrossSite.into_response()
    }
}

fn is_ours(base: &str, headers: &HeaderMap, carries_session: bool) -> bool {
    let text = |name| headers.get(name).and_then(|value: &header::HeaderValue| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN) {
        Some(origin) => origin == base || is_own_host(origin, text(header::HOST)),
        None => !carries_session,
    }
}

/// Whether the origin is the host that was asked, for instances reached under several names.
fn is_own_host(origin: &str, host: Option<&str>) -> bool {
    let named = origin.split_once("://").map(|(_, host)| host);
    named.is_some() && named == host
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (header::HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    fn ours(pairs: &[(&'static str, &str)], carries_session: bool) -> bool {
        is_ours("https://fabrique.example", &headers(pairs), carries_session)
    }

    #[test]
    fn a_form_of_another_site_is_refused() {
        assert!(!ours(&[("sec-fetch-site", "cross-site")], true));
        assert!(!ours(&[("sec-fetch-site", "same-site")], true));
        assert!(!ours(&[("origin", "https://evil.example")], true));
        assert!(!ours(&[("origin", "null")], true));
        assert!(!ours(&[("sec-fetch-site", "cross-site"), ("origin", "https://fabrique.example")], false));
    }

    #[test]
    fn our_own_forms_pass() {
        assert!(ours(&[("sec-fetch-site", "same-origin")], true));
        assert!(ours(&[("origin", "https://fabrique.example")], true));
        assert!(ours(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], true));
    }

    #[test]
    fn without_a_word_on_its_origin_a_request_must_carry_no_session() {
        assert!(!ours(&[], true));
        assert!(ours(&[], false));
    }
}
