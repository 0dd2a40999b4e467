//! Plans: their labels, dates, themes and public calendar, and the moments when they are published
//! and end.

use fabrique_domain::{
    Date,
    id::PlanId,
    plan::{Phase, Plan, Theme},
};
use fabrique_storage::{
    Reader, Tx,
    plan::{self, phase, theme},
    trace,
};

use crate::{Error, Result};

pub mod calendar;
mod edit;
mod publication;
pub mod themes;

pub use edit::{create, edit};
pub use fabrique_storage::trace::Brought;
pub use publication::{end, publish};

/// A plan with what stands around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The plan.
    pub plan: Plan,
    /// Its themes, in order.
    pub themes: Vec<Theme>,
    /// Its calendar, in the order of the dates.
    pub phases: Vec<Phase>,
}

/// Every plan, the newest first. Anyone may read them.
///
/// # Errors
/// When storage fails.
pub async fn list(reader: &mut Reader) -> Result<Vec<Plan>> {
    Ok(plan::list(reader).await?)
}

/// The plan whose address ends by `slug`, with its themes and calendar. Anyone may read it.
///
/// # Errors
/// [`Error::NotFound`], or when storage fails.
pub async fn find(reader: &mut Reader, slug: &str) -> Result<Overview> {
    let plan = plan::find_by_slug(reader, slug).await?.ok_or(Error::NotFound)?;
    around(reader, plan).await
}

/// What the public consultations of a plan brought, and how far the answers are. Anyone may read it.
///
/// # Errors
/// When storage fails.
pub async fn brought(reader: &mut Reader, id: PlanId) -> Result<Brought> {
    Ok(trace::brought(reader, id).await?)
}

/// The plan that people can act on, if there is one: the one in preparation, else the one in force
/// `today`. Anyone may read it.
///
/// # Errors
/// When storage fails.
pub async fn current(reader: &mut Reader, today: Date) -> Result<Option<Overview>> {
    match plan::current(reader, today).await? {
        Some(plan) => around(reader, plan).await.map(Some),
        None => Ok(None),
    }
}

async fn around(reader: &mut Reader, plan: Plan) -> Result<Overview> {
    let themes = theme::list(reader, plan.id).await?;
    let phases = phase::list(reader, plan.id).await?;
    Ok(Overview { plan, themes, phases })
}

/// The plan that has `id`, which must exist.
async fn existing(tx: &mut Tx, id: PlanId) -> Result<Plan> {
    plan::find(tx, id).await?.ok_or(Error::NotFound)
}
