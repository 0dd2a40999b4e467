//! What texts mean, learnt from the texts themselves.
//!
//! Words that stand near the same words mean nearly the same. Co-occurrences within a window are
//! weighed by their positive pointwise mutual information, and a truncated singular value
//! decomposition keeps what they have in common (O. Levy, Y. Goldberg, I. Dagan, "Improving
//! Distributional Similarity with Lessons Learned from Word Embeddings", TACL 3, 2015). A text is the
//! average of its words weighted by their rarity, without the direction that all texts share (S.
//! Arora, Y. Liang, T. Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017).

mod cells;
mod codes;
mod cooccurrence;
mod corpus;
mod decomposition;
mod folder;
mod matrix;
mod model;
mod near;
mod sections;

pub use corpus::Corpus;
pub(crate) use folder::Folder;
pub use model::{Learning, Model};
pub use near::{Near, Writer};
