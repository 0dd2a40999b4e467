//! The one writer of a SQLite folder, and its group commit.
//!
//! A commit waits for the disk; a statement does not. So transactions that arrive while another is
//! at work join its group: each does its work in a savepoint of its own, in turn, alone, and the
//! last one of the queue commits for all. Nobody is told "done" before the disk has it. A member
//! that fails undoes its savepoint and nothing else; if the commit fails, all of the group failed.
//!
//! Entering and leaving run in tasks of their own, so that a caller who goes away half-way (a
//! closed connection drops its future) can never leave the group open with nobody to commit it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use sqlx::{ConnectOptions, Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

use crate::{Error, Result};

/// A group commits when this many transactions are in it, however many still wait.
const LARGEST_GROUP: usize = 128;

type Outcome = Option<Result<(), String>>;

/// The writer: everybody who writes passes here, one at a time.
#[derive(Debug)]
pub(crate) struct Writer {
    lane: Arc<Mutex<Lane>>,
    waiting: Arc<AtomicUsize>,
}

impl Writer {
    /// Opens the writing connection.
    pub(crate) async fn open(options: SqliteConnectOptions) -> Result<Self> {
        let connection = options.connect().await?;
        let lane = Lane { options, connection: Some(connection), group: None };
        Ok(Self { lane: Arc::new(Mutex::new(lane)), waiting: Arc::default() })
    }

    /// Waits for its turn and opens a savepoint in the running group, or a new group.
    pub(crate) async fn enter(&self) -> Result<Place> {
        let ticket = Ticket::take(&self.waiting);
        let lane = Arc::clone(&self.lane);
        let waiting = Arc::clone(&self.waiting);
        let entering = tokio::spawn(async move {
            let mut lane = lane.lock_owned().await;
            drop(ticket);
            lane.open_place().await?;
            Ok(Place { lane: Some(lane), waiting })
        });
        entering.await.unwrap_or_else(|failure| Err(Error::NotCommitted(failure.to_string())))
    }

    /// Waits for its turn without opening a transaction: migrations open their own.
    pub(crate) async fn enter_alone(&self) -> Result<Alone> {
        let mut lane = Arc::clone(&self.lane).lock_owned().await;
        if lane.connection.is_none() {
            lane.connection = Some(lane.options.connect().await?);
        }
        Ok(Alone(lane))
    }

    /// Closes the connection, once nobody is at work.
    pub(crate) async fn close(&self) -> Result<()> {
        match self.lane.lock().await.connection.take() {
            Some(connection) => Ok(connection.close().await?),
            None => Ok(()),
        }
    }
}

/// The writing connection, outside any group. Taken only when nobody else writes: at start.
pub(crate) struct Alone(OwnedMutexGuard<Lane>);

impl Alone {
    #[expect(clippy::expect_used, reason = "connected when it was taken")]
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        self.0.connection.as_mut().expect("the lane is connected")
    }
}

/// Counts somebody as waiting for as long as it lives.
struct Ticket(Arc<AtomicUsize>);

