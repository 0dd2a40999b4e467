//! `fabrique admin …`: people and roles, from the console.

use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use clap::Subcommand;
use fabrique_app::{
    Error, Platform,
    account::{GrantInput, Invitation, invite, sign_in_link},
    organisation,
};
use fabrique_domain::{
    Choice, Language,
    account::{Actor, Role},
    id::OrganisationId,
    sign_in::ReturnPath,
    text::{EmailAddress, Line},
};
use fabrique_storage::transact;
use serde::Serialize;

use super::Global;
use crate::{console::explain, instance::Instance};

#[derive(Debug, Subcommand)]
pub(crate) enum Arguments {
    /// Give somebody a role, and send them a link to sign in
    Invite(Invite),
    /// Print a link that signs somebody in: whoever holds it is that person
    SignInLink {
        /// Whose address
        #[arg(value_parser = email)]
        email: EmailAddress,
    },
}

#[derive(Debug, clap::Args)]
pub(crate) struct Invite {
    /// Whom, by the address of their mail
    #[arg(value_parser = email)]
    email: EmailAddress,
    /// With what role: agent, organisation-member, facilitator, coordinator, evaluator, administrator
    #[arg(long, value_parser = role)]
    role: Role,
    /// For which organisation, by its short name, where the role needs one
    #[arg(long, value_name = "SLUG")]
    organisation: Option<String>,
    /// On what evidence; everybody can read it
    #[arg(long, default_value = "Invitation par la console de l’instance", value_parser = evidence)]
    evidence: Line<3, 300>,
    /// In which language the mail is written
    #[arg(long, default_value = "fr", value_parser = language)]
    language: Language,
}

#[derive(Serialize)]
struct Invited<'a> {
    email: &'a str,
    role: &'a str,
}

#[derive(Serialize)]
struct Link<'a> {
    email: &'a str,
    link: &'a str,
}

pub(crate) async fn run(global: &Global, arguments: &Arguments) -> Result<ExitCode> {
    let instance = Instance::find(global)?;
    let platform = instance.platform(instance.ready_store("admin").await?, &instance.base())?;
    match arguments {
        Arguments::Invite(invitation) => bring_in(global, &platform, invitation).await?,
        Arguments::SignInLink { email } => show_link(global, &platform, email).await?,
    }
    platform.store.close().await?;
    Ok(ExitCode::SUCCESS)
}

async fn bring_in(global: &Global, platform: &Platform, wanted: &Invite) -> Result<()> {
    let organisation_id = organisation_called(platform, wanted.organisation.as_deref()).await?;
    let grant = GrantInput { role: wanted.role, organisation_id, evidence: wanted.evidence.clone() };
    let invitation = Invitation { email: wanted.email.clone(), language: wanted.language, grant };
    let invited: Result<_, Error> =
        transact!(platform.store, |tx| invite(platform, &Actor::Platform, tx, &invitation).await);
    invited.map_err(explain)?;
    let (email, role) = (&*wanted.email, wanted.role.code());
    let words = format!("{email} is now {role}; a link to sign in leaves by mail when the worker runs.");
    global.console().tell(&Invited { email, role }, &words)
}

async fn organisation_called(platform: &Platform, slug: Option<&str>) -> Result<Option<OrganisationId>> {
    let Some(slug) = slug else { return Ok(None) };
    let found = organisation::find(&mut platform.store.read().await?, slug).await;
    Ok(Some(found.with_context(|| format!("no organisation is called “{slug}”"))?.id))
}

async fn show_link(global: &Global, platform: &Platform, email: &EmailAddress) -> Result<()> {
    let link = link_of(platform, email).await?;
    global.console().tell(&Link { email, link: &link }, &link)
}

/// A link that signs in whoever has an address.
pub(super) async fn link_of(platform: &Platform, email: &EmailAddress) -> Result<String> {
    let return_to = ReturnPath::within_site("/account");
    let link: Result<String, Error> =
        transact!(platform.store, |tx| sign_in_link(platform, &Actor::Platform, tx, email, &return_to).await);
    link.map_err(explain)
}

fn email(typed: &str) -> Result<EmailAddress> {
    EmailAddress::parse(typed).map_err(|fault| anyhow!("the address {fault}"))
}

fn role(typed: &str) -> Result<Role> {
    Ok(Role::from_code(&typed.replace('-', "_"))?)
}

fn evidence(typed: &str) -> Result<Line<3, 300>> {
    Line::parse(typed).map_err(|fault| anyhow!("the evidence {fault}"))
}

fn language(typed: &str) -> Result<Language> {
    Ok(Language::from_code(typed)?)
}
