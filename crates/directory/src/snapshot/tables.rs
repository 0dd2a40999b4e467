//! The small tables of a snapshot, read whole when it is opened.

use std::collections::BTreeMap;

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
    /// The departments of the places: not written, found anew when it is read.
    #[serde(skip)]
    pub(crate) departments: Departments,
}

impl Tables {
    /// Numbers the departments, so that none is looked for by its name for each of its communes.
    pub(crate) fn with_departments(mut self) -> Self {
        let mut numbers: BTreeMap<&str, u16> = BTreeMap::new();
        for place in &self.places {
            numbers.insert(&place.department, 0);
        }
        numbers.values_mut().zip(0..).for_each(|(value, next)| *value = next);
        let of_places = self.places.iter().map(|place| numbers[place.department.as_str()]).collect();
        let names = numbers.keys().map(|name| (*name).to_owned()).collect();
        self.departments = Departments { names, of_places };
        self
    }
}

/// The departments of the places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Departments {
    /// Their codes, in order.
    pub(crate) names: Vec<String>,
    /// The number of the department of each place.
    pub(crate) of_places: Vec<u16>,
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
