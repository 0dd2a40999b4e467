//! The directory on rows made up in the layout that is published: how long it is made, how large it is, how long 99
//! questions of 100 take, against what was aimed at and against tantivy and SQLite FTS5 on the same rows.

mod clock;
mod made;
mod ours;
mod questions;
mod served;
mod sqlite;
mod tantivy;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use fabrique_directory::Directory;
use tempfile::TempDir;

pub(crate) use made::made;

use self::clock::{Times, timed};
use self::made::Made;
use self::questions::{Kind, Question, questions};
use self::sqlite::Sqlite;
use self::tantivy::Tantivy;
use crate::platform::{Instance, Memory};
use crate::report::{Line, float};

const MEGABYTE: f64 = 1e6;

/// What may be taken: seconds, megabytes, answers a second, milliseconds.
const LOAD_AND_BUILD: f64 = 300.0;
const BUILD_MEMORY: f64 = 1_200.0;
const INDEX: f64 = 350.0;
const RESIDENT: f64 = 350.0;
const MIXED: f64 = 2_000.0;
const PAGES: f64 = 8.0;

/// A peer is no longer asked questions of a kind once they took so many milliseconds.
const PATIENCE: f64 = 15_000.0;

/// Who answers.
trait Peer {
    /// How many answer a question; nothing when this peer has no way to answer it.
    fn ask(&self, question: &Question) -> Result<Option<usize>>;
}

/// What is measured.
#[derive(Debug)]
pub(crate) struct Size {
    /// How many rows; what is usual when nothing is said.
    pub(crate) rows: Option<u64>,
    /// Where the rows are kept for the next time.
    pub(crate) cache: Option<PathBuf>,
}

pub(crate) async fn run(quick: bool, size: &Size) -> Result<()> {
    let rows = size.rows.unwrap_or(if quick { 100_000 } else { 3_000_000 });
    let folder = TempDir::new()?;
    let archive = made::archive(rows, size.cache.as_deref().unwrap_or(folder.path()))?;
    let instance = Instance::empty().await?;
    let made = made::make(&instance.home(), &archive).await?;
    weigh(&made);
    let directory = Directory::open(&instance.home())?;
    let questions = questions(&directory.snapshot())?;
    let ours = measured(&directory, &questions)?;
    for (kind, times) in &ours {
        print(&format!("{}, 99 of 100 within, of what is aimed at", kind.name()), times.within(99), "ms", kind.aim());
    }
    mixed(&directory, &questions)?;
    serve(&instance, &questions, quick).await?;
    compare(&instance.home(), folder.path(), &questions, &ours)
}

fn print(case: &str, value: f64, unit: &'static str, baseline: f64) {
    Line::print("directory", case, value, unit, baseline);
}

/// What making the index took, against what it may take.
fn weigh(made: &Made) {
    print("loaded and built, of what is allowed", made.load + made.build, "s", LOAD_AND_BUILD);
    print("memory of it, mapped files apart, of what is allowed", made.memory / MEGABYTE, "MB", BUILD_MEMORY);
    let shown = |name: &str| name == "texts" || name == "texts-starts";
    let index = float(made.bytes(|name| !shown(name))) / MEGABYTE;
    print("index without the texts to show, of what is allowed", index, "MB", INDEX);
}

/// The processor time of each kind, after one round to warm.
fn measured(peer: &dyn Peer, questions: &[Question]) -> Result<Vec<(Kind, Times)>> {
    let times = |kind: Kind| -> Result<(Kind, Times)> {
        let (mut times, mut spent) = (Vec::new(), 0.0);
        for question in questions.iter().filter(|question| question.kind == kind) {
            let (answered, warming) = timed(|| peer.ask(question))?;
            let (_, time) = timed(|| peer.ask(question))?;
            if answered.is_some() {
                times.push(time);
            }
            spent += time + warming;
            if spent > PATIENCE {
                break;
            }
        }
        Ok((kind, Times::of(times)))
    };
    Kind::ALL.into_iter().map(times).collect()
}

/// Questions of all kinds, on two threads at once: answers for a second of the processor time of each.
fn mixed(directory: &Directory, questions: &[Question]) -> Result<()> {
    let all = || -> Result<f64> {
        let (count, time) = timed(|| {
            questions.iter().try_for_each(|question| directory.ask(question).map(drop))?;
            Ok(questions.len() as u64)
        })?;
        Ok(float(count) / time * 1e3)
    };
    let both: Result<f64> = std::thread::scope(|scope| {
        let threads = [scope.spawn(all), scope.spawn(all)];
        threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| anyhow::bail!("a thread died"))).sum()
    });
    print("all kinds on two threads, of what is aimed at", both?, "answers/s", MIXED);
    Ok(())
}

/// The pages of the real server, and what it holds in memory afterwards: files that are mapped are not counted.
async fn serve(instance: &Instance, questions: &[Question], quick: bool) -> Result<()> {
    let server = instance.serve().await?;
    served::waits(server.address, questions, Duration::from_secs(2)).await?;
    let time = Duration::from_secs(if quick { 3 } else { 20 });
    let [half, most] = served::waits(server.address, questions, time).await?;
    let case = format!("{} pages a second over HTTP", served::A_SECOND);
    print(&format!("{case}, half within, of what is aimed at"), half, "ms", PAGES);
    print(&format!("{case}, 99 of 100 within, of what is aimed at"), most, "ms", PAGES);
    let Memory { own, .. } = server.memory()?;
    print("memory of the server, mapped files apart, of what is allowed", own / MEGABYTE, "MB", RESIDENT);
    Ok(())
}

/// The same questions to the peers.
fn compare(home: &Path, folder: &Path, questions: &[Question], ours: &[(Kind, Times)]) -> Result<()> {
    let tantivy = Tantivy::build(home, &folder.join("tantivy"))?;
    against("tantivy", &measured(&tantivy, questions)?, ours);
    drop(tantivy);
    let sqlite = Sqlite::build(home, &folder.join("sqlite"))?;
    against("SQLite FTS5", &measured(&sqlite, questions)?, ours);
    Ok(())
}

fn against(peer: &str, theirs: &[(Kind, Times)], ours: &[(Kind, Times)]) {
    for ((kind, ours), (_, theirs)) in ours.iter().zip(theirs).filter(|(_, (_, theirs))| theirs.within(50) > 0.0) {
        print(&format!("{}, half within, of {peer}", kind.name()), ours.within(50), "ms", theirs.within(50));
        print(&format!("{}, 99 of 100 within, of {peer}", kind.name()), ours.within(99), "ms", theirs.within(99));
    }
}
