//! Reading about consultations.

use fabrique_domain::{
    account::{Actor, Permission},
    consultation::{Consultation, ConsultationState},
    id::{ConsultationId, PlanId},
};
use fabrique_storage::{Reader, consultation};

use crate::{Error, Result};

/// A consultation and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The consultation.
    pub consultation: Consultation,
    /// Where it is now.
    pub state: ConsultationState,
}

/// The consultations that the actor may see, of one plan or of all, those that open last first.
///
/// # Errors
/// When storage fails.
pub async fn list(actor: &Actor, reader: &mut Reader, plan: Option<PlanId>) -> Result<Vec<Listed>> {
    let now = reader.now();
    let all = match plan {
        Some(plan) => consultation::by_plan(reader, plan).await?,
        None => consultation::all(reader).await?,
    };
    let visible = all.into_iter().filter(|consultation| may_see(actor, consultation));
    Ok(visible.map(|consultation| Listed { state: consultation.state(now), consultation }).collect())
}

/// The consultation that has this slug.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it is not announced and the actor does not run it.
pub async fn by_slug(actor: &Actor, reader: &mut Reader, slug: &str) -> Result<Consultation> {
    let found = consultation::find_by_slug(reader, slug).await?;
    found.filter(|consultation| may_see(actor, consultation)).ok_or(Error::NotFound)
}

/// The consultation.
///
/// # Errors
/// As for [`by_slug`].
pub async fn find(actor: &Actor, reader: &mut Reader, id: ConsultationId) -> Result<Consultation> {
    let found = consultation::find(reader, id).await?;
    found.filter(|consultation| may_see(actor, consultation)).ok_or(Error::NotFound)
}

/// How the rules and dates of a consultation changed since it was approved, the last change first.
///
/// # Errors
/// As for [`by_slug`].
pub async fn revisions(actor: &Actor, reader: &mut Reader, id: ConsultationId) -> Result<Vec<consultation::Revision>> {
    find(actor, reader, id).await?;
    Ok(consultation::revisions(reader, id).await?)
}

fn may_see(actor: &Actor, consultation: &Consultation) -> bool {
    consultation.is_public() || actor.may(Permission::RunConsultations)
}
