//! Bringing somebody in with a role.

use fabrique_domain::{
    Language,
    account::{Account, Actor, Permission},
    id::AccountId,
    sign_in::{INVITATION_LIFETIME, ReturnPath},
    text::{EmailAddress, Fault},
};
use fabrique_storage::Tx;

use super::{
    confirmation::account_of,
    grant::{GrantInput, grant_role},
    request::{Asked, Secrets, keep},
};
use crate::{
    Error, Platform, Result,
    error::need,
    mail::{self, Mail},
};

/// Somebody to bring in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Whom.
    pub email: EmailAddress,
    /// The language of the mail, and of the account if it is new.
    pub language: Language,
    /// With what role.
    pub grant: GrantInput,
}

/// Gives a role to whoever an address reaches, making the account if there is none, and sends a
/// link to sign in. Doing it twice sends the link again.
///
/// # Errors
/// As [`grant_role`], but for a role that the person has already.
pub async fn invite(platform: &Platform, actor: &Actor, tx: &mut Tx, invitation: &Invitation) -> Result<AccountId> {
    need(actor, Permission::GrantRoles)?;
    let (account, _) = account_of(platform, tx, &invitation.email, invitation.language).await?;
    match grant_role(actor, tx, account.id, &invitation.grant).await {
        Err(Error::Invalid(faults)) if held_already(&faults, &invitation.grant) => {}
        outcome => drop(outcome?),
    }
    let return_to = ReturnPath::within_site("/account");
    let asked = Asked { email: &invitation.email, language: account.language, return_to: &return_to };
    let secrets = keep(platform, tx, asked, INVITATION_LIFETIME).await?;
    mail::enqueue(platform, tx, &letter(platform, &account, invitation, &secrets)).await?;
    Ok(account.id)
}

fn held_already(faults: &crate::Faults, grant: &GrantInput) -> bool {
    grant.role != fabrique_domain::account::Role::Citizen && faults.of("role") == Some(Fault::Taken)
}

fn letter(platform: &Platform, account: &Account, invitation: &Invitation, secrets: &Secrets) -> Mail {
    let texts = platform.texts(account.language);
    let site = platform.site.name.get(account.language);
    let text = texts
        .get("account-mail-invitation-text")
        .with("site", site)
        .with("operator", platform.site.operator.get(account.language))
        .with_text("role", texts.choice("role", invitation.grant.role))
        .with("evidence", &*invitation.grant.evidence)
        .with("link", secrets.link.as_str())
        .with("expires", texts.moment(secrets.expires_at, &platform.site.zone));
    Mail {
        to: invitation.email.to_string(),
        subject: texts.get("account-mail-invitation-subject").with("site", site).to_string(),
        text: text.to_string(),
        unsubscribe: None,
    }
}

/// A link that signs in whoever an address reaches, for the console to print. Only the platform
/// itself may: whoever holds the link is that person.
///
/// # Errors
/// [`Error::Forbidden`] for everybody else.
pub async fn sign_in_link(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    email: &EmailAddress,
    return_to: &ReturnPath,
) -> Result<String> {
    if !matches!(actor, Actor::Platform) {
        return Err(need(actor, Permission::Operate).err().unwrap_or(Error::Forbidden(Permission::Operate)));
    }
    tx.leaves_pages_unchanged();
    let asked = Asked { email, language: Language::French, return_to };
    Ok(keep(platform, tx, asked, INVITATION_LIFETIME).await?.link)
}
