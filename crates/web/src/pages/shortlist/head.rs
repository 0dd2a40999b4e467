//! What stands above every page of a list: its title, what it is for, its rooms.

use fabrique_app::shortlist::Access;
use fabrique_domain::{id::ShortlistId, shortlist::Standing};

/// What stands above every page of a list, included as `shortlist/_head.html` under the name `head`.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) id: ShortlistId,
    pub(super) title: String,
    pub(super) aim: String,
    pub(super) standing: Standing,
    /// The room one is in: `list`, `grid`, `coverage` or `sharing`.
    pub(super) here: &'static str,
}

impl Head {
    pub(super) fn new(access: &Access, here: &'static str) -> Self {
        let list = &access.list;
        Self { id: list.id, title: list.title.clone(), aim: list.aim.clone(), standing: access.standing, here }
    }

    /// The rooms, each as the end of its address, the end of the key of its name, and whether one is there.
    pub(super) fn rooms(&self) -> [(&'static str, &'static str, bool); 4] {
        let room = |path, name| (path, name, self.here == name);
        [room("", "list"), room("/grid", "grid"), room("/coverage", "coverage"), room("/sharing", "sharing")]
    }

    pub(super) fn writes(&self) -> bool {
        self.standing.writes()
    }

    pub(super) fn keeps(&self) -> bool {
        self.standing.keeps()
    }
}
