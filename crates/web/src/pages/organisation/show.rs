//! `GET /organisations/{slug}`: who an organisation is, what it carries, what it answered.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{address, commitment, organisation, response, trace};
use fabrique_domain::{
    Choice,
    account::Permission,
    organisation::{Organisation, OrganisationKind},
};
use fabrique_storage::{
    commitment::list::Carried,
    proposal::ProposalItem,
    response::{PublicFilter, ResponseRow},
};

use crate::{
    frame::Frame,
    pages::trace::draw,
    problem::Problem,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

/// How many commitments the page lists: more than any institution carries in all the plans.
const CARRIED: i64 = 200;
/// How many answers the page lists, the latest; the list of answers has the others.
const ANSWERS: i64 = 5;
/// How many contributions the page lists, the latest.
const CONTRIBUTIONS: i64 = 5;

#[derive(Template)]
#[template(path = "organisation/show.html")]
struct OrganisationPage {
    frame: Frame,
    organisation: Organisation,
    carried: Vec<Carried>,
    answers: Vec<ResponseRow>,
    contributions: Vec<(ProposalItem, Thread)>,
    /// Its place on the thread; none while it has done nothing here.
    thread: Option<Thread>,
    /// Whether the reader may correct it.
    may_edit: bool,
}

impl OrganisationPage {
    async fn read(web: &Web, visitor: &Visitor, slug: &str) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let organisation = organisation::find(&mut reader, slug).await?;
        let told = trace::of_organisation(&web.platform, &mut reader, &organisation).await?;
        let contributions = organisation::contributions(&web.platform, &mut reader, organisation.id, CONTRIBUTIONS);
        let contributions = contributions.await?;
        let frame = visitor.frame("organisations");
        let label = frame.t.get("trace-of").with("title", organisation.name.as_str()).to_string();
        let filter = PublicFilter { institution: Some(organisation.id), ..PublicFilter::default() };
        Ok(Self {
            thread: (!told.beads.is_empty()).then(|| draw(&frame, Size::Inline, label, &told)),
            contributions: contributions.into_iter().map(|one| drawn(&frame, one)).collect(),
            carried: commitment::carried_by(&mut reader, organisation.id, CARRIED).await?,
            answers: response::published(&mut reader, &filter, None, ANSWERS).await?,
            may_edit: visitor.actor.may(Permission::GrantRoles),
            organisation,
            frame,
        })
    }

    fn kind(&self) -> String {
        self.frame.t.choice("organisation-kind", self.organisation.kind).to_string()
    }

    fn is_institution(&self) -> bool {
        self.organisation.kind == OrganisationKind::Institution
    }

    fn part(&self, carried: &Carried) -> String {
        self.frame.t.choice("organisation-part", carried.part).to_string()
    }

    fn commitment_path(&self, carried: &Carried) -> String {
        address::commitment(carried.id)
    }

    fn answer_path(&self, answer: &ResponseRow) -> String {
        address::response(answer.id)
    }

    fn decision(&self, answer: &ResponseRow) -> String {
        self.frame.t.get(format!("decision-{}", answer.decision.code().replace('_', "-"))).to_string()
    }
}

fn drawn(frame: &Frame, (item, told): (ProposalItem, trace::Thread)) -> (ProposalItem, Thread) {
    let label = frame.t.get("trace-of").with("title", item.title.as_str()).to_string();
    let thread = draw(frame, Size::Inline, label, &told);
    (item, thread)
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    visitor.page(&OrganisationPage::read(&web, &visitor, &slug).await?)
}
