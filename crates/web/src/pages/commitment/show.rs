//! `GET /commitments/{id}`: what changes, who, when, the proof; then the text and all the rest.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{
    address,
    commitment::{self, Sheet},
    markdown::{self, Html},
    trace,
};
use fabrique_domain::{
    Choice, LocalizedText,
    commitment::{Clause, CommitmentState, Part},
    content::Topic,
    id::Id,
};
use fabrique_storage::commitment::{carrier::NamedCarrier, lineage::Kin};

use super::{listed::numbered, named};
use crate::{
    frame::Frame,
    pages::{subscription::FollowButton, trace::draw},
    state::Web,
    thread::{Size, Thread},
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "commitment/show.html")]
struct ShowPage {
    frame: Frame,
    sheet: Sheet,
    what: String,
    clauses: Vec<ClauseView>,
    /// The longer texts: heading, text, its language.
    texts: Vec<(String, Html, &'static str)>,
    milestones: Vec<MilestoneView>,
    earlier: Vec<KinView>,
    later: Vec<KinView>,
    thread: Thread,
    may_change: bool,
    /// None while nobody else may read it.
    follow: Option<FollowButton>,
}

struct ClauseView {
    number: i64,
    path: String,
    text: Html,
    language: &'static str,
    contributions: String,
    repealed: String,
}

struct MilestoneView {
    title: String,
    output: String,
    lead: String,
    due: String,
    state: &'static str,
    word: String,
}

struct KinView {
    how: String,
    path: String,
    title: String,
    plan: String,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let id = named(&id)?;
    let mut reader = web.platform.store.read().await?;
    let sheet = commitment::read(&visitor.actor, &mut reader, id).await?;
    let told = trace::of_commitment(&web.platform, &mut reader, id).await?;
    let may_change = commitment::may_change(&visitor.actor, &mut reader, id).await?;
    let follow = match sheet.commitment.state {
        CommitmentState::Published => {
            Some(FollowButton::of(&visitor, &mut reader, Topic::Commitment, id.uuid()).await?)
        }
        _ => None,
    };
    let frame = visitor.frame("commitments");
    let label = frame.t.get("trace-of").with("title", frame.text(&sheet.commitment.title)).to_string();
    let page = ShowPage {
        thread: draw(&frame, Size::Side, label, &told),
        what: what(&frame, &sheet),
        clauses: sheet.clauses.iter().map(|clause| clause_view(&frame, clause)).collect(),
        texts: texts(&frame, &sheet),
        milestones: milestones(&frame, &sheet),
        earlier: sheet.earlier.iter().map(|kin| kin_view(&frame, kin, "lineage")).collect(),
        later: sheet.later.iter().map(|kin| kin_view(&frame, kin, "lineage-later")).collect(),
        may_change,
        follow,
        sheet,
        frame,
    };
    if page.sheet.commitment.state == CommitmentState::Published {
        visitor.page_alike(&page, Some((Topic::Commitment, id.uuid())))
    } else {
        visitor.page(&page)
    }
}

/// "Engagement 12".
fn what(frame: &Frame, sheet: &Sheet) -> String {
    let level = frame.t.choice("level-title", sheet.commitment.level);
    let number = &sheet.commitment.national_number;
    if number.is_empty() { level.to_string() } else { format!("{level}\u{a0}{number}") }
}

fn clause_view(frame: &Frame, clause: &Clause) -> ClauseView {
    let counted = frame.t.get("commitment-contributions").with("count", clause.contributions);
    let day = clause.repealed_at.map(|at| frame.day(&at));
    ClauseView {
        number: clause.number,
        path: address::clause(clause.commitment_id, clause.number),
        text: markdown::to_html(frame.text(&clause.text)),
        language: clause.text.language(frame.t.language()).code(),
        contributions: if clause.contributions > 0 { counted.to_string() } else { String::new() },
        repealed: day.map(|day| frame.t.get("clause-repealed-on").with("date", day).to_string()).unwrap_or_default(),
    }
}

fn texts(frame: &Frame, sheet: &Sheet) -> Vec<(String, Html, &'static str)> {
    let c = &sheet.commitment;
    let told: [(&str, &LocalizedText); 8] = [
        ("commitment-problem", &c.problem),
        ("commitment-causes", &c.causes),
        ("commitment-done-so-far", &c.done_so_far),
        ("commitment-solution", &c.solution),
        ("commitment-results-wanted", &c.results_wanted),
        ("commitment-transparency", &c.transparency),
        ("commitment-accountability", &c.accountability),
        ("commitment-participation", &c.participation),
    ];
    told.into_iter()
        .filter(|(_, text)| !text.is_blank())
        .map(|(key, text)| {
            let language = text.language(frame.t.language()).code();
            (frame.t.get(key).to_string(), markdown::to_html(frame.text(text)), language)
        })
        .collect()
}

fn milestones(frame: &Frame, sheet: &Sheet) -> Vec<MilestoneView> {
    let lead = |id| sheet.carriers.iter().find(|carrier| Some(carrier.organisation_id) == id);
    let told = sheet.milestones.iter().map(|milestone| {
        let has_passed = milestone.due_on < frame.today();
        let key = if has_passed { "commitment-milestone-late" } else { "commitment-milestone-planned" };
        MilestoneView {
            title: frame.text(&milestone.title).to_owned(),
            output: markdown::to_text(frame.text(&milestone.expected_output)),
            lead: lead(milestone.lead_id).map(|carrier| carrier.short_name().to_owned()).unwrap_or_default(),
            due: frame.date(&milestone.due_on),
            state: if has_passed { "late" } else { "planned" },
            word: frame.t.get(key).to_string(),
        }
    });
    told.collect()
}

fn kin_view(frame: &Frame, kin: &Kin, prefix: &'static str) -> KinView {
    let how = if prefix == "lineage" {
        frame.t.choice("lineage", kin.kind)
    } else {
        frame.t.choice("lineage-later", kin.kind)
    };
    KinView {
        how: how.to_string(),
        path: address::commitment(kin.id),
        title: numbered(&kin.national_number, frame.text(&kin.title)),
        plan: frame.text(&kin.plan_label).to_owned(),
    }
}

impl ShowPage {
    fn having(&self, part: &str) -> Vec<&NamedCarrier> {
        let part = Part::from_code(part).unwrap_or(Part::Supporting);
        self.sheet.having(part).collect()
    }

    fn is_draft(&self) -> bool {
        self.sheet.commitment.published_at.is_none()
    }

    fn is_withdrawn(&self) -> bool {
        self.sheet.commitment.state == CommitmentState::Withdrawn
    }

    /// The proof: what is measured, from where to where.
    fn proofs(&self) -> Vec<String> {
        let told = self.sheet.indicators.iter().take(2).map(|indicator| {
            self.frame
                .t
                .get("commitment-proof")
                .with("name", self.frame.text(&indicator.name))
                .with("baseline", indicator.baseline.as_str())
                .with("target", indicator.target.as_str())
                .with("unit", indicator.unit.as_str())
                .to_string()
        });
        told.collect()
    }

    fn action_title(&self, card: &fabrique_storage::commitment::list::Card) -> String {
        numbered(&card.national_number, self.frame.text(&card.title))
    }
}
