//! Which register says which fact of an entry.

use fabrique_directory::{Entry, Provenance, Source};
use fabrique_domain::directory::Fact;

/// The registers that publish a fact, in the order in which an entry takes it from them.
const fn publishers(fact: Fact) -> &'static [Source] {
    use Source::{Amalia, Grants, Hatvp, Institutions, Rna, Sirene};
    match fact {
        Fact::Name | Fact::Kind | Fact::Numbers => &[Rna, Amalia, Institutions, Sirene, Hatvp],
        Fact::Purpose => &[Rna, Amalia, Institutions],
        Fact::Themes => &[Rna],
        Fact::Seat => &[Rna, Amalia, Institutions, Hatvp],
        Fact::Created => &[Rna, Amalia, Sirene],
        Fact::Dissolved => &[Rna, Amalia],
        Fact::Size => &[Sirene],
        Fact::Recognised => &[Rna, Sirene],
        Fact::Website => &[Rna, Institutions, Hatvp],
        Fact::Parent => &[Institutions],
        Fact::Lobbying => &[Hatvp],
        Fact::Funding => &[Grants],
        Fact::Here => &[],
    }
}

/// Who says a fact of an entry: the first register that publishes it and speaks of the entry.
#[must_use]
pub fn told_by(entry: &Entry, fact: Fact) -> Option<&Provenance> {
    let of = |source: &Source| entry.provenance.iter().find(|one| one.source == *source);
    publishers(fact).iter().find_map(of)
}
