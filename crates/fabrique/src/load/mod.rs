//! Filling an instance for tests of load: the same from the same seed, but for identifiers and
//! secrets. It writes through storage, many rows a transaction, and keeps every counter right.

mod speech;
mod words;

use anyhow::{Result, bail};
use fabrique_app::{Error, Platform};
use fabrique_domain::{
    Language, LocalizedText,
    consultation::{Ballot, Consultation},
    id::{AccountId, ConsultationId, PlanId, ProposalId, ThemeId},
    plan::{Plan, PlanState, Theme},
    proposal::Position,
    time::DAY,
};
use fabrique_identity::Token;
use fabrique_storage::{Tx, account, account::token, consultation, plan, position, position::Tally, transact};
use serde::Serialize;

use speech::{Arguing, argue, insert_proposals};
use words::{Draw, THEMES};

/// Rows a transaction.
const BATCH: u64 = 1_000;
/// How many of the first proposal's arguments there are, when there are as many: a page of weight.
const HEAVY: u64 = 200;

/// How much is made.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Size {
    /// People
    #[arg(long, default_value_t = 2_000)]
    people: u64,
    /// Proposals
    #[arg(long, default_value_t = 1_000)]
    proposals: u64,
    /// Supports, at most one a person and proposal
    #[arg(long, default_value_t = 10_000)]
    supports: u64,
    /// Arguments
    #[arg(long, default_value_t = 2_000)]
    arguments: u64,
    /// The same seed makes the same texts
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Size {
    /// Rows that the progress bar counts.
    pub(crate) const fn rows(&self) -> u64 {
        self.people + self.proposals + self.supports + self.arguments
    }
}

/// What was made.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Filled {
    pub(crate) consultation: String,
    pub(crate) people: u64,
    pub(crate) proposals: u64,
    pub(crate) supports: u64,
    pub(crate) arguments: u64,
    #[serde(skip)]
    pub(crate) tokens: Vec<String>,
}

/// Told how many rows were written since it was last told.
pub(crate) type Told<'a> = &'a (dyn Fn(u64) + Sync);

/// The consultation that is filled.
#[derive(Debug, Clone)]
struct Ground {
    slug: String,
    consultation_id: ConsultationId,
    themes: Vec<ThemeId>,
}

/// Fills the instance; half of the people take no position, and get tokens when `with_tokens`.
pub(crate) async fn fill(platform: &Platform, size: &Size, with_tokens: bool, told: Told<'_>) -> Result<Filled> {
    if size.people < 2 || size.proposals == 0 {
        bail!("at least two people and one proposal are needed");
    }
    let voters = size.people / 2;
    if size.supports > voters * size.proposals {
        bail!("{voters} of the people support; for {} supports there must be more people or proposals", size.supports);
    }
    let ground: Result<_, Error> = transact!(platform.store, |tx| lay_ground(tx, size.seed).await);
    let Some(ground) = ground? else {
        bail!("the seed {} was used in this instance: choose another with --seed", size.seed);
    };
    let people = people(platform, size, told).await?;
    let (voters, others) = people.split_at(usize::try_from(voters)?);
    let mut draw = Draw::from(size.seed);
    let proposals = insert_all(platform, &ground, size.proposals, voters, &mut draw, told).await?;
    support(platform, &ground, &proposals, voters, &mut draw, size.supports, told).await?;
    let arguing = Arguing { proposals: &proposals, people: voters, consultation_id: ground.consultation_id };
    argue(platform, &arguing, size.arguments, &mut draw, told).await?;
    let tokens = if with_tokens { tokens(platform, others).await? } else { Vec::new() };
    Ok(Filled {
        consultation: ground.slug,
        people: size.people,
        proposals: size.proposals,
        supports: size.supports,
        arguments: size.arguments,
        tokens,
    })
}

/// A plan, its themes and a consultation; nothing when this seed was used.
async fn lay_ground(tx: &mut Tx, seed: u64) -> Result<Option<Ground>, Error> {
    let slug = format!("load-{seed}");
    if consultation::find_by_slug(tx, &slug).await?.is_some() {
        return Ok(None);
    }
    let plan = plan_to_load(tx, &slug);
    plan::insert(tx, &plan).await?;
    let mut themes = Vec::new();
    for (position, name) in (1..).zip(THEMES) {
        let theme = theme(tx, plan.id, name, position);
        plan::theme::insert(tx, &theme).await?;
        themes.push(theme.id);
    }
    let consultation = open(tx, plan.id, &slug);
    consultation::insert(tx, &consultation).await?;
    Ok(Some(Ground { slug, consultation_id: consultation.id, themes }))
}

fn plan_to_load(tx: &Tx, slug: &str) -> Plan {
    let today = tx.now().date(&jiff::tz::TimeZone::UTC);
    Plan {
        id: tx.new_id(),
        slug: slug.to_owned(),
        national_label: LocalizedText::french("Plan d’essai de charge"),
        ogp_label: String::new(),
        national_start: today,
        national_end: today.plus_days(365),
        ogp_start: today,
        ogp_end: today.plus_days(365),
        introduction: LocalizedText::french("Des données inventées, pour mesurer."),
        state: PlanState::Preparation,
        published_at: None,
        source: "generate load".to_owned(),
        created_at: tx.now(),
    }
}

fn theme(tx: &Tx, plan_id: PlanId, name: &str, position: i64) -> Theme {
    Theme {
        id: tx.new_id(),
        plan_id,
        slug: fabrique_domain::text::Slug::of(name).into(),
        name: LocalizedText::french(name),
        description: LocalizedText::default(),
        position,
    }
}

