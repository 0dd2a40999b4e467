//! The addresses of public things, from the root of the site. The nouns are those of the domain;
//! once released they do not change.

use fabrique_domain::id::{CommitmentId, DirectoryRequestId, ProposalId, ResponseId};

/// A plan.
#[must_use]
pub fn plan(slug: &str) -> String {
    format!("/plans/{slug}")
}

/// A consultation.
#[must_use]
pub fn consultation(slug: &str) -> String {
    format!("/consultations/{slug}")
}

/// A proposal.
#[must_use]
pub fn proposal(id: ProposalId) -> String {
    format!("/proposals/{id}")
}

/// A reasoned response.
#[must_use]
pub fn response(id: ResponseId) -> String {
    format!("/responses/{id}")
}

/// A commitment, action or initiative.
#[must_use]
pub fn commitment(id: CommitmentId) -> String {
    format!("/commitments/{id}")
}

/// A clause of a commitment.
#[must_use]
pub fn clause(commitment: CommitmentId, number: i64) -> String {
    format!("/commitments/{commitment}/clauses/{number}")
}

/// An organisation.
#[must_use]
pub fn organisation(slug: &str) -> String {
    format!("/organisations/{slug}")
}

/// Something asked of the coordination about the directory.
#[must_use]
pub fn directory_request(id: DirectoryRequestId) -> String {
    format!("/directory/requests/{id}")
}

/// A page of content.
#[must_use]
pub fn page(slug: &str) -> String {
    format!("/pages/{slug}")
}

/// The page that a link of a mail opens, to sign in.
#[must_use]
pub fn sign_in_link(token: &str) -> String {
    format!("/sign-in/link/{token}")
}
