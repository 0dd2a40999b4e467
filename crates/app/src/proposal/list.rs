//! The list of a consultation's proposals, a page at a time.

use std::{fmt, str::FromStr};

use fabrique_domain::{
    account::Actor,
    id::{ConsultationId, Id, ProposalId},
    proposal::ProposalSort,
    text::Fault,
};
use fabrique_storage::{
    Reader, proposal,
    proposal::{AnswerState, Cursor, Direction, FacetCount, Filter, Order, ProposalItem},
};
use uuid::Uuid;

use crate::{Result, consultation};

/// The proposals of a page.
pub const PAGE: usize = 20;

/// Where a page begins, as it stands in an address: nothing that a reader could want to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(Cursor);

/// Which page of which list is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// What is let through.
    pub filter: Filter,
    /// In which order.
    pub sort: ProposalSort,
    /// Where the random order begins; the same all along a visit.
    pub seed: u32,
    /// Where the page begins; none for the first.
    pub place: Option<Place>,
    /// How many proposals, at most: 1 to 100.
    pub limit: usize,
}

impl Query {
    /// The first page of everything, in an order.
    #[must_use]
    pub fn first(sort: ProposalSort) -> Self {
        Self { filter: Filter::default(), sort, seed: 0, place: None, limit: PAGE }
    }
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The proposals.
    pub items: Vec<ProposalItem>,
    /// The page before, if there is one.
    pub previous: Option<Place>,
    /// The page after, if there is one.
    pub next: Option<Place>,
    /// Published proposals by theme, kind and answer, whatever the filter.
    pub facets: Vec<FacetCount>,
}

/// A page of the published proposals of a consultation.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) when the consultation is not public.
pub async fn list(actor: &Actor, reader: &mut Reader, consultation: ConsultationId, query: &Query) -> Result<Listing> {
    let consultation = consultation::find(actor, reader, consultation).await?;
    let limit = query.limit.clamp(1, 100);
    let (order, filter) = (query.order(), query.filters());
    let cursor = query.place.map(|place| place.0);
    // One more than the page tells whether another follows.
    let more = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let mut items = proposal::list(reader, consultation.id, &filter, order, cursor, more).await?;
    let further = items.len() > limit;
    let backwards = cursor.is_some_and(|cursor| cursor.direction == Direction::Before);
    if further {
        items.remove(if backwards { 0 } else { limit });
    }
    let (before, after) = if backwards { (further, true) } else { (cursor.is_some(), further) };
    let place = |direction, item: Option<&ProposalItem>| {
        item.map(|item| Place(Cursor { direction, key: item.key, id: item.id }))
    };
    Ok(Listing {
        previous: place(Direction::Before, items.first()).filter(|_| before),
        next: place(Direction::After, items.last()).filter(|_| after),
        facets: proposal::facets(reader, consultation.id).await?,
        items,
    })
}

impl Query {
    fn order(&self) -> Order {
        match self.sort {
            ProposalSort::Random => Order::Random(i64::from(self.seed) << 31),
            ProposalSort::Recent => Order::Recent,
            ProposalSort::Supported => Order::Supported,
            ProposalSort::Discussed => Order::Discussed,
            ProposalSort::Unanswered => Order::Oldest,
        }
    }

    /// What is let through: the order "needing an answer" also leaves out what was answered.
    pub(crate) fn filters(&self) -> Filter {
        let awaiting = self.sort == ProposalSort::Unanswered;
        Filter {
            answer: if awaiting { Some(AnswerState::Awaiting) } else { self.filter.answer },
            ..self.filter.clone()
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = if self.0.direction == Direction::After { 'a' } else { 'b' };
        write!(f, "{side}{:016x}{}", self.0.key, self.0.id.uuid().simple())
    }
}

impl FromStr for Place {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let direction = match text.get(..1) {
            Some("a") => Direction::After,
            Some("b") => Direction::Before,
            _ => return Err(Fault::Malformed),
        };
        let key = text.get(1..17).ok_or(Fault::Malformed)?;
        let key = u64::from_str_radix(key, 16).map_err(|_| Fault::Malformed)?.cast_signed();
        let id = text.get(17..).ok_or(Fault::Malformed)?;
        let id = Uuid::try_parse(id).map_err(|_| Fault::Malformed)?;
        Ok(Self(Cursor { direction, key, id: ProposalId::from_uuid(id) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_back_and_nothing_else_is() {
        let id = ProposalId::from_uuid(Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001));
        for (direction, key) in [(Direction::After, 0), (Direction::Before, i64::MAX), (Direction::After, -5)] {
            let place = Place(Cursor { direction, key, id });
            assert_eq!(place.to_string().parse::<Place>(), Ok(place));
        }
        for typed in ["", "a", "azzzz", "c00", "a0000000000000000", "a0000000000000000zz", "é", "a00000000000000é0"] {
            assert_eq!(typed.parse::<Place>(), Err(Fault::Malformed), "{typed}");
        }
    }
}
