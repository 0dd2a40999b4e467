//! A folder for a directory, and files made up for it.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use fabrique_directory::{Entry, Error, LoadOptions, LoadReport, Source, entries, load};
use zip::write::SimpleFileOptions;

/// The columns of WALDEC that the tests fill; the reader goes by name, so that an order of our own is no fault.
pub(crate) const WALDEC: &str = "id;id_ex;siret;rup_mi;date_creat;date_decla;date_publi;date_disso;nature;titre;titre_court;objet;objet_social1;objet_social2;adrs_libvoie;adrs_codeinsee;adrs_codepostal;adrs_libcommune;adrg_declarant;siteweb;publiweb;observation;position;maj_time";
/// Those of IMPORT.
pub(crate) const IMPORT: &str = "id;id_ex;siret;gestion;date_creat;date_publi;nature;groupement;titre;objet;objet_social1;objet_social2;adr1;adr2;adr3;adrs_codepostal;libcom;dir_civilite;siteweb;observation;position;rup_mi;maj_time";

/// A directory of its own.
pub(crate) struct House {
    folder: tempfile::TempDir,
}

impl House {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// A file beside the directory.
    pub(crate) fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// An archive beside the directory.
    pub(crate) fn archive(&self, name: &str, members: &[(&str, &[u8])]) -> PathBuf {
        let path = self.folder.path().join(name);
        let mut archive = zip::ZipWriter::new(File::create(&path).unwrap());
        for (name, bytes) in members {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap();
        path
    }

    pub(crate) fn load(&self, source: Source, path: &Path) -> Result<LoadReport, Error> {
        self.load_with(source, path, &LoadOptions::default())
    }

    pub(crate) fn load_with(&self, source: Source, path: &Path, options: &LoadOptions) -> Result<LoadReport, Error> {
        load(&self.home(), source, &[path.to_path_buf()], options, &|_| {})
    }

    /// All entries.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        entries(&self.home()).unwrap().collect::<Result<_, _>>().unwrap()
    }

    /// The one entry of a key.
    pub(crate) fn entry(&self, key: &str) -> Entry {
        let mut found: Vec<Entry> = self.entries().into_iter().filter(|entry| entry.key == key).collect();
        assert_eq!(found.len(), 1, "{key}: {found:?}");
        found.remove(0)
    }

    pub(crate) fn keys(&self) -> Vec<String> {
        self.entries().into_iter().map(|entry| entry.key).collect()
    }
}

/// A table with a header, each row filled by the names of its columns.
pub(crate) fn table(header: &str, rows: &[&[(&str, &str)]]) -> String {
    let mut text = format!("\u{FEFF}{header}\n");
    for row in rows {
        let values: Vec<String> = header
            .split(';')
            .map(|column| row.iter().find(|(name, _)| *name == column).map_or("", |(_, value)| value))
            .map(|value| format!("\"{}\"", value.replace('"', "\"\"")))
            .collect();
        text.push_str(&values.join(";"));
        text.push('\n');
    }
    text
}
