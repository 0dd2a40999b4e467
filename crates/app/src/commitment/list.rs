//! Lists of commitments: of a plan with its filters, of all plans, of an organisation.

use fabrique_domain::{
    account::{Actor, Permission, Role},
    commitment::{CommitmentState, Level, Part},
    id::{CommitmentId, OrganisationId, PlanId, ThemeId},
};
use fabrique_storage::{
    Reader, commitment,
    commitment::{
        carrier::NamedCarrier,
        list::{Card, Carried},
        search::{self, Bearer, Filter, Mark, ThemeCount},
    },
};

use crate::{Result, error::need};

/// What the list of a plan is narrowed to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PlanFilter {
    /// One theme.
    pub theme_id: Option<ThemeId>,
    /// One level.
    pub level: Option<Level>,
    /// What one organisation carries.
    pub organisation_id: Option<OrganisationId>,
}

/// A commitment of a list, and who carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The commitment.
    pub card: Card,
    /// Who carries it.
    pub carriers: Vec<NamedCarrier>,
}

/// The commitments of one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The theme; none for those that have none.
    pub theme_id: Option<ThemeId>,
    /// The commitments in their order.
    pub entries: Vec<Entry>,
}

/// A value that a list can be narrowed to, and how many it would then hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet<T> {
    /// The value.
    pub value: T,
    /// How many commitments it leaves, the other filters kept.
    pub count: i64,
}

/// The published commitments of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanList {
    /// How many the plan has.
    pub total: usize,
    /// How many the filters leave.
    pub shown: usize,
    /// Those, by theme, in the order of the plan.
    pub groups: Vec<Group>,
    /// The themes that some commitment has.
    pub themes: Vec<Facet<ThemeId>>,
    /// The levels that some commitment has.
    pub levels: Vec<Facet<Level>>,
    /// The organisations that carry some commitment, as lead or co-carrier.
    pub organisations: Vec<Facet<NamedCarrier>>,
}

/// The published commitments of a plan, narrowed, grouped by theme, with what each other filter
/// would leave.
///
/// # Errors
/// When storage fails.
pub async fn of_plan(reader: &mut Reader, plan_id: PlanId, filter: PlanFilter) -> Result<PlanList> {
    let cards = commitment::list::of_plan(reader, plan_id).await?;
    let carriers = commitment::carrier::of_plan(reader, plan_id).await?;
    Ok(PlanList::of(&entries(cards, carriers), filter))
}

/// Joins cards and carriers.
fn entries(cards: Vec<Card>, carriers: Vec<NamedCarrier>) -> Vec<Entry> {
    let mut of: std::collections::HashMap<CommitmentId, Vec<NamedCarrier>> = std::collections::HashMap::new();
    for carrier in carriers {
        of.entry(carrier.commitment_id).or_default().push(carrier);
    }
    cards.into_iter().map(|card| Entry { carriers: of.remove(&card.id).unwrap_or_default(), card }).collect()
}

impl PlanFilter {
    fn admits(&self, entry: &Entry) -> bool {
        self.theme_id.is_none_or(|theme| entry.card.theme_id == Some(theme))
            && self.level.is_none_or(|level| entry.card.level == level)
            && self.organisation_id.is_none_or(|organisation| entry.is_carried_by(organisation))
    }
}

impl Entry {
    fn is_carried_by(&self, organisation: OrganisationId) -> bool {
        self.carriers.iter().any(|carrier| carrier.organisation_id == organisation)
    }
}

impl PlanList {
    fn of(all: &[Entry], filter: PlanFilter) -> Self {
        let shown: Vec<_> = all.iter().filter(|entry| filter.admits(entry)).cloned().collect();
        Self {
            total: all.len(),
            shown: shown.len(),
            groups: grouped(shown),
            themes: themes(all, PlanFilter { theme_id: None, ..filter }),
            levels: levels(all, PlanFilter { level: None, ..filter }),
            organisations: organisations(all, PlanFilter { organisation_id: None, ..filter }),
        }
    }
}

fn grouped(entries: Vec<Entry>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for entry in entries {
        let theme_id = entry.card.theme_id;
        match groups.iter_mut().find(|group| group.theme_id == theme_id) {
            Some(group) => group.entries.push(entry),
            None => groups.push(Group { theme_id, entries: vec![entry] }),
        }
    }
    groups
}

fn themes(all: &[Entry], rest: PlanFilter) -> Vec<Facet<ThemeId>> {
    facets(all, rest, |entry| entry.card.theme_id.into_iter().collect(), |theme| *theme)
}

fn levels(all: &[Entry], rest: PlanFilter) -> Vec<Facet<Level>> {
    let mut levels = facets(all, rest, |entry| vec![entry.card.level], |level| *level);
    levels.sort_by_key(|facet| facet.value);
    levels
}

