//! The small tables of a snapshot, read whole when it is opened.

use serde::{Deserialize, Serialize};

/// What the numbers of the columns stand for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Tables {
    /// The places, by number.
    pub(crate) places: Vec<PlaceRow>,
    /// The pairs of themes, by number.
    pub(crate) themes: Vec<[u32; 2]>,
    /// What lengths are compared with.
    pub(crate) means: Means,
    /// How many other names lead to a document.
    pub(crate) aliases: u32,
}

/// A commune, or what is not known more finely than a department.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct PlaceRow {
    /// The department, or nothing.
    pub(crate) department: String,
    /// The name of the commune as first met, or nothing.
    pub(crate) commune: String,
    /// Its code, when a source gives it.
    pub(crate) code: String,
}

/// The mean lengths of the texts, in bytes, of those that have one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) struct Means {
    /// Of names.
    pub(crate) name: f32,
    /// Of purposes.
    pub(crate) purpose: f32,
    /// Of the objects of lobbying and of grants, all of an entry together.
    pub(crate) objects: f32,
}

impl Default for Means {
    fn default() -> Self {
        Self { name: 1.0, purpose: 1.0, objects: 1.0 }
    }
}
