//! The answer on the page of its contribution: given, or hollow with how long it has been awaited.

use askama::Template;
use fabrique_app::{
    address, markdown,
    response::{self, Standing},
};
use fabrique_domain::{
    consultation::Consultation,
    id::ResponseId,
    proposal::Proposal,
    response::{AnswerState, Decision},
};
use fabrique_storage::Reader;

use super::{capital, drawn};
use crate::{frame::Frame, problem::Problem};

/// The panel that the page of a contribution shows. Written into it with `{{ answer|safe }}`.
#[derive(Template)]
#[template(path = "response/_answer.html")]
pub(crate) struct AnswerPanel {
    frame: Frame,
    /// Where the contribution stands with its answer.
    pub(crate) standing: Standing,
}

impl AnswerPanel {
    /// Reads where the contribution stands.
    pub(crate) async fn read(
        reader: &mut Reader,
        frame: &Frame,
        proposal: &Proposal,
        consultation: &Consultation,
    ) -> Result<Self, Problem> {
        let standing = response::standing(reader, proposal, consultation).await?;
        Ok(Self { frame: frame.clone(), standing })
    }

    fn class(&self) -> &'static str {
        match &self.standing {
            Standing::Answered(answer) => drawn(answer.answer.decision),
            Standing::Awaited(_) | Standing::NotOwed => "owed",
        }
    }

    fn decision(&self, decision: &Decision) -> String {
        capital(&self.frame.t.choice("decision", *decision).to_string())
    }

    fn excerpt(&self, reason: &fabrique_domain::LocalizedText) -> String {
        markdown::excerpt(self.frame.text(reason), 400)
    }

    #[expect(clippy::unused_self, reason = "the template reaches it through the panel")]
    fn path(&self, id: &ResponseId) -> String {
        address::response(*id)
    }

    /// By when the answer is promised, or was.
    fn due(&self, waiting: &response::Waiting) -> String {
        let key = if waiting.state == AnswerState::Late { "response-was-due" } else { "response-due" };
        self.frame.t.get(key).with("date", self.frame.day(&waiting.due)).to_string()
    }
}
