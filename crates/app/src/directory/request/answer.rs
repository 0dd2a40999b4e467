//! What the coordination answers, and what follows.

use fabrique_directory::{Entry, Kind};
use fabrique_domain::{
    Choice,
    account::{Actor, Permission, Role},
    directory::{Reason, RegisterNumber, Request, RequestKind, RequestState, Subject},
    id::{DirectoryRequestId, OrganisationId},
    organisation::{OrganisationCard, OrganisationKind, OrganisationName, Website},
    text::{Fault, Line, Slug},
};
use fabrique_storage::{
    Tx, account,
    account::grant::{self, NewGrant},
    directory::{known, request, withdrawal},
    organisation,
};

use crate::{
    Error, Platform, Result, address, directory, directory::portrait::organisation_of as organisation_of_entry,
    error::need, mail,
};

/// What the coordination answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Whether it agrees.
    pub agrees: bool,
    /// Why.
    pub reason: Reason,
}

/// Answers a request; who asked is told by mail. To refuse a withdrawal puts the organisation back among the
/// suggestions: who asked did not speak for it. To agree to a voice gives the role, which needs whoever gives roles,
/// and adds the organisation when only the registers knew it.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not keep the directory, and `GrantRoles` for a voice; [`Error::NotFound`];
/// [`Error::Refused`] `request-answered` when somebody answered or it was taken back, `request-of-nobody` when
/// the organisation is no longer to be found, `own-grant` for a role that one would give to oneself.
pub async fn answer(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    id: DirectoryRequestId,
    answer: &Answer,
) -> Result<()> {
    need(actor, Permission::KeepDirectory)?;
    let asked = request::find(tx, id).await?.ok_or(Error::NotFound)?;
    let state = if answer.agrees { RequestState::Accepted } else { RequestState::Refused };
    if !request::close(tx, id, state, &answer.reason, actor.account_id()).await? {
        return Err(Error::Refused("request-answered"));
    }
    match (asked.kind, answer.agrees) {
        (RequestKind::Withdrawal, false) => {
            withdrawal::remove(tx, std::slice::from_ref(&asked.subject)).await?;
        }
        (RequestKind::Voice, true) => give_voice(platform, actor, tx, &asked).await?,
        _ => {}
    }
    tell(platform, tx, &asked, answer).await
}

/// Gives the role to who asked to speak for an organisation.
async fn give_voice(platform: &Platform, actor: &Actor, tx: &mut Tx, asked: &Request) -> Result<()> {
    need(actor, Permission::GrantRoles)?;
    if actor.account_id() == Some(asked.asked_by) {
        return Err(Error::Refused("own-grant"));
    }
    let (organisation_id, kind) = organisation_of(platform, tx, &asked.subject).await?;
    let role = if kind == OrganisationKind::Institution { Role::Agent } else { Role::OrganisationMember };
    let held = grant::in_force(tx, asked.asked_by).await?;
    if held.iter().any(|grant| grant.role == role && grant.organisation_id == Some(organisation_id)) {
        return Ok(());
    }
    account::find(tx, asked.asked_by).await?.filter(|one| one.email.is_some()).ok_or(Error::NotFound)?;
    let evidence = Line::<3, 300>::parse(&asked.reason.chars().take(300).collect::<String>());
    let evidence = evidence.map_or_else(|_| "—".to_owned(), String::from);
    let given = NewGrant {
        account_id: asked.asked_by,
        role,
        organisation_id: Some(organisation_id),
        evidence: &evidence,
        granted_by: actor.account_id(),
    };
    grant::insert(tx, &given).await?;
    Ok(())
}

/// The organisation of the platform that a request is about, added from the registers when nobody of it had come.
async fn organisation_of(
    platform: &Platform,
    tx: &mut Tx,
    subject: &Subject,
) -> Result<(OrganisationId, OrganisationKind)> {
    if let Some(id) = subject.organisation_id() {
        let found = organisation::find(tx, id).await?.ok_or(Error::Refused("request-of-nobody"))?;
        return Ok((found.id, found.kind));
    }
    // Its number is enough, whether the registers can be read or not.
    if let Some(found) = known::by_numbers(tx, &[RegisterNumber::of_key(subject).to_string()]).await? {
        return Ok((found.id, found.kind));
    }
    let entry = directory::entry(platform, subject).map_err(|_| Error::Refused("request-of-nobody"))?;
    if let Some(found) = organisation_of_entry(tx, &entry).await? {
        return Ok((found.id, found.kind));
    }
    let card = card_from(tx, &entry).await?;
    Ok((organisation::insert(tx, &card).await?, card.kind))
}

/// The organisation that an entry makes here.
async fn card_from(tx: &mut Tx, entry: &Entry) -> Result<OrganisationCard> {
    let shortened = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let unfit = |_| Error::Refused("request-of-nobody");
    let name = OrganisationName::parse(&shortened(&entry.name, 200)).map_err(unfit)?;
    Ok(OrganisationCard {
        slug: free_slug(tx, &name, &entry.key).await?,
        kind: kind_of(entry.kind),
        name,
        acronym: Line::parse(&shortened(&entry.short_name, 20)).map_err(unfit)?,
        purpose: Line::parse(&shortened(&entry.purpose, 300)).map_err(unfit)?,
        website: Website::parse(&entry.contact.website).unwrap_or_default(),
        register_number: RegisterNumber::of_key(&entry.key),
    })
}

/// A short name that nobody has: that of the name, else with the key, which nobody else has.
async fn free_slug(tx: &mut Tx, name: &str, key: &str) -> Result<Slug> {
    let plain = Slug::of(name);
    let with_key = Slug::of(&format!("{} {key}", plain.chars().take(40).collect::<String>()));
    for slug in [plain, with_key] {
        if organisation::find_by_slug(tx, &slug).await?.is_none() {
            return Ok(slug);
        }
    }
    Err(Error::field("slug", Fault::Taken))
}

/// What an organisation of the registers is here.
const fn kind_of(kind: Kind) -> OrganisationKind {
    match kind {
        Kind::Ministry | Kind::Directorate | Kind::Authority | Kind::Agency | Kind::LocalBody => {
            OrganisationKind::Institution
        }
        Kind::Association | Kind::Foundation | Kind::Professional => OrganisationKind::CivilSociety,
        Kind::Company | Kind::Other => OrganisationKind::Other,
    }
}

/// Tells who asked what was answered.
async fn tell(platform: &Platform, tx: &mut Tx, asked: &Request, answer: &Answer) -> Result<()> {
    let outcome = if answer.agrees { RequestState::Accepted } else { RequestState::Refused };
    let key = format!("request-mail-{}-{}", asked.kind.code(), outcome.code());
    mail::tell(platform, tx, asked.asked_by, |texts| mail::Letter {
        subject: texts.get("request-mail-subject").with_text("name", &asked.name).to_string(),
        text: texts
            .get(key)
            .with_text("name", &asked.name)
            .with_text("reason", &*answer.reason)
            .with_text("link", platform.site.url(&address::directory_request(asked.id)))
            .with_text("site", platform.site.name.get(texts.language()))
            .to_string(),
    })
    .await
}
