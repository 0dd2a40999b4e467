//! Keeping one proposal of another platform.

use std::slice;

use fabrique_domain::{
    Instant, LocalizedText,
    id::{Id, ProposalId, ThemeId},
    plan::Theme,
    proposal::{Proposal, ProposalState, ProposalVersion},
    text::Slug,
};
use fabrique_imports as elsewhere;
use fabrique_storage::{
    Reader, Tx,
    import::{self, Imported, Key},
    outbox,
    outbox::OutboxTopic,
    plan::theme,
    proposal,
    proposal::Appendix,
};

use super::{place::Place, report::Outcome};
use crate::{Error, Result};

/// Shown where the export names no author.
pub(super) const NO_NAME: &str = "Anonyme";
/// Shown where the original platform had taken something out of view.
pub(super) const TAKEN_OUT: &str = "Retiré de la vue sur la plateforme d’origine.";

/// What a record became, or would become.
pub(super) fn verdict(known: Option<&Imported>, digest: &[u8]) -> Outcome {
    match known {
        None => Outcome::Created,
        Some(known) if known.digest == digest => Outcome::Unchanged,
        Some(_) => Outcome::Updated,
    }
}

/// The moment of a record; the platform's own where the export tells none.
pub(super) fn moment(reader: &Reader, at: Option<i64>) -> Instant {
    at.map_or(reader.now(), Instant::from_micros)
}

/// Keeps a proposal without its arguments; says which one it is here.
pub(super) async fn proposal(
    tx: &mut Tx,
    place: &Place,
    collection: &'static str,
    record: &elsewhere::Proposal,
) -> Result<(Proposal, Outcome)> {
    let key = Key { source: &place.source, collection, external_id: &record.external_id };
    let (known, digest) = (import::find(tx, key).await?, fingerprint(record));
    let outcome = verdict(known.as_ref(), &digest);
    let kept = match known {
        None => create(tx, place, record).await?,
        Some(known) => {
            let before = existing(tx, ProposalId::from_uuid(known.entity_id)).await?;
            if outcome == Outcome::Unchanged {
                return Ok((before, outcome));
            }
            rewrite(tx, place, &before, record).await?
        }
    };
    import::remember(tx, key, kept.id, digest).await?;
    Ok((kept, outcome))
}

async fn existing(reader: &mut Reader, id: ProposalId) -> Result<Proposal> {
    proposal::find(reader, id).await?.ok_or_else(|| Error::Internal(format!("the imported proposal {id} is gone")))
}

async fn create(tx: &mut Tx, place: &Place, record: &elsewhere::Proposal) -> Result<Proposal> {
    let theme_id = theme_for(tx, place, record).await?;
    let kept = written(blank(tx, place, record), record, theme_id);
    proposal::insert(tx, &kept).await?;
    complete(tx, &kept, record).await?;
    Ok(kept)
}

/// The original text replaces the former one: an imported text has no history of its own here.
async fn rewrite(tx: &mut Tx, place: &Place, before: &Proposal, record: &elsewhere::Proposal) -> Result<Proposal> {
    let theme_id = theme_for(tx, place, record).await?;
    let kept = Proposal { updated_at: tx.now(), ..written(before.clone(), record, theme_id) };
    proposal::update(tx, before, &kept).await?;
    import::set_votes(tx, &kept).await?;
    proposal::remove_versions(tx, kept.id).await?;
    import::remove_appendices(tx, kept.id).await?;
    complete(tx, &kept, record).await?;
    Ok(kept)
}

/// What stands around the text: its version, its appendices, its place in the index.
async fn complete(tx: &mut Tx, kept: &Proposal, record: &elsewhere::Proposal) -> Result<()> {
    proposal::add_version(tx, &ProposalVersion::of(kept)).await?;
    for (appendix, position) in appendices(record).into_iter().zip(1..) {
        proposal::add_appendix(tx, kept.id, &Appendix { position, ..appendix }).await?;
    }
    Ok(outbox::add(tx, OutboxTopic::Proposal, kept.id.uuid()).await?)
}

fn blank(tx: &Tx, place: &Place, record: &elsewhere::Proposal) -> Proposal {
    let created_at = moment(tx, record.created_at);
    Proposal {
        state: ProposalState::Published,
        published_at: Some(created_at),
        updated_at: record.updated_at.map_or(created_at, Instant::from_micros),
        ..Proposal::begun(tx.new_id(), place.consultation_id, created_at)
    }
}

fn written(proposal: Proposal, record: &elsewhere::Proposal, theme_id: Option<ThemeId>) -> Proposal {
    let state = if record.trashed { ProposalState::Hidden } else { ProposalState::Published };
    Proposal {
        theme_id,
        author_name: record.author_label.clone().unwrap_or_else(|| NO_NAME.to_owned()),
        state,
        state_reason: if record.trashed { TAKEN_OUT.to_owned() } else { String::new() },
        title: record.title.clone(),
        body: record.body_markdown.clone(),
        historic_supports: whole(record.votes.support),
        historic_mixed: whole(record.votes.mixed),
        historic_against: whole(record.votes.against),
        ..proposal
    }
}

