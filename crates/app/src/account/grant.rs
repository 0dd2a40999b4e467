//! Roles, given on evidence and taken back.

use fabrique_domain::{
    account::{Actor, Grant, Permission, Role},
    id::{AccountId, GrantId, OrganisationId},
    text::{Fault, Line},
};
use fabrique_storage::{
    Reader, Tx, account,
    account::grant::{self, Before, GrantOfPerson, NewGrant},
    organisation,
};

use crate::{Error, Result, error::need};

/// A role to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantInput {
    /// What.
    pub role: Role,
    /// For which organisation, where the role needs one.
    pub organisation_id: Option<OrganisationId>,
    /// On what evidence; it is shown to everybody.
    pub evidence: Line<3, 300>,
}

/// Gives a role to an account.
///
/// # Errors
/// [`Error::NotFound`] when there is no such account; [`Error::Refused`] `own-grant` when somebody
/// gives a role to themself; [`Error::Invalid`] on `role` when everybody has it or the person has it
/// already, on `organisation` when the role needs one.
pub async fn grant_role(actor: &Actor, tx: &mut Tx, to: AccountId, input: &GrantInput) -> Result<GrantId> {
    need(actor, Permission::GrantRoles)?;
    if actor.account_id() == Some(to) {
        return Err(Error::Refused("own-grant"));
    }
    account::find(tx, to).await?.filter(|account| account.email.is_some()).ok_or(Error::NotFound)?;
    let organisation_id = organisation_for(tx, input).await?;
    let held = grant::in_force(tx, to).await?;
    if held.iter().any(|grant| grant.role == input.role && grant.organisation_id == organisation_id) {
        return Err(Error::field("role", Fault::Taken));
    }
    let (role, evidence) = (input.role, &*input.evidence);
    let given = NewGrant { account_id: to, role, organisation_id, evidence, granted_by: actor.account_id() };
    Ok(grant::insert(tx, &given).await?)
}

/// The organisation that the role is given for: one where it needs one, none elsewhere.
async fn organisation_for(tx: &mut Tx, input: &GrantInput) -> Result<Option<OrganisationId>> {
    if input.role == Role::Citizen {
        return Err(Error::field("role", Fault::Taken));
    }
    if !input.role.needs_organisation() {
        return Ok(None);
    }
    let id = input.organisation_id.ok_or_else(|| Error::field("organisation", Fault::Missing))?;
    let found = organisation::find(tx, id).await?.ok_or_else(|| Error::field("organisation", Fault::Unknown))?;
    Ok(Some(found.id))
}

/// Takes a role back.
///
/// # Errors
/// [`Error::NotFound`] when it is not in force; [`Error::Refused`] `last-administrator`.
pub async fn revoke_role(actor: &Actor, tx: &mut Tx, id: GrantId) -> Result<()> {
    need(actor, Permission::GrantRoles)?;
    let grant = grant::find(tx, id).await?.filter(|grant| grant.revoked_at.is_none()).ok_or(Error::NotFound)?;
    if grant.role == Role::Administrator {
        refuse_to_lose_the_last_administrator(tx).await?;
    }
    grant::revoke(tx, id, actor.account_id()).await?;
    Ok(())
}

/// An instance without an administrator could only be mended from its console.
pub(super) async fn refuse_to_lose_the_last_administrator(tx: &mut Tx) -> Result<()> {
    if grant::holders(tx, Role::Administrator).await? > 1 { Ok(()) } else { Err(Error::Refused("last-administrator")) }
}

/// A page of the roles in force with their holders and evidence, the newest first.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not give roles: the list holds addresses.
pub async fn roles_in_force(
    actor: &Actor,
    reader: &mut Reader,
    before: Before,
    limit: i64,
) -> Result<Vec<GrantOfPerson>> {
    need(actor, Permission::GrantRoles)?;
    Ok(grant::list(reader, before, limit).await?)
}

/// The roles that an account has now, each with its evidence: public, beside what it wrote.
///
/// # Errors
/// When storage fails.
pub async fn roles_of(reader: &mut Reader, account: AccountId) -> Result<Vec<Grant>> {
    Ok(grant::in_force(reader, account).await?)
}
