//! What other rooms say on the page of a proposal: positions, answer, arguments, remarks,
//! amendments. Each
//! writes its own section; this page only says in which order they stand.

use askama::Template;
use fabrique_domain::{consultation::Consultation, proposal::Proposal};
use fabrique_storage::Reader;

use crate::{
    pages::{amendment::Amendments, argument::Sides, position::Stance, remark::RemarksPanel, response::AnswerPanel},
    problem::Problem,
    visitor::Visitor,
};

/// The sections under the text of a proposal, as HTML.
#[derive(Default)]
pub(super) struct Panels {
    pub(super) sections: Vec<String>,
}

impl Panels {
    /// The sections that the visitor sees.
    pub(super) async fn read(
        visitor: &Visitor,
        reader: &mut Reader,
        consultation: &Consultation,
        proposal: &Proposal,
    ) -> Result<Self, Problem> {
        let frame = visitor.frame("consultations");
        let stance = Stance::of(visitor, reader, consultation, proposal).await?;
        let answer = AnswerPanel::read(reader, &frame, proposal, consultation).await?;
        let sides = Sides::of(visitor, reader, consultation, proposal).await?;
        let amendments = Amendments::of(visitor, reader, consultation, proposal).await?;
        let remarks = RemarksPanel::of(visitor, reader, proposal).await?;
        let sections =
            vec![stance.render()?, answer.render()?, sides.render()?, remarks.render()?, amendments.render()?];
        Ok(Self { sections })
    }
}
