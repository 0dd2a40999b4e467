//! Commitments, actions and initiatives: written by those who will carry them, published by the
//! coordinator, changed afterwards only with a reason that everybody reads.

mod access;
mod carriers;
mod clause;
mod draft;
mod fields;
mod history;
mod indicator;
mod life;
mod lineage;
mod list;
mod milestone;
mod sheet;

pub use access::may_change;
pub use carriers::{CarrierChoice, set_carriers};
pub use clause::{
    ChangeReason, ClauseChange, ClauseSheet, NewClause, Repeal, add_clause, amend_clause, read_clause, repeal_clause,
};
pub use draft::{Draft, draft};
pub use fields::{FieldText, Fields, ShortText, Summary, edit};
pub use history::{History, history};
pub use indicator::{IndicatorInput, add_indicator, edit_indicator, remove_indicator};
pub use life::{check_plan_publishable, hand_back, lacks, publish, submit, withdraw};
pub use lineage::{descend, earlier_choices, forget_descent};
pub use list::{
    Entry, Facet, Group, Listing, PlanFilter, PlanList, all, being_written, carried_by, of_plan, opens_in_its_room,
};
pub use milestone::{MilestoneInput, add_milestone, edit_milestone, remove_milestone};
pub use sheet::{Sheet, read};
