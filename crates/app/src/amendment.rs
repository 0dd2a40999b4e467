//! Amendments: other words for a passage, proposed by anybody, accepted or declined by the author
//! of the proposal or by a coordinator, and credited in the version they make.

use fabrique_domain::{
    account::{Actor, AuthorKind, Permission, Person},
    id::{AmendmentId, Id, ProposalId},
    proposal::{
        Amendment, AmendmentState, Passage, Proposal, ProposalBody, ProposalField, ProposalPart, ProposalState,
        ProposalVersion, Reason, Replacement,
    },
    text::Fault,
};
use fabrique_storage::{Reader, Tx, amendment, amendment::Settlement, outbox, outbox::OutboxTopic, proposal};

use crate::{
    Error, Platform, Result, address,
    argument::personal,
    error::need,
    mail::{self, Letter},
    position::open_floor,
    subscription::news,
};

/// An amendment as somebody writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAmendment {
    /// Of which proposal.
    pub proposal: ProposalId,
    /// Of which part.
    pub field: ProposalField,
    /// The words as they stand, once, in that part.
    pub passage: Passage,
    /// The words proposed; none strikes the passage.
    pub replacement: Replacement,
    /// Why.
    pub reason: Reason,
    /// The kind under which the person speaks.
    pub author_kind: AuthorKind,
}

/// Proposes an amendment and tells the author of the proposal.
///
/// # Errors
/// `debate-not-open`, `debate-not-published`; `amendment-own-proposal` to the author, who edits;
/// a fault of `passage` when it does not stand in that part exactly once, of `replacement` when it
/// changes nothing or breaks the limits of the part.
pub async fn propose(platform: &Platform, actor: &Actor, tx: &mut Tx, new: &NewAmendment) -> Result<AmendmentId> {
    let (account, floor) = open_floor(actor, tx, new.proposal).await?;
    let person = actor.person().ok_or(Error::SignInNeeded)?;
    if floor.author_id == Some(account) {
        return Err(Error::Refused("amendment-own-proposal"));
    }
    personal(new.author_kind).organisation(person)?;
    let proposal = proposal::find(tx, new.proposal).await?.ok_or(Error::NotFound)?;
    let amendment = draw_up(tx, person, &proposal, new);
    check(&proposal, &amendment)?;
    amendment::insert(tx, &amendment).await?;
    amendment::count(tx, proposal.id).await?;
    tell_author(platform, tx, &proposal, &amendment).await?;
    Ok(amendment.id)
}

fn draw_up(tx: &Tx, person: &Person, proposal: &Proposal, new: &NewAmendment) -> Amendment {
    Amendment {
        id: tx.new_id(),
        proposal_id: proposal.id,
        base_version: proposal.version,
        field: new.field,
        passage: new.passage.to_string(),
        replacement: new.replacement.to_string(),
        reason: new.reason.to_string(),
        author_id: Some(person.account.id),
        author_name: person.account.display_name.clone(),
        author_kind: new.author_kind,
        state: AmendmentState::Proposed,
        decision_reason: String::new(),
        decided_at: None,
        resulting_version: None,
        created_at: tx.now(),
    }
}

fn check(proposal: &Proposal, amendment: &Amendment) -> Result<()> {
    if amendment.passage == amendment.replacement {
        return Err(Error::field("replacement", Fault::Taken));
    }
    let amended = amendment.apply(proposal.part(amendment.field));
    let amended = amended.ok_or_else(|| Error::field("passage", Fault::Unknown))?;
    fits(amendment.field, &amended).map_err(|fault| Error::field("replacement", fault))
}

/// Whether a text may stand as a part of a proposal.
fn fits(field: ProposalField, text: &str) -> Result<(), Fault> {
    match field {
        ProposalField::Body => ProposalBody::parse(text).map(drop),
        ProposalField::Problem | ProposalField::Change => ProposalPart::parse(text).map(drop),
    }
}

/// Puts the proposed words into the text: a new version, credited to who proposed them. Other
/// amendments whose passage no longer stands become outdated. Says the number of the version.
///
/// # Errors
/// `debate-not-open`, `debate-not-published`; `amendment-own` to who wrote it; `amendment-decided`;
/// `amendment-outdated` when the text moved on; [`Error::Forbidden`] to anybody but the author of
/// the proposal and coordinators.
pub async fn accept(platform: &Platform, actor: &Actor, tx: &mut Tx, id: AmendmentId) -> Result<i64> {
    let (amendment, before) = undecided(actor, tx, id).await?;
    open_floor(actor, tx, before.id).await?;
    let text = amendment.apply(before.part(amendment.field)).ok_or(Error::Refused("amendment-outdated"))?;
    fits(amendment.field, &text).map_err(|_| Error::Refused("amendment-breaks-limits"))?;
    let after = rewritten(tx, &before, amendment.field, text);
    proposal::update(tx, &before, &after).await?;
    proposal::add_version(tx, &credited(&after, &amendment)).await?;
    let settlement = Settlement {
        state: AmendmentState::Accepted,
        reason: "",
        decided_by: actor.account_id(),
        resulting_version: Some(after.version),
    };
    amendment::settle(tx, id, settlement).await?;
    outdate(tx, &after).await?;
    outbox::add(tx, OutboxTopic::Proposal, after.id.uuid()).await?;
    tell_amender(platform, tx, &after, &amendment, settlement).await?;
    news::tell_version(actor, tx, &after).await?;
    Ok(after.version)
}

fn rewritten(tx: &Tx, before: &Proposal, field: ProposalField, text: String) -> Proposal {
    let mut after = Proposal { version: before.version + 1, updated_at: tx.now(), ..before.clone() };
    match field {
        ProposalField::Problem => after.problem = text,
        ProposalField::Change => after.change = text,
        ProposalField::Body => after.body = text,
    }
    after
}

