//! `/admin/commitments/{id}/milestones` and `/indicators`: added, changed on a page of their own, taken
//! away.

use std::sync::Arc;

use askama::Template;
use axum::{
    Extension, Router,
    extract::{Path, State},
    routing::{get, post},
};
use fabrique_app::{
    Error, Result,
    commitment::{self, ChangeReason, IndicatorInput, MilestoneInput, Sheet},
    error::need,
};
use fabrique_domain::{
    account::{Actor, Permission},
    id::{CommitmentId, Id},
};
use fabrique_storage::Tx;
use uuid::Uuid;

use super::{
    super::named,
    indicator, milestone,
    parts::{back, change, organisations, reason_called},
    to_parts,
};
use crate::{
    form::{FormState, Typed, parsed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// Which kind of part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// A milestone.
    Milestone,
    /// An indicator.
    Indicator,
}

/// A part as somebody wrote it.
enum Written {
    Milestone(MilestoneInput),
    Indicator(IndicatorInput),
}

#[derive(Template)]
#[template(path = "commitment/desk/part.html")]
struct PartPage {
    frame: Frame,
    form: FormState,
    sheet: Sheet,
    organisations: Vec<(String, String)>,
    which: Which,
    part: Uuid,
    /// Whether somebody else wrote in between: what was typed is still in the form.
    conflict: bool,
}

type Here = State<Arc<Web>>;
type Kind = Extension<Which>;

/// Where parts of one kind are written.
pub(super) fn routes(which: Which) -> Router<Arc<Web>> {
    let at = format!("/admin/commitments/{{id}}/{}", which.place());
    Router::new()
        .route(&at, post(add))
        .route(&format!("{at}/remove"), post(remove))
        .route(&format!("{at}/{{part}}"), get(show).post(save))
        .layer(Extension(which))
}

async fn add(
    Extension(which): Kind,
    State(web): Here,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let read = |form: &mut FormState| which.read(form);
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), read, |tx, id, version, written| {
        written.add(&visitor.actor, tx, id, version)
    });
    back(&web, &visitor, id, form, done.map_err(reason_called(which.reason()))).await
}

async fn show(
    Extension(which): Kind,
    State(web): Here,
    visitor: Visitor,
    Path((id, part)): Path<(String, String)>,
) -> PageResult {
    let mut page = PartPage::read(&web, &visitor, named(&id)?, (which, identified(&part)?)).await?;
    let kept = which.filled(&page.sheet, page.part).ok_or(Problem::NotFound)?;
    page.form = kept.with("version", page.sheet.commitment.version.to_string());
    visitor.page(&page)
}

async fn save(
    Extension(which): Kind,
    State(web): Here,
    visitor: Visitor,
    Path((id, part)): Path<(String, String)>,
    typed: Typed,
) -> PageResult {
    let part = identified(&part)?;
    let read = |form: &mut FormState| which.read(form);
    let (id, mut form, done) = change!(web, visitor, id, FormState::from(typed), read, |tx, id, version, written| {
        written.keep(&visitor.actor, tx, id, version, part)
    });
    let conflict = match done.map_err(reason_called(which.reason())) {
        Ok(()) => return Ok(to_parts(id)),
        Err(Error::Invalid(faults)) => {
            form.add(faults);
            false
        }
        Err(Error::Changed) => true,
        Err(error) => return Err(error.into()),
    };
    let page = PartPage::read(&web, &visitor, id, (which, part)).await?;
    let version = page.sheet.commitment.version.to_string();
    let form = if conflict { form.with("version", version) } else { form };
    visitor.again(&PartPage { form, conflict, ..page })
}

async fn remove(
    Extension(which): Kind,
    State(web): Here,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let gone = |form: &mut FormState| {
        let (part, reason) = (form.read("gone", parsed), form.read(which.reason_gone(), ChangeReason::parse));
        Some((part?, reason?))
    };
    let (id, form, done) = change!(web, visitor, id, FormState::from(typed), gone, |tx, id, version, gone| {
        which.remove(&visitor.actor, tx, id, version, &gone)
    });
    back(&web, &visitor, id, form, done.map_err(reason_called(which.reason_gone()))).await
}

fn identified(part: &str) -> Result<Uuid, Problem> {
    part.parse().map_err(|_| Problem::NotFound)
}

impl Which {
    /// Where it stands in addresses.
    const fn place(self) -> &'static str {
        match self {
            Self::Milestone => "milestones",
            Self::Indicator => "indicators",
        }
    }

    /// What the forms call the reason of a change: a page holds several.
    const fn reason(self) -> &'static str {
        match self {
            Self::Milestone => "milestone_reason",
            Self::Indicator => "indicator_reason",
        }
    }

    /// What the forms call the reason of taking one away.
    const fn reason_gone(self) -> &'static str {
        match self {
            Self::Milestone => "milestone_gone_reason",
            Self::Indicator => "indicator_gone_reason",
        }
    }

    fn read(self, form: &mut FormState) -> Option<Written> {
        match self {
            Self::Milestone => milestone::read(form).map(Written::Milestone),
            Self::Indicator => indicator::read(form).map(Written::Indicator),
        }
    }

    /// The form as the part stands; nothing when the commitment has no such part.
    fn filled(self, sheet: &Sheet, part: Uuid) -> Option<FormState> {
        match self {
            Self::Milestone => sheet.milestones.iter().find(|kept| kept.id.uuid() == part).map(milestone::filled),
            Self::Indicator => sheet.indicators.iter().find(|kept| kept.id.uuid() == part).map(indicator::filled),
        }
    }

    async fn remove(
        self,
        actor: &Actor,
        tx: &mut Tx,
        id: CommitmentId,
        version: i64,
        (part, reason): &(Uuid, ChangeReason),
    ) -> Result<()> {
        match self {
            Self::Milestone => commitment::remove_milestone(actor, tx, id, version, Id::from_uuid(*part), reason).await,
            Self::Indicator => commitment::remove_indicator(actor, tx, id, version, Id::from_uuid(*part), reason).await,
        }
    }
}

impl Written {
    async fn add(&self, actor: &Actor, tx: &mut Tx, id: CommitmentId, version: i64) -> Result<()> {
        match self {
            Self::Milestone(input) => commitment::add_milestone(actor, tx, id, version, input).await.map(drop),
            Self::Indicator(input) => commitment::add_indicator(actor, tx, id, version, input).await.map(drop),
        }
    }

    async fn keep(&self, actor: &Actor, tx: &mut Tx, id: CommitmentId, version: i64, part: Uuid) -> Result<()> {
        match self {
            Self::Milestone(input) => {
                commitment::edit_milestone(actor, tx, id, version, Id::from_uuid(part), input).await
            }
            Self::Indicator(input) => {
                commitment::edit_indicator(actor, tx, id, version, Id::from_uuid(part), input).await
            }
        }
    }
}

impl PartPage {
    /// The page of `part`, its form still empty.
    async fn read(
        web: &Web,
        visitor: &Visitor,
        id: CommitmentId,
        (which, part): (Which, Uuid),
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
