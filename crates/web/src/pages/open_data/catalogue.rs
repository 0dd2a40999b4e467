//! `/open-data`: what is published, in which forms, and what each column means.

use askama::Template;
use fabrique_app::open_data;
use fabrique_domain::{
    Choice,
    open_data::{Collection, ColumnKind},
};

use crate::{
    frame::Frame,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "open_data/catalogue.html")]
struct Catalogue {
    frame: Frame,
    collections: Vec<CollectionView>,
}

/// A collection, in the reader's words.
struct CollectionView {
    code: &'static str,
    name: String,
    about: String,
    columns: Vec<ColumnView>,
}

struct ColumnView {
    names: String,
    kind: String,
    about: String,
}

/// The page.
pub(super) async fn show(visitor: Visitor) -> PageResult {
    let collections = Collection::ALL.iter().map(|collection| view(&visitor, *collection)).collect();
    visitor.page(&Catalogue { frame: visitor.frame(""), collections })
}

fn view(visitor: &Visitor, collection: Collection) -> CollectionView {
    let texts = visitor.texts;
    let columns = open_data::columns(collection).iter().map(|column| ColumnView {
        names: match column.kind {
            ColumnKind::Localized => format!("{0}_fr, {0}_en", column.name),
            _ => column.name.to_owned(),
        },
        kind: texts.get(kind_key(column.kind)).to_string(),
        about: texts.get(format!("column-{}", column.name.replace('_', "-"))).to_string(),
    });
    CollectionView {
        code: collection.code(),
        name: texts.choice("collection", collection).to_string(),
        about: texts.get(format!("collection-{}-about", collection.code())).to_string(),
        columns: columns.collect(),
    }
}

const fn kind_key(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Id | ColumnKind::OptionalId => "column-kind-id",
        ColumnKind::Text | ColumnKind::Localized => "column-kind-text",
        ColumnKind::Number => "column-kind-number",
        ColumnKind::Moment | ColumnKind::OptionalMoment => "column-kind-moment",
    }
}
