//! `GET` and `POST /account/welcome`: the first time, choose the name that others see.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    account::{Profile, own_account, update_profile},
};
use fabrique_domain::{account::DisplayName, sign_in::ReturnPath};
use fabrique_storage::transact;

use super::query;
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "account/welcome.html")]
struct WelcomePage {
    frame: Frame,
    form: FormState,
    /// The pseudonym given until a name is chosen.
    pseudonym: String,
    /// Where the person was going.
    return_to: String,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let account = own_account(&visitor.actor, &mut reader).await?;
    let return_to = ReturnPath::within_site(&query(&visitor.uri, "return_to")).to_string();
    let form = FormState::default();
    visitor.page(&WelcomePage { frame: visitor.frame("account"), form, pseudonym: account.display_name, return_to })
}

pub(super) async fn save(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    let return_to = ReturnPath::within_site(form.value("return_to"));
    if let Some(display_name) = form.read("display_name", DisplayName::parse) {
        let profile = Profile { display_name, language: visitor.language() };
        match transact!(web.platform.store, |tx| update_profile(&visitor.actor, tx, &profile).await) {
            Err(Error::Invalid(faults)) => form.add(faults),
            outcome => {
                outcome?;
                return Ok(Redirect::to(&return_to).into_response());
            }
        }
    }
    let pseudonym = visitor.actor.person().map(|person| person.account.display_name.clone()).unwrap_or_default();
    let return_to = return_to.to_string();
    visitor.again(&WelcomePage { frame: visitor.frame("account"), form, pseudonym, return_to })
}
