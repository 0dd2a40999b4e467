//! `GET` and `POST /admin/organisations`: add an organisation.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::{Error, address, error::need, organisation};
use fabrique_domain::account::Permission;
use fabrique_storage::transact;

use super::edit::{kinds, read};
use crate::{
    form::{FormState, Typed},
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "organisation/admin.html")]
struct AddPage {
    frame: Frame,
    form: FormState,
}

impl AddPage {
    fn kinds(&self) -> Vec<(&'static str, String)> {
        kinds(&self.frame)
    }
}

pub(super) async fn show(visitor: Visitor) -> PageResult {
    need(&visitor.actor, Permission::GrantRoles)?;
    visitor.page(&AddPage { frame: visitor.frame("admin"), form: FormState::default() })
}

pub(super) async fn add(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    if let Some(card) = read(&mut form) {
        match transact!(web.platform.store, |tx| organisation::add(&visitor.actor, tx, &card).await) {
            Err(Error::Invalid(faults)) => form.add(faults),
            outcome => {
                outcome?;
                return Ok(Redirect::to(&address::organisation(&card.slug)).into_response());
            }
        }
    }
    need(&visitor.actor, Permission::GrantRoles)?;
    visitor.again(&AddPage { frame: visitor.frame("admin"), form })
}
