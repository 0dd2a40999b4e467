//! The API, `/api/v1`: reading is open; writing takes a personal token. It calls the same use-cases
//! as the pages, and its lists are the collections of the open data.

mod arguments;
mod caller;
mod collections;
pub(crate) mod description;
mod directory;
mod positions;
mod proposals;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{FromRequest, Request, rejection::JsonRejection},
    routing::{get, post, put},
};
use fabrique_app::{Error, Faults};
use fabrique_domain::{Choice, text::Fault};
use serde::{Serialize, de::DeserializeOwned};
use utoipa::ToSchema;

use crate::{problem::Problem, state::Web};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/api", get(description::page))
        .route("/api/v1/openapi.json", get(description::document))
        .route("/api/v1/directory", get(directory::search))
        .route("/api/v1/directory/discover", post(directory::discover))
        .route("/api/v1/directory/{key}", get(directory::item))
        .route("/api/v1/{collection}", get(collections::list))
        .route("/api/v1/{collection}/{id}", get(collections::item))
        .route("/api/v1/consultations/{slug}/proposals", post(proposals::propose))
        .route("/api/v1/proposals/{id}/position", put(positions::take).delete(positions::withdraw))
        .route("/api/v1/proposals/{id}/arguments", post(arguments::add))
        .route("/api/{*rest}", get(async || Problem::NotFound))
}

/// What is answered when a request is not carried out.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ApiProblem {
    /// The code of the problem.
    error: String,
    /// What happened and what to do, in the caller's language.
    message: String,
    /// The field that is wrong, if one is.
    field: Option<String>,
}

/// A body in JSON. What cannot be read is told as every other problem is.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let read: Result<Json<T>, JsonRejection> = Json::from_request(request, state).await;
        read.map(|Json(body)| Self(body)).map_err(|rejection| Problem::Unreadable(rejection.status()))
    }
}

/// Reads a field of a body into a value of the domain.
fn read<T>(name: &'static str, parsed: Result<T, Fault>) -> Result<T, Problem> {
    parsed.map_err(|fault| Error::Invalid(Faults(vec![(name, fault)])).into())
}

/// Reads the code of a closed choice.
fn read_choice<C: Choice>(name: &'static str, code: &str) -> Result<C, Problem> {
    read(name, C::from_code(code).map_err(|_| Fault::Unknown))
}
