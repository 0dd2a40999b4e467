//! The index of proposals: one writer, many readers.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

use tantivy::{
    Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term,
    collector::{Count, TopDocs},
    query::Query,
    schema::Value,
};
use uuid::Uuid;

use crate::{
    Error, Result, Update,
    analysis::register,
    document::{Fields, VERSION, key, schema},
    query::{self, Strictness},
};

/// What the writer may hold before it writes a segment, in bytes: the least that tantivy takes.
const WRITER_MEMORY: usize = 15_000_000;

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    /// The proposals of this page, the best first.
    pub ids: Vec<Uuid>,
    /// How many were found in all.
    pub total: usize,
}

/// The index of proposals. Cheap to clone; every clone is the same index.
///
/// Opening never fails: an index that cannot be used says so at each search, and the rest of the
/// platform lives.
#[derive(Clone)]
pub struct ProposalIndex(Arc<Shared>);

struct Shared {
    /// Where it is; in memory when nowhere.
    folder: Option<PathBuf>,
    opened: RwLock<Result<Opened>>,
    writer: Mutex<Option<IndexWriter>>,
}

#[derive(Clone)]
struct Opened {
    index: Index,
    reader: IndexReader,
    fields: Fields,
}

impl fmt::Debug for ProposalIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProposalIndex").field("folder", &self.0.folder).finish_non_exhaustive()
    }
}

impl ProposalIndex {
    /// Opens the index kept under `folder`, making it when there is none; throws away those that
    /// another version of the schema made.
    #[must_use]
    pub fn open(folder: &Path) -> Self {
        Self::new(Some(folder.to_owned()))
    }

    /// An index in memory, for tests and commands.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::new(None)
    }

    fn new(folder: Option<PathBuf>) -> Self {
        let opened = RwLock::new(Opened::at(folder.as_deref()));
        Self(Arc::new(Shared { folder, opened, writer: Mutex::default() }))
    }

    fn opened(&self) -> Result<Opened> {
        self.0.opened.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether the index can be used.
    ///
    /// # Errors
    /// [`Error::Broken`], with the reason.
    pub fn check(&self) -> Result<()> {
        self.opened()?.reader.searcher().num_docs();
        Ok(())
    }

    /// How many proposals it holds.
    ///
    /// # Errors
    /// [`Error::Broken`].
    pub fn len(&self) -> Result<u64> {
        Ok(self.opened()?.reader.searcher().num_docs())
    }

    /// Whether it holds none.
    ///
    /// # Errors
    /// [`Error::Broken`].
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.len()? == 0)
    }

    /// The last change of the outbox that the index holds; none when it was never filled.
    ///
    /// # Errors
    /// [`Error::Broken`].
    pub fn position(&self) -> Result<Option<i64>> {
        let payload = self.opened()?.index.load_metas()?.payload;
        Ok(payload.and_then(|payload| payload.parse().ok()))
    }

    /// Takes updates in and keeps them, together with the number of the last change they carry.
    /// One caller at a time; the readers see all of it or nothing.
    ///
    /// # Errors
    /// [`Error::Broken`], or [`Error::Busy`] while another process writes; nothing was kept then.
    pub fn commit(&self, updates: &[Update], position: i64) -> Result<()> {
        self.write(updates, false, position)
    }

    /// Replaces everything that the index holds.
    ///
    /// # Errors
    /// [`Error::Broken`], [`Error::Busy`]; the index is as it was then.
    pub fn replace(&self, updates: &[Update], position: i64) -> Result<()> {
        self.write(updates, true, position)
    }

    fn write(&self, updates: &[Update], clear: bool, position: i64) -> Result<()> {
        let opened = self.opened()?;
        let mut place = self.writer();
        let mut writer = match place.take() {
            Some(writer) => writer,
            None => opened.index.writer_with_num_threads(1, WRITER_MEMORY)?,
        };
        // A writer that failed is dropped, and with it what it had not committed.
        opened.fill(&mut writer, updates, clear, position)?;
        *place = Some(writer);
        drop(place);
        opened.reader.reload()?;
        Ok(())
    }

    /// Shows what another process wrote into the same folder; whether there was anything new.
    ///
    /// # Errors
    /// [`Error::Broken`].
    pub fn reload(&self) -> Result<bool> {
        let opened = self.opened()?;
        let before = opened.reader.searcher().generation().segments().clone();
        opened.reader.reload()?;
        Ok(opened.reader.searcher().generation().segments() != &before)
    }

    fn writer(&self) -> MutexGuard<'_, Option<IndexWriter>> {
        self.0.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Throws the index away and begins an empty one, which then has no position.
    ///
    /// # Errors
    /// [`Error::Busy`] while another process writes it; [`Error::Broken`] when even that cannot be
    /// done: a full disk, a folder without rights.
    pub fn begin_anew(&self) -> Result<()> {
        let mut writer = self.writer();
        if writer.is_none()
            && let Ok(opened) = self.opened()
            && let Err(Error::Busy) =
                opened.index.writer_with_num_threads::<TantivyDocument>(1, WRITER_MEMORY).map_err(Error::from)
        {
            return Err(Error::Busy);
        }
        *writer = None;
        if let Some(folder) = &self.0.folder
            && folder.exists()
        {
            fs::remove_dir_all(folder)?;
        }
        let opened = Opened::at(self.0.folder.as_deref());
        let outcome = opened.as_ref().map(|_| ()).map_err(Clone::clone);
        *self.0.opened.write().unwrap_or_else(PoisonError::into_inner) = opened;
        outcome
    }

    /// The proposals that hold what was typed, the best first: all the words in some form, or when
    /// nothing does, any of them.
    ///
    /// # Errors
    /// [`Error::Broken`].
    pub fn search(&self, typed: &str, consultation: Option<Uuid>, offset: usize, limit: usize) -> Result<Hits> {
        let opened = self.opened()?;
        for strictness in [Strictness::All, Strictness::Any] {
            let Some(query) = query::search(&opened.fields, typed, consultation, strictness) else { break };
            let hits = opened.run(&*query, offset, limit)?;
            if hits.total > 0 {
                return Ok(hits);
            }
        }
        Ok(Hits::default())
    }

    /// The published proposals of a consultation nearest to a text, the nearest first.
    ///
    /// # Errors
    /// [`Error::Broken`].
    pub fn similar(&self, text: &str, consultation: Uuid, limit: usize) -> Result<Vec<Uuid>> {
        let opened = self.opened()?;
        match query::neighbours(&opened.fields, text, consultation) {
            Some(query) => Ok(opened.run(&*query, 0, limit)?.ids),
            None => Ok(Vec::new()),
        }
    }
}

