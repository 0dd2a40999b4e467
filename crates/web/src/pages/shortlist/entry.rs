//! `GET` and `POST /shortlists/{id}/entries/{entry}`: one organisation of a list, its notes, its place, its marks.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    shortlist::{self, Annotation, EntryPage, Move},
};
use fabrique_domain::{
    id::{EntryId, ShortlistId},
    shortlist::{Found, Notes, ShortlistEntry, Stake, Why, reason},
};
use fabrique_storage::transact;

use super::{done, head::Head, identifier, show::Row};
use crate::{
    form::{self, FormState, Typed},
    frame::Frame,
    problem::Problem,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "shortlist/entry.html")]
struct Entry {
    frame: Frame,
    head: Head,
    row: Row,
    form: FormState,
    marks: Vec<Stake>,
    /// What somebody else wrote in between, beside what was typed.
    changed: bool,
}

impl Entry {
    async fn read(web: &Web, visitor: &Visitor, at: (ShortlistId, EntryId)) -> Result<Self, Problem> {
        let mut reader = web.platform.store.read().await?;
        let EntryPage { access, entry, registered, marks } =
            shortlist::entry(&web.platform, &visitor.actor, &mut reader, at).await?;
        let form = FormState::default()
            .with("why", entry.why.clone())
            .with("notes", entry.notes.clone())
            .with("version", entry.version.to_string());
        let row = Row::new(entry, &registered, &[]);
        Ok(Self {
            frame: visitor.frame("account"),
            head: Head::new(&access, "entry"),
            row,
            form,
            marks,
            changed: false,
        })
    }

    fn entry(&self) -> &ShortlistEntry {
        &self.row.entry
    }

    fn mark(&self, one: &Stake) -> String {
        let axis = fabrique_domain::Choice::code(one.axis);
        self.frame.t.get(format!("shortlist-marked-{axis}")).with("mark", one.mark.number()).to_string()
    }

    fn until(&self, one: &Stake) -> Option<String> {
        one.replaced_at.map(|at| self.frame.day(&at))
    }
}

type At = Path<(String, String)>;

fn at((list, entry): &(String, String)) -> Result<(ShortlistId, EntryId), Problem> {
    Ok((identifier(list)?, identifier(entry)?))
}

pub(super) async fn show(State(web): State<Arc<Web>>, visitor: Visitor, Path(path): At) -> PageResult {
    visitor.page(&Entry::read(&web, &visitor, at(&path)?).await?)
}

pub(super) async fn save(State(web): State<Arc<Web>>, visitor: Visitor, Path(path): At, typed: Typed) -> PageResult {
    let at = at(&path)?;
    let page = Entry::read(&web, &visitor, at).await?;
    let mut form = FormState::from(typed);
    let found = Found { origin: page.entry().origin, sought: page.entry().sought.clone() };
    let why = form.read("why", |why| reason(why, &found));
    let notes = form.read("notes", Notes::parse);
    let version = form.read("version", form::number);
    let mut changed = false;
    if let (Some(why), Some(notes), Some(version)) = (why, notes, version) {
        let annotation = Annotation { why, notes };
        let kept = transact!(web.platform.store, |tx| {
            shortlist::annotate(&visitor.actor, tx, at, version, &annotation).await
        });
        match kept {
            Err(Error::Changed) => changed = true,
            outcome => {
                outcome?;
                return Ok(done(at.0, "saved"));
            }
        }
    }
    // What was typed is sent over what is there now, once the person has read it.
    let now = page.entry().version.to_string();
    let form = if changed { form.with("version", now) } else { form };
    visitor.again(&Entry { form, changed, ..page })
}

pub(super) async fn rearrange(
    State(web): State<Arc<Web>>,
    visitor: Visitor,
    Path(path): At,
    typed: Typed,
) -> PageResult {
    let at = at(&path)?;
    let movement = match FormState::from(typed).value("to") {
        "up" => Move::Up,
        "down" => Move::Down,
        "first" => Move::First,
        _ => return Err(Problem::Invalid("to")),
    };
    transact!(web.platform.store, |tx| shortlist::rearrange(&visitor.actor, tx, at, movement).await)?;
    Ok(Redirect::to(&format!("/shortlists/{}#e-{}", at.0, at.1)).into_response())
}

pub(super) async fn remove(State(web): State<Arc<Web>>, visitor: Visitor, Path(path): At, typed: Typed) -> PageResult {
    let at = at(&path)?;
    let mut form = FormState::from(typed);
    let Some(why) = form.read("removed_why", Why::parse) else {
        let page = Entry::read(&web, &visitor, at).await?;
        return visitor.again(&Entry { form: page.form.clone().under(form), ..page });
    };
    transact!(web.platform.store, |tx| shortlist::remove(&visitor.actor, tx, at, &why).await)?;
    Ok(done(at.0, "removed"))
}

pub(super) async fn restore(State(web): State<Arc<Web>>, visitor: Visitor, Path(path): At) -> PageResult {
    let at = at(&path)?;
    transact!(web.platform.store, |tx| shortlist::restore(&visitor.actor, tx, at).await)?;
    Ok(Redirect::to(&format!("/shortlists/{}?done=restored#e-{}", at.0, at.1)).into_response())
}
