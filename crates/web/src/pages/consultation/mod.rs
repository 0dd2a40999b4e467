//! Consultations: what is asked, the guarantees of the law, and the proposals.

mod about;
mod desk;
mod edit;
mod filter;
mod index;
mod line;
mod new;
mod show;
mod similar;
mod written;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};
use fabrique_domain::{
    LocalizedText,
    consultation::{Consultation, ConsultationState, Gate},
};

pub(crate) use self::line::ProposalLine;
use crate::{frame::Frame, state::Web};

pub(crate) fn routes() -> Router<Arc<Web>> {
    Router::new()
        .route("/consultations", get(index::show))
        .route("/consultations/{slug}", get(show::show))
        .route("/consultations/{slug}/about", get(about::show))
        .route("/consultations/{slug}/similar.json", get(similar::show))
        .route("/admin/consultations", get(desk::index))
        .route("/admin/consultations/new", get(new::show).post(new::prepare))
        .route("/admin/consultations/{slug}", get(desk::show))
        .route("/admin/consultations/{slug}/edit", get(edit::show).post(edit::save))
        .route("/admin/consultations/{slug}/announce", post(desk::announce))
        .route("/admin/consultations/{slug}/approve", post(desk::approve))
        .route("/admin/consultations/{slug}/revise", post(desk::revise))
        .route("/admin/consultations/{slug}/close", post(desk::close))
        .route("/admin/consultations/{slug}/follow-up", post(desk::follow_up))
        .route("/admin/consultations/{slug}/conclude", post(desk::conclude))
}

/// How a state is drawn: the class of its tag.
pub(crate) const fn drawn(state: ConsultationState) -> &'static str {
    match state {
        ConsultationState::Planned => "planned",
        ConsultationState::Open => "partly",
        ConsultationState::UnderAnalysis => "owed",
        ConsultationState::NoReportExpected | ConsultationState::ReportAvailable => "done",
        ConsultationState::NotGoingAhead => "refused",
    }
}

/// The state in words, with the date that matters to whoever reads.
pub(crate) fn told(frame: &Frame, consultation: &Consultation, state: ConsultationState) -> String {
    let date = match state {
        ConsultationState::Planned => consultation.opens_at,
        _ => consultation.last_moment(),
    };
    frame.t.choice("consultation-told", state).with_text("date", frame.day(&date)).to_string()
}

/// One of the four guarantees, as the public sees it.
pub(crate) struct GateView {
    pub(crate) name: String,
    /// `done`, `planned` or `owed`.
    pub(crate) state: &'static str,
    pub(crate) detail: String,
    /// Where it can be read; nothing when it cannot yet.
    pub(crate) path: String,
}

/// The four guarantees of CRPA L131-1.
pub(crate) fn gates(frame: &Frame, consultation: &Consultation, state: ConsultationState) -> Vec<GateView> {
    [Gate::Rules, Gate::Information, Gate::Time, Gate::FollowUp]
        .into_iter()
        .map(|gate| GateView {
            name: frame.t.choice("gate", gate).to_string(),
            state: gate_state(consultation, gate, state),
            detail: gate_detail(frame, consultation, gate),
            path: gate_path(consultation, gate),
        })
        .collect()
}

fn gate_state(consultation: &Consultation, gate: Gate, state: ConsultationState) -> &'static str {
    let later = matches!(state, ConsultationState::Planned | ConsultationState::Open);
    match gate {
        _ if consultation.meets(gate) => "done",
        Gate::FollowUp if later => "planned",
        _ => "owed",
    }
}

fn gate_detail(frame: &Frame, consultation: &Consultation, gate: Gate) -> String {
    if gate == Gate::Time {
        let days = consultation.closes_at.days_since(consultation.opens_at);
        let closes = frame.day(&consultation.last_moment());
        return frame.t.get("gate-time-detail").with("days", days).with_text("date", closes).to_string();
    }
    let met = if consultation.meets(gate) { "met" } else { "missing" };
    frame.t.get(format!("gate-{}-{met}", gate_anchor(gate))).to_string()
}

const fn gate_anchor(gate: Gate) -> &'static str {
    match gate {
        Gate::Rules => "rules",
        Gate::Information => "information",
        Gate::Time => "time",
        Gate::FollowUp => "follow-up",
    }
}

fn gate_path(consultation: &Consultation, gate: Gate) -> String {
    if gate != Gate::Time && consultation.meets(gate) {
        format!("/consultations/{}/about#{}", consultation.slug, gate_anchor(gate))
    } else {
        String::new()
    }
}

/// The `lang` of an official text, when it is not the reader's.
pub(crate) fn lang(frame: &Frame, text: &LocalizedText) -> &'static str {
    fabrique_domain::Choice::code(text.language(frame.t.language()))
}
