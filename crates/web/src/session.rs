//! The cookie that carries a session.

use axum::{
    http::{HeaderValue, header},
    response::Response,
};

use crate::state::Web;

/// Its name: the browser itself protects `__Host-` names, over TLS.
pub(crate) fn name(web: &Web) -> &'static str {
    if web.platform.site.is_secure() { "__Host-fabrique" } else { "fabrique" }
}

/// The cookie of a session; `seconds` is how long the browser keeps it.
pub(crate) fn cookie(web: &Web, token: &str, seconds: i64) -> String {
    let secure = if web.platform.site.is_secure() { "; Secure" } else { "" };
    format!("{}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", name(web))
}

/// The cookie that makes the browser forget the session.
pub(crate) fn forgotten(web: &Web) -> String {
    cookie(web, "", 0)
}

/// Forgets a session that ended, unless the answer begins another.
pub(crate) fn forget_ended(web: &Web, response: &mut Response) {
    let headers = response.headers_mut();
    let begins = |value: &HeaderValue| value.as_bytes().starts_with(format!("{}=", name(web)).as_bytes());
    if headers.get_all(header::SET_COOKIE).iter().any(begins) {
        return;
    }
    if let Ok(cookie) = HeaderValue::from_str(&forgotten(web)) {
        headers.append(header::SET_COOKIE, cookie);
    }
}
