//! `GET` and `POST /sign-in/link/{token}`: the link of the mail. Scanners of mail open links, so
//! opening it only shows a button, and the button signs in.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, header},
};
use fabrique_app::account::{Confirmation, confirm_by_link, link_is_live};
use fabrique_domain::sign_in::Device;
use fabrique_identity::Token;
use fabrique_storage::transact;

use super::{enter, gone, never_kept};
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "account/link.html")]
struct LinkPage {
    frame: Frame,
    token: String,
}

/// What is shown when a link or a code answers nothing any more.
#[derive(Template)]
#[template(path = "account/spent.html")]
pub(super) struct SpentPage {
    pub(super) frame: Frame,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(token): Path<String>) -> PageResult {
    let Ok(link) = Token::parse(&token) else { return spent(&visitor) };
    let mut reader = web.platform.store.read().await?;
    if link_is_live(&web.platform, &mut reader, &link).await? {
        Ok(never_kept(visitor.page(&LinkPage { frame: visitor.frame("sign-in"), token })?))
    } else {
        spent(&visitor)
    }
}

pub(super) async fn confirm(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> PageResult {
    let Ok(link) = Token::parse(&token) else { return spent(&visitor) };
    let device = device(&headers);
    match transact!(web.platform.store, |tx| confirm_by_link(&web.platform, tx, &link, &device).await)? {
        Confirmation::SignedIn(signed_in) => Ok(enter(&web, &signed_in)),
        _ => spent(&visitor),
    }
}

fn spent(visitor: &Visitor) -> PageResult {
    Ok(gone(visitor.page(&SpentPage { frame: visitor.frame("sign-in") })?))
}

/// The browser and the system that a request tells.
pub(super) fn device(headers: &HeaderMap) -> Device {
    let told = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    Device::of(told.unwrap_or_default())
}
