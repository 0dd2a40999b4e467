//! Searching proposals, and keeping their index up to date.

mod following;

use std::collections::{HashMap, HashSet};

use fabrique_domain::{
    account::Actor,
    id::{ConsultationId, Id, ProposalId},
};
use fabrique_search::{Hits, ProposalIndex};
use fabrique_storage::{
    Reader, proposal,
    proposal::{FacetCount, Filter, Filterable, ProposalItem},
};

pub use following::{feed, follow, forget, number, rebuild};

use crate::{
    Error, Platform, Result, consultation, markdown,
    proposal::{Listing, Place, Query, list},
};

/// The most results that are looked at: nobody reads further, machines list.
pub const FURTHEST: usize = 1_000;

/// What is searched for in a consultation, and how what is found is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// The consultation.
    pub consultation: ConsultationId,
    /// What was typed.
    pub words: String,
    /// What is let through, and in which order where [`Search::page`] says none.
    pub query: Query,
    /// The page, from nought, of what was found, the best first.
    pub page: Option<usize>,
}

/// A page of what a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The proposals of this page.
    pub items: Vec<ProposalItem>,
    /// How many were found in all, within the filters.
    pub total: usize,
    /// Those found by theme, kind and answer, whatever the filters.
    pub facets: Vec<FacetCount>,
    /// The page before, where an order was asked.
    pub previous: Option<Place>,
    /// The page after, where an order was asked.
    pub next: Option<Place>,
}

/// The published proposals of a consultation that hold what was typed, within filters. Of more than
/// [`FURTHEST`], the best are looked at.
///
/// # Errors
/// [`Error::NotFound`] when the consultation is not public or the page is too far; [`Error::Search`]
/// when the index cannot be used.
pub async fn proposals(actor: &Actor, platform: &Platform, reader: &mut Reader, search: &Search) -> Result<Found> {
    consultation::find(actor, reader, search.consultation).await?;
    let best = holding(platform, search.consultation, &search.words).await?;
    let found = proposal::filterable(reader, &best).await?;
    let facets = facets(&found);
    let kept: HashSet<ProposalId> =
        found.iter().filter(|one| search.query.filters().keeps(one)).map(|one| one.id).collect();
    let best: Vec<ProposalId> = best.into_iter().filter(|id| kept.contains(id)).collect();
    let total = best.len();
    let Some(page) = search.page else {
        let filter = Filter { among: Some(best), ..search.query.filter.clone() };
        let query = Query { filter, ..search.query.clone() };
        let Listing { items, previous, next, .. } = list(actor, reader, search.consultation, &query).await?;
        return Ok(Found { items, total, facets, previous, next });
    };
    let offset = page.saturating_mul(search.query.limit);
    if offset >= FURTHEST {
        return Err(Error::NotFound);
    }
    let ids: Vec<ProposalId> = best.into_iter().skip(offset).take(search.query.limit).collect();
    Ok(Found { items: in_order(reader, &ids).await?, total, facets, previous: None, next: None })
}

/// The proposals of a consultation that hold `words`, the best first, [`FURTHEST`] at the most; some
/// may have been hidden since the index saw them.
pub(crate) async fn holding(platform: &Platform, within: ConsultationId, words: &str) -> Result<Vec<ProposalId>> {
    let (words, place) = (words.to_owned(), within.uuid());
    let hits: Hits = at_work(platform, move |index| index.search(&words, Some(place), 0, FURTHEST)).await?;
    Ok(hits.ids.into_iter().map(ProposalId::from_uuid).collect())
}

/// How many of those found share a theme, a kind and a state of the answer.
fn facets(found: &[Filterable]) -> Vec<FacetCount> {
    let mut counts: Vec<FacetCount> = Vec::new();
    for one in found {
        let place = (one.theme_id, one.author_kind, one.answer());
        match counts.iter_mut().find(|count| (count.theme_id, count.author_kind, count.answer) == place) {
            Some(count) => count.proposals += 1,
            None => counts.push(FacetCount { theme_id: place.0, author_kind: place.1, answer: place.2, proposals: 1 }),
        }
    }
    counts
}

/// The published proposals nearest to what somebody is writing, for the form that proposes.
///
/// # Errors
/// As for [`proposals`].
pub async fn similar(
    actor: &Actor,
    platform: &Platform,
    reader: &mut Reader,
    consultation: ConsultationId,
    text: &str,
    limit: usize,
) -> Result<Vec<ProposalItem>> {
    consultation::find(actor, reader, consultation).await?;
    let (text, place) = (markdown::to_text(text), consultation.uuid());
    let near = at_work(platform, move |index| index.similar(&text, place, limit)).await?;
    let ids: Vec<ProposalId> = near.into_iter().map(ProposalId::from_uuid).collect();
    in_order(reader, &ids).await
}

/// Runs what reads or writes the index away from the threads that answer requests.
async fn at_work<T: Send + 'static>(
    platform: &Platform,
    work: impl FnOnce(&ProposalIndex) -> fabrique_search::Result<T> + Send + 'static,
) -> Result<T> {
    let index = platform.proposals.clone();
    let done = tokio::task::spawn_blocking(move || work(&index)).await;
    Ok(done.map_err(|failure| Error::Internal(failure.to_string()))??)
}

/// The proposals in the order of their identifiers; those hidden since the index saw them are left out.
async fn in_order(reader: &mut Reader, ids: &[ProposalId]) -> Result<Vec<ProposalItem>> {
    let items = proposal::items(reader, ids).await?;
    let mut by_id: HashMap<_, _> = items.into_iter().map(|item| (item.id, item)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}
