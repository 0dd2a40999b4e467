//! `GET /consultations`: every public consultation, by state.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::consultation::{self, Listed};
use fabrique_domain::{account::Permission, consultation::ConsultationState};

use super::{drawn, told};
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "consultation/index.html")]
struct IndexPage {
    frame: Frame,
    /// The consultations, a group a heading.
    groups: Vec<Group>,
    may_prepare: bool,
}

struct Group {
    heading: String,
    lines: Vec<Line>,
}

struct Line {
    listed: Listed,
    class: &'static str,
    told: String,
}

/// Where people can act comes first, then what comes, then what is past.
const GROUPS: [(&str, &[ConsultationState]); 3] = [
    ("consultation-group-open", &[ConsultationState::Open]),
    ("consultation-group-planned", &[ConsultationState::Planned]),
    (
        "consultation-group-closed",
        &[
            ConsultationState::UnderAnalysis,
            ConsultationState::ReportAvailable,
            ConsultationState::NoReportExpected,
            ConsultationState::NotGoingAhead,
        ],
    ),
];

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let all = consultation::list(&visitor.actor, &mut reader, None).await?;
    let frame = visitor.frame("consultations");
    let groups = GROUPS.iter().map(|(heading, states)| group(&frame, heading, states, &all));
    let groups = groups.filter(|group| !group.lines.is_empty()).collect();
    let may_prepare = visitor.actor.may(Permission::RunConsultations);
    visitor.page(&IndexPage { groups, may_prepare, frame })
}

fn group(frame: &Frame, heading: &'static str, states: &[ConsultationState], all: &[Listed]) -> Group {
    let public = all.iter().filter(|listed| listed.consultation.is_public() && states.contains(&listed.state));
    let line = |listed: &Listed| Line {
        class: drawn(listed.state),
        told: told(frame, &listed.consultation, listed.state),
        listed: listed.clone(),
    };
    Group { heading: frame.t.get(heading).to_string(), lines: public.map(line).collect() }
}
