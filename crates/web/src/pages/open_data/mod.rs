//! Public data: every list at the same address with another suffix, and the page that lists them.

mod catalogue;
mod stream;

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, RawQuery, State},
    routing::get,
};
use fabrique_app::open_data::Within;
use fabrique_documents::table::Format;
use fabrique_domain::{Choice, id::ProposalId, open_data::Collection};

use crate::{problem::Problem, state::Web, visitor::PageResult};

pub(crate) fn routes() -> Router<Arc<Web>> {
    let router = Router::new().route("/open-data", get(catalogue::show)).route("/open-data/{file}", get(any));
    let router = whole(router, "/plans", Collection::Plans);
    let router = whole(router, "/consultations", Collection::Consultations);
    let router = whole(router, "/responses", Collection::Responses);
    let router = whole(router, "/commitments", Collection::Commitments);
    let router = whole(router, "/organisations", Collection::Organisations);
    let router = whole(router, "/moderation", Collection::ModerationActs);
    router
        .route("/plans/{slug}/{file}", get(of_plan))
        .route("/consultations/{slug}/{file}", get(of_consultation))
        .route("/proposals/{id}/{file}", get(of_proposal))
}

/// A list at its own address, in both forms.
fn whole(router: Router<Arc<Web>>, path: &str, collection: Collection) -> Router<Arc<Web>> {
    [Format::Csv, Format::Json].into_iter().fold(router, |router, format| {
        let answer = async move |State(web): State<Arc<Web>>, RawQuery(query): RawQuery| {
            stream::answer(web, collection, None, query, format).await
        };
        router.route(&format!("{path}.{}", format.suffix()), get(answer))
    })
}

async fn any(State(web): State<Arc<Web>>, Path(file): Path<String>, RawQuery(query): RawQuery) -> PageResult {
    let (collection, format) = named(&file)?;
    stream::answer(web, collection, None, query, format).await
}

async fn of_plan(
    State(web): State<Arc<Web>>,
    Path((slug, file)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> PageResult {
    let (collection, format) = named(&file)?;
    stream::answer(web, collection, Some(Within::Plan(slug)), query, format).await
}

async fn of_consultation(
    State(web): State<Arc<Web>>,
    Path((slug, file)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> PageResult {
    let (collection, format) = named(&file)?;
    stream::answer(web, collection, Some(Within::Consultation(slug)), query, format).await
}

async fn of_proposal(
    State(web): State<Arc<Web>>,
    Path((id, file)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> PageResult {
    let (collection, format) = named(&file)?;
    let id: ProposalId = id.parse().map_err(|_| Problem::NotFound)?;
    stream::answer(web, collection, Some(Within::Proposal(id)), query, format).await
}

/// The collection and the form that a file name asks for: `proposals.csv`.
fn named(file: &str) -> Result<(Collection, Format), Problem> {
    let (stem, suffix) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
    let collection = Collection::from_code(stem).map_err(|_| Problem::NotFound)?;
    let format = [Format::Csv, Format::Json].into_iter().find(|format| format.suffix() == suffix);
    Ok((collection, format.ok_or(Problem::NotFound)?))
}
