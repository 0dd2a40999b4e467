//! Whole-platform stories in the words of the domain, on both databases, and what must hold of the
//! source itself: which way dependencies point, and that every word of the interface exists.

#[cfg(test)]
mod architecture;
#[cfg(test)]
mod catalogues;
