//! Moderation: the form that reports, the desk of those who moderate, and what everybody may read
//! of their work.

mod case;
mod public;
mod queue;
mod report;

use std::sync::Arc;

use axum::{Router, routing::get};
use fabrique_domain::{
    Choice,
    moderation::{Ground, Subject, SubjectKind},
};
use fabrique_texts::Texts;

use crate::{problem::Problem, state::Web};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/moderation", get(public::show))
        .route("/proposals/{id}/report", get(report::show_proposal).post(report::report_proposal))
        .route("/arguments/{id}/report", get(report::show_argument).post(report::report_argument))
        .route("/admin/moderation", get(queue::show))
        .route("/admin/moderation/{kind}/{id}", get(case::show).post(case::decide))
}

/// The contribution that an address names.
fn subject(kind: &str, id: &str) -> Result<Subject, Problem> {
    let missing = |_| Problem::NotFound;
    Ok(match SubjectKind::from_code(kind).map_err(|_| Problem::NotFound)? {
        SubjectKind::Proposal => Subject::Proposal(id.parse().map_err(missing)?),
        SubjectKind::Argument => Subject::Argument(id.parse().map_err(missing)?),
    })
}

/// The end of the address that names a contribution: `argument/01890a5d-…`.
fn path(subject: Subject) -> String {
    match subject {
        Subject::Proposal(id) => format!("proposal/{id}"),
        Subject::Argument(id) => format!("argument/{id}"),
    }
}

/// The rules that may be broken, with their words, for a field of a form.
fn grounds(texts: Texts) -> Vec<(String, String)> {
    Ground::ALL.iter().map(|ground| (ground.code().to_owned(), texts.choice("ground", *ground).to_string())).collect()
}
