//! `GET` and `POST /sign-in`: give an address, receive a link and a code.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::account::{SignInRequest, request_sign_in};
use fabrique_domain::{account::Actor, sign_in::ReturnPath, text::EmailAddress};
use fabrique_storage::transact;

use super::{never_kept, query};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignInPage {
    frame: Frame,
    form: FormState,
}

pub(super) async fn show(visitor: Visitor) -> PageResult {
    let return_to = query(&visitor.uri, "return_to");
    if visitor.actor != Actor::Anonymous {
        return Ok(Redirect::to(&ReturnPath::within_site(&return_to)).into_response());
    }
    let form = FormState::default().with("return_to", return_to);
    Ok(never_kept(visitor.page(&SignInPage { frame: visitor.frame("sign-in"), form })?))
}

pub(super) async fn request(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    let Some(email) = form.read("email", EmailAddress::parse) else {
        return visitor.again(&SignInPage { frame: visitor.frame("sign-in"), form });
    };
    let request = SignInRequest {
        email,
        language: visitor.language(),
        return_to: ReturnPath::within_site(form.value("return_to")),
        network: visitor.network.prefix(),
    };
    let requested = transact!(web.platform.store, |tx| request_sign_in(&web.platform, tx, &request).await)?;
    Ok(Redirect::to(&format!("/sign-in/code/{}", requested.id)).into_response())
}