impl Opened {
    fn at(folder: Option<&Path>) -> Result<Self> {
        let (schema, fields) = schema();
        let index = match folder {
            None => Index::create_in_ram(schema),
            Some(folder) => {
                let current = folder.join(format!("proposals-{VERSION}"));
                forget_others(folder, &current)?;
                fs::create_dir_all(&current)?;
                let directory =
                    tantivy::directory::MmapDirectory::open(&current).map_err(tantivy::TantivyError::from)?;
                Index::open_or_create(directory, schema)?
            }
        };
        register(index.tokenizers());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { index, reader, fields })
    }

    fn fill(&self, writer: &mut IndexWriter, updates: &[Update], clear: bool, position: i64) -> Result<()> {
        if clear {
            writer.delete_all_documents()?;
        }
        for update in updates {
            let id = match update {
                Update::Put(document) => document.id,
                Update::Remove(id) => *id,
            };
            writer.delete_term(Term::from_field_text(self.fields.id, &key(id)));
            if let Update::Put(document) = update {
                writer.add_document(self.fields.fill(document))?;
            }
        }
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&position.to_string());
        commit.commit()?;
        Ok(())
    }

    fn run(&self, query: &dyn Query, offset: usize, limit: usize) -> Result<Hits> {
        let searcher = self.reader.searcher();
        let best = TopDocs::with_limit(limit.max(1)).and_offset(offset).order_by_score();
        let (best, total) = searcher.search(query, &(best, Count))?;
        let mut ids = Vec::with_capacity(best.len());
        for (_, address) in best {
            let document: TantivyDocument = searcher.doc(address)?;
            let id = document.get_first(self.fields.id).and_then(|value| value.as_str());
            let id = id.and_then(|id| Uuid::try_parse(id).ok());
            ids.push(id.ok_or_else(|| Error::Broken("a document has no identifier".into()))?);
        }
        Ok(Hits { ids, total })
    }
}

/// Removes the indexes that other versions of the schema left.
fn forget_others(folder: &Path, current: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        let named = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("proposals-"));
        if named && path != current {
            fs::remove_dir_all(&path)?;
        }
    }
    Ok(())
}
