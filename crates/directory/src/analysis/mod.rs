//! From a text of a register, or of a person, to the words it is found by.
//!
//! A text is folded (lower case, no accent, no ligature) *before* anything else: the names of the
//! registers are in bare capitals, and a fifth of the accented words would miss their bare spelling
//! otherwise. It is then cut into words ([`words`]), and each word leads to a stem ([`stem()`]).

mod empty;
mod exceptions;
mod fold;
mod initials;
mod stem;
mod words;

pub(crate) use empty::is_empty_word;
pub(crate) use fold::fold;
pub(crate) use initials::initials;
pub(crate) use stem::stem;
pub(crate) use words::Words;
