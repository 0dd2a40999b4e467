//! Pages of content: read, compared, edited; the accessibility statement.

mod accessibility;
mod audit;
mod edit;
mod page;
mod versions;

use std::sync::Arc;

use axum::{Router, routing::get};

use crate::state::Web;

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/accessibility", get(accessibility::show))
        .route("/pages/{slug}", get(page::show))
        .route("/pages/{slug}/versions", get(versions::list))
        .route("/pages/{slug}/versions/{version}", get(versions::show))
        .route("/admin/pages", get(edit::list).post(edit::open))
        .route("/admin/pages/{slug}", get(edit::show).post(edit::save))
        .route("/admin/accessibility", get(audit::show).post(audit::record))
}
