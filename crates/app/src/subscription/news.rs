//! What those who follow a thing are told, each in one mail: an answer, other words, an end.

use fabrique_domain::{
    Choice, LocalizedText,
    account::Actor,
    commitment::{Clause, Commitment},
    consultation::{Consultation, Outcome},
    content::Topic,
    id::{AccountId, Id},
    proposal::Proposal,
    response::Response,
};
use fabrique_storage::{Tx, organisation, response::Contribution, subscription::follow};
use fabrique_texts::{Message, Texts};
use uuid::Uuid;

use super::{Announcement, announcement::announce_but};
use crate::{Result, address};

/// Tells those who follow a proposal that it has another version; not the person who wrote it.
///
/// # Errors
/// When storage fails.
pub(crate) async fn tell_version(actor: &Actor, tx: &mut Tx, proposal: &Proposal) -> Result<()> {
    let news = News::new("version", format!("{}/versions/{}", address::proposal(proposal.id), proposal.version));
    let news = news.say(|message, _| message.with_text("title", &proposal.title).with("version", proposal.version));
    tell(tx, Topic::Proposal, proposal.id.uuid(), news, actor.account_id()).await
}

/// Tells those who follow one of these contributions that it is answered. Its author reads another mail.
///
/// # Errors
/// When storage fails.
pub(crate) async fn tell_answered(tx: &mut Tx, answer: &Response, contributions: &[Contribution]) -> Result<()> {
    tell_of_answer(tx, "answered", answer, contributions).await
}

/// Tells them that the answer was corrected.
///
/// # Errors
/// When storage fails.
pub(crate) async fn tell_corrected(tx: &mut Tx, answer: &Response, contributions: &[Contribution]) -> Result<()> {
    tell_of_answer(tx, "corrected", answer, contributions).await
}

async fn tell_of_answer(tx: &mut Tx, what: &'static str, answer: &Response, on: &[Contribution]) -> Result<()> {
    let ids: Vec<Uuid> = on.iter().map(|contribution| contribution.id.uuid()).collect();
    let followed = follow::followed(tx, Topic::Proposal, &ids).await?;
    let institution = organisation::find(tx, answer.institution_id).await?.map(|found| found.name).unwrap_or_default();
    for contribution in on.iter().filter(|contribution| followed.contains(&contribution.id.uuid())) {
        let news = News::new(what, address::response(answer.id)).say(|message, texts| {
            message
                .with_text("title", &contribution.title)
                .with_text("institution", &institution)
                .with("decision", texts.choice("decision", answer.decision).to_string())
        });
        announce_but(tx, Topic::Proposal, contribution.id.uuid(), news, contribution.author_id).await?;
    }
    Ok(())
}

/// Tells those who follow a commitment that one of its clauses was added, written otherwise or repealed.
///
/// # Errors
/// When storage fails.
pub(crate) async fn tell_clause(actor: &Actor, tx: &mut Tx, commitment: &Commitment, clause: &Clause) -> Result<()> {
    let news = News::new("clause", address::clause(commitment.id, clause.number)).say(|message, texts| {
        message.with_text("title", commitment.title.get(texts.language())).with("number", clause.number)
    });
    tell(tx, Topic::Commitment, commitment.id.uuid(), news, actor.account_id()).await
}

/// Tells those who follow a consultation how it ended, or that it does not take place.
///
/// # Errors
/// When storage fails.
pub(crate) async fn tell_ended(
    actor: &Actor,
    tx: &mut Tx,
    consultation: &Consultation,
    outcome: Outcome,
) -> Result<()> {
    let news = News::new("ended", address::consultation(&consultation.slug)).say(|message, texts| {
        message.with_text("title", consultation.title.get(texts.language())).with("outcome", outcome.code())
    });
    tell(tx, Topic::Consultation, consultation.id.uuid(), news, actor.account_id()).await
}

async fn tell(tx: &mut Tx, topic: Topic, id: Uuid, news: Announcement, except: Option<AccountId>) -> Result<()> {
    if follow::followed(tx, topic, &[id]).await?.is_empty() {
        return Ok(());
    }
    announce_but(tx, topic, id, news, except).await
}

/// A piece of news whose words are `subscription-news-<what>-subject` and `-text`.
struct News {
    what: &'static str,
    path: String,
}

impl News {
    const fn new(what: &'static str, path: String) -> Self {
        Self { what, path }
    }

    fn say<'t>(self, fill: impl Fn(Message<'t>, Texts) -> Message<'t>) -> Announcement {
        let part = |part: &str| {
            LocalizedText::in_each(|language| {
                let texts = Texts::of(language);
                fill(texts.get(format!("subscription-news-{}-{part}", self.what)), texts).to_string()
            })
        };
        Announcement { subject: part("subject"), text: part("text"), path: self.path }
    }
}
