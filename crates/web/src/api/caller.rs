//! Who calls: the holder of a personal token, in `Authorization: Bearer …`.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
};
use fabrique_app::account;
use fabrique_domain::account::Actor;
use fabrique_identity::Token;

use crate::{problem::Problem, state::Web};

/// The holder of a token. A cookie says nothing here, so no page of another site can use one.
pub(crate) struct Caller(pub(crate) Actor);

impl FromRequestParts<Arc<Web>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, web: &Arc<Web>) -> Result<Self, Problem> {
        let bearer = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = bearer.and_then(|value| value.strip_prefix("Bearer ")).ok_or(Problem::SignInNeeded)?;
        let token = Token::parse(token.trim()).map_err(|_| Problem::SignInNeeded)?;
        let mut reader = web.platform.store.read().await?;
        let person = account::resolve_token(&web.platform, &mut reader, &token).await?;
        person.map(|person| Self(Actor::Person(person))).ok_or(Problem::SignInNeeded)
    }
}
