//! `GET` and `POST /account/erase`: leave. Asks for one's own address first.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    account::{Erasure, erase as erase_account, own_account},
};
use fabrique_domain::text::EmailAddress;
use fabrique_storage::transact;

use super::with_cookie;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    session,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "account/erase.html")]
struct ErasePage {
    frame: Frame,
    form: FormState,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    own_account(&visitor.actor, &mut reader).await?;
    visitor.page(&ErasePage { frame: visitor.frame("account"), form: FormState::default() })
}

pub(super) async fn erase(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    if let Some(email) = form.read("email", EmailAddress::parse) {
        let erasure = Erasure { email };
        match transact!(web.platform.store, |tx| erase_account(&visitor.actor, tx, &erasure).await) {
            Err(Error::Invalid(faults)) => form.add(faults),
            outcome => {
                outcome?;
                return Ok(with_cookie(Redirect::to("/").into_response(), &session::forgotten(&web)));
            }
        }
    }
    visitor.again(&ErasePage { frame: visitor.frame("account"), form })
}
