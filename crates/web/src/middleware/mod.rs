//! What every request passes through.

pub(crate) mod address;
pub(crate) mod cross_site;
pub(crate) mod headers;
pub(crate) mod health;
pub(crate) mod log;
pub(crate) mod rate;
