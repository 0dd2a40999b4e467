//! The page on which one milestone or one indicator is changed.

use askama::Template;
use fabrique_app::{
    Error, Faults, Result,
    commitment::{self, Sheet},
    error::need,
};
use fabrique_domain::{account::Permission, id::CommitmentId};

use super::{parts::organisations, to_parts};
use crate::{
    form::FormState,
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// Which part is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// A milestone.
    Milestone,
    /// An indicator.
    Indicator,
}

#[derive(Template)]
#[template(path = "commitment/desk/part.html")]
pub(super) struct PartPage {
    frame: Frame,
    pub(super) form: FormState,
    pub(super) sheet: Sheet,
    organisations: Vec<(String, String)>,
    which: Which,
    part: String,
    /// Whether somebody else wrote in between: what was typed is still in the form.
    conflict: bool,
}

impl Which {
    /// What the form calls the reason of a change.
    const fn reason(self) -> &'static str {
        match self {
            Self::Milestone => "milestone_reason",
            Self::Indicator => "indicator_reason",
        }
    }

    /// Calls the faults of a use-case as the form calls its fields: a page holds several reasons.
    pub(super) fn faults(self) -> impl Fn(Error) -> Error {
        move |error| match error {
            Error::Invalid(faults) => {
                let name = |name| if name == "reason" { self.reason() } else { name };
                Error::Invalid(Faults(faults.0.into_iter().map(|(field, fault)| (name(field), fault)).collect()))
            }
            other => other,
        }
    }
}

impl PartPage {
    /// The page of `part`, its form still empty.
    pub(super) async fn read(
        web: &Web,
        visitor: &Visitor,
        id: CommitmentId,
        (which, part): (Which, String),
    ) -> Result<Self, Problem> {
        need(&visitor.actor, Permission::DraftCommitments)?;
        let mut reader = web.platform.store.read().await?;
        let sheet = commitment::read(&visitor.actor, &mut reader, id).await?;
        let organisations = organisations(&mut reader).await?;
        let (frame, form) = (visitor.frame("admin"), FormState::default());
        Ok(Self { frame, form, sheet, organisations, which, part, conflict: false })
    }

    fn is_milestone(&self) -> bool {
        self.which == Which::Milestone
    }
}

/// Goes back to the parts, or shows the page again with what is wrong and what was typed.
pub(super) async fn settle(
    web: &Web,
    visitor: &Visitor,
    id: CommitmentId,
    (which, part): (Which, String),
    mut form: FormState,
    done: Result<()>,
) -> PageResult {
    let conflict = match done.map_err(which.faults()) {
        Ok(()) => return Ok(to_parts(id)),
        Err(Error::Invalid(faults)) => {
            form.add(faults);
            false
        }
        Err(Error::Changed) => true,
        Err(error) => return Err(error.into()),
    };
    let page = PartPage::read(web, visitor, id, (which, part)).await?;
    let version = page.sheet.commitment.version.to_string();
    let form = if conflict { form.with("version", version) } else { form };
    visitor.again(&PartPage { form, conflict, ..page })
}
