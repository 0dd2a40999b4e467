//! Who carries a commitment.

use std::collections::HashSet;

use fabrique_domain::{
    account::Actor,
    commitment::{Carrier, Part},
    id::{CommitmentId, OrganisationId},
    organisation::OrganisationKind,
    text::Fault,
};
use fabrique_storage::{Tx, commitment::carrier, organisation};

use super::access::to_change_a_part;
use crate::{Error, Result};

/// An organisation and its part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CarrierChoice {
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// Its part.
    pub part: Part,
}

/// Says who carries a commitment, in order: institutions lead, civil-society organisations
/// co-carry, anybody supports.
///
/// # Errors
/// [`Error::Changed`]; [`Error::Invalid`] on `carriers`: [`Fault::Taken`] when an organisation is
/// named twice, [`Fault::Unknown`] when it does not exist, [`Fault::Malformed`] when it is not of
/// the kind that its part asks for.
pub async fn set_carriers(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    choices: &[CarrierChoice],
) -> Result<()> {
    to_change_a_part(actor, tx, id, version).await?;
    check_choices(tx, choices).await?;
    let carriers: Vec<_> = choices
        .iter()
        .zip(1..)
        .map(|(choice, position)| Carrier {
            commitment_id: id,
            organisation_id: choice.organisation_id,
            part: choice.part,
            position,
        })
        .collect();
    Ok(carrier::replace(tx, id, &carriers).await?)
}

async fn check_choices(tx: &mut Tx, choices: &[CarrierChoice]) -> Result<()> {
    let mut seen = HashSet::new();
    for choice in choices {
        if !seen.insert(choice.organisation_id) {
            return Err(Error::field("carriers", Fault::Taken));
        }
        let found = organisation::find(tx, choice.organisation_id).await?;
        let kind = found.ok_or(Error::field("carriers", Fault::Unknown))?.kind;
        if !suits(choice.part, kind) {
            return Err(Error::field("carriers", Fault::Malformed));
        }
    }
    Ok(())
}

fn suits(part: Part, kind: OrganisationKind) -> bool {
    match part {
        Part::Lead => kind == OrganisationKind::Institution,
        Part::CoCarrier => kind == OrganisationKind::CivilSociety,
        Part::Supporting => true,
    }
}
