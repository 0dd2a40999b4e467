//! What was worked out from the data, kept until something is written.
//!
//! Whoever keeps something names the state of the data that it was worked out from, read *before*
//! the data. A transaction changes the state before its author is told "done", so nothing found here
//! is older than what anybody was told.

use std::{
    borrow::Borrow,
    collections::HashMap,
    hash::Hash,
    sync::{PoisonError, RwLock},
};

/// Values by key, of one state of the data at a time, and of a bounded weight together.
#[derive(Debug)]
pub(crate) struct Memory<S, K, T> {
    most: usize,
    kept: RwLock<Generation<S, K, T>>,
}

#[derive(Debug)]
struct Generation<S, K, T> {
    state: S,
    weight: usize,
    values: HashMap<K, T>,
}

impl<S: Default + Copy + PartialOrd, K: Eq + Hash, T: Clone> Memory<S, K, T> {
    /// A memory that holds values of this weight at most.
    pub(crate) fn of(most: usize) -> Self {
        let kept = Generation { state: S::default(), weight: 0, values: HashMap::new() };
        Self { most, kept: RwLock::new(kept) }
    }

    /// The value that was worked out in this state.
    pub(crate) fn find<Q: Eq + Hash + ?Sized>(&self, key: &Q, state: S) -> Option<T>
    where
        K: Borrow<Q>,
    {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        (kept.state == state).then(|| kept.values.get(key).cloned()).flatten()
    }

    /// Keeps a value, in the place of an older one, if there is room; a later state drops all that was
    /// kept in an earlier one.
    pub(crate) fn keep(&self, key: K, state: S, value: T, weight: usize) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if kept.state < state {
            *kept = Generation { state, weight: 0, values: HashMap::new() };
        }
        let fits = kept.weight + weight <= self.most;
        if kept.state == state && fits && kept.values.insert(key, value).is_none() {
            kept.weight += weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_in_its_own_state_only() {
        let memory: Memory<u64, String, u8> = Memory::of(10);
        memory.keep("a".to_owned(), 2, 1, 1);
        assert_eq!(memory.find("a", 2), Some(1));
        assert_eq!(memory.find("a", 3), None);
        memory.keep("a".to_owned(), 1, 7, 1);
        assert_eq!(memory.find("a", 2), Some(1), "what was worked out earlier replaces nothing");
        memory.keep("b".to_owned(), 3, 2, 1);
        assert_eq!((memory.find("a", 3), memory.find("b", 3)), (None, Some(2)));
    }

    #[test]
    fn what_does_not_fit_is_not_kept() {
        let memory: Memory<u64, u8, u8> = Memory::of(2);
        for key in 0..3 {
            memory.keep(key, 1, key, 1);
        }
        assert_eq!([0, 1, 2].map(|key| memory.find(&key, 1)), [Some(0), Some(1), None]);
    }
}
