//! The same rows in SQLite FTS5: folded, not stemmed, for it does not; names three times as heavy as purposes.

use std::path::Path;

use anyhow::Result;
use fabrique_directory::entries;
use rusqlite::{Connection, params};

use super::Peer;
use super::questions::{Kind, Question};

const SCHEMA: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -1000000;
    CREATE TABLE rows (id INTEGER PRIMARY KEY, key TEXT, department TEXT, commune TEXT, family INTEGER, kind INTEGER,
        size INTEGER, year INTEGER);
    CREATE VIRTUAL TABLE words USING fts5 (name, purpose, content = '', prefix = '2 3 4',
        tokenize = 'unicode61 remove_diacritics 2');
    BEGIN;";

const BEST: &str = "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY bm25(words, 3.0, 1.0) LIMIT 20";
const HERE: &str = "SELECT words.rowid FROM words JOIN rows ON rows.id = words.rowid
    WHERE words MATCH ?1 AND department = ?2 ORDER BY bm25(words, 3.0, 1.0) LIMIT 20";
const FIRST: &str = "SELECT rowid FROM words WHERE words MATCH ?1 LIMIT 8";

pub(super) struct Sqlite(Connection);

impl Sqlite {
    /// Writes the database of what is loaded in a home.
    pub(super) fn build(home: &Path, file: &Path) -> Result<Self> {
        let database = Connection::open(file)?;
        database.execute_batch(SCHEMA)?;
        {
            let mut row = database.prepare("INSERT INTO rows VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
            let mut words = database.prepare("INSERT INTO words (rowid, name, purpose) VALUES (?1, ?2, ?3)")?;
            for (entry, id) in entries(home)?.zip(1_i64..) {
                let entry = entry?;
                let (place, year) = (&entry.place, entry.life.created.year());
                let (kind, size) = (entry.kind as u8, entry.size as u8);
                let family = entry.themes[0] / 1000;
                row.execute(params![id, entry.key, place.department, place.commune, family, kind, size, year])?;
                words.execute(params![id, entry.name, entry.purpose])?;
            }
        }
        database.execute_batch("COMMIT; INSERT INTO words (words) VALUES ('optimize');")?;
        Ok(Self(database))
    }

    fn ids(&self, query: &str, parameters: impl rusqlite::Params) -> Result<usize> {
        let mut statement = self.0.prepare_cached(query)?;
        let mut rows = statement.query(parameters)?;
        let mut count = 0;
        while rows.next()?.is_some() {
            count += 1;
        }
        Ok(count)
    }

    /// How many answer.
    fn total(&self, question: &str) -> Result<usize> {
        let mut statement = self.0.prepare_cached("SELECT count(*) FROM words WHERE words MATCH ?1")?;
        Ok(usize::try_from(statement.query_row([question], |row| row.get::<_, i64>(0))?)?)
    }

    fn counts(&self, question: &str) -> Result<()> {
        for column in ["department", "department, commune", "family", "kind", "size", "year"] {
            let query = format!(
                "SELECT {column}, count(*) FROM words JOIN rows ON rows.id = words.rowid WHERE words MATCH ?1
                 GROUP BY {column}"
            );
            self.ids(&query, [question])?;
        }
        Ok(())
    }
}

impl Peer for Sqlite {
    fn ask(&self, question: &Question) -> Result<Option<usize>> {
        let words: Vec<String> = question.words.iter().map(|word| format!("\"{}\"", word.replace('"', ""))).collect();
        let all = words.join(" ");
        Ok(Some(match question.kind {
            // It corrects nothing.
            Kind::Typos => return Ok(None),
            Kind::AsYouType => self.ids(FIRST, [format!("name : {all} *")])?,
            Kind::Filters => self.ids(HERE, [all.as_str(), question.department])?,
            Kind::Phrases => self.ids(BEST, [words.join(" + ").as_str()])?,
            Kind::Page => self.ids(BEST, [words.join(" OR ").as_str()])?,
            Kind::OneWord | Kind::SeveralWords | Kind::Facets => {
                if question.kind == Kind::Facets {
                    self.counts(&all)?;
                }
                self.ids(BEST, [all.as_str()])?;
                self.total(&all)?
            }
        }))
    }
}
