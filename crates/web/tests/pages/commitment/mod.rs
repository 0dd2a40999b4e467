//! Plans, commitments, clauses and the thread, as everybody reads them and as their authors write them.

mod desk;
mod public;
mod workshop;
