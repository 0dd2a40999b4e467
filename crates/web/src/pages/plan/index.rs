//! `GET /plans`: every plan, past, in force and to come.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::plan;
use fabrique_domain::plan::{Plan, PlanState};

use super::calendar::dates;
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "plan/index.html")]
struct Index {
    frame: Frame,
    plans: Vec<Plan>,
}

impl Index {
    fn national(&self, plan: &Plan) -> String {
        dates(&self.frame, plan.national_start, plan.national_end)
    }

    fn ogp(&self, plan: &Plan) -> String {
        dates(&self.frame, plan.ogp_start, plan.ogp_end)
    }
}

/// How the state of a plan is drawn.
pub(super) const fn tag(state: PlanState) -> &'static str {
    match state {
        PlanState::Preparation => "planned",
        PlanState::Published => "partly",
        PlanState::Ended => "done",
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let plans = plan::list(&mut web.platform.store.read().await?).await?;
    visitor.page(&Index { frame: visitor.frame("plans"), plans })
}
