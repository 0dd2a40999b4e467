//! What is asked of the coordination about the directory, and its answers.

use fabrique_domain::{
    account::{Actor, Permission, Role},
    directory::{Ask, Reason, Request, RequestKind, RequestState, Subject},
    id::{AccountId, DirectoryRequestId, OrganisationId},
    organisation::{OrganisationCard, OrganisationKind, OrganisationName, Website},
    text::{Line, Slug},
    time::DAY,
};
use fabrique_storage::{
    Reader, Tx, account,
    account::grant::{self, NewGrant},
    directory::{request, withdrawal},
    organisation,
};

use super::Portrait;
use crate::{
    Error, Platform, Result, address,
    error::need,
    mail,
    rate_limit::{self, Limit},
};

/// How many requests a person makes a day: more would be done by a machine, or against somebody.
pub const PERSON_LIMIT: Limit = Limit { name: "directory-request", most: 10, window: DAY };

/// How many of the answered requests are shown.
const HANDLED: i64 = 50;

/// Asks something about an organisation. A withdrawal takes effect at once, whoever asks: refusing one would be absurd,
/// and the coordination sees it.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::Forbidden`]; [`Error::TooMany`]; [`Error::NotFound`] when the portrait is of nobody;
/// [`Error::Refused`] `request-waiting` when the person already waits for an answer to the same, `already-withdrawn`,
/// `already-member`.
pub async fn ask(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    portrait: &Portrait,
    ask: &Ask,
) -> Result<DirectoryRequestId> {
    need(actor, Permission::Contribute)?;
    let person = actor.account_id().ok_or(Error::SignInNeeded)?;
    let subject = portrait.subject().ok_or(Error::NotFound)?;
    let subjects = portrait.subjects();
    let waits = |one: &Request| {
        one.asked_by == person && one.kind == ask.kind() && one.fact == ask.fact() && one.state == RequestState::Waiting
    };
    if request::about(tx, &subjects, 1_000).await?.iter().any(waits) {
        return Err(Error::Refused("request-waiting"));
    }
    if ask.kind() == RequestKind::Voice && portrait.organisation_id().is_some_and(|id| speaks(actor, id)) {
        return Err(Error::Refused("already-member"));
    }
    if ask.kind() == RequestKind::Withdrawal && withdrawal::of(tx, &subjects).await?.is_some() {
        return Err(Error::Refused("already-withdrawn"));
    }
    rate_limit::count(platform, tx, PERSON_LIMIT, fabrique_domain::id::Id::uuid(person).as_bytes()).await?;
    let id = request::insert(tx, &subject, portrait.name(), ask, person).await?;
    if ask.kind() == RequestKind::Withdrawal {
        withdrawal::insert(tx, &subject, id).await?;
    }
    Ok(id)
}

fn speaks(actor: &Actor, organisation: OrganisationId) -> bool {
    actor.person().is_some_and(|person| person.speaks_for(organisation))
}

/// Whether the actor puts an organisation back among the suggestions: who asked for it to leave, its members, the
/// coordination.
#[must_use]
pub fn may_come_back(actor: &Actor, portrait: &Portrait, requests: &[Request]) -> bool {
    let asked = |one: &Request| {
        one.kind == RequestKind::Withdrawal
            && Some(one.asked_by) == actor.account_id()
            && matches!(one.state, RequestState::Waiting | RequestState::Accepted)
    };
    actor.may(Permission::KeepDirectory)
        || portrait.organisation_id().is_some_and(|id| speaks(actor, id))
        || requests.iter().any(asked)
}

/// Puts an organisation back among the suggestions. What waited for the coordination no longer does.
///
/// # Errors
/// [`Error::SignInNeeded`], [`Error::Forbidden`]; [`Error::Refused`] `not-withdrawn`.
pub async fn come_back(actor: &Actor, tx: &mut Tx, portrait: &Portrait) -> Result<()> {
    let needed = if actor.may(Permission::KeepDirectory) { Permission::KeepDirectory } else { Permission::Contribute };
    need(actor, needed)?;
    let subjects = portrait.subjects();
    let requests = request::about(tx, &subjects, 1_000).await?;
    if !may_come_back(actor, portrait, &requests) {
        return Err(Error::Forbidden(Permission::KeepDirectory));
    }
    if !withdrawal::remove(tx, &subjects).await? {
        return Err(Error::Refused("not-withdrawn"));
    }
    let waits = |one: &&Request| one.kind == RequestKind::Withdrawal && one.state == RequestState::Waiting;
    for one in requests.iter().filter(waits) {
        request::close(tx, one.id, RequestState::TakenBack, "", actor.account_id()).await?;
    }
    Ok(())
}