fn organisations(all: &[Entry], rest: PlanFilter) -> Vec<Facet<NamedCarrier>> {
    let bearing = |entry: &Entry| {
        entry.carriers.iter().filter(|carrier| carrier.part != Part::Supporting).cloned().collect::<Vec<_>>()
    };
    let mut facets = facets(all, rest, bearing, |carrier| carrier.organisation_id);
    facets.sort_by(|a, b| (a.value.part, &a.value.slug).cmp(&(b.value.part, &b.value.slug)));
    facets
}

/// Every value met, in the order met, with how many entries the other filters leave it.
fn facets<T, K: PartialEq>(
    all: &[Entry],
    rest: PlanFilter,
    values: impl Fn(&Entry) -> Vec<T>,
    key: impl Fn(&T) -> K,
) -> Vec<Facet<T>> {
    let mut facets: Vec<Facet<T>> = Vec::new();
    for entry in all {
        let more = i64::from(rest.admits(entry));
        for value in values(entry) {
            match facets.iter_mut().find(|facet| key(&facet.value) == key(&value)) {
                Some(facet) => facet.count += more,
                None => facets.push(Facet { value, count: more }),
            }
        }
    }
    facets
}

/// A page of the published commitments of all plans, and what each other filter would leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The page, the latest first.
    pub entries: Vec<Entry>,
    /// Where the next page begins, if there is one.
    pub next: Option<Mark>,
    /// The plans that have some commitment within the other filters.
    pub plans: Vec<(PlanId, i64)>,
    /// The levels, in their order.
    pub levels: Vec<(Level, i64)>,
    /// The themes, each short name once, under the name that the latest plan gives it.
    pub themes: Vec<ThemeCount>,
    /// The organisations that lead or co-carry, by name.
    pub bearers: Vec<Bearer>,
}

/// How many commitments a page of the list of all plans holds.
const PAGE: usize = 20;

/// A page of the published commitments of all plans, the latest first, after `mark`. A filter does
/// not count itself: each choice says how many it would leave, the others kept.
///
/// # Errors
/// When storage fails.
pub async fn all(reader: &mut Reader, filter: &Filter, mark: Option<Mark>) -> Result<Listing> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut cards = search::page(reader, filter, mark, limit).await?;
    let more = cards.len() > PAGE;
    cards.truncate(PAGE);
    let next = cards.last().filter(|_| more).and_then(|last| Some((last.published_at?, last.id)));
    let ids: Vec<_> = cards.iter().map(|card| card.id).collect();
    let carriers = commitment::carrier::of_commitments(reader, &ids).await?;
    let mut levels = search::levels(reader, &Filter { level: None, ..filter.clone() }).await?;
    levels.sort_by_key(|(level, _)| *level);
    Ok(Listing {
        entries: entries(cards, carriers),
        next,
        plans: search::plans(reader, &Filter { plan_id: None, ..filter.clone() }).await?,
        levels,
        themes: by_slug(search::themes(reader, &Filter { theme: None, ..filter.clone() }).await?),
        bearers: search::bearers(reader, &Filter { organisation_id: None, ..filter.clone() }).await?,
    })
}

fn by_slug(of_plans: Vec<ThemeCount>) -> Vec<ThemeCount> {
    let mut themes: Vec<ThemeCount> = Vec::new();
    for theme in of_plans {
        match themes.iter_mut().find(|known| known.slug == theme.slug) {
            Some(known) => known.commitments += theme.commitments,
            None => themes.push(theme),
        }
    }
    themes
}

/// What an organisation leads, co-carries or supports, the latest plan first.
///
/// # Errors
/// When storage fails.
pub async fn carried_by(reader: &mut Reader, organisation: OrganisationId, limit: i64) -> Result<Vec<Carried>> {
    Ok(commitment::list::of_organisation(reader, organisation, limit).await?)
}

/// The commitments of a plan in any state, for those who write them: all of them for the
/// coordinator; for an agent those that are public, their own, and their institution's.
///
/// # Errors
/// [`crate::Error::Forbidden`] for those who write none.
pub async fn being_written(actor: &Actor, reader: &mut Reader, plan_id: PlanId) -> Result<Vec<Card>> {
    need(actor, Permission::DraftCommitments)?;
    let cards = commitment::list::all_of_plan(reader, plan_id).await?;
    if actor.may(Permission::PublishPlans) {
        return Ok(cards);
    }
    let institution = actor.person().and_then(|person| person.organisation(Role::Agent));
    let theirs = commitment::list::theirs(reader, plan_id, actor.account_id(), institution).await?;
    Ok(cards.into_iter().filter(|card| card.state == CommitmentState::Published || theirs.contains(&card.id)).collect())
}

/// Whether a commitment of [`being_written`] is changed by this person in its room; to the others,
/// and once it is withdrawn, its public page tells what there is.
#[must_use]
pub fn opens_in_its_room(actor: &Actor, card: &Card) -> bool {
    match card.state {
        CommitmentState::Withdrawn => false,
        CommitmentState::Draft => actor.may(Permission::DraftCommitments),
        CommitmentState::Submitted | CommitmentState::Published => actor.may(Permission::PublishPlans),
    }
}
