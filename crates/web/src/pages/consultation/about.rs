//! `GET /consultations/{slug}/about`: the rules, the information, the follow-up, and every change.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    consultation,
    markdown::{self, Html},
};
use fabrique_domain::{
    LocalizedText,
    consultation::{Consultation, ConsultationState},
};
use fabrique_storage::consultation::Revision;

use super::{GateView, gates, lang};
use crate::{
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "consultation/about.html")]
struct AboutPage {
    frame: Frame,
    consultation: Consultation,
    gates: Vec<GateView>,
    revisions: Vec<Revision>,
}

impl AboutPage {
    fn html(&self, text: &LocalizedText) -> Html {
        markdown::to_html(self.frame.text(text))
    }

    fn reason(&self, revision: &Revision) -> Html {
        markdown::to_html(&revision.reason)
    }

    fn lang(&self, text: &LocalizedText) -> &'static str {
        lang(&self.frame, text)
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let consultation = consultation::by_slug(&visitor.actor, &mut reader, &slug).await?;
    let revisions = consultation::revisions(&visitor.actor, &mut reader, consultation.id).await?;
    let frame = visitor.frame("consultations");
    let state: ConsultationState = consultation.state(reader.now());
    let gates = gates(&frame, &consultation, state);
    visitor.page(&AboutPage { frame, consultation, gates, revisions })
}