fn credited(proposal: &Proposal, amendment: &Amendment) -> ProposalVersion {
    ProposalVersion {
        author_name: amendment.author_name.clone(),
        amendment_id: Some(amendment.id),
        ..ProposalVersion::of(proposal)
    }
}

/// Leaves the text as it is, and says why in public.
///
/// # Errors
/// `amendment-own` to who wrote it; `amendment-decided`; [`Error::Forbidden`] to anybody but the
/// author of the proposal and coordinators.
pub async fn decline(
    platform: &Platform,
    actor: &Actor,
    tx: &mut Tx,
    id: AmendmentId,
    reason: &Reason,
) -> Result<ProposalId> {
    let (amendment, proposal) = undecided(actor, tx, id).await?;
    let settlement =
        Settlement { state: AmendmentState::Declined, reason, decided_by: actor.account_id(), resulting_version: None };
    amendment::settle(tx, id, settlement).await?;
    tell_amender(platform, tx, &proposal, &amendment, settlement).await?;
    Ok(proposal.id)
}

/// The amendment and its proposal, when the actor may decide on it and nobody has yet.
async fn undecided(actor: &Actor, reader: &mut Reader, id: AmendmentId) -> Result<(Amendment, Proposal)> {
    need(actor, Permission::Contribute)?;
    let amendment = amendment::find(reader, id).await?.ok_or(Error::NotFound)?;
    let proposal = proposal::find(reader, amendment.proposal_id).await?.ok_or(Error::NotFound)?;
    if !may_decide(actor, &proposal) {
        return Err(Error::Forbidden(Permission::RunConsultations));
    }
    if amendment.author_id.is_some() && amendment.author_id == actor.account_id() {
        return Err(Error::Refused("amendment-own"));
    }
    match amendment.state {
        AmendmentState::Proposed => Ok((amendment, proposal)),
        AmendmentState::Outdated => Err(Error::Refused("amendment-outdated")),
        AmendmentState::Accepted | AmendmentState::Declined => Err(Error::Refused("amendment-decided")),
    }
}

/// Whether the actor decides on the amendments of a proposal: its author, or a coordinator.
#[must_use]
pub fn may_decide(actor: &Actor, proposal: &Proposal) -> bool {
    let is_author = proposal.author_id.is_some() && proposal.author_id == actor.account_id();
    is_author || actor.may(Permission::RunConsultations)
}

/// Says of every waiting amendment of `proposal` whose passage no longer stands there that the
/// text moved on. Whatever changes the text of a proposal calls it with the new one.
///
/// # Errors
/// When storage fails.
pub async fn outdate(tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    let moved_on =
        Settlement { state: AmendmentState::Outdated, reason: "", decided_by: None, resulting_version: None };
    for amendment in amendment::waiting(tx, proposal.id).await? {
        if amendment.apply(proposal.part(amendment.field)).is_none() {
            amendment::settle(tx, amendment.id, moved_on).await?;
        }
    }
    Ok(())
}

/// A page of the amendments of a proposal, the most recent first, whatever became of them; none
/// of a proposal that is not published.
///
/// # Errors
/// [`Error::NotFound`] for a draft.
pub async fn list(
    reader: &mut Reader,
    proposal: ProposalId,
    after: Option<AmendmentId>,
    limit: i64,
) -> Result<Vec<Amendment>> {
    let found = proposal::find(reader, proposal).await?.ok_or(Error::NotFound)?;
    match found.state {
        ProposalState::Draft => Err(Error::NotFound),
        ProposalState::Hidden | ProposalState::Withdrawn => Ok(Vec::new()),
        ProposalState::Published => Ok(amendment::list(reader, proposal, after, limit).await?),
    }
}

/// The proposal that an amendment is about; nothing for what does not exist.
///
/// # Errors
/// When storage fails.
pub async fn proposal_of(reader: &mut Reader, id: AmendmentId) -> Result<Option<ProposalId>> {
    Ok(amendment::find(reader, id).await?.map(|amendment| amendment.proposal_id))
}

async fn tell_author(platform: &Platform, tx: &mut Tx, proposal: &Proposal, amendment: &Amendment) -> Result<()> {
    let Some(author) = proposal.author_id else { return Ok(()) };
    mail::tell(platform, tx, author, |texts| Letter {
        subject: texts.get("amendment-mail-new-subject").with_text("title", &proposal.title).to_string(),
        text: texts
            .get("amendment-mail-new")
            .with_text("title", &proposal.title)
            .with_text("name", &amendment.author_name)
            .with_text("passage", &amendment.passage)
            .with_text("replacement", &amendment.replacement)
            .with_text("reason", &amendment.reason)
            .with_text("url", platform.site.url(&address::proposal(proposal.id)))
            .to_string(),
    })
    .await
}

async fn tell_amender(
    platform: &Platform,
    tx: &mut Tx,
    proposal: &Proposal,
    amendment: &Amendment,
    settlement: Settlement<'_>,
) -> Result<()> {
    let Some(amender) = amendment.author_id else { return Ok(()) };
    mail::tell(platform, tx, amender, |texts| {
        let key = match settlement.state {
            AmendmentState::Accepted => "amendment-mail-accepted",
            _ => "amendment-mail-declined",
        };
        Letter {
            subject: texts.get(format!("{key}-subject")).with_text("title", &proposal.title).to_string(),
            text: texts
                .get(key)
                .with_text("title", &proposal.title)
                .with_text("reason", settlement.reason)
                .with_text("url", platform.site.url(&address::proposal(proposal.id)))
                .to_string(),
        }
    })
    .await
}