pub(super) fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The theme of the plan that bears the name of the original section, made when there is none.
async fn theme_for(tx: &mut Tx, place: &Place, record: &elsewhere::Proposal) -> Result<Option<ThemeId>> {
    let Some(section) = &record.theme else { return Ok(None) };
    let slug = Slug::of(&section.name);
    let known = theme::list(tx, place.plan_id).await?.into_iter().find(|theme| theme.slug == *slug);
    if let Some(theme) = known {
        return Ok(Some(theme.id));
    }
    let theme = Theme {
        id: tx.new_id(),
        plan_id: place.plan_id,
        slug: slug.into(),
        name: LocalizedText::french(section.name.clone()),
        description: LocalizedText::default(),
        position: theme::next_position(tx, place.plan_id).await?,
    };
    theme::insert(tx, &theme).await?;
    Ok(Some(theme.id))
}

/// What has no column of its own: the named sections, the sources cited, the organiser's answer,
/// the original address.
fn appendices(record: &elsewhere::Proposal) -> Vec<Appendix> {
    let sections = record.appendices.iter().map(|section| part(&section.title, &section.body_markdown));
    let sources = record.sources.iter().map(source);
    let answer = record.answer.iter().map(answer);
    let address = record.url.iter().map(|url| part("Adresse d’origine", &format!("<{url}>")));
    sections.chain(sources).chain(answer).chain(address).collect()
}

fn part(title: &str, body: &str) -> Appendix {
    Appendix { position: 0, title: title.to_owned(), body: body.to_owned() }
}

fn source(source: &elsewhere::Source) -> Appendix {
    let link = source.link.iter().map(|link| format!("<{link}>"));
    let category = source.category.iter().map(|category| format!("*{category}*"));
    let author = source.author_label.iter().map(|author| format!("Citée par {author}."));
    let useful = (source.useful_votes > 0).then(|| format!("Jugée utile {} fois.", source.useful_votes));
    let text = Some(source.body_markdown.clone()).filter(|text| !text.is_empty());
    let lines: Vec<String> = link.chain(category).chain(text).chain(author).chain(useful).collect();
    part(&format!("Source\u{a0}: {}", source.title), &lines.join("\n\n"))
}

fn answer(answer: &elsewhere::Answer) -> Appendix {
    let state = Some(&answer.state).filter(|state| !state.is_empty()).map(|state| format!("*{state}*"));
    let text = Some(answer.body_markdown.clone()).filter(|text| !text.is_empty());
    let lines: Vec<String> = state.into_iter().chain(text).collect();
    part("Réponse de l’organisateur", &lines.join("\n\n"))
}

/// All that is kept of a record, but its arguments, which have their own.
fn fingerprint(record: &elsewhere::Proposal) -> Vec<u8> {
    let votes = record.votes;
    let numbers = format!(
        "{:?} {:?} {} {} {} {}",
        record.created_at, record.updated_at, votes.support, votes.mixed, votes.against, record.trashed
    );
    let theme = record.theme.as_ref().map_or("", |theme| theme.name.as_str());
    let author = record.author_label.as_deref().unwrap_or_default();
    let around = appendices(record);
    let around = around.iter().flat_map(|part| [part.title.as_str(), part.body.as_str()]);
    let own = [record.title.as_str(), &record.body_markdown, theme, author, &numbers];
    import::digest(own.into_iter().chain(around))
}

/// What would become of a proposal and its arguments, without writing.
pub(super) async fn foresee(
    reader: &mut Reader,
    place: Option<&Place>,
    key: (&str, &str),
    digest: &[u8],
) -> Result<Outcome> {
    let Some(place) = place else { return Ok(Outcome::Created) };
    let key = Key { source: &place.source, collection: key.0, external_id: key.1 };
    Ok(verdict(import::find(reader, key).await?.as_ref(), digest))
}

/// The digest of a proposal, for [`foresee`].
pub(super) fn digest_of(record: &elsewhere::Proposal) -> Vec<u8> {
    fingerprint(record)
}

/// The earliest and the latest moment of some records.
pub(super) fn span<'a>(
    reader: &Reader,
    records: impl IntoIterator<Item = &'a elsewhere::Proposal>,
) -> (Instant, Instant) {
    let told = records.into_iter().flat_map(|record| {
        let spoken = record.arguments.iter().filter_map(|argument| argument.created_at);
        slice::from_ref(&record.created_at).iter().copied().flatten().chain(spoken).collect::<Vec<_>>()
    });
    extremes(told).unwrap_or((reader.now(), reader.now()))
}

/// The least and the greatest.
pub(super) fn extremes(moments: impl Iterator<Item = i64>) -> Option<(Instant, Instant)> {
    moments.fold(None, |span: Option<(Instant, Instant)>, at| {
        let at = Instant::from_micros(at);
        Some(span.map_or((at, at), |(first, last)| (first.min(at), last.max(at))))
    })
}
