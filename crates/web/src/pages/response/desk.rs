//! `GET /admin/responses`: what awaits an answer, what is being written, what awaits a second reader,
//! what is contested.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use fabrique_app::{address, response};
use fabrique_domain::{
    Choice, Instant,
    account::{AuthorKind, Permission},
    id::{ConsultationId, Id, OrganisationId, ProposalId, ResponseId, ThemeId},
};
use fabrique_storage::{
    Reader,
    response::{DeskFilter, Institution, Owing, ResponseRow, Unanswered, UnansweredFilter},
};

use super::{after, drawn, list, mark, query, query_choice, query_id, tab::Tab, with_query};
use crate::{
    author::Author,
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many rows the desk shows at once: what one selects together stands on one page.
const ROWS: i64 = 50;

#[derive(Template)]
#[template(path = "response/desk.html")]
struct DeskPage {
    frame: Frame,
    tabs: Vec<Link>,
    consultations: Vec<Link>,
    kinds: Vec<Link>,
    unanswered: Vec<Awaiting>,
    in_progress: Vec<InProgress>,
    contests: Vec<Contested>,
    shows: Tab,
    next: Option<String>,
}

struct Link {
    path: String,
    name: String,
    /// How many it leads to, where that is told.
    count: Option<String>,
    current: bool,
}

struct Awaiting {
    id: String,
    path: String,
    title: String,
    author: Author,
    waits: String,
    supports: String,
}

struct InProgress {
    path: String,
    title: String,
    class: &'static str,
    decision: String,
    institution: String,
    day: String,
}

struct Contested {
    path: String,
    excerpt: String,
    day: String,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor) -> PageResult {
    let mut reader = web.platform.store.read().await?;
    let voices = response::voices(&visitor.actor, &mut reader).await?;
    let shows = query(&visitor, "show");
    let shows = Tab::ALL.into_iter().find(|tab| shows.as_deref() == Some(tab.code())).unwrap_or(Tab::Unanswered);
    let frame = visitor.frame("");
    let mut page = DeskPage {
        tabs: tabs(&frame, shows),
        consultations: Vec::new(),
        kinds: Vec::new(),
        unanswered: Vec::new(),
        in_progress: Vec::new(),
        contests: Vec::new(),
        shows,
        next: None,
        frame,
    };
    match shows {
        Tab::Unanswered => page.fill_unanswered(&visitor, &mut reader).await?,
        Tab::Drafts | Tab::Review => page.fill_in_progress(&visitor, &mut reader, &voices).await?,
        Tab::Contests => page.fill_contests(&visitor, &mut reader, &voices).await?,
    }
    visitor.page(&page)
}

fn tabs(frame: &Frame, shows: Tab) -> Vec<Link> {
    let link = |tab: Tab| Link {
        path: with_query("/admin/responses", &[("show", tab.code().to_owned())]),
        name: frame.t.get(tab.label()).to_string(),
        count: None,
        current: tab == shows,
    };
    Tab::ALL.into_iter().map(link).collect()
}

impl DeskPage {
    async fn fill_unanswered(&mut self, visitor: &Visitor, reader: &mut Reader) -> Result<(), Problem> {
        let owing = response::owing(&visitor.actor, reader).await?;
        let wanted = query_id::<ConsultationId>(visitor, "consultation");
        let Some(here) = owing.iter().find(|one| Some(one.id) == wanted).or_else(|| owing.first()) else {
            return Ok(());
        };
        let filter = UnansweredFilter {
            consultation: here.id,
            theme: query_id::<ThemeId>(visitor, "theme"),
            author_kind: query_choice(visitor, "kind"),
        };
        let after = after::<ProposalId>(visitor);
        let rows = response::unanswered(&visitor.actor, reader, &filter, after, ROWS + 1).await?;
        let last = cut(&rows).map(|last| mark(last.published_at, last.id));
        self.next = last.map(|last| unanswered_path(&filter, &last));
        let owe = owing.iter().filter(|one| one.proposals > one.answered || one.id == here.id);
        self.consultations = owe.map(|one| consultation_link(&self.frame, &filter, one)).collect();
        self.kinds = kind_links(&self.frame, &filter);
        self.unanswered = first(&rows).iter().map(|row| awaiting(&self.frame, here, row)).collect();
        Ok(())
    }

    async fn fill_in_progress(
        &mut self,
        visitor: &Visitor,
        reader: &mut Reader,
        voices: &[Institution],
    ) -> Result<(), Problem> {
        let wanted = query_id::<OrganisationId>(visitor, "institution");
        let own = voices.iter().find(|one| Some(one.id) == wanted).or_else(|| voices.first()).map(|one| one.id);
        let coordinates = visitor.actor.may(Permission::PublishResponses);
        let institution = if coordinates { wanted } else { own };
        let filter = DeskFilter { state: self.shows.state(), institution, consultation: None };
        let after = after::<ResponseId>(visitor);
        let rows = response::in_progress(&visitor.actor, reader, &filter, after, ROWS + 1).await?;
        let fields = |last: &ResponseRow| {
            let institution = institution.map(|id| id.to_string()).unwrap_or_default();
            [
                ("show", self.shows.code().to_owned()),
                ("institution", institution),
                ("after", mark(last.updated_at, last.id)),
            ]
        };
        self.next = cut(&rows).map(|last| with_query("/admin/responses", &fields(last)));
        self.in_progress = first(&rows).iter().map(|row| in_progress(&self.frame, row)).collect();
        Ok(())
    }

    async fn fill_contests(
        &mut self,
        visitor: &Visitor,
        reader: &mut Reader,
        voices: &[Institution],
    ) -> Result<(), Problem> {
        for institution in voices {
            for contest in response::contests_to_answer(&visitor.actor, reader, institution).await? {
                self.contests.push(Contested {
                    path: format!("{}#contests", address::response(contest.response_id)),
                    excerpt: fabrique_app::markdown::excerpt(&contest.body, 160),
                    day: self.frame.day(&contest.created_at),
                });
            }
        }
        Ok(())
    }
}

/// The last row of a page that has a next one: one more than it shows was asked for.
fn cut<T>(rows: &[T]) -> Option<&T> {
    let most = usize::try_from(ROWS).ok()?;
    if rows.len() > most { rows.get(most - 1) } else { None }
}

fn first<T>(rows: &[T]) -> &[T] {
    &rows[..rows.len().min(usize::try_from(ROWS).unwrap_or_default())]
}

fn unanswered_path(filter: &UnansweredFilter, after: &str) -> String {
    let fields = [
        ("consultation", filter.consultation.uuid().to_string()),
        ("theme", filter.theme.map(|id| id.to_string()).unwrap_or_default()),
        ("kind", filter.author_kind.map_or("", Choice::code).to_owned()),
        ("after", after.to_owned()),
    ];
    with_query("/admin/responses", &fields)
}

fn consultation_link(frame: &Frame, filter: &UnansweredFilter, owing: &Owing) -> Link {
    let narrowed = UnansweredFilter { consultation: owing.id, theme: None, ..*filter };
    Link {
        path: unanswered_path(&narrowed, ""),
        name: frame.text(&owing.title).to_owned(),
        count: Some(frame.number(&(owing.proposals - owing.answered))),
        current: owing.id == filter.consultation,
    }
}

fn kind_links(frame: &Frame, filter: &UnansweredFilter) -> Vec<Link> {
    let word = |kind: Option<AuthorKind>| match kind {
        Some(kind) => frame.t.choice("author-kind", kind).to_string(),
        None => frame.t.get("response-filter-all").to_string(),
    };
    let link = |author_kind: Option<AuthorKind>| Link {
        path: unanswered_path(&UnansweredFilter { author_kind, ..*filter }, ""),
        name: word(author_kind),
        count: None,
        current: author_kind == filter.author_kind,
    };
    std::iter::once(None).chain(AuthorKind::ALL.iter().copied().map(Some)).map(link).collect()
}

/// A contribution that awaits; its clock never started before the consultation was entered here.
fn awaiting(frame: &Frame, consultation: &Owing, row: &Unanswered) -> Awaiting {
    let since: Instant = row.published_at.max(consultation.created_at);
    let days = frame.days_since(&since).max(0);
    Awaiting {
        id: row.id.to_string(),
        path: address::proposal(row.id),
        title: row.title.clone(),
        author: Author::new(frame.t, &row.author_name, row.author_kind),
        waits: frame.t.get("response-awaited-since").with("days", days).to_string(),
        supports: frame.number(&row.supports),
    }
}

fn in_progress(frame: &Frame, row: &ResponseRow) -> InProgress {
    InProgress {
        path: format!("/admin/responses/{}", row.id),
        title: list::title(frame, row),
        class: drawn(row.decision),
        decision: frame.t.choice("decision", row.decision).to_string(),
        institution: row.institution_name.clone(),
        day: frame.day(&row.updated_at),
    }
}
