//! Published files become entries: what is read, joined, refused, replaced.

mod changing;
mod house;
mod joining;
mod reading;
mod real;
mod refusing;
mod surviving;
