//! `GET` and `POST /admin/accessibility`: recording an accessibility audit.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use fabrique_app::{
    Error,
    content::accessibility::{self, Audit},
    error::need,
};
use fabrique_domain::{
    account::Permission,
    content::{Auditor, CriteriaMet},
    text::Line,
};
use fabrique_storage::transact;

use crate::{
    form::{self, FormState, Typed},
    frame::Frame,
    state::Web,
    visitor::{PageResult, Visitor},
};

#[derive(Template)]
#[template(path = "content/audit.html")]
struct AuditPage {
    frame: Frame,
    form: FormState,
}

pub(super) async fn show(visitor: Visitor) -> PageResult {
    need(&visitor.actor, Permission::EditPages)?;
    visitor.page(&AuditPage { frame: visitor.frame("admin"), form: FormState::default() })
}

pub(super) async fn record(State(web): State<Arc<Web>>, visitor: Visitor, typed: Typed) -> PageResult {
    need(&visitor.actor, Permission::EditPages)?;
    let mut form = FormState::from(typed);
    if let Some(audit) = read(&mut form) {
        match transact!(web.platform.store, |tx| {
            accessibility::record_audit(&web.platform, &visitor.actor, tx, &audit).await
        }) {
            Ok(()) => return Ok(Redirect::to("/accessibility").into_response()),
            Err(Error::Invalid(faults)) => form.add(faults),
            Err(error) => return Err(error.into()),
        }
    }
    visitor.again(&AuditPage { frame: visitor.frame("admin"), form })
}

fn read(form: &mut FormState) -> Option<Audit> {
    let auditor = form.read("auditor", Auditor::parse);
    let audited_on = form.read("audited_on", form::parsed);
    let (met, applicable) = (form.read("met", form::number), form.read("applicable", form::number));
    let report = form.read("report", Line::parse);
    let criteria = CriteriaMet::new(met?, applicable?).map_err(|fault| form.fault("met", fault)).ok();
    Some(Audit { auditor: auditor?, criteria: criteria?, report: report?, audited_on: audited_on? })
}
