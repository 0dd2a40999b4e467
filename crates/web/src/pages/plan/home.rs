//! `GET /`: where the plan is, what one can do now, what the answers are at, what happened.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{
    address,
    consultation::{self, Listed},
    event,
    plan::{self, Overview},
    trace,
    transparency::{self, Figures},
};
use fabrique_domain::{
    consultation::ConsultationState,
    content::{Event, Topic},
    plan::PlanState,
};

use super::calendar::Calendar;
use crate::{
    frame::Frame,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

/// How many pieces of news the home page tells.
const NEWS: i64 = 4;

#[derive(Template)]
#[template(path = "plan/home.html")]
struct Home {
    frame: Frame,
    overview: Option<Overview>,
    calendar: Calendar,
    example: Option<Example>,
    open: Vec<Listed>,
    announced: Vec<Listed>,
    figures: Figures,
    news: Vec<Event>,
}

/// A thread of the plan, to show what a thread is.
struct Example {
    path: String,
    thread: Thread,
}

impl Example {
    fn new(frame: &Frame, found: &trace::Example) -> Self {
        let label = frame.t.get("trace-of").with("title", found.title.as_str()).to_string();
        let thread = crate::pages::trace::draw(frame, Size::Side, label, &found.thread);
        Self { path: format!("{}/thread", address::proposal(found.proposal_id)), thread }
    }
}

impl Home {
    /// What can be done first: take part in the consultation that closes first.
    fn first(&self) -> Option<&Listed> {
        self.open.first()
    }

    /// Days until a consultation closes.
    fn days_left(&self, listed: &Listed) -> i64 {
        listed.consultation.closes_at.days_since(self.frame.now())
    }

    fn is_in_force(&self) -> bool {
        self.overview.as_ref().is_some_and(|overview| overview.plan.state == PlanState::Published)
    }

    /// The address of the form that asks to be told when something opens.
    fn tell_me(&self) -> Option<String> {
        let plan = &self.overview.as_ref()?.plan;
        Some(crate::pages::subscription::path(Topic::Plan, &plan.id.to_string()))
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let frame = visitor.frame("home");
    let mut reader = web.platform.store.read().await?;
    let overview = plan::current(&mut reader, frame.today()).await?;
    let listed = consultation::list(&visitor.actor, &mut reader, None).await?;
    let figures = transparency::overall(&mut reader).await?;
    let news = event::list(&mut reader, None, None, NEWS).await?;
    let example = match &overview {
        Some(overview) => trace::example(&web.platform, &mut reader, overview.plan.id).await?,
        None => None,
    };
    let example = example.map(|found| Example::new(&frame, &found));
    let phases = overview.as_ref().map(|overview| overview.phases.clone()).unwrap_or_default();
    let (open, announced) = to_take_part_in(listed);
    let calendar = Calendar::new(frame.clone(), phases);
    visitor.page_alike(&Home { frame, overview, calendar, example, open, announced, figures, news }, None)
}

/// The open consultations, the one that closes first ahead; the announced ones, the one that opens
/// first ahead.
fn to_take_part_in(listed: Vec<Listed>) -> (Vec<Listed>, Vec<Listed>) {
    let (mut open, rest): (Vec<_>, Vec<_>) =
        listed.into_iter().partition(|listed| listed.state == ConsultationState::Open);
    let mut announced: Vec<_> = rest
        .into_iter()
        .filter(|listed| listed.state == ConsultationState::Planned && listed.consultation.announced_at.is_some())
        .collect();
    open.sort_by_key(|listed| listed.consultation.closes_at);
    announced.sort_by_key(|listed| listed.consultation.opens_at);
    (open, announced)
}
