//! `GET /admin`: the desk: the rooms that the roles of a person open, and what awaits there.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::plan;
use fabrique_domain::{
    account::{Actor, Permission},
    plan::Phase,
};

use crate::{
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// A room: its name and what is done there, by their keys; its address; what opens it.
type Room = (&'static str, &'static str, &'static str, Permission);

const ROOMS: [Room; 9] = [
    ("desk-consultations", "desk-consultations-what", "/admin/consultations", Permission::RunConsultations),
    ("desk-responses", "desk-responses-what", "/admin/responses", Permission::Respond),
    ("desk-commitments", "desk-commitments-what", "/admin/commitments", Permission::DraftCommitments),
    ("desk-plans", "desk-plans-what", "/admin/plans", Permission::PublishPlans),
    ("desk-moderation", "desk-moderation-what", "/admin/moderation", Permission::Moderate),
    ("desk-pages", "desk-pages-what", "/admin/pages", Permission::EditPages),
    ("desk-accessibility", "desk-accessibility-what", "/admin/accessibility", Permission::EditPages),
    ("desk-people", "desk-people-what", "/admin/people", Permission::GrantRoles),
    ("desk-organisations", "desk-organisations-what", "/admin/organisations", Permission::GrantRoles),
];

#[derive(Template)]
#[template(path = "plan/desk.html")]
struct Desk {
    frame: Frame,
    rooms: Vec<Room>,
    /// Dates of the current plan that were published too late.
    late_dates: Vec<Phase>,
    plan: String,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    if visitor.actor == Actor::Anonymous {
        return Err(Problem::SignInNeeded);
    }
    let rooms: Vec<_> = ROOMS.into_iter().filter(|(_, _, _, permission)| visitor.actor.may(*permission)).collect();
    if rooms.is_empty() {
        return Err(Problem::Forbidden);
    }
    let frame = visitor.frame("admin");
    let (mut late_dates, mut slug) = (Vec::new(), String::new());
    if visitor.actor.may(Permission::PublishPlans)
        && let Some(current) = plan::current(&mut web.platform.store.read().await?, frame.today()).await?
    {
        let (zone, today) = (&web.platform.site.zone, frame.today());
        let to_come = current.phases.into_iter().filter(|phase| phase.starts_on > today);
        late_dates = to_come.filter(|phase| phase.is_short_of_notice(zone)).collect();
        slug = current.plan.slug;
    }
    visitor.page(&Desk { frame, rooms, late_dates, plan: slug })
}
