//! The parts of the page of an organisation: what it does here, what it says of itself, what the reader may do.

use fabrique_app::{
    commitment,
    directory::{Added, Portrait, card, request},
    markdown::{self, Html},
    organisation, response, trace,
};
use fabrique_domain::{
    account::{Actor, Permission},
    directory::Card,
    organisation::Organisation,
};
use fabrique_storage::{
    Reader,
    commitment::list::Carried,
    proposal::ProposalItem,
    response::{PublicFilter, ResponseRow},
};

use super::facts::linked;
use crate::{
    frame::Frame,
    pages::trace::draw,
    problem::Problem,
    state::Web,
    thread::{Size, Thread},
};

/// How many commitments the page lists: more than any institution carries in all the plans.
const CARRIED: i64 = 200;
/// How many answers the page lists, the latest; the list of answers has the others.
const ANSWERS: i64 = 5;
/// How many contributions the page lists, the latest.
const CONTRIBUTIONS: i64 = 5;
/// What it does on the platform.
#[derive(Debug, Default)]
pub(super) struct Own {
    pub(super) carried: Vec<Carried>,
    pub(super) answers: Vec<ResponseRow>,
    pub(super) contributions: Vec<(ProposalItem, Thread)>,
    /// Its place on the thread; none while it has done nothing here.
    pub(super) thread: Option<Thread>,
}

/// What it says of itself, drawn.
#[derive(Debug)]
pub(super) struct CardView {
    pub(super) causes: Html,
    pub(super) audience: Html,
    pub(super) goals: Html,
    pub(super) goals_on: String,
    pub(super) goals_are_stale: bool,
    pub(super) reach: Html,
    pub(super) website: String,
    pub(super) author: String,
    pub(super) written_on: String,
}

/// What the reader may do.
#[derive(Debug, Clone, Copy)]
pub(super) struct May {
    pub(super) correct: bool,
    pub(super) write_card: bool,
    pub(super) speak: bool,
    pub(super) come_back: bool,
}

impl May {
    pub(super) fn of(actor: &Actor, portrait: &Portrait, added: &Added) -> Self {
        let id = portrait.organisation_id();
        let speaks = id.is_some_and(|id| actor.person().is_some_and(|person| person.speaks_for(id)));
        Self {
            correct: id.is_some() && actor.may(Permission::GrantRoles),
            write_card: id.is_some_and(|id| card::may_write(actor, id)),
            speak: !speaks,
            come_back: request::may_come_back(actor, portrait, &added.requests),
        }
    }
}

impl CardView {
    pub(super) fn new(frame: &Frame, card: &Card) -> Self {
        Self {
            causes: markdown::to_html(&card.causes),
            audience: markdown::to_html(&card.audience),
            goals: markdown::to_html(&card.goals),
            goals_on: card.goals_at.map(|at| frame.day(&at)).unwrap_or_default(),
            goals_are_stale: card.goals_are_stale(frame.now()),
            reach: markdown::to_html(&card.reach),
            website: linked(&card.website),
            author: frame.name(&card.author_name),
            written_on: frame.day(&card.written_at),
        }
    }

    pub(super) fn says_of_itself(&self) -> bool {
        !self.causes.is_empty() || !self.audience.is_empty() || !self.goals.is_empty()
    }
}

impl Own {
    pub(super) async fn read(
        web: &Web,
        frame: &Frame,
        reader: &mut Reader,
        own: &Organisation,
    ) -> Result<Self, Problem> {
        let told = trace::of_organisation(&web.platform, reader, own).await?;
        let label = frame.t.get("trace-of").with("title", own.name.as_str()).to_string();
        let filter = PublicFilter { institution: Some(own.id), ..PublicFilter::default() };
        let contributions = organisation::contributions(&web.platform, reader, own.id, CONTRIBUTIONS).await?;
        Ok(Self {
            thread: (!told.beads.is_empty()).then(|| draw(frame, Size::Inline, label, &told)),
            contributions: contributions.into_iter().map(|one| drawn(frame, one)).collect(),
            carried: commitment::carried_by(reader, own.id, CARRIED).await?,
            answers: response::published(reader, &filter, None, ANSWERS).await?,
        })
    }
}

fn drawn(frame: &Frame, (item, told): (ProposalItem, trace::Thread)) -> (ProposalItem, Thread) {
    let label = frame.t.get("trace-of").with("title", item.title.as_str()).to_string();
    let thread = draw(frame, Size::Inline, label, &told);
    (item, thread)
}