/// The requests that wait, the oldest first.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not keep the directory.
pub async fn waiting(
    actor: &Actor,
    reader: &mut Reader,
    after: Option<DirectoryRequestId>,
    limit: i64,
) -> Result<Vec<Request>> {
    need(actor, Permission::KeepDirectory)?;
    Ok(request::waiting(reader, after, limit).await?)
}

/// The last requests that were answered or taken back.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not keep the directory.
pub async fn handled(actor: &Actor, reader: &mut Reader) -> Result<Vec<Request>> {
    need(actor, Permission::KeepDirectory)?;
    Ok(request::handled(reader, HANDLED).await?)
}

/// How many requests wait.
///
/// # Errors
/// [`Error::Forbidden`] for those who do not keep the directory.
pub async fn count_waiting(actor: &Actor, reader: &mut Reader) -> Result<i64> {
    need(actor, Permission::KeepDirectory)?;
    Ok(request::count_waiting(reader).await?)
}

/// A request, for whoever keeps the directory, or asked it.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub async fn find(actor: &Actor, reader: &mut Reader, id: DirectoryRequestId) -> Result<Request> {
    if matches!(actor, Actor::Anonymous) {
        return Err(Error::SignInNeeded);
    }
    let found = request::find(reader, id).await?.ok_or(Error::NotFound)?;
    let may_read = actor.may(Permission::KeepDirectory) || actor.account_id() == Some(found.asked_by);
    if may_read { Ok(found) } else { Err(Error::NotFound) }
}

/// What the person who acts asked, the latest first.
///
/// # Errors
/// [`Error::SignInNeeded`].
pub async fn own(actor: &Actor, reader: &mut Reader) -> Result<Vec<Request>> {
    let person = crate::error::need_person(actor)?.account.id;
    Ok(request::of_person(reader, person, HANDLED).await?)
}

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
            withdrawal::remove(tx, &[asked.subject.clone()]).await?;
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
    let entry = super::entry(platform, subject).map_err(|_| Error::Refused("request-of-nobody"))?;
    if let Some(found) = super::portrait::organisation_of(tx, &entry).await? {
        return Ok((found.id, found.kind));
    }
    let card = card_from(tx, &entry).await?;
    Ok((organisation::insert(tx, &card).await?, card.kind))
}

/// The organisation that an entry makes here.
async fn card_from(tx: &mut Tx, entry: &fabrique_directory::Entry) -> Result<OrganisationCard> {
    use fabrique_directory::Kind;
    let shortened = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let unfit = |_| Error::Refused("request-of-nobody");
    let name = OrganisationName::parse(&shortened(&entry.name, 200)).map_err(unfit)?;
    let mut slug = Slug::of(&name);
    if organisation::find_by_slug(tx, &slug).await?.is_some() {
        slug = Slug::of(&format!("{} {}", shortened(&slug, 40), entry.key));
    }
    if organisation::find_by_slug(tx, &slug).await?.is_some() {
        return Err(Error::field("slug", fabrique_domain::text::Fault::Taken));
    }
    let kind = match entry.kind {
        Kind::Ministry | Kind::Directorate | Kind::Authority | Kind::Agency | Kind::LocalBody => {
            OrganisationKind::Institution
        }
        Kind::Association | Kind::Foundation | Kind::Professional => OrganisationKind::CivilSociety,
        Kind::Company | Kind::Other => OrganisationKind::Other,
    };
    Ok(OrganisationCard {
        slug,
        kind,
        name,
        acronym: Line::parse(&shortened(&entry.short_name, 20)).map_err(unfit)?,
        purpose: Line::parse(&shortened(&entry.purpose, 300)).map_err(unfit)?,
        website: Website::parse(&entry.contact.website).unwrap_or_default(),
        register_number: fabrique_domain::directory::RegisterNumber::of_key(&entry.key),
    })
}

/// Tells who asked what was answered.
async fn tell(platform: &Platform, tx: &mut Tx, asked: &Request, answer: &Answer) -> Result<()> {
    let person: AccountId = asked.asked_by;
    let outcome = if answer.agrees { RequestState::Accepted } else { RequestState::Refused };
    let code = |choice: &'static str| choice.replace('_', "-");
    let key = {
        use fabrique_domain::Choice;
        format!("request-mail-{}-{}", code(asked.kind.code()), code(outcome.code()))
    };
    mail::tell(platform, tx, person, |texts| mail::Letter {
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
