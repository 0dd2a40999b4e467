//! The accessibility statement: what an audit found, and "non conforme" until there is one.

use fabrique_domain::{
    Date,
    account::{Actor, Permission},
    content::{AccessibilityAudit, Auditor, Conformity, CriteriaMet, Page},
    text::{Fault, Line},
};
use fabrique_storage::{Reader, Tx, content};

use super::find;
use crate::{Error, Platform, Result, error::need};

/// What is said of the accessibility of this instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The words around it.
    pub page: Page,
    /// What may be said today.
    pub conformity: Conformity,
    /// The audit that says it, even when it no longer holds.
    pub audit: Option<AccessibilityAudit>,
}

/// The accessibility statement as it reads `today`. Anyone may read it.
///
/// # Errors
/// When storage fails.
pub async fn statement(reader: &mut Reader, today: Date) -> Result<Statement> {
    let page = find(reader, "accessibility").await?;
    let audit = content::latest_audit(reader).await?;
    Ok(Statement { page, conformity: said_by(audit.as_ref(), today), audit })
}

/// What may be said `today` of the accessibility of this instance, for the foot of every page.
///
/// # Errors
/// When storage fails.
pub async fn conformity(reader: &mut Reader, today: Date) -> Result<Conformity> {
    Ok(said_by(content::latest_audit(reader).await?.as_ref(), today))
}

fn said_by(audit: Option<&AccessibilityAudit>, today: Date) -> Conformity {
    audit.map_or(Conformity::NotConforming, |audit| audit.conformity_on(today))
}

/// An audit that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// The body that audited.
    pub auditor: Auditor,
    /// What it counted.
    pub criteria: CriteriaMet,
    /// The address of its report, or nothing.
    pub report: Line<0, 300>,
    /// When it was made; never in the future.
    pub audited_on: Date,
}

/// Records an audit; the statement follows from it at once.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] on `audited_on` when that day has not come, on `report`
/// when it is no address of the web.
pub async fn record_audit(platform: &Platform, actor: &Actor, tx: &mut Tx, audit: &Audit) -> Result<()> {
    need(actor, Permission::EditPages)?;
    if audit.audited_on > tx.now().date(&platform.site.zone) {
        return Err(Error::field("audited_on", Fault::Order));
    }
    if !audit.report.is_empty() && !audit.report.starts_with("https://") && !audit.report.starts_with('/') {
        return Err(Error::field("report", Fault::Malformed));
    }
    let record = AccessibilityAudit {
        auditor: audit.auditor.to_string(),
        conformity: Conformity::of(audit.criteria),
        criteria_met: audit.criteria.met(),
        criteria_applicable: audit.criteria.applicable(),
        report: audit.report.to_string(),
        audited_on: audit.audited_on,
    };
    Ok(content::record_audit(tx, &record).await?)
}
