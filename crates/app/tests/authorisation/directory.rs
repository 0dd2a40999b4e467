//! Who reads what people add to the directory, and who adds it.

use fabrique_app::directory;
use fabrique_testkit::{Cast, on_both_engines};

use crate::let_in;

on_both_engines! {
    async fn everybody_learns_whom_the_platform_knows_and_whom_to_leave_in_peace(store) {
        let cast = Cast::assemble(store).await;
        let everybody = cast.everybody().len();
        assert_eq!(let_in!(store, cast, |_actor, tx| directory::known(tx)).len(), everybody);
        assert_eq!(let_in!(store, cast, |_actor, tx| directory::withdrawn(tx)).len(), everybody);
    }
}
