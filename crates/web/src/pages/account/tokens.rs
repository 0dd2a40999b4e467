//! `POST /account/tokens` and `POST /account/tokens/{id}/revoke`: personal tokens of the API.

use std::sync::Arc;

use axum::extract::{Path, State};
use fabrique_app::account::{self, NewToken, TokenName};
use fabrique_domain::id::TokenId;
use fabrique_storage::transact;

use super::{
    never_kept,
    overview::{AccountPage, done},
};
use crate::{
    form::{FormState, Typed, number},
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// Answers with the page itself and not a redirection: the secret is shown once and kept nowhere.
pub(super) async fn create(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    let mut form = FormState::from(typed);
    let (name, days) = (form.read("token_name", TokenName::parse), form.read("token_days", number));
    let (Some(name), Some(days)) = (name, days) else {
        let page = AccountPage::read(&web, &visitor).await?;
        let form = form.with("display_name", page.display_name().to_owned()).with("language", page.language());
        return visitor.again(&page.with_form(form)).map(never_kept);
    };
    let token = NewToken { name, days };
    let secret =
        transact!(web.platform.store, |tx| account::create_token(&web.platform, &visitor.actor, tx, &token).await)?;
    let page = AccountPage::read(&web, &visitor).await?.with_secret(secret.reveal());
    visitor.page(&page).map(never_kept)
}

pub(super) async fn revoke(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id: TokenId = id.parse().map_err(|_| Problem::NotFound)?;
    transact!(web.platform.store, |tx| account::revoke_token(&visitor.actor, tx, id).await)?;
    Ok(done("token-ended"))
}
