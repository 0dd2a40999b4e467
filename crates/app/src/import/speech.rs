//! Keeping what people said of a proposal elsewhere: arguments for and against, and remarks that
//! are neither.

use fabrique_domain::{
    account::AuthorKind,
    id::{ArgumentId, Id, RemarkId},
    proposal::{Argument, ArgumentState, Proposal, Remark, Side},
};
use fabrique_imports as elsewhere;
use fabrique_storage::{
    Reader, Tx, argument,
    import::{self, Key},
    remark,
};

use super::{
    keep::{NO_NAME, TAKEN_OUT, moment, verdict, whole},
    place::Place,
    report::{Outcome, Report},
};
use crate::{Error, Result};

/// Something that somebody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Speech {
    /// Its kind in keys: identifiers are unique among those of the same kind.
    pub(super) collection: &'static str,
    pub(super) external_id: String,
    pub(super) side: elsewhere::Side,
    pub(super) body: String,
    pub(super) author: Option<String>,
    pub(super) created_at: Option<i64>,
    pub(super) useful: u64,
    pub(super) trashed: bool,
}

impl From<&elsewhere::Argument> for Speech {
    fn from(argument: &elsewhere::Argument) -> Self {
        Self {
            collection: "argument",
            external_id: argument.external_id.clone(),
            side: argument.side,
            body: argument.body_markdown.clone(),
            author: argument.author_label.clone(),
            created_at: argument.created_at,
            useful: argument.useful_votes,
            trashed: argument.trashed,
        }
    }
}

/// By how much the two columns of a proposal grow.
#[derive(Debug, Clone, Copy, Default)]
struct Growth {
    pro: i64,
    contra: i64,
}

impl Speech {
    pub(super) fn digest(&self) -> Vec<u8> {
        let numbers = format!("{:?} {:?} {} {}", self.side, self.created_at, self.useful, self.trashed);
        import::digest([self.body.as_str(), self.author.as_deref().unwrap_or_default(), &numbers])
    }

    /// The collection it is counted under.
    pub(super) fn kind(&self) -> &'static str {
        if self.side().is_some() { "arguments" } else { "remarks" }
    }

    fn side(&self) -> Option<Side> {
        match self.side {
            elsewhere::Side::For => Some(Side::For),
            elsewhere::Side::Against => Some(Side::Against),
            elsewhere::Side::Neutral => None,
        }
    }

    fn author_name(&self) -> String {
        self.author.clone().unwrap_or_else(|| NO_NAME.to_owned())
    }

    fn argument(&self, id: ArgumentId, reader: &Reader, proposal: &Proposal, side: Side) -> Argument {
        Argument {
            id,
            proposal_id: proposal.id,
            author_id: None,
            author_name: self.author_name(),
            author_kind: AuthorKind::Citizen,
            organisation_id: None,
            side,
            body: self.body.clone(),
            state: if self.trashed { ArgumentState::Hidden } else { ArgumentState::Published },
            state_reason: if self.trashed { TAKEN_OUT.to_owned() } else { String::new() },
            useful: 0,
            historic_useful: whole(self.useful),
            created_at: moment(reader, self.created_at),
        }
    }
}

/// Keeps what was said of one proposal, and moves its counters once.
pub(super) async fn keep_all(
    tx: &mut Tx,
    place: &Place,
    proposal: &Proposal,
    speeches: &[Speech],
    report: &mut Report,
) -> Result<()> {
    let mut growth = Growth::default();
    for speech in speeches {
        let outcome = keep(tx, place, proposal, speech, &mut growth).await?;
        report.count(speech.kind(), outcome);
    }
    Ok(import::count_arguments(tx, proposal.id, proposal.consultation_id, growth.pro, growth.contra).await?)
}

async fn keep(
    tx: &mut Tx,
    place: &Place,
    proposal: &Proposal,
    speech: &Speech,
    growth: &mut Growth,
) -> Result<Outcome> {
    let (source, collection) = (place.source.as_str(), speech.collection);
    let key = Key { source, collection, external_id: &speech.external_id };
    let (known, digest) = (import::find(tx, key).await?, speech.digest());
    let outcome = verdict(known.as_ref(), &digest);
    if outcome == Outcome::Unchanged {
        return Ok(outcome);
    }
    let uuid = known.map_or_else(|| tx.new_id::<ArgumentId>().uuid(), |known| known.entity_id);
    match speech.side() {
        Some(side) => keep_argument(tx, proposal, speech, side, ArgumentId::from_uuid(uuid), growth).await?,
        None => keep_remark(tx, proposal, speech, RemarkId::from_uuid(uuid), outcome).await?,
    }
    import::remember(tx, key, ArgumentId::from_uuid(uuid), digest).await?;
    Ok(outcome)
}

async fn keep_argument(
    tx: &mut Tx,
    proposal: &Proposal,
    speech: &Speech,
    side: Side,
    id: ArgumentId,
    growth: &mut Growth,
) -> Result<()> {
    let after = speech.argument(id, tx, proposal, side);
    let before = argument::find(tx, id).await?;
    match &before {
        Some(_) => import::rewrite_argument(tx, &after).await?,
        None => argument::insert(tx, &after).await?,
    }
    if let Some(before) = &before {
        growth.count(before, -1);
    }
    growth.count(&after, 1);
    Ok(())
}

async fn keep_remark(tx: &mut Tx, proposal: &Proposal, speech: &Speech, id: RemarkId, outcome: Outcome) -> Result<()> {
    let remark = Remark {
        id,
        proposal_id: proposal.id,
        author_name: speech.author_name(),
        body: if speech.trashed { TAKEN_OUT.to_owned() } else { speech.body.clone() },
        created_at: moment(tx, speech.created_at),
    };
    match outcome {
        Outcome::Created => remark::insert(tx, &remark).await?,
        Outcome::Updated => remark::rewrite(tx, &remark).await?,
        Outcome::Unchanged => {}
    }
    Ok(())
}

impl Growth {
    fn count(&mut self, argument: &Argument, by: i64) {
        match (argument.state, argument.side) {
            (ArgumentState::Published, Side::For) => self.pro += by,
            (ArgumentState::Published, Side::Against) => self.contra += by,
            _ => {}
        }
    }
}

/// What would become of what was said, without writing.
pub(super) async fn foresee_all(
    reader: &mut Reader,
    place: Option<&Place>,
    speeches: &[Speech],
    report: &mut Report,
) -> Result<(), Error> {
    for speech in speeches {
        let key = (speech.collection, speech.external_id.as_str());
        let outcome = super::keep::foresee(reader, place, key, &speech.digest()).await?;
        report.count(speech.kind(), outcome);
    }
    Ok(())
}
