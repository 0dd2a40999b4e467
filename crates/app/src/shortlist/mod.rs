//! Short lists of organisations: kept by people, shared by them, and judged by them on the grid of interest and
//! influence. Roles give no right on a list, not even to those who run the instance: it is a working paper.

mod access;
mod asked;
mod column;
mod coverage;
mod entry;
mod export;
mod grid;
mod keep;
mod read;
mod registered;
mod share;

pub use access::Access;
pub use asked::{Asked, since_when, times_asked, times_asked_under_any_name};
pub use column::{ColumnReport, add_column};
pub use coverage::{ListCoverage, coverage};
pub use entry::{
    Added, Addition, Annotation, HandWritten, Move, add, add_by_hand, annotate, rearrange, remove, restore,
};
pub use export::{Export, export, export_by_link};
pub use grid::{Grid, Placed, Placement, Placing, grid, place};
pub use keep::{Description, create, describe, erase, list};
pub use read::{EntryPage, ListPage, by_link, entry, show, writable};
pub use registered::Registered;
pub use share::{MEMBER_LIMIT, link_of, members, name_member, remove_member, set_link};
