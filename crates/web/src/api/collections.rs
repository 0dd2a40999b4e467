//! Reading: any collection of public data, in pages, narrowed or whole; any of its items.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, RawQuery, State},
};
use fabrique_app::open_data::{self, Cursor, Extent, PAGE, Scope, Within};
use fabrique_domain::{
    Choice,
    open_data::{Cell, Collection},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{problem::Problem, state::Web};

/// What a list is narrowed to, and where it goes on.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    /// A plan, by its slug.
    plan: Option<String>,
    /// A consultation, by its slug.
    consultation: Option<String>,
    /// A proposal, by its identifier.
    proposal: Option<String>,
    /// The `next` of the page before.
    after: Option<String>,
    /// How many items, at most 500.
    limit: Option<usize>,
}

/// What narrows every list in the same way, whatever its own filters are called.
pub(super) const SCOPES: [&str; 3] = ["plan", "consultation", "proposal"];

/// A page of a list.
#[derive(Debug, Serialize)]
pub(crate) struct Page {
    /// The items, in an order that never changes.
    items: Vec<Value>,
    /// What to give as `after` to read on; none at the end.
    next: Option<String>,
}

/// `GET /api/v1/{collection}`.
pub(crate) async fn list(
    State(web): State<Arc<Web>>,
    Path(collection): Path<String>,
    Query(asked): Query<Asked>,
    RawQuery(query): RawQuery,
) -> Result<Json<Page>, Problem> {
    let collection = Collection::from_code(&collection).map_err(|_| Problem::NotFound)?;
    let mut reader = web.platform.store.read().await?;
    let scope = match asked.within()? {
        Some(within) => open_data::scope(&mut reader, &within).await?,
        None => Scope::All,
    };
    let after = asked.after.as_deref().map(|text| Cursor::parse(collection, text).ok_or(Problem::Invalid("after")));
    let limit = asked.limit.unwrap_or(PAGE);
    let filters = form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes());
    let filters = filters.filter(|(name, _)| !SCOPES.contains(&name.as_ref()));
    let extent = Extent { scope, conditions: open_data::conditions(collection, filters)?, among: None };
    let page = open_data::read(&mut reader, collection, &extent, after.transpose()?.as_ref(), limit).await?;
    let header = open_data::header(collection);
    let items = page.rows.iter().map(|row| object(&header, row)).collect();
    Ok(Json(Page { items, next: page.next.map(|cursor| cursor.to_string()) }))
}

/// `GET /api/v1/{collection}/{id}`.
pub(crate) async fn item(
    State(web): State<Arc<Web>>,
    Path((collection, id)): Path<(String, String)>,
) -> Result<Json<Value>, Problem> {
    let collection = Collection::from_code(&collection).map_err(|_| Problem::NotFound)?;
    let id = id.parse().map_err(|_| Problem::NotFound)?;
    let mut reader = web.platform.store.read().await?;
    let row = open_data::find(&mut reader, collection, id).await?;
    Ok(Json(object(&open_data::header(collection), &row)))
}

fn object(header: &[String], row: &[Cell]) -> Value {
    Value::Object(header.iter().cloned().zip(row.iter().map(Cell::to_json)).collect::<Map<_, _>>())
}

impl Asked {
    /// The one thing that the list is narrowed to; the narrowest when several are named.
    fn within(&self) -> Result<Option<Within>, Problem> {
        if let Some(id) = &self.proposal {
            let id = id.parse().map_err(|_| Problem::Invalid("proposal"))?;
            return Ok(Some(Within::Proposal(id)));
        }
        let consultation = self.consultation.clone().map(Within::Consultation);
        Ok(consultation.or_else(|| self.plan.clone().map(Within::Plan)))
    }
}
