//! `GET /consultations/{slug}`: what is asked, the guarantees of the law, and the proposals: filtered,
//! sorted, searched, a page at a time.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    Error, consultation,
    markdown::{self, Html},
    plan, proposal,
    search::{self, Found, Search},
    trace,
};
use fabrique_domain::{
    account::Permission,
    consultation::{Consultation, ConsultationState, Outcome},
    content::Topic,
    id::Id,
    plan::Theme,
    proposal::ProposalSort,
};
use fabrique_storage::Reader;

use super::{
    GateView, ProposalLine, drawn,
    filter::{Asked, Choosable, Group},
    gates, lang, told,
};
use crate::{
    frame::Frame,
    pages::{subscription::FollowButton, trace::draw},
    problem::Problem,
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "consultation/show.html")]
struct ConsultationPage {
    frame: Frame,
    consultation: Consultation,
    class: &'static str,
    told: String,
    gates: Vec<GateView>,
    is_open: bool,
    /// Whether the reader runs consultations.
    may_run: bool,
    follow: FollowButton,
    thread: Thread,
    list: List,
}

/// A page of the list, of everything or of a search.
struct List {
    lines: Vec<ProposalLine>,
    /// How many there are in all, within the filters or the search.
    total: i64,
    /// What was searched for.
    words: String,
    /// What the form of the search carries along.
    carried: Vec<(&'static str, String)>,
    /// Whether the index is away, so that the search has no answer.
    search_is_away: bool,
    is_narrowed: bool,
    everything: String,
    groups: Vec<Group>,
    sorts: Vec<Choosable>,
    previous: Option<String>,
    next: Option<String>,
}

impl ConsultationPage {
    fn summary(&self) -> &str {
        self.frame.text(&self.consultation.summary)
    }

    fn lang(&self) -> &'static str {
        lang(&self.frame, &self.consultation.title)
    }

    /// Why it does not take place.
    fn called_off(&self) -> Option<Html> {
        let off = self.consultation.outcome == Some(Outcome::NotGoingAhead);
        off.then(|| markdown::to_html(&self.consultation.outcome_reason))
    }

    /// Where the list is as data, without its suffix.
    fn data(&self) -> String {
        format!("/consultations/{}/proposals", self.consultation.slug)
    }

    fn is_list_shown(&self) -> bool {
        self.consultation.proposals > 0 || self.is_open
    }
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(slug): Path<String>) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let consultation = consultation::by_slug(&visitor.actor, &mut reader, &slug).await?;
    let frame = visitor.frame("consultations");
    let state = consultation.state(reader.now());
    let is_open = state == ConsultationState::Open;
    let themes = plan::themes::list(&mut reader, consultation.plan_id).await?;
    let usual = if is_open { ProposalSort::Random } else { ProposalSort::Supported };
    let asked = Asked::read(&visitor, &frame, &themes, usual)?;
    let list = if asked.words.trim().is_empty() {
        listed(&visitor, &mut reader, &frame, &consultation, &themes, &asked).await?
    } else {
        searched(&web, &visitor, &mut reader, &frame, &consultation, &themes, &asked).await?
    };
    let follow = FollowButton::of(&visitor, &mut reader, Topic::Consultation, consultation.id.uuid()).await?;
    let own = trace::of_consultation(&web.platform, &mut reader, &consultation).await?;
    let label = frame.t.get("trace-of").with("title", frame.text(&consultation.title)).to_string();
    let may_run = visitor.actor.may(Permission::RunConsultations);
    let page = ConsultationPage {
        class: drawn(state),
        told: told(&frame, &consultation, state),
        gates: gates(&frame, &consultation, state),
        is_open,
        may_run,
        follow,
        thread: draw(&frame, Size::Inline, label, &own),
        list,
        consultation,
        frame,
    };
    if page.consultation.announced_at.is_some() {
        visitor.page_alike(&page, Some((Topic::Consultation, page.consultation.id.uuid())))
    } else {
        visitor.page(&page)
    }
}

/// A page of everything, within the filters.
async fn listed(
    visitor: &Visitor,
    reader: &mut Reader,
    frame: &Frame,
    consultation: &Consultation,
    themes: &[Theme],
    asked: &Asked,
) -> Result<List, Problem> {
    let listing = proposal::list(&visitor.actor, reader, consultation.id, &asked.query()).await?;
    let groups = asked.groups(frame, themes, &listing.facets);
    let taken = |group: &Group| group.choices.iter().find(|choice| choice.taken).and_then(|choice| choice.count);
    let line = |item| ProposalLine::new(frame, consultation, themes, item);
    Ok(List {
        total: groups.first().and_then(taken).unwrap_or(0),
        lines: listing.items.into_iter().map(line).collect(),
        words: String::new(),
        carried: asked.carried(),
        search_is_away: false,
        is_narrowed: asked.is_narrowed(),
        everything: asked.everything().to_owned(),
        sorts: asked.sorts(frame),
        groups,
        previous: listing.previous.map(|place| asked.at(place)),
        next: listing.next.map(|place| asked.at(place)),
    })
}

/// A page of what a search found, within the filters, in the order asked or the best first. When the index is away, the page says so and the
/// rest of it lives.
async fn searched(
    web: &Web,
    visitor: &Visitor,
    reader: &mut Reader,
    frame: &Frame,
    consultation: &Consultation,
    themes: &[Theme],
    asked: &Asked,
) -> Result<List, Problem> {
    let query = asked.query();
    let page = asked.is_by_relevance().then_some(asked.page);
    let search = Search { consultation: consultation.id, words: asked.words.clone(), query, page };
    let (found, search_is_away) = match search::proposals(&visitor.actor, &web.platform, reader, &search).await {
        Ok(found) => (found, false),
        Err(Error::Search(failure)) => {
            tracing::error!(%failure, "a search has no answer");
            (Found::default(), true)
        }
        Err(other) => return Err(other.into()),
    };
    let further = page.filter(|page| (page + 1) * proposal::PAGE < found.total);
    let turned = |page: usize| Some(asked.page_of_search(page));
    Ok(List {
        total: i64::try_from(found.total).unwrap_or(i64::MAX),
        lines: found.items.into_iter().map(|item| ProposalLine::new(frame, consultation, themes, item)).collect(),
        words: asked.words.clone(),
        carried: asked.carried(),
        search_is_away,
        is_narrowed: asked.is_narrowed(),
        everything: asked.everything().to_owned(),
        // Nothing was found: there is nothing to narrow.
        groups: if found.facets.is_empty() { Vec::new() } else { asked.groups(frame, themes, &found.facets) },
        sorts: asked.sorts(frame),
        previous: match page {
            Some(page) => page.checked_sub(1).and_then(turned),
            None => found.previous.map(|place| asked.at(place)),
        },
        next: further.and_then(|page| turned(page + 1)).or_else(|| found.next.map(|place| asked.at(place))),
    })
}
