//! `GET` and `POST /admin/commitments/{id}`: the fields of a commitment, and its next step.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{Error, Faults, commitment, plan};
use fabrique_domain::{
    Choice, LocalizedText,
    account::Permission,
    commitment::{Commitment, CommitmentState, Lack, Level},
    id::CommitmentId,
};
use fabrique_storage::transact;

use super::{
    super::{listed::numbered, named},
    fields, to_room,
};
use crate::{
    difference::Difference,
    form::{FormState, Typed, number},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "commitment/desk/room.html")]
pub(super) struct RoomPage {
    frame: Frame,
    form: FormState,
    commitment: Commitment,
    lacks: Vec<Lack>,
    /// Whether publishing was just refused for what it lacks.
    refused: bool,
    themes: Vec<(String, String)>,
    parents: Vec<(String, String)>,
    decides: bool,
    /// What somebody else wrote in between: the label, their words beside those typed.
    theirs: Vec<(String, Difference)>,
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(id): Path<String>) -> PageResult {
    let page = RoomPage::read(&web, &visitor, named(&id)?, None).await?;
    visitor.page(&page)
}

pub(super) async fn save(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(id): Path<String>,
    typed: Typed,
) -> PageResult {
    let id = named(&id)?;
    let mut form = FormState::from(typed);
    let version = form.read("version", number);
    let read = fields::read(&mut form);
    let mut conflict = false;
    if let (Some(version), Some(input)) = (version, read) {
        match transact!(web.platform.store, |tx| commitment::edit(&visitor.actor, tx, id, version, &input).await) {
            Ok(_) => return Ok(to_room(id)),
            Err(Error::Invalid(faults)) => form.add_renamed(faults, "reason", "change_reason"),
            Err(Error::Changed) => conflict = true,
            Err(error) => return Err(error.into()),
        }
    }
    let mut page = RoomPage::read(&web, &visitor, id, Some(form)).await?;
    if conflict {
        page.tell_conflict();
    }
    visitor.again(&page)
}

impl RoomPage {
    /// The room, with what was typed or what is kept.
    pub(super) async fn read(
        web: &Web,
        visitor: &Visitor,
        id: CommitmentId,
        form: Option<FormState>,
    ) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let lacks = commitment::lacks(&visitor.actor, &mut reader, id).await?;
        let sheet = commitment::read(&visitor.actor, &mut reader, id).await?;
        let themes = plan::themes::list(&mut reader, sheet.plan.id).await?;
        let cards = commitment::being_written(&visitor.actor, &mut reader, sheet.plan.id).await?;
        let frame = visitor.frame("admin");
        let parents = cards.iter().filter(|card| card.level == Level::Commitment && card.id != id);
        Ok(Self {
            themes: themes.iter().map(|theme| (theme.id.to_string(), frame.text(&theme.name).to_owned())).collect(),
            parents: parents
                .map(|card| (card.id.to_string(), numbered(&card.national_number, frame.text(&card.title))))
                .collect(),
            form: form.unwrap_or_else(|| fields::filled(&sheet.commitment)),
            commitment: sheet.commitment,
            lacks,
            refused: false,
            decides: visitor.actor.may(Permission::PublishPlans),
            theirs: Vec::new(),
            frame,
        })
    }

    /// Says what an act of life found wrong: what the commitment lacks, or the reason.
    pub(super) fn with(mut self, faults: Faults) -> Self {
        match faults.of("reason") {
            Some(fault) => self.form.fault("reason", fault),
            None => self.refused = true,
        }
        self
    }

    /// Shows what somebody else wrote beside what was typed, and lets the next try go over it.
    fn tell_conflict(&mut self) {
        let form = std::mem::take(&mut self.form);
        let told = fields::texts(&self.commitment).into_iter().filter(|(name, text)| text.fr != form.value(name));
        let label = |name: &str| self.frame.t.get(format!("commitment-{}", name.replace('_', "-"))).to_string();
        let difference = |name: &str, text: &LocalizedText| Difference::of(self.frame.t, &text.fr, form.value(name));
        self.theirs = told.filter_map(|(name, text)| Some((label(name), difference(name, text)?))).collect();
        self.form = form.with("version", self.commitment.version.to_string());
    }

    fn levels(&self) -> Vec<(&'static str, String)> {
        Level::ALL.iter().map(|level| (level.code(), self.frame.t.choice("level-title", *level).to_string())).collect()
    }

    fn is(&self, state: &str) -> bool {
        CommitmentState::from_code(state).is_ok_and(|state| self.commitment.state == state)
    }

    fn lack(&self, lack: &Lack) -> String {
        self.frame.t.get(format!("commitment-lack-{}", lack.code().replace('_', "-"))).to_string()
    }
}
