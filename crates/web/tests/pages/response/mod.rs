//! What citizens read of answers, and what those who answer do at their desk.

mod bureau;
mod desk;
mod public;
