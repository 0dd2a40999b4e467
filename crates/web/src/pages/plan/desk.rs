//! `GET /admin`: the desk: the rooms that the roles of a person open, and what awaits there.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{directory, moderation, plan, response};
use fabrique_domain::{
    account::{Actor, Permission},
    plan::Phase,
};
use fabrique_storage::Reader;

use crate::{
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// A room: its name and what is done there, by their keys; its address; what opens it.
type Room = (&'static str, &'static str, &'static str, Permission);

const ROOMS: [Room; 10] = [
    ("desk-consultations", "desk-consultations-what", "/admin/consultations", Permission::RunConsultations),
    ("desk-responses", "desk-responses-what", "/admin/responses", Permission::Respond),
    ("desk-commitments", "desk-commitments-what", "/admin/commitments", Permission::DraftCommitments),
    ("desk-plans", "desk-plans-what", "/admin/plans", Permission::PublishPlans),
    ("desk-moderation", "desk-moderation-what", "/admin/moderation", Permission::Moderate),
    ("desk-requests", "desk-requests-what", "/admin/requests", Permission::KeepDirectory),
    ("desk-pages", "desk-pages-what", "/admin/pages", Permission::EditPages),
    ("desk-accessibility", "desk-accessibility-what", "/admin/accessibility", Permission::EditPages),
    ("desk-people", "desk-people-what", "/admin/people", Permission::GrantRoles),
    ("desk-organisations", "desk-organisations-what", "/admin/organisations", Permission::GrantRoles),
];

#[derive(Template)]
#[template(path = "plan/desk.html")]
struct Desk {
    frame: Frame,
    /// The rooms, and what awaits in each.
    rooms: Vec<(Room, Option<String>)>,
    /// Dates of the current plan that were published too late.
    late_dates: Vec<Phase>,
    plan: String,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    if visitor.actor == Actor::Anonymous {
        return Err(Problem::SignInNeeded);
    }
    let mut reader = web.platform.store.read().await?;
    let frame = visitor.frame("admin");
    let mut rooms = Vec::new();
    for room in ROOMS.into_iter().filter(|(_, _, _, permission)| visitor.actor.may(*permission)) {
        rooms.push((room, awaiting(&visitor, &frame, &mut reader, room.3).await?));
    }
    if rooms.is_empty() {
        return Err(Problem::Forbidden);
    }
    let (mut late_dates, mut slug) = (Vec::new(), String::new());
    if visitor.actor.may(Permission::PublishPlans)
        && let Some(current) = plan::current(&mut reader, frame.today()).await?
    {
        let (zone, today) = (&web.platform.site.zone, frame.today());
        let to_come = current.phases.into_iter().filter(|phase| phase.starts_on > today);
        late_dates = to_come.filter(|phase| phase.is_short_of_notice(zone)).collect();
        slug = current.plan.slug;
    }
    visitor.page(&Desk { frame, rooms, late_dates, plan: slug })
}

/// What awaits in the room that a permission opens, in words; nothing where nothing does.
async fn awaiting(
    visitor: &Visitor,
    frame: &Frame,
    reader: &mut Reader,
    permission: Permission,
) -> Result<Option<String>, Problem> {
    let (key, count) = match permission {
        Permission::Respond => {
            let owing = response::owing(&visitor.actor, reader).await?;
            ("desk-responses-awaiting", owing.iter().map(|one| one.proposals - one.answered).sum())
        }
        Permission::Moderate => ("desk-moderation-awaiting", moderation::figures(reader).await?.open()),
        Permission::KeepDirectory => {
            ("desk-requests-awaiting", directory::request::count_waiting(&visitor.actor, reader).await?)
        }
        _ => return Ok(None),
    };
    Ok((count > 0).then(|| frame.t.get(key).with("count", count).to_string()))
}