impl Ticket {
    fn take(waiting: &Arc<AtomicUsize>) -> Self {
        waiting.fetch_add(1, Ordering::SeqCst);
        Self(Arc::clone(waiting))
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A turn of writing.
pub(crate) struct Place {
    /// `None` once left.
    lane: Option<OwnedMutexGuard<Lane>>,
    waiting: Arc<AtomicUsize>,
}

impl Place {
    #[expect(clippy::expect_used, reason = "a place is left by value, and an entered lane is connected")]
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        self.lane.as_mut().and_then(|lane| lane.connection.as_mut()).expect("the place was entered and not left")
    }

    /// Ends the turn; returns once the group it belongs to is on the disk.
    pub(crate) async fn leave(mut self, keep: bool) -> Result<()> {
        let Some(lane) = self.lane.take() else { return Ok(()) };
        let leaving = tokio::spawn(settle(lane, Arc::clone(&self.waiting), keep));
        let settled = leaving.await.map_err(|failure| Error::NotCommitted(failure.to_string()))??;
        match settled {
            Some(outcome) => told(outcome).await,
            None => Ok(()),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let (Some(lane), Ok(runtime)) = (self.lane.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(settle(lane, Arc::clone(&self.waiting), false));
        }
    }
}

/// Waits for the news of the commit that another member of the group makes.
async fn told(mut outcome: watch::Receiver<Outcome>) -> Result<()> {
    let told = outcome.wait_for(Option::is_some).await;
    match told.as_deref() {
        Ok(Some(Ok(()))) => Ok(()),
        Ok(Some(Err(reason))) => Err(Error::NotCommitted(reason.clone())),
        Ok(None) | Err(_) => Err(Error::NotCommitted("the writer stopped".to_owned())),
    }
}

/// Ends a savepoint, and commits when nobody else is coming.
async fn settle(
    mut lane: OwnedMutexGuard<Lane>,
    waiting: Arc<AtomicUsize>,
    keep: bool,
) -> Result<Option<watch::Receiver<Outcome>>> {
    lane.close_place(keep).await?;
    let last = waiting.load(Ordering::SeqCst) == 0 || lane.is_full();
    if last {
        let committed = lane.commit().await;
        return if keep { committed.map(|()| None) } else { Ok(None) };
    }
    Ok(lane.group.as_ref().filter(|_| keep).map(|group| group.outcome.subscribe()))
}

/// The writing connection and the group that is open on it.
#[derive(Debug)]
struct Lane {
    options: SqliteConnectOptions,
    connection: Option<SqliteConnection>,
    group: Option<Group>,
}

#[derive(Debug)]
struct Group {
    members: usize,
    outcome: watch::Sender<Outcome>,
}

impl Lane {
    fn is_full(&self) -> bool {
        self.group.as_ref().is_some_and(|group| group.members >= LARGEST_GROUP)
    }

    async fn open_place(&mut self) -> Result<()> {
        if self.group.is_none() {
            self.run("BEGIN IMMEDIATE").await?;
            self.group = Some(Group { members: 0, outcome: watch::channel(None).0 });
        }
        if let Err(error) = self.run("SAVEPOINT place").await {
            self.fail(&error).await;
            return Err(error);
        }
        Ok(())
    }

    async fn close_place(&mut self, keep: bool) -> Result<()> {
        let ended = if keep {
            self.run("RELEASE place").await
        } else {
            match self.run("ROLLBACK TO place").await {
                Ok(()) => self.run("RELEASE place").await,
                failed => failed,
            }
        };
        if let Err(error) = ended {
            // A full disk or a read error makes SQLite undo the whole transaction by itself.
            self.fail(&error).await;
            return Err(error);
        }
        if let (true, Some(group)) = (keep, self.group.as_mut()) {
            group.members += 1;
        }
        Ok(())
    }

    async fn commit(&mut self) -> Result<()> {
        let members = self.group.as_ref().map_or(0, |group| group.members);
        let ended = self.run(if members == 0 { "ROLLBACK" } else { "COMMIT" }).await;
        match ended {
            Ok(()) => {
                self.tell(Ok(()));
                Ok(())
            }
            Err(error) => {
                self.fail(&error).await;
                Err(error)
            }
        }
    }

    /// Gives the group up: tells its members, and starts again on a new connection.
    async fn fail(&mut self, error: &Error) {
        let _ = self.run("ROLLBACK").await;
        self.tell(Err(error.to_string()));
        self.connection = None;
    }

    fn tell(&mut self, outcome: Result<(), String>) {
        if let Some(group) = self.group.take() {
            group.outcome.send_replace(Some(outcome));
        }
    }

    async fn run(&mut self, statement: &'static str) -> Result<()> {
        let connection = match &mut self.connection {
            Some(connection) => connection,
            slot => slot.insert(self.options.connect().await?),
        };
        sqlx::query(statement).execute(connection).await?;
        Ok(())
    }
}
