//! Who carries a commitment.

use std::collections::HashSet;

use fabrique_domain::{
    LocalizedText,
    account::Actor,
    commitment::{Carrier, Change, Field, Part},
    id::{CommitmentId, OrganisationId},
    organisation::OrganisationKind,
    text::Fault,
};
use fabrique_storage::{Reader, Tx, commitment::carrier, organisation};

use super::{
    access::to_change_a_part,
    clause::ChangeReason,
    history::{self, check_reason},
};
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
/// the kind that its part asks for; on `reason` when the commitment is published and none is given.
pub async fn set_carriers(
    actor: &Actor,
    tx: &mut Tx,
    id: CommitmentId,
    version: i64,
    choices: &[CarrierChoice],
    reason: &ChangeReason,
) -> Result<()> {
    let commitment = to_change_a_part(actor, tx, id, version).await?;
    check_reason(&commitment, reason)?;
    check_choices(tx, choices).await?;
    let before = in_words(tx, id).await?;
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
    carrier::replace(tx, id, &carriers).await?;
    let change = Change::of(Field::Carriers, before, in_words(tx, id).await?);
    history::record(actor, tx, &commitment, change.as_slice(), reason).await
}

async fn in_words(reader: &mut Reader, id: CommitmentId) -> Result<LocalizedText> {
    let carriers = carrier::of_commitment(reader, id).await?;
    let names: Vec<_> = carriers.into_iter().map(|carrier| carrier.name).collect();
    Ok(LocalizedText::french(names.join(", ")))
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
