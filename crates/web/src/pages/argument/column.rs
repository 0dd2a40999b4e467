//! `GET /proposals/{id}/arguments/{side}`: a whole column, a page at a time.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use fabrique_app::{argument, argument::After, consultation, proposal};
use fabrique_domain::{
    Choice,
    id::ProposalId,
    proposal::{Proposal, ProposalState, Side},
};

use super::{ArgumentView, HiddenView};
use crate::{
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

/// How many arguments a page has.
const PAGE: usize = 50;

#[derive(Debug, Template)]
#[template(path = "argument/column.html")]
struct ColumnPage {
    frame: Frame,
    proposal: Proposal,
    code: &'static str,
    title: String,
    is_first: bool,
    is_open: bool,
    arguments: Vec<ArgumentView>,
    hidden: Vec<HiddenView>,
    next: Option<String>,
}

pub(super) async fn show(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path((id, side)): Path<(ProposalId, String)>,
) -> PageResult {
    let side = Side::from_code(&side).map_err(|_| Problem::NotFound)?;
    let after = place(visitor.uri.query().unwrap_or_default())?;
    let reader = &mut web.platform.store.read().await?;
    let proposal = proposal::show(&visitor.actor, reader, id).await?;
    let consultation = consultation::find(&visitor.actor, reader, proposal.consultation_id).await?;
    let column = argument::list(&visitor.actor, reader, id, side, after, PAGE).await?;
    let frame = visitor.frame("consultations");
    visitor.page(&ColumnPage {
        code: side.code(),
        title: visitor.texts.choice("side", side).to_string(),
        is_first: after.is_none(),
        is_open: consultation.course().is_open(reader.now()) && proposal.state == ProposalState::Published,
        arguments: ArgumentView::all(&visitor, &frame, &column),
        hidden: ArgumentView::hidden(&column),
        next: column.next.map(|after| format!("?after={}.{}", after.useful_rank, after.id)),
        frame,
        proposal,
    })
}

/// Where a page begins: `after=<marks>.<id>`, as the page before wrote it.
fn place(query: &str) -> Result<Option<After>, Problem> {
    let mut fields = form_urlencoded::parse(query.as_bytes());
    let Some((_, typed)) = fields.find(|(name, _)| name == "after") else { return Ok(None) };
    let read = |typed: &str| {
        let (useful_rank, id) = typed.split_once('.')?;
        Some(After { useful_rank: useful_rank.parse().ok()?, id: id.parse().ok()? })
    };
    read(&typed).map(Some).ok_or(Problem::Invalid("after"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written_and_nothing_else() {
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        let after = place(&format!("lang=fr&after=12.{id}")).unwrap().unwrap();
        assert_eq!((after.useful_rank, after.id.to_string().as_str()), (12, id));
        assert!(place("lang=fr").unwrap().is_none());
        for wrong in ["after=", "after=12", "after=x.y", "after=12.nothing"] {
            assert!(matches!(place(wrong), Err(Problem::Invalid("after"))), "{wrong}");
        }
    }
}
