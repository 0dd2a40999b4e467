//! The public registers, and where each is published.

use serde::{Deserialize, Serialize};

/// A public source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The national register of associations.
    Rna,
    /// The register of the courts of Alsace and Moselle.
    Amalia,
    /// The register of interest representatives.
    Hatvp,
    /// The register of legal units.
    Sirene,
    /// Lists of grants.
    Grants,
    /// The directory of the administration.
    Institutions,
}

impl Source {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Rna, Self::Amalia, Self::Hatvp, Self::Sirene, Self::Grants, Self::Institutions];

    /// Its name in commands, addresses and folders.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rna => "rna",
            Self::Amalia => "amalia",
            Self::Hatvp => "hatvp",
            Self::Sirene => "sirene",
            Self::Grants => "grants",
            Self::Institutions => "institutions",
        }
    }

    /// The licence under which it is published, unless a delivery says another.
    #[must_use]
    pub const fn licence(self) -> &'static str {
        "Licence Ouverte 2.0"
    }

    /// The page at which it is published, unless a delivery says another; grants are published by each giver.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::Rna => "https://www.data.gouv.fr/datasets/repertoire-national-des-associations",
            Self::Amalia => "https://www.data.gouv.fr/organizations/ministere-de-la-justice",
            Self::Hatvp => "https://www.hatvp.fr/open-data-repertoire/",
            Self::Sirene => {
                "https://www.data.gouv.fr/datasets/base-sirene-des-entreprises-et-de-leurs-etablissements-siren-siret"
            }
            Self::Grants => "https://www.data.gouv.fr/datasets/plf-jaune-associations-subventionnees",
            Self::Institutions => {
                "https://www.data.gouv.fr/datasets/referentiel-de-lorganisation-administrative-de-letat"
            }
        }
    }
}
