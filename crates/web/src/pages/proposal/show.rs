//! `GET /proposals/{id}`: a proposal, what people say of it, what became of it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    consultation,
    markdown::{self, Html},
    organisation, plan, proposal, trace,
};
use fabrique_domain::{
    Choice,
    account::AuthorKind,
    consultation::{Consultation, ConsultationState},
    content::Topic,
    id::{Id, ProposalId},
    organisation::Organisation,
    proposal::{Proposal, ProposalState},
};
use fabrique_storage::proposal::Appendix;

use super::panels::Panels;
use crate::{
    frame::Frame,
    pages::{subscription::FollowButton, trace::draw},
    problem::Problem,
    speaker,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "proposal/show.html")]
struct ProposalPage {
    frame: Frame,
    consultation: Consultation,
    proposal: Proposal,
    theme: Option<String>,
    who: (&'static str, String),
    organisation: Option<Organisation>,
    appendices: Vec<Appendix>,
    panels: Panels,
    thread: Thread,
    follow: FollowButton,
    is_author: bool,
    is_open: bool,
}

impl ProposalPage {
    fn title(&self) -> String {
        heading(&self.frame, &self.proposal)
    }

    fn html(&self, text: &str) -> Html {
        markdown::to_html(text)
    }

    fn language(&self) -> &'static str {
        self.proposal.language.code()
    }

    fn is_withdrawn(&self) -> bool {
        self.proposal.state == ProposalState::Withdrawn
    }

    fn is_hidden(&self) -> bool {
        self.proposal.state == ProposalState::Hidden
    }

    fn is_draft(&self) -> bool {
        self.proposal.state == ProposalState::Draft
    }

    fn is_published(&self) -> bool {
        self.proposal.state == ProposalState::Published
    }

    fn may_edit(&self) -> bool {
        self.is_author && self.is_open && self.proposal.state == ProposalState::Published
    }

    fn may_withdraw(&self) -> bool {
        self.is_author && self.proposal.state == ProposalState::Published && self.proposal.response_id.is_none()
    }

    /// For whom the author speaks; nothing for a citizen, who speaks for nobody else.
    fn capacity(&self) -> Option<String> {
        let speaks_for = self.proposal.author_kind != AuthorKind::Citizen;
        speaks_for.then(|| self.frame.t.choice("capacity", self.proposal.capacity).to_string())
    }
}

/// The title of a proposal, or what stands for it where there is none to read.
pub(super) fn heading(frame: &Frame, proposal: &Proposal) -> String {
    let key = match proposal.state {
        _ if !proposal.title.is_empty() => return proposal.title.clone(),
        ProposalState::Hidden => "proposal-title-hidden",
        _ => "proposal-title-none",
    };
    frame.t.get(key).to_string()
}

/// An identifier in an address; one that cannot be read names nothing.
pub(super) fn named(id: &str) -> Result<ProposalId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let proposal = proposal::show(&visitor.actor, &mut reader, named(&id)?).await?;
    let consultation = consultation::find(&visitor.actor, &mut reader, proposal.consultation_id).await?;
    let themes = plan::themes::list(&mut reader, consultation.plan_id).await?;
    let theme = themes.into_iter().find(|theme| Some(theme.id) == proposal.theme_id);
    let organisation = match proposal.organisation_id {
        Some(id) => organisation::by_id(&mut reader, id).await?,
        None => None,
    };
    let told = trace::of_proposal(&web.platform, &visitor.actor, &mut reader, proposal.id).await?;
    let frame = visitor.frame("consultations");
    let panels = match proposal.state {
        ProposalState::Published => Panels::read(&visitor, &mut reader, &consultation, &proposal).await?,
        _ => Panels::default(),
    };
    let page = ProposalPage {
        appendices: proposal::appendices(&visitor.actor, &mut reader, &proposal).await?,
        theme: theme.map(|theme| frame.text(&theme.name).to_owned()),
        who: speaker::who(frame.t, proposal.author_kind),
        thread: draw(&frame, Size::Side, frame.t.get("proposal-thread").to_string(), &told),
        follow: FollowButton::of(&visitor, &mut reader, Topic::Proposal, proposal.id.uuid()).await?,
        is_author: proposal.author_id.is_some() && proposal.author_id == visitor.actor.account_id(),
        is_open: consultation.state(reader.now()) == ConsultationState::Open,
        organisation,
        panels,
        consultation,
        proposal,
        frame,
    };
    if page.is_published() {
        visitor.page_alike(&page, Some((Topic::Proposal, page.proposal.id.uuid())))
    } else {
        visitor.page(&page)
    }
}
