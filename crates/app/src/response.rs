//! Reasoned responses: the *droit de suite* of every contribution.
//!
//! One person writes, another reads over and publishes; the author is told and may contest once.
//! Why the rules are what they are: `docs/decisions/0006-reasoned-responses.md`.

mod contest;
mod correction;
mod desk;
mod draft;
mod reading;
mod review;
mod tell;

use fabrique_domain::{
    account::{Actor, Permission, Role},
    id::{OrganisationId, ResponseId},
    response::{NotPublishable, Response},
};
use fabrique_storage::{Reader, response};

pub use contest::{contest, reply};
pub use correction::{Correction, correct};
pub use desk::{Choices, choices, contests_to_answer, in_progress, owing, to_answer, unanswered, voices};
pub use draft::{MOST_CLAUSES, MOST_CONTRIBUTIONS, ResponseDraft, discard, draft, edit};
pub use reading::{
    Answer, Narrowing, ResponsePage, Standing, Waiting, behind_clause, behind_commitment, narrowing, published, read,
    standing,
};
pub use review::{publish, send_back, submit};

use crate::{Error, Result, error::need};

/// A response as somebody saw it: what they do holds for that version only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Which one.
    pub id: ResponseId,
    /// Its version on their page.
    pub version: i64,
}

/// Goes on only when the actor may speak for the institution: the coordinator for all of them, an
/// agent for the one of the grant.
fn need_voice(actor: &Actor, institution: OrganisationId) -> Result<()> {
    need(actor, Permission::Respond)?;
    if speaks_for(actor, institution) { Ok(()) } else { Err(Error::Forbidden(Permission::Respond)) }
}

/// Whether the actor may write, read over and publish answers of the institution.
#[must_use]
pub fn speaks_for(actor: &Actor, institution: OrganisationId) -> bool {
    actor.may(Permission::PublishResponses)
        || actor.person().is_some_and(|person| {
            let held = |grant: &fabrique_domain::account::Grant| {
                grant.role == Role::Agent && grant.organisation_id == Some(institution)
            };
            person.grants.iter().any(held)
        })
}

/// The response, for somebody who may speak for its institution, at the version they saw.
async fn find_seen(actor: &Actor, reader: &mut Reader, seen: Seen) -> Result<Response> {
    need(actor, Permission::Respond)?;
    let response = response::get(reader, seen.id).await?.ok_or(Error::NotFound)?;
    need_voice(actor, response.institution_id)?;
    if response.version == seen.version { Ok(response) } else { Err(Error::Changed) }
}

impl From<NotPublishable> for Error {
    fn from(rule: NotPublishable) -> Self {
        Self::Refused(match rule {
            NotPublishable::NoContribution => "response-no-contribution",
            NotPublishable::NoClause => "response-no-clause",
            NotPublishable::NoTarget => "response-no-target",
            NotPublishable::NoSecondReader => "response-no-second-reader",
            NotPublishable::NotSubmitted => "response-not-submitted",
        })
    }
}
