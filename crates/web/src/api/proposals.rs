//! Proposing.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use fabrique_app::{
    address, consultation,
    proposal::{self, Publication, Text, Voice},
};
use fabrique_domain::{
    Language,
    account::{AuthorKind, Capacity},
    id::ThemeId,
    proposal::{ProposalBody, ProposalPart, ProposalTitle},
    text::Fault,
};
use fabrique_storage::transact;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ApiProblem, Body, caller::Caller, read, read_choice};
use crate::{problem::Problem, state::Web};

/// A proposal to publish.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct NewProposal {
    /// The title, 8 to 160 characters.
    title: String,
    /// The problem, in Markdown, at most 4,000 characters.
    #[serde(default)]
    problem: String,
    /// What it would change, in Markdown, at most 4,000 characters.
    #[serde(default)]
    change: String,
    /// The text, in Markdown, 20 to 40,000 characters.
    body: String,
    /// The identifier of the theme.
    theme_id: Option<String>,
    /// `fr` or `en`; `fr` when left out.
    language: Option<String>,
    /// `citizen`, `civil_society` or `agent`; `citizen` when left out.
    author_kind: Option<String>,
    /// `personal`, `service` or `mandate`; `personal` when left out.
    capacity: Option<String>,
}

/// What was made, and where.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Made {
    /// Its identifier.
    pub(crate) id: String,
    /// The address of its page, from the root of the site.
    pub(crate) path: String,
}

impl Made {
    /// The answer 201, with the address in `Location`.
    pub(crate) fn answer(self) -> Response {
        let location = HeaderValue::from_str(&self.path).ok();
        let mut response = (StatusCode::CREATED, Json(self)).into_response();
        if let Some(location) = location {
            response.headers_mut().insert(header::LOCATION, location);
        }
        response
    }
}

/// Publishes a proposal in an open consultation.
#[utoipa::path(
    post, path = "/api/v1/consultations/{slug}/proposals", tag = "writing", operation_id = "propose",
    params(("slug" = String, Path, description = "The short name of the consultation")),
    request_body = NewProposal,
    responses(
        (status = 201, description = "Published", body = Made),
        (status = 401, description = "No token, or one that no longer counts", body = ApiProblem),
        (status = 409, description = "A rule says no: the consultation is not open", body = ApiProblem),
        (status = 422, description = "A field is wrong", body = ApiProblem),
    ),
    security(("token" = []))
)]
pub(crate) async fn propose(
    State(web): State<Arc<Web>>,
    Caller(actor): Caller,
    Path(slug): Path<String>,
    Body(body): Body<NewProposal>,
) -> Result<Response, Problem> {
    let publication = body.read()?;
    let store = &web.platform.store;
    let consultation = consultation::by_slug(&actor, &mut store.read().await?, &slug).await?;
    let proposal: fabrique_app::Result<_> =
        transact!(store, |tx| proposal::propose(&actor, tx, consultation.id, &publication).await);
    let id = proposal?.id;
    Ok(Made { id: id.to_string(), path: address::proposal(id) }.answer())
}

impl NewProposal {
    fn read(&self) -> Result<Publication, Problem> {
        let theme =
            self.theme_id.as_deref().map(|id| read("theme_id", id.parse::<ThemeId>().map_err(|_| Fault::Unknown)));
        let text = Text {
            title: read("title", ProposalTitle::parse(&self.title))?,
            theme_id: theme.transpose()?,
            problem: read("problem", ProposalPart::parse(&self.problem))?,
            change: read("change", ProposalPart::parse(&self.change))?,
            body: read("body", ProposalBody::parse(&self.body))?,
            language: read_choice::<Language>("language", self.language.as_deref().unwrap_or("fr"))?,
        };
        let voice = Voice {
            kind: read_choice::<AuthorKind>("author_kind", self.author_kind.as_deref().unwrap_or("citizen"))?,
            capacity: read_choice::<Capacity>("capacity", self.capacity.as_deref().unwrap_or("personal"))?,
        };
        Ok(Publication { text, voice })
    }
}
