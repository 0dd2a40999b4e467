//! The signed-in readers: whose session a cookie is, and on which pages they have something of their
//! own. Both are asked at every request, and kept until something changes.

use std::sync::Arc;

use fabrique_app::{
    Platform, Result,
    account::{self, ResolvedSession},
    own,
};
use fabrique_domain::{account::Actor, content::Topic, id::AccountId};
use fabrique_identity::Token;
use fabrique_storage::transact;
use uuid::Uuid;

use crate::memory::Memory;

/// The most sessions, and the most answers about pages, that are kept.
const MOST: usize = 10_000;

/// See [`Store::readers_version`](fabrique_storage::Store::readers_version).
type State = (u64, u64);

/// What is known of the signed-in readers.
#[derive(Debug)]
pub(crate) struct Readers {
    /// By what is kept of the token.
    sessions: Memory<State, Vec<u8>, Arc<ResolvedSession>>,
    own: Memory<State, (AccountId, Topic, Uuid), bool>,
}

impl Default for Readers {
    fn default() -> Self {
        Self { sessions: Memory::of(MOST), own: Memory::of(MOST) }
    }
}

impl Readers {
    /// Who holds the session of a cookie; nobody when it ended, or never was. Says that it is in use.
    pub(crate) async fn session(&self, platform: &Platform, cookie: &str) -> Result<Option<Arc<ResolvedSession>>> {
        let Ok(token) = Token::parse(cookie) else { return Ok(None) };
        let (state, now) = (platform.store.readers_version(), platform.store.surroundings().clock.now());
        let key = token.digest(&platform.keyring).to_vec();
        let known = self.sessions.find(&key, state).filter(|session| session.expires_at > now);
        let session = match known {
            Some(known) => known,
            None => match account::resolve_session(platform, &mut platform.store.read().await?, &token).await? {
                Some(read) => self.keep(key.clone(), state, read),
                None => return Ok(None),
            },
        };
        if !session.is_stale(now) {
            return Ok(Some(session));
        }
        let touched: Result<()> = transact!(platform.store, |tx| account::touch_session(tx, session.session_id).await);
        touched?;
        Ok(Some(self.keep(key, state, ResolvedSession { seen_at: now, ..(*session).clone() })))
    }

    fn keep(&self, key: Vec<u8>, state: State, session: ResolvedSession) -> Arc<ResolvedSession> {
        let session = Arc::new(session);
        self.sessions.keep(key, state, Arc::clone(&session), 1);
        session
    }

    /// Whether a reader has something of their own on the page of a thing.
    pub(crate) async fn has_own(
        &self,
        platform: &Platform,
        actor: &Actor,
        topic: Topic,
        subject: Uuid,
    ) -> Result<bool> {
        let Some(account) = actor.account_id() else { return Ok(false) };
        let (key, state) = ((account, topic, subject), platform.store.readers_version());
        if let Some(known) = self.own.find(&key, state) {
            return Ok(known);
        }
        let has = own::exists(actor, &mut platform.store.read().await?, topic, subject).await?;
        self.own.keep(key, state, has, 1);
        Ok(has)
    }
}
