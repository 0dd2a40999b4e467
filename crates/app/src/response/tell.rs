//! What authors read in their mailbox.

use fabrique_domain::{
    Language,
    proposal::Proposal,
    response::{Contest, Response},
};
use fabrique_storage::{Tx, response, response::AuthorToTell};
use fabrique_texts::Texts;

use crate::{Error, Platform, Result, address, mail, mail::Mail};

/// Tells every author who has an account that the answer is there, and how to contest it.
pub(super) async fn answered(platform: &Platform, tx: &mut Tx, answer: &Response) -> Result<()> {
    tell_authors(platform, tx, answer, "response-mail-answered", None).await
}

/// Tells them that the answer was corrected, and why.
pub(super) async fn corrected(platform: &Platform, tx: &mut Tx, answer: &Response, note: &str) -> Result<()> {
    tell_authors(platform, tx, answer, "response-mail-corrected", Some(note)).await
}

/// Tells who wrote the answer that its author contests it, and where to reply.
pub(super) async fn contested(
    platform: &Platform,
    tx: &mut Tx,
    answer: &Response,
    proposal: &Proposal,
    body: &str,
) -> Result<()> {
    let Some(writer) = answer.drafted_by else { return Ok(()) };
    mail::tell(platform, tx, writer, |texts| mail::Letter {
        subject: texts.get("response-mail-contested-subject").with_text("title", &proposal.title).to_string(),
        text: texts
            .get("response-mail-contested")
            .with_text("author", &proposal.author_name)
            .with_text("title", &proposal.title)
            .with_text("note", body)
            .with_text("link", platform.site.url(&address::response(answer.id)))
            .with_text("site", platform.site.name.get(texts.language()))
            .to_string(),
    })
    .await
}

/// Tells the author of a contest what was replied.
pub(super) async fn replied(
    platform: &Platform,
    tx: &mut Tx,
    answer: &Response,
    contest: &Contest,
    reply: &str,
) -> Result<()> {
    let authors = response::authors_to_tell(tx, answer.id).await?;
    let author = authors.into_iter().find(|one| one.proposal_id == contest.proposal_id);
    let Some(author) = author else { return Ok(()) };
    let letter = Letter::prepare(platform, tx, answer, author.language).await?;
    mail::enqueue(platform, tx, &letter.to("response-mail-replied", &[author], Some(reply))).await
}

/// One mail a person, however many of their contributions it answers.
async fn tell_authors(
    platform: &Platform,
    tx: &mut Tx,
    answer: &Response,
    key: &str,
    note: Option<&str>,
) -> Result<()> {
    let authors = response::authors_to_tell(tx, answer.id).await?;
    for own in authors.chunk_by(|a, b| a.account_id == b.account_id) {
        let letter = Letter::prepare(platform, tx, answer, own[0].language).await?;
        mail::enqueue(platform, tx, &letter.to(key, own, note)).await?;
    }
    Ok(())
}

/// What every mail about an answer says.
struct Letter<'a> {
    answer: &'a Response,
    texts: Texts,
    institution: String,
    site: String,
    link: String,
}

impl<'a> Letter<'a> {
    async fn prepare(platform: &Platform, tx: &mut Tx, answer: &'a Response, language: Language) -> Result<Self> {
        let institution = response::institution(tx, answer.institution_id).await?.ok_or(Error::NotFound)?;
        Ok(Self {
            answer,
            texts: platform.texts(language),
            institution: institution.name,
            site: platform.site.name.get(language).to_owned(),
            link: platform.site.url(&address::response(answer.id)),
        })
    }

    /// The mail called `key` to the author of `own`, which is never empty.
    fn to(&self, key: &str, own: &[AuthorToTell], note: Option<&str>) -> Mail {
        let titles: Vec<_> = own.iter().map(|one| format!("– {}", one.title)).collect();
        let decision = self.texts.choice("decision", self.answer.decision).to_string();
        let text = self
            .texts
            .get(key)
            .with("count", own.len())
            .with("titles", titles.join("\n"))
            .with("decision", decision)
            .with("institution", self.institution.as_str())
            .with("note", note.unwrap_or_default())
            .with("link", self.link.as_str())
            .with("site", self.site.as_str());
        Mail {
            to: own[0].email.clone(),
            subject: self.texts.get(format!("{key}-subject")).with("count", own.len()).to_string(),
            text: text.to_string(),
            unsubscribe: None,
        }
    }
}
