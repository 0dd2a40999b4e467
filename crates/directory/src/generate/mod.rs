//! Registers of any size, made up, in the layout in which WALDEC is published: for trying the directory at scale.
//!
//! Organisations, purposes and communes are invented. What is true of the real register is true of
//! them: departments weigh what they weigh, names and purposes have its lengths, words come back as
//! often as they do there, families of purposes share their words, one name in sixteen is another's.

mod departments;
mod lexicon;
mod row;
mod texts;
mod words;

use std::fs::File;
use std::io::{BufWriter, Cursor, Seek, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use self::departments::Department;
use crate::register::WALDEC;
use crate::{Error, Progress, Watch};

/// Departments made at a time: what they hold waits packed in memory, some thirty megabytes for the largest.
const AT_A_TIME: usize = 8;

/// Writes an archive of `rows` invented associations to `out`, one file a department: the edition of October 2026. The
/// same `seed` makes the same rows.
///
/// # Errors
///
/// When the archive cannot be written.
pub fn generate(rows: u64, seed: u64, out: &Path, watch: Watch<'_>) -> Result<(), Error> {
    generate_later(rows, seed, 0, out, watch)
}

/// As [`generate`], `months` editions later: of a thousand associations, each month three have another name, two another
/// commune, three are dissolved, and four are new.
///
/// # Errors
///
/// When the archive cannot be written.
pub fn generate_later(rows: u64, seed: u64, months: u32, out: &Path, watch: Watch<'_>) -> Result<(), Error> {
    let file = File::create(out).map_err(Error::io(out))?;
    let mut archive = ZipWriter::new(BufWriter::with_capacity(1 << 20, file));
    let (written, bytes) = (AtomicU64::new(0), AtomicU64::new(0));
    for some in departments::shares(rows).chunks(AT_A_TIME) {
        let members = some
            .par_iter()
            .map(|(department, rows)| {
                let rows = rows + rows * u64::from(4 * months) / 1_000;
                let member = member(department, rows, seed, months)?;
                let rows = written.fetch_add(rows, Ordering::Relaxed) + rows;
                let bytes = bytes.fetch_add(member.get_ref().len() as u64, Ordering::Relaxed);
                watch(Progress { rows, bytes, total: 0 });
                Ok(member)
            })
            .collect::<zip::result::ZipResult<Vec<_>>>()
            .map_err(|reason| refused(out, reason))?;
        members.into_iter().try_for_each(|member| copy(&mut archive, member)).map_err(|reason| refused(out, reason))?;
    }
    let mut file = archive.finish().map_err(|reason| refused(out, reason))?;
    file.flush().map_err(Error::io(out))
}

fn refused(out: &Path, reason: zip::result::ZipError) -> Error {
    Error::Io { path: out.to_path_buf(), reason: reason.into() }
}

/// An archive of one member, in memory: departments are packed at the same time and written one after the other.
fn member(department: &Department, rows: u64, seed: u64, months: u32) -> zip::result::ZipResult<Cursor<Vec<u8>>> {
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(1));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let (year, month) = (2026 + (9 + months) / 12, (9 + months) % 12 + 1);
    archive.start_file(format!("rna_waldec_{year}{month:02}01_dpt_{}.csv", department.code), options)?;
    let mut block = String::from("\u{FEFF}");
    block.push_str(&WALDEC.join(";"));
    block.push('\n');
    let mut maker = row::Maker::new(department, seed, months);
    for number in 0..rows {
        maker.write(number, &mut block);
        if block.len() > 256 * 1024 {
            archive.write_all(block.as_bytes())?;
            block.clear();
        }
    }
    archive.write_all(block.as_bytes())?;
    archive.finish()
}

fn copy<W: Write + Seek>(archive: &mut ZipWriter<W>, member: Cursor<Vec<u8>>) -> zip::result::ZipResult<()> {
    archive.raw_copy_file(ZipArchive::new(member)?.by_index_raw(0)?)
}
