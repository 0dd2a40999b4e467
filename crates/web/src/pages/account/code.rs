//! `GET` and `POST /sign-in/code/{id}`: the mail is on its way; type its code here.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    http::HeaderMap,
};
use fabrique_app::account::{Confirmation, confirm_by_code};
use fabrique_domain::{id::SignInId, text::Fault};
use fabrique_identity::Code;
use fabrique_storage::transact;

use super::{enter, gone, link::SpentPage, link::device, never_kept};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "account/code.html")]
struct CodePage {
    frame: Frame,
    form: FormState,
    /// The request that the code answers.
    id: SignInId,
    /// How many codes can still be tried, after a wrong one.
    attempts_left: Option<i64>,
}

pub(super) async fn show(visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id = id.parse().map_err(|_| Problem::NotFound)?;
    let page = CodePage { frame: visitor.frame("sign-in"), form: FormState::default(), id, attempts_left: None };
    Ok(never_kept(visitor.page(&page)?))
}

pub(super) async fn confirm(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    headers: HeaderMap,
    typed: Typed,
) -> PageResult {
    let id: SignInId = id.parse().map_err(|_| Problem::NotFound)?;
    let mut form = FormState::from(typed);
    let page = |form, attempts_left| CodePage { frame: visitor.frame("sign-in"), form, id, attempts_left };
    let Some(code) = form.read("code", |typed| Code::parse(typed).ok_or(Fault::Malformed)) else {
        return visitor.again(&page(form, None));
    };
    let device = device(&headers);
    match transact!(web.platform.store, |tx| confirm_by_code(&web.platform, tx, id, &code, &device).await)? {
        Confirmation::SignedIn(signed_in) => Ok(enter(&web, &signed_in)),
        Confirmation::WrongCode { attempts_left: left @ 1.. } => visitor.again(&page(form, Some(left))),
        _ => Ok(gone(visitor.page(&SpentPage { frame: visitor.frame("sign-in") })?)),
    }
}
