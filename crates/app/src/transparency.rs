//! Public figures of the reasoned responses: how many were given, how fast, what is late.
//!
//! Only consultations that owe answers count. Everything but what is late comes from counters kept
//! by publication; what is late changes with the clock, and is read along the index of the unanswered.

use std::collections::BTreeMap;

use fabrique_domain::{
    Choice, Instant, LocalizedText,
    id::{ConsultationId, OrganisationId, ThemeId},
    response::{Decision, median_days, ninth_decile_days},
};
use fabrique_storage::{
    Reader, response,
    response::Owing,
    transparency::{self, Awaited, Delay},
};

use crate::{Error, Result};

/// How far the answers have come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Published contributions.
    pub contributions: i64,
    /// Of them, how many were answered.
    pub answered: i64,
    /// Of those unanswered, how many are past the day promised.
    pub late: i64,
    /// When the clock of the one that has waited longest started.
    pub oldest: Option<Instant>,
}

impl Coverage {
    /// How many await an answer.
    #[must_use]
    pub const fn awaiting(&self) -> i64 {
        self.contributions - self.answered
    }

    fn and(self, other: Self) -> Self {
        Self {
            contributions: self.contributions + other.contributions,
            answered: self.answered + other.answered,
            late: self.late + other.late,
            oldest: [self.oldest, other.oldest].into_iter().flatten().min(),
        }
    }
}

/// How fast the answers came, in whole days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Speed {
    /// How many answers were given.
    pub answered: i64,
    /// Half of them came within this.
    pub median: Option<i64>,
    /// Nine of ten came within this.
    pub ninth_decile: Option<i64>,
}

impl Speed {
    fn of<'a>(delays: impl Iterator<Item = &'a Delay>) -> Self {
        let pairs: Vec<_> = delays.map(|delay| (delay.days, delay.answered)).collect();
        Self {
            answered: pairs.iter().map(|(_, answered)| answered).sum(),
            median: median_days(&pairs),
            ninth_decile: ninth_decile_days(&pairs),
        }
    }
}

/// The figures of one consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsultationFigures {
    /// The consultation.
    pub id: ConsultationId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its title.
    pub title: LocalizedText,
    /// Within how many days an answer is promised.
    pub answer_within_days: i64,
    /// How far the answers have come.
    pub coverage: Coverage,
    /// How fast they came.
    pub speed: Speed,
}

/// The figures of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFigures {
    /// The theme; none for the contributions without one.
    pub theme_id: Option<ThemeId>,
    /// Its name.
    pub name: Option<LocalizedText>,
    /// Published contributions.
    pub contributions: i64,
    /// Of them, how many were answered.
    pub answered: i64,
    /// How fast.
    pub speed: Speed,
}

/// The figures of an institution: what it answered. What awaits an answer awaits no institution in
/// particular until one takes it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstitutionFigures {
    /// The institution.
    pub id: OrganisationId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// How fast it answered.
    pub speed: Speed,
}

/// The figures of the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// At what moment.
    pub at: Instant,
    /// How far the answers have come.
    pub coverage: Coverage,
    /// How fast they came.
    pub speed: Speed,
    /// How many contributions got each decision, in the order of the choices.
    pub decisions: Vec<(Decision, i64)>,
    /// By theme.
    pub themes: Vec<ThemeFigures>,
    /// By institution, the one that answered most first.
    pub institutions: Vec<InstitutionFigures>,
    /// By consultation, the latest first.
    pub consultations: Vec<ConsultationFigures>,
}

/// The figures of all the public consultations that owe answers. Anybody may read them.
///
/// # Errors
/// When storage fails.
pub async fn overall(reader: &mut Reader) -> Result<Figures> {
    let owing = response::owing(reader).await?;
    figures(reader, owing, None).await
}

/// The figures of one public consultation that owes answers.
///
/// # Errors
/// [`Error::NotFound`] when it owes none, or is not public.
pub async fn of_consultation(reader: &mut Reader, id: ConsultationId) -> Result<Figures> {
    let mut owing = response::owing(reader).await?;
    owing.retain(|one| one.id == id);
    if owing.is_empty() { Err(Error::NotFound) } else { figures(reader, owing, Some(id)).await }
}

async fn figures(reader: &mut Reader, owing: Vec<Owing>, scope: Option<ConsultationId>) -> Result<Figures> {
    let delays = transparency::delays(reader, scope).await?;
    let awaited = transparency::awaited(reader, scope).await?;
    let told: Vec<_> = owing.into_iter().map(|one| of_owing(one, &delays, &awaited)).collect();
    Ok(Figures {
        at: reader.now(),
        coverage: told.iter().map(|one| one.coverage).fold(Coverage::default(), Coverage::and),
        speed: Speed::of(delays.iter()),
        decisions: decisions(&delays),
        themes: themes(reader, scope, &delays).await?,
        institutions: institutions(reader, &delays).await?,
        consultations: told,
    })
}

fn of_owing(owing: Owing, delays: &[Delay], awaited: &[Awaited]) -> ConsultationFigures {
    let own = awaited.iter().find(|one| one.consultation_id == owing.id);
    let coverage = Coverage {
        contributions: owing.proposals,
        answered: owing.answered,
        late: own.map_or(0, |own| own.late),
        oldest: own.and_then(|own| own.oldest).map(|at| at.max(owing.created_at)),
    };
    let speed = Speed::of(delays.iter().filter(|delay| delay.consultation_id == owing.id));
    let Owing { id, slug, title, answer_within_days, .. } = owing;
    ConsultationFigures { id, slug, title, answer_within_days, coverage, speed }
}

fn decisions(delays: &[Delay]) -> Vec<(Decision, i64)> {
    let count =
        |decision: Decision| delays.iter().filter(|delay| delay.decision == decision).map(|delay| delay.answered).sum();
    Decision::ALL.iter().map(|decision| (*decision, count(*decision))).collect()
}

async fn themes(reader: &mut Reader, scope: Option<ConsultationId>, delays: &[Delay]) -> Result<Vec<ThemeFigures>> {
    let counts = transparency::themes(reader, scope).await?;
    let names: BTreeMap<ThemeId, LocalizedText> = transparency::theme_names(reader).await?.into_iter().collect();
    let figures = counts.into_iter().map(|count| {
        let theme_id: Option<ThemeId> = count.theme.parse().ok();
        ThemeFigures {
            theme_id,
            name: theme_id.and_then(|id| names.get(&id).cloned()),
            contributions: count.proposals,
            answered: count.answered,
            speed: Speed::of(delays.iter().filter(|delay| delay.theme == count.theme)),
        }
    });
    Ok(figures.collect())
}

async fn institutions(reader: &mut Reader, delays: &[Delay]) -> Result<Vec<InstitutionFigures>> {
    let mut by_institution: BTreeMap<OrganisationId, Vec<&Delay>> = BTreeMap::new();
    for delay in delays {
        by_institution.entry(delay.institution_id).or_default().push(delay);
    }
    let mut figures = Vec::with_capacity(by_institution.len());
    for (id, delays) in by_institution {
        let Some(institution) = response::institution(reader, id).await? else { continue };
        let (slug, name) = (institution.slug, institution.name);
        figures.push(InstitutionFigures { id, slug, name, speed: Speed::of(delays.into_iter()) });
    }
    figures.sort_by(|a, b| b.speed.answered.cmp(&a.speed.answered).then_with(|| a.name.cmp(&b.name)));
    Ok(figures)
}
