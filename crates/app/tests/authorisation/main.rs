//! Every role against every use-case: one module a noun, one table a use-case.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod account;
mod commitment;
mod consultation;
mod content;
mod coverage;
mod debate;
mod directory;
mod import;
mod organisation;
mod plan;
mod proposal;
mod reading;
mod response;
mod shortlist;
mod subscription;

/// Who is let in, whatever the finer rules say then: signing in was not asked for, no role was
/// missing, the thing was not hidden.
fn is_let_in<T>(outcome: &fabrique_app::Result<T>) -> bool {
    use fabrique_app::Error::{Forbidden, NotFound, SignInNeeded};
    !matches!(outcome, Err(SignInNeeded | Forbidden(_) | NotFound))
}

/// The names of those of the cast whom a use-case lets in, in the order of the roles. Each tries on
/// the same data: what was done is undone before the next one.
///
/// ```ignore
/// let admitted = let_in!(store, cast, |actor, tx| plan::publish(&actor, tx, id));
/// assert_eq!(admitted, ["coordinator", "platform"]);
/// ```
#[macro_export]
macro_rules! let_in {
    ($store:expr, $cast:expr, |$actor:ident, $tx:ident| $use_case:expr) => {{
        let mut admitted = Vec::new();
        for (name, $actor) in $cast.everybody() {
            let mut verdict = false;
            let undone: Result<(), fabrique_app::Error> = fabrique_storage::transact!($store.store, |$tx| {
                let outcome = $use_case.await;
                if let Err(fabrique_app::Error::Storage(error)) = outcome {
                    Err(fabrique_app::Error::Storage(error))
                } else {
                    verdict = $crate::is_let_in(&outcome);
                    Err(fabrique_app::Error::Changed)
                }
            });
            assert!(matches!(undone, Err(fabrique_app::Error::Changed)), "{name}: {undone:?}");
            if verdict {
                admitted.push(name);
            }
        }
        admitted
    }};
}
