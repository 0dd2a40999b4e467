//! `/admin/commitments/{id}/parts`: clauses, carriers, milestones, indicators, descent. Each is changed
//! by a small form of its own, under the version that the page was read with.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    Error, Faults, Result,
    commitment::{self, Sheet},
    markdown, organisation,
};
use fabrique_domain::{
    Choice,
    account::Permission,
    commitment::{Clause, CommitmentState, LineageKind, Part},
    id::CommitmentId,
};
use fabrique_storage::organisation::After;

use super::{super::named, lineage, to_parts};
use crate::{
    form::FormState,
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// The most organisations that a list offers.
const MOST_ORGANISATIONS: i64 = 500;

#[derive(Template)]
#[template(path = "commitment/desk/parts.html")]
pub(super) struct PartsPage {
    frame: Frame,
    form: FormState,
    sheet: Sheet,
    organisations: Vec<(String, String)>,
    /// The commitments that this one may descend from.
    earlier: Vec<(String, String)>,
    /// Whether somebody else wrote in between: what was typed is still in its form.
    conflict: bool,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let page = PartsPage::read(&web, &visitor, named(&id)?, FormState::default()).await?;
    visitor.page(&page)
}

impl PartsPage {
    pub(super) async fn read(web: &Web, visitor: &Visitor, id: CommitmentId, form: FormState) -> Result<Self, Problem> {
        fabrique_app::error::need(&visitor.actor, Permission::DraftCommitments)?;
        let mut reader = web.platform.store.read().await?;
        let sheet = commitment::read(&visitor.actor, &mut reader, id).await?;
        let frame = visitor.frame("admin");
        Ok(Self {
            organisations: organisations(&mut reader).await?,
            earlier: lineage::choices(&mut reader, &frame, id).await?,
            conflict: false,
            frame,
            form,
            sheet,
        })
    }

    /// Whether the page comes back with what was typed: then no form is folded.
    fn is_again(&self) -> bool {
        self.conflict || self.form.is_faulty()
    }

    /// The words of a clause, without their marks.
    fn words(&self, clause: &Clause) -> String {
        markdown::to_text(self.frame.text(&clause.text))
    }

    /// Whether every change is told why.
    fn is_public(&self) -> bool {
        self.sheet.commitment.state == CommitmentState::Published
    }

    fn parts(&self) -> Vec<(&'static str, String)> {
        Part::ALL.iter().map(|part| (part.code(), self.frame.t.choice("part", *part).to_string())).collect()
    }

    fn descents(&self) -> Vec<(&'static str, String)> {
        LineageKind::ALL.iter().map(|kind| (kind.code(), self.frame.t.choice("lineage", *kind).to_string())).collect()
    }
}

/// The organisations that a list offers.
pub(super) async fn organisations(reader: &mut fabrique_storage::Reader) -> Result<Vec<(String, String)>> {
    let found = organisation::list(reader, None, &After::default(), MOST_ORGANISATIONS).await?;
    Ok(found.into_iter().map(|found| (found.id.to_string(), found.name)).collect())
}

/// Goes back to the parts, with what is wrong when something is.
pub(super) async fn back(
    web: &Web,
    visitor: &Visitor,
    id: CommitmentId,
    mut form: FormState,
    done: Result<()>,
) -> PageResult {
    let conflict = match done {
        Ok(()) => return Ok(to_parts(id)),
        Err(Error::Invalid(faults)) => {
            form.add(faults);
            false
        }
        Err(Error::Changed) => true,
        Err(error) => return Err(error.into()),
    };
    let page = PartsPage { conflict, ..PartsPage::read(web, visitor, id, form).await? };
    visitor.again(&page)
}

/// Calls the reason of a use-case as the form calls it: a page holds several.
pub(super) fn reason_called(called: &'static str) -> impl Fn(Error) -> Error {
    move |error| match error {
        Error::Invalid(faults) => {
            let name = |name| if name == "reason" { called } else { name };
            Error::Invalid(Faults(faults.0.into_iter().map(|(field, fault)| (name(field), fault)).collect()))
        }
        other => other,
    }
}

/// Does what a form of the page asks, under the version that it was read with, and goes back there.
/// The names stand for the transaction, the commitment, its version and what the form said.
macro_rules! change {
    (
        $web:expr, $visitor:expr, $id:expr, $form:expr, $read:expr,
        |$tx:ident, $commitment:ident, $version:ident, $input:ident| $act:expr
    ) => {{
        let ($commitment, mut form) = (named(&$id)?, $form);
        let version = form.read("version", crate::form::number);
        let done = match (version, $read(&mut form)) {
            (Some($version), Some($input)) => {
                fabrique_storage::transact!($web.platform.store, |$tx| $act.await)
            }
            // The faults are in the form already.
            _ => Err(fabrique_app::Error::Invalid(fabrique_app::Faults::default())),
        };
        ($commitment, form, done)
    }};
}
pub(super) use change;