fn open(tx: &Tx, plan_id: PlanId, slug: &str) -> Consultation {
    let now = tx.now();
    Consultation {
        id: tx.new_id(),
        plan_id,
        slug: slug.to_owned(),
        title: LocalizedText::french("Consultation d’essai de charge"),
        summary: LocalizedText::french("Des contributions inventées, pour mesurer."),
        rules: LocalizedText::french("Rien de ce qui est écrit ici n’est vrai."),
        information: LocalizedText::french("Tout est tiré au sort."),
        follow_up: LocalizedText::default(),
        opens_at: now.plus(-DAY),
        closes_at: now.plus(60 * DAY),
        announced_at: Some(now.plus(-20 * DAY)),
        approved_at: Some(now.plus(-20 * DAY)),
        outcome: None,
        outcome_reason: String::new(),
        outcome_at: None,
        ballot: Ballot::ThreePositions,
        answer_within_days: 60,
        source: String::new(),
        proposals: 0,
        answered: 0,
        positions: 0,
        arguments: 0,
        created_at: now.plus(-20 * DAY),
    }
}

/// Cuts `0..whole` in batches.
fn batches(whole: u64) -> impl Iterator<Item = std::ops::Range<u64>> {
    (0..whole).step_by(BATCH as usize).map(move |first| first..(first + BATCH).min(whole))
}

async fn people(platform: &Platform, size: &Size, told: Told<'_>) -> Result<Vec<AccountId>> {
    let mut people = Vec::new();
    for batch in batches(size.people) {
        let rows = batch.end - batch.start;
        let added: Result<_, Error> = transact!(platform.store, |tx| insert_people(tx, size.seed, batch.clone()).await);
        people.extend(added?);
        told(rows);
    }
    Ok(people)
}

async fn insert_people(tx: &mut Tx, seed: u64, batch: std::ops::Range<u64>) -> Result<Vec<AccountId>, Error> {
    let mut people = Vec::new();
    for number in batch {
        let email = format!("charge-{seed}-{number}@example.org");
        let name = words::name(number);
        people.push(account::insert(tx, &email, &name, Language::French).await?.ok_or(Error::Changed)?);
    }
    Ok(people)
}

async fn insert_all(
    platform: &Platform,
    ground: &Ground,
    count: u64,
    authors: &[AccountId],
    draw: &mut Draw,
    told: Told<'_>,
) -> Result<Vec<ProposalId>> {
    let mut proposals = Vec::new();
    for batch in batches(count) {
        let (rows, from) = (batch.end - batch.start, draw.clone());
        let added: Result<_, Error> = transact!(platform.store, |tx| {
            let mut draw = from.clone();
            let added =
                insert_proposals(tx, ground.consultation_id, &ground.themes, authors, batch.clone(), &mut draw).await;
            added.map(|added| (added, draw))
        });
        let (added, moved) = added?;
        proposals.extend(added);
        *draw = moved;
        told(rows);
    }
    Ok(proposals)
}

/// How many supports each proposal gets: drawn, never more than there are people.
fn shares(count: u64, proposals: usize, most: u64, draw: &mut Draw) -> Vec<u64> {
    let mut shares = vec![0; proposals];
    for _ in 0..count {
        let mut place = draw.below(proposals as u64) as usize;
        while shares[place] >= most {
            place = (place + 1) % proposals;
        }
        shares[place] += 1;
    }
    shares
}

async fn support(
    platform: &Platform,
    ground: &Ground,
    proposals: &[ProposalId],
    voters: &[AccountId],
    draw: &mut Draw,
    count: u64,
    told: Told<'_>,
) -> Result<()> {
    let shares = shares(count, proposals.len(), voters.len() as u64, draw);
    let all: Vec<(usize, u64)> = shares.into_iter().enumerate().collect();
    for batch in all.chunks(100) {
        let done: Result<(), Error> = transact!(platform.store, |tx| {
            support_some(tx, ground.consultation_id, proposals, voters, batch).await
        });
        done?;
        told(batch.iter().map(|(_, supports)| supports).sum());
    }
    Ok(())
}

async fn support_some(
    tx: &mut Tx,
    consultation: ConsultationId,
    proposals: &[ProposalId],
    voters: &[AccountId],
    batch: &[(usize, u64)],
) -> Result<(), Error> {
    let mut taken = 0;
    for (place, supports) in batch {
        let first = place * 31;
        for turn in 0..usize::try_from(*supports).unwrap_or_default() {
            position::take(tx, proposals[*place], voters[(first + turn) % voters.len()], Position::Support).await?;
        }
        let supports = i64::try_from(*supports).unwrap_or(i64::MAX);
        position::count(tx, proposals[*place], Tally { supports, ..Tally::default() }).await?;
        taken += supports;
    }
    Ok(position::count_in_consultation(tx, consultation, taken).await?)
}

async fn tokens(platform: &Platform, people: &[AccountId]) -> Result<Vec<String>> {
    let mut secrets = Vec::new();
    for batch in people.chunks(BATCH as usize) {
        let made: Result<Vec<String>, Error> = transact!(platform.store, |tx| make_tokens(platform, tx, batch).await);
        secrets.extend(made?);
    }
    Ok(secrets)
}

async fn make_tokens(platform: &Platform, tx: &mut Tx, people: &[AccountId]) -> Result<Vec<String>, Error> {
    let mut secrets = Vec::new();
    let expires_at = tx.now().plus(30 * DAY);
    for person in people {
        let secret = Token::new(tx.random());
        token::insert(tx, *person, "charge", secret.digest(&platform.keyring).to_vec(), expires_at).await?;
        secrets.push(secret.reveal());
    }
    Ok(secrets)
}
