//! Which organisations of the registers are known here already, and by what.

use fabrique_domain::{id::OrganisationId, organisation::Organisation};

use crate::{
    Reader, Result,
    column::record,
    query::{fetch_all, fetch_optional, places},
};

/// An organisation that did something here, and has a number by which the directory may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The organisation.
    pub id: OrganisationId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its number in a public register.
    pub register_number: String,
    /// How many published proposals were made in its name.
    pub proposals: i64,
    /// How many published arguments.
    pub arguments: i64,
    /// How many published commitments it carries or supports.
    pub commitments: i64,
    /// How many published answers it gave.
    pub answers: i64,
}

record!(Known { id, slug, name, register_number, proposals, arguments, commitments, answers });

const KNOWN: &str = "SELECT * FROM (
        SELECT o.id AS id, o.slug AS slug, o.name AS name, o.register_number AS register_number,
            (SELECT COUNT(*) FROM proposals p WHERE p.organisation_id = o.id AND p.state = 'published') AS proposals,
            (SELECT COUNT(*) FROM arguments a WHERE a.organisation_id = o.id AND a.state = 'published') AS arguments,
            (SELECT COUNT(*) FROM carriers k JOIN commitments c ON c.id = k.commitment_id
                WHERE k.organisation_id = o.id AND c.state = 'published') AS commitments,
            (SELECT COUNT(*) FROM responses r WHERE r.institution_id = o.id AND r.state = 'published') AS answers
        FROM organisations o WHERE o.register_number <> '') AS told
    WHERE proposals + arguments + commitments + answers > 0 ORDER BY register_number, id LIMIT $1";

/// The organisations that contributed, carry or answered here, with what they did. Counts rows: for what the page of a
/// discovery says, never for one that everybody reads.
///
/// # Errors
/// When the database refuses.
pub async fn known(reader: &mut Reader, limit: i64) -> Result<Vec<Known>> {
    fetch_all!(reader, KNOWN, limit)
}

/// The organisation of the platform that has one of some numbers in a public register, the first that was added.
///
/// # Errors
/// When the database refuses.
pub async fn by_numbers(reader: &mut Reader, numbers: &[String]) -> Result<Option<Organisation>> {
    if numbers.is_empty() {
        return Ok(None);
    }
    let places = places(1, numbers.len());
    let sql =
        format!("SELECT * FROM organisations WHERE register_number IN ({places}) ORDER BY created_at, id LIMIT 1");
    fetch_optional!(reader, sqlx::AssertSqlSafe(sql.as_str()); each numbers)
}

const OF_UNIT: &str = "SELECT * FROM organisations WHERE register_number >= $1 AND register_number < $2
    ORDER BY created_at, id LIMIT 1";

/// The organisation of the platform whose SIREN is this one, or one of whose SIRET begins with it.
///
/// # Errors
/// When the database refuses.
pub async fn by_siren(reader: &mut Reader, siren: &str) -> Result<Option<Organisation>> {
    if siren.len() != 9 {
        return Ok(None);
    }
    // A colon is the letter after the nine.
    fetch_optional!(reader, OF_UNIT, siren, format!("{siren}:"))
}
