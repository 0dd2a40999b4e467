//! `/admin/consultations`: the coordinator's desk. One page a consultation: where it stands, what the
//! law still asks, and the next step.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    consultation::{self, Listed, Revision},
    error::need,
};
use fabrique_domain::{
    Choice, Date,
    account::Permission,
    consultation::{Consultation, ConsultationState, NOTICE_DAYS, Outcome},
    proposal::Reason,
};
use fabrique_storage::transact;

use super::{
    GateView, drawn, gates, told,
    written::{self, long_text, with_text},
};
use crate::{
    form::{FormState, Typed, parsed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

type Here = State<Arc<Web>>;

#[derive(Template)]
#[template(path = "consultation/desk_index.html")]
struct IndexPage {
    frame: Frame,
    lines: Vec<(Listed, &'static str, String)>,
}

pub(super) async fn index(State(web): Here, visitor: Visitor) -> PageResult {
    need(&visitor.actor, Permission::RunConsultations)?;
    let mut reader = web.platform.store.read().await?;
    let frame = visitor.frame("admin");
    let line = |listed: Listed| {
        let told = told(&frame, &listed.consultation, listed.state);
        (listed.clone(), drawn(listed.state), told)
    };
    let lines = consultation::list(&visitor.actor, &mut reader, None).await?.into_iter().map(line).collect();
    visitor.page(&IndexPage { lines, frame })
}

#[derive(Template)]
#[template(path = "consultation/desk.html")]
struct DeskPage {
    frame: Frame,
    consultation: Consultation,
    state: ConsultationState,
    class: &'static str,
    told: String,
    gates: Vec<GateView>,
    /// What was typed in the form that is shown again, or what stands now.
    form: FormState,
    /// The rule that said no, in words.
    refusal: Option<String>,
    outcomes: Vec<(&'static str, String)>,
}

impl DeskPage {
    fn new(web: &Web, visitor: &Visitor, consultation: Consultation, form: Option<FormState>) -> Self {
        let frame = visitor.frame("admin");
        let state = consultation.state(frame.now());
        let outcome = |outcome: &Outcome| (outcome.code(), frame.t.choice("outcome", *outcome).to_string());
        Self {
            state,
            class: drawn(state),
            told: told(&frame, &consultation, state),
            gates: gates(&frame, &consultation, state),
            form: form.unwrap_or_else(|| standing(web, &consultation)),
            refusal: None,
            outcomes: Outcome::ALL.iter().map(outcome).collect(),
            consultation,
            frame,
        }
    }

    fn is_announced(&self) -> bool {
        self.consultation.is_public()
    }

    fn is_approved(&self) -> bool {
        self.consultation.approved_at.is_some()
    }

    fn is_ready(&self) -> bool {
        self.consultation.missing_to_open().is_empty()
    }

    fn is_over(&self) -> bool {
        self.consultation.outcome.is_some_and(|outcome| outcome != Outcome::NoReportExpected)
    }

    fn may_revise(&self) -> bool {
        self.is_approved() && matches!(self.state, ConsultationState::Planned | ConsultationState::Open)
    }

    fn is_open(&self) -> bool {
        self.state == ConsultationState::Open
    }

    /// How much notice people have, against what is asked.
    fn notice(&self) -> String {
        let days = self.consultation.notice_days();
        let days = days.unwrap_or_else(|| self.consultation.opens_at.days_since(self.frame.now()).max(0));
        let key = if days < NOTICE_DAYS { "consultation-notice-short" } else { "consultation-notice" };
        self.frame.t.get(key).with("days", days).to_string()
    }
}

/// The form as the consultation stands.
fn standing(web: &Web, consultation: &Consultation) -> FormState {
    let zone = &web.platform.site.zone;
    with_text(written::filled(consultation, zone), "follow_up", &consultation.follow_up)
}

/// The consultation, for who runs it.
pub(super) async fn found(web: &Web, visitor: &Visitor, slug: &str) -> Result<Consultation, Problem> {
    need(&visitor.actor, Permission::RunConsultations)?;
    let mut reader = web.platform.store.read().await?;
    Ok(consultation::by_slug(&visitor.actor, &mut reader, slug).await?)
}

pub(super) async fn show(State(web): Here, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let consultation = found(&web, &visitor, &slug).await?;
    visitor.page(&DeskPage::new(&web, &visitor, consultation, None))
}

/// Back to the desk when it is done; the desk again, with the reason, when a rule says no.
fn settle(
    web: &Web,
    visitor: &Visitor,
    consultation: Consultation,
    mut form: FormState,
    outcome: Option<fabrique_app::Result<Consultation>>,
) -> PageResult {
    let mut refusal = None;
    match outcome {
        Some(Err(Error::Invalid(faults))) => form.add(faults),
        Some(Err(Error::Refused(rule))) => refusal = Some(Problem::Refused(rule).advice(visitor.texts)),
        Some(done) => {
            let path = format!("/admin/consultations/{}", done?.slug);
            return Ok(Redirect::to(&path).into_response());
        }
        None => {}
    }
    // What was typed, over what stands: each form of the page has only its own fields.
    let form = standing(web, &consultation).under(form);
    visitor.again(&DeskPage { refusal, ..DeskPage::new(web, visitor, consultation, Some(form)) })
}

/// Does what a form of the desk asks, once it is read; the desk again when it cannot be. The names
/// stand for the transaction, the consultation and what the form said.
macro_rules! act {
    ($web:expr, $visitor:expr, $slug:expr, $form:expr, $read:expr, |$tx:ident, $id:ident, $said:pat_param| $act:expr) => {{
        let consultation = found(&$web, &$visitor, &$slug).await?;
        let ($id, mut form) = (consultation.id, $form);
        let outcome = match $read(&mut form) {
            Some($said) => Some(transact!($web.platform.store, |$tx| $act.await)),
            None => None,
        };
        settle(&$web, &$visitor, consultation, form, outcome)
    }};
}

/// Nothing is asked but the act itself.
const fn nothing(_: &mut FormState) -> Option<()> {
    Some(())
}

pub(super) async fn announce(State(web): Here, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    act!(web, visitor, slug, FormState::default(), nothing, |tx, id, ()| {
        consultation::announce(&visitor.actor, tx, id)
    })
}

pub(super) async fn approve(State(web): Here, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    act!(web, visitor, slug, FormState::default(), nothing, |tx, id, ()| {
        consultation::approve(&visitor.actor, tx, id)
    })
}

pub(super) async fn revise(State(web): Here, visitor: Visitor, Path(slug): Path<String>, typed: Typed) -> PageResult {
    let read = |form: &mut FormState| revision(form, &web);
    act!(web, visitor, slug, FormState::from(typed), read, |tx, id, revision| {
        consultation::revise(&visitor.actor, tx, id, &revision)
    })
}

fn revision(form: &mut FormState, web: &Web) -> Option<Revision> {
    let zone = &web.platform.site.zone;
    let rules = long_text(form, ["rules_fr", "rules_en"]);
    let opens_at = form.read("opens_on", |typed| parsed::<Date>(typed).map(|day| day.start(zone)));
    let closes_at = form.read("closes_on", |typed| written::end_of(typed, zone));
    let reason = form.read("reason", Reason::parse);
    Some(Revision { rules: rules?, opens_at: opens_at?, closes_at: closes_at?, reason: reason? })
}

pub(super) async fn close(State(web): Here, visitor: Visitor, Path(slug): Path<String>, typed: Typed) -> PageResult {
    let reason = |form: &mut FormState| form.read("close_reason", Reason::parse);
    act!(web, visitor, slug, FormState::from(typed), reason, |tx, id, reason| {
        consultation::close_early(&visitor.actor, tx, id, &reason)
    })
}

pub(super) async fn follow_up(
    State(web): Here,
    visitor: Visitor,
    Path(slug): Path<String>,
    typed: Typed,
) -> PageResult {
    let text = |form: &mut FormState| long_text(form, ["follow_up_fr", "follow_up_en"]);
    act!(web, visitor, slug, FormState::from(typed), text, |tx, id, text| {
        consultation::publish_follow_up(&visitor.actor, tx, id, &text)
    })
}

pub(super) async fn conclude(State(web): Here, visitor: Visitor, Path(slug): Path<String>, typed: Typed) -> PageResult {
    act!(web, visitor, slug, FormState::from(typed), ending, |tx, id, (outcome, reason)| {
        consultation::conclude(&visitor.actor, tx, id, outcome, &reason)
    })
}

fn ending(form: &mut FormState) -> Option<(Outcome, Reason)> {
    let (outcome, reason) = (form.read_choice("outcome"), form.read("outcome_reason", Reason::parse));
    Some((outcome?, reason?))
}
