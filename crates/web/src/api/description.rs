//! The description of the API: OpenAPI 3.1 for programs, a page for people. Both are made from the
//! same collections and the same handlers, so that neither can drift.

use std::sync::LazyLock;

use askama::Template;
use axum::Json;
use fabrique_app::open_data;
use fabrique_domain::{
    Choice, Language,
    open_data::{Collection, Column, ColumnKind},
};
use fabrique_texts::Texts;
use serde_json::{Value, json};
use utoipa::OpenApi;

use super::{arguments, collections::SCOPES, directory, positions, proposals};
use crate::{
    frame::Frame,
    visitor::{PageResult, Visitor},
};

/// What the handlers say of themselves.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Fabrique",
        version = "1",
        description = "Read everything public; propose, support and argue with a personal token."
    ),
    paths(
        proposals::propose,
        positions::take,
        positions::withdraw,
        arguments::add,
        directory::search,
        directory::item,
        directory::discover
    ),
    components(schemas(super::ApiProblem))
)]
struct Written;

static DOCUMENT: LazyLock<Value> = LazyLock::new(document_value);

/// `GET /api/v1/openapi.json`.
pub(crate) async fn document() -> Json<&'static Value> {
    Json(&DOCUMENT)
}

/// The description of the API in OpenAPI 3.1, as JSON for people to read.
#[must_use]
pub fn openapi() -> String {
    serde_json::to_string_pretty(&*DOCUMENT).unwrap_or_default()
}

fn document_value() -> Value {
    let mut document = serde_json::to_value(Written::openapi()).unwrap_or_default();
    document["openapi"] = json!("3.1.0");
    document["components"]["securitySchemes"] = json!({
        "token": { "type": "http", "scheme": "bearer", "description": "A personal token, made on the account page." }
    });
    for collection in Collection::ALL {
        let schema = schema_name(*collection);
        document["components"]["schemas"][&schema] = schema_of(*collection);
        document["paths"][format!("/api/v1/{}", collection.code())]["get"] = list_operation(*collection, &schema);
        if open_data::has_items(*collection) {
            document["paths"][format!("/api/v1/{}/{{id}}", collection.code())]["get"] =
                item_operation(*collection, &schema);
        }
    }
    document
}

/// `response-clauses` → `ResponseClauses`.
fn schema_name(collection: Collection) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    collection.code().split('-').map(capital).collect()
}

fn schema_of(collection: Collection) -> Value {
    let mut properties = serde_json::Map::new();
    for column in open_data::columns(collection) {
        let about = english().get(format!("column-{}", column.name.replace('_', "-"))).to_string();
        for (name, mut schema) in properties_of(column) {
            schema["description"] = json!(about);
            properties.insert(name, schema);
        }
    }
    json!({ "type": "object", "description": about(collection), "properties": properties })
}

fn properties_of(column: &Column) -> Vec<(String, Value)> {
    let schema = match column.kind {
        ColumnKind::Id => json!({ "type": "string", "format": "uuid" }),
        ColumnKind::OptionalId => json!({ "type": ["string", "null"], "format": "uuid" }),
        ColumnKind::Number => json!({ "type": ["integer", "null"] }),
        ColumnKind::Moment => json!({ "type": "string", "format": "date-time" }),
        ColumnKind::OptionalMoment => json!({ "type": ["string", "null"], "format": "date-time" }),
        ColumnKind::Text | ColumnKind::Localized => json!({ "type": ["string", "null"] }),
    };
    match column.kind {
        ColumnKind::Localized => {
            vec![(format!("{}_fr", column.name), schema.clone()), (format!("{}_en", column.name), schema)]
        }
        _ => vec![(column.name.to_owned(), schema)],
    }
}

fn list_operation(collection: Collection, schema: &str) -> Value {
    let parameter = |name: &str, kind: &str, about: &str| json!({ "name": name, "in": "query", "required": false, "description": about, "schema": { "type": kind } });
    let filters = open_data::filters(collection).filter(|name| !SCOPES.contains(name));
    let filters = filters.map(|name| parameter(name, "string", "Narrows the list, as the filter of its page does"));
    let parameters: Vec<Value> = [
        parameter("plan", "string", "The short name of a plan to narrow to"),
        parameter("consultation", "string", "The short name of a consultation to narrow to"),
        parameter("proposal", "string", "The identifier of a proposal to narrow to"),
        parameter("after", "string", "The `next` of the page before"),
        parameter("limit", "integer", "How many items, at most 500"),
    ]
    .into_iter()
    .chain(filters)
    .collect();
    json!({
        "tags": ["reading"], "operationId": format!("list{schema}"), "summary": about(collection),
        "parameters": parameters,
        "responses": { "200": { "description": "A page", "content": { "application/json": { "schema": {
            "type": "object",
            "properties": {
                "items": { "type": "array", "items": { "$ref": format!("#/components/schemas/{schema}") } },
                "next": { "type": ["string", "null"], "description": "What to give as `after`; null at the end" },
            },
        } } } } },
    })
}

fn item_operation(collection: Collection, schema: &str) -> Value {
    json!({
        "tags": ["reading"], "operationId": format!("read{schema}"), "summary": about(collection),
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }],
        "responses": {
            "200": { "description": "The item", "content": { "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } } },
            "404": { "description": "There is no such public thing", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ApiProblem" } } } },
        },
    })
}

const fn english() -> Texts {
    Texts::of(Language::English)
}

fn about(collection: Collection) -> String {
    english().get(format!("collection-{}-about", collection.code())).to_string()
}

#[derive(Template)]
#[template(path = "api/description.html")]
struct Description {
    frame: Frame,
    collections: Vec<(&'static str, String)>,
}

/// `GET /api`: the description for people.
pub(crate) async fn page(visitor: Visitor) -> PageResult {
    let texts = visitor.texts;
    let about = |collection: &Collection| texts.get(format!("collection-{}-about", collection.code())).to_string();
    let collections = Collection::ALL.iter().map(|collection| (collection.code(), about(collection))).collect();
    visitor.page(&Description { frame: visitor.frame(""), collections })
}
