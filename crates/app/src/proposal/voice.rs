//! Under which name and kind somebody contributes.

use fabrique_domain::{
    account::{AuthorKind, Capacity, Person},
    id::OrganisationId,
    proposal::Proposal,
    text::Fault,
};

use crate::{Error, Result};

/// As whom a person speaks: one of the kinds that the roles give, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// The kind that is shown.
    pub kind: AuthorKind,
    /// In a personal capacity, for one's service, under a mandate.
    pub capacity: Capacity,
}

impl Default for Voice {
    fn default() -> Self {
        Self { kind: AuthorKind::Citizen, capacity: Capacity::Personal }
    }
}

impl Voice {
    /// The organisation this voice speaks from.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `author_kind` when the person's roles do not give this kind, on
    /// `capacity` when a citizen claims to speak for a service.
    pub fn organisation(self, person: &Person) -> Result<Option<OrganisationId>> {
        let kinds = person.author_kinds();
        let (_, organisation) = kinds
            .iter()
            .find(|(kind, _)| *kind == self.kind)
            .ok_or_else(|| Error::field("author_kind", Fault::Unknown))?;
        if self.kind == AuthorKind::Citizen && self.capacity != Capacity::Personal {
            return Err(Error::field("capacity", Fault::Unknown));
        }
        Ok(*organisation)
    }

    /// Signs a proposal with this voice.
    pub(super) fn sign(self, person: &Person, proposal: Proposal) -> Result<Proposal> {
        Ok(Proposal {
            author_id: Some(person.account.id),
            author_name: person.account.display_name.clone(),
            author_kind: self.kind,
            organisation_id: self.organisation(person)?,
            capacity: self.capacity,
            ..proposal
        })
    }
}
