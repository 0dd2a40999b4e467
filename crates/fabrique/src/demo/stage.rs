//! Where the story is played: the platform, its clock, and who and what was met so far.

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc};

use anyhow::{Context, Result};
use fabrique_app::{
    Platform,
    job::Worker,
    mail::{Mail, Mailer, NotSent},
};
use fabrique_domain::{
    Date, Instant,
    account::{Actor, AuthorKind, Person, Role},
    id::{
        AmendmentId, CommitmentId, ConsultationId, ContestId, OrganisationId, PlanId, ProposalId, ResponseId, ThemeId,
    },
    time::MINUTE,
};
use fabrique_storage::Clock;

use super::{
    PLAN, StoryClock,
    scene::{Cue, Scene},
};
use crate::console::explain;

/// The story so far.
#[derive(Debug)]
pub(super) struct Stage {
    pub(super) platform: Arc<Platform>,
    clock: Arc<StoryClock>,
    present: Instant,
    day: i64,
    pub(super) people: HashMap<String, Person>,
    /// Those who take positions, in a fixed order.
    pub(super) crowd: Vec<String>,
    pub(super) organisations: HashMap<String, OrganisationId>,
    pub(super) plans: HashMap<String, PlanId>,
    pub(super) themes: HashMap<String, ThemeId>,
    pub(super) consultations: HashMap<String, ConsultationId>,
    pub(super) proposals: HashMap<String, (ConsultationId, ProposalId)>,
    pub(super) amendments: HashMap<(String, String), AmendmentId>,
    pub(super) commitments: HashMap<String, CommitmentId>,
    /// By the first contribution answered.
    pub(super) responses: HashMap<String, ResponseId>,
    pub(super) contests: HashMap<String, ContestId>,
}

/// Mail of the story goes nowhere: its addresses are examples.
#[derive(Debug)]
struct NoMail;

impl Mailer for NoMail {
    fn send<'a>(&'a self, _: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        Box::pin(std::future::ready(Ok(())))
    }
}

impl Stage {
    pub(super) fn set(platform: Arc<Platform>, clock: Arc<StoryClock>) -> Self {
        let present = clock.now();
        Self {
            platform,
            clock,
            present,
            day: i64::MIN,
            people: HashMap::new(),
            crowd: Vec::new(),
            organisations: HashMap::new(),
            plans: HashMap::new(),
            themes: HashMap::new(),
            consultations: HashMap::new(),
            proposals: HashMap::new(),
            amendments: HashMap::new(),
            commitments: HashMap::new(),
            responses: HashMap::new(),
            contests: HashMap::new(),
        }
    }

    /// The date `day` days from today.
    pub(super) fn date(&self, day: i64) -> Date {
        self.present.date(&self.platform.site.zone).plus_days(day)
    }

    /// Midnight at the start of the date `day` days from today.
    pub(super) fn midnight(&self, day: i64) -> Instant {
        self.date(day).start(&self.platform.site.zone)
    }

    pub(super) fn turn_to(&self, day: i64, minute: i64) {
        self.clock.turn_to(self.midnight(day).plus(minute * MINUTE).min(self.present));
    }

    pub(super) fn turn_to_present(&self) {
        self.clock.turn_to(self.present);
    }

    /// Does what the platform does by itself: openings, mail.
    pub(super) async fn work(&self) -> Result<()> {
        let worker = Worker { platform: Arc::clone(&self.platform), mailer: Arc::new(NoMail) };
        worker.run_due().await.map_err(explain)?;
        Ok(())
    }

    /// Plays one scene at its moment; the night before, the platform did its work.
    pub(super) async fn play(&mut self, cue: &Cue<'_>) -> Result<()> {
        if cue.day != self.day {
            self.day = cue.day;
            self.turn_to(cue.day, 1);
            self.work().await?;
        }
        self.turn_to(cue.day, cue.minute);
        self.perform(&cue.scene).await.with_context(|| format!("day {}: {:.120}", cue.day, format!("{:?}", cue.scene)))
    }

    async fn perform(&mut self, scene: &Scene<'_>) -> Result<()> {
        match scene {
            Scene::Prepare(consultation) => self.prepare(consultation).await,
            Scene::Announce(consultation) => self.announce(consultation).await,
            Scene::Approve(consultation) => self.approve(consultation).await,
            Scene::FollowUp(consultation) => self.publish_follow_up(consultation).await,
            Scene::Conclude(consultation) => self.conclude(consultation).await,
            Scene::Propose(proposal) => self.propose(proposal).await,
            Scene::Argue(proposal, argument) => self.argue(proposal, argument).await,
            Scene::TakePositions(proposal, taken) => self.take_positions(proposal, taken).await,
            Scene::Amend(proposal, amendment) => self.amend(proposal, amendment).await,
            Scene::Settle(proposal, amendment) => self.settle(proposal, amendment).await,
            Scene::Draft(commitment) => self.draft(commitment).await,
            Scene::Submit(commitment) => self.submit(commitment).await,
            Scene::Publish(commitment) => self.publish(commitment).await,
            Scene::ChangeClause(commitment, number, change) => self.change_clause(commitment, *number, change).await,
            Scene::WriteResponse(response) => self.write_response(response).await,
            Scene::PublishResponse(response) => self.publish_response(response).await,
            Scene::Correct(response, correction) => self.correct(response, correction).await,
            Scene::Contest(response, contest) => self.contest(response, contest).await,
            Scene::Reply(response, contest) => self.reply(response, contest).await,
        }
    }

    pub(super) fn person(&self, key: &str) -> Result<&Person> {
        self.people.get(key).with_context(|| format!("nobody is called “{key}”"))
    }

    pub(super) fn actor(&self, key: &str) -> Result<Actor> {
        Ok(Actor::Person(self.person(key)?.clone()))
    }

    pub(super) fn coordinator(&self) -> Result<Actor> {
        self.actor("coordinateur")
    }

    /// The kind under which somebody of the story speaks.
    pub(super) fn kind(&self, key: &str) -> Result<AuthorKind> {
        let person = self.person(key)?;
        Ok(if person.has(Role::Agent) {
            AuthorKind::Agent
        } else if person.has(Role::OrganisationMember) {
            AuthorKind::CivilSociety
        } else {
            AuthorKind::Citizen
        })
    }

    pub(super) fn proposal(&self, key: &str) -> Result<(ConsultationId, ProposalId)> {
        named(&self.proposals, key)
    }

    pub(super) fn organisation(&self, slug: &str) -> Result<OrganisationId> {
        named(&self.organisations, slug)
    }

    pub(super) fn theme(&self, slug: &str) -> Result<ThemeId> {
        named(&self.themes, slug)
    }

    pub(super) fn plan(&self) -> Result<PlanId> {
        named(&self.plans, PLAN)
    }
}

/// What was met under a name.
pub(super) fn named<T: Copy>(met: &HashMap<String, T>, name: &str) -> Result<T> {
    met.get(name).copied().with_context(|| format!("nothing is called “{name}” at this point of the story"))
}

/// Runs a use-case in a transaction of the stage.
macro_rules! act {
    ($stage:expr, |$tx:ident| $use_case:expr) => {{
        let done: Result<_, fabrique_app::Error> =
            fabrique_storage::transact!($stage.platform.store, |$tx| $use_case.await);
        done.map_err($crate::console::explain)
    }};
}
pub(super) use act;
