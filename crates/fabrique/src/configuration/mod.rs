//! What an operator sets, read once, here and nowhere else.

mod reference;
mod settings;
mod source;

use std::{fmt::Display, net::SocketAddr, path::Path, str::FromStr};

use anyhow::{Context, Result, bail};
use fabrique_domain::LocalizedText;
use jiff::tz::TimeZone;

pub(crate) use reference::{commented_file, markdown};
use source::Sayings;

/// The configuration of an instance.
#[derive(Debug, Clone)]
pub(crate) struct Configuration {
    pub(crate) site: Site,
    pub(crate) server: Server,
    pub(crate) database_url: Option<String>,
    pub(crate) mail: Mail,
    pub(crate) theme: Theme,
    pub(crate) log: Log,
}

/// How the site presents itself.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    pub(crate) name: LocalizedText,
    pub(crate) operator: LocalizedText,
    /// `None`: the address that the server listens on.
    pub(crate) address: Option<String>,
    pub(crate) sender: String,
    pub(crate) security_contact: String,
    pub(crate) zone: TimeZone,
}

/// Where the server listens.
#[derive(Debug, Clone)]
pub(crate) struct Server {
    pub(crate) listen: SocketAddr,
    pub(crate) metrics: Option<SocketAddr>,
    pub(crate) behind_proxy: bool,
}

/// How mail leaves.
#[derive(Debug, Clone)]
pub(crate) enum Mail {
    Folder(String),
    Smtp { url: String, authority: Option<String> },
}

/// The operator's own look: files of the home of the instance.
#[derive(Debug, Clone)]
pub(crate) struct Theme {
    pub(crate) style: Option<String>,
    pub(crate) logo: Option<String>,
}

/// What is logged, and how.
#[derive(Debug, Clone)]
pub(crate) struct Log {
    pub(crate) level: String,
    pub(crate) format: LogFormat,
}

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogFormat {
    Auto,
    Json,
    Text,
}

impl Configuration {
    /// Reads the file and the variables.
    pub(crate) fn read(file: &Path, must_exist: bool, variables: &[(String, String)]) -> Result<Self> {
        Values(source::read(file, must_exist, variables)?).configuration()
    }
}

/// What was said, with what holds when nothing was.
struct Values(Sayings);

impl Values {
    fn configuration(&self) -> Result<Configuration> {
        Ok(Configuration {
            site: self.site()?,
            server: Server {
                listen: self.parsed("server.listen", "write an address and a port, 127.0.0.1:8080")?,
                metrics: self.optional("server.metrics").map(|_| self.metrics()).transpose()?,
                behind_proxy: self.parsed("server.behind_proxy", "write true or false")?,
            },
            database_url: self.database()?,
            mail: self.mail()?,
            theme: Theme { style: self.optional("theme.style"), logo: self.optional("theme.logo") },
            log: Log { level: self.text("log.level"), format: self.log_format()? },
        })
    }

    fn site(&self) -> Result<Site> {
        let zone = self.text("site.time_zone");
        let zone = TimeZone::get(&zone).or_else(|_| self.refuse("site.time_zone", "write a name such as Europe/Paris"));
        Ok(Site {
            name: self.localized("site.name", "site.name_en"),
            operator: self.localized("site.operator", "site.operator_en"),
            address: self.address()?,
            sender: self.text("site.sender"),
            security_contact: self.text("site.security_contact"),
            zone: zone?,
        })
    }

    fn address(&self) -> Result<Option<String>> {
        let Some(address) = self.optional("site.address") else { return Ok(None) };
        let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
        match host.map(|host| host.trim_end_matches('/')) {
            Some(host) if !host.is_empty() && !host.contains(['/', ' ', '?', '#']) => {
                Ok(Some(address.trim_end_matches('/').to_owned()))
            }
            _ => self.refuse("site.address", "write https:// and the name of the host, without a path"),
        }
    }

    fn metrics(&self) -> Result<SocketAddr> {
        self.parsed("server.metrics", "write an address and a port, 127.0.0.1:9090")
    }

    fn database(&self) -> Result<Option<String>> {
        match self.optional("database.url") {
            Some(url) if !url.starts_with("postgres://") && !url.starts_with("postgresql://") => {
                self.refuse("database.url", "write postgres://user@host/name, or nothing for SQLite in the folder")
            }
            url => Ok(url),
        }
    }

    fn mail(&self) -> Result<Mail> {
        match (self.text("mail.transport").as_str(), self.optional("mail.server")) {
            ("folder", _) => Ok(Mail::Folder(self.text("mail.folder"))),
            ("smtp", Some(url)) => Ok(Mail::Smtp { url, authority: self.optional("mail.authority") }),
            ("smtp", None) => {
                bail!("mail.transport is smtp and mail.server is not set: write smtps://user:password@host")
            }
            _ => self.refuse("mail.transport", "write folder or smtp"),
        }
    }

    fn log_format(&self) -> Result<LogFormat> {
        match self.text("log.format").as_str() {
            "auto" => Ok(LogFormat::Auto),
            "json" => Ok(LogFormat::Json),
            "text" => Ok(LogFormat::Text),
            _ => self.refuse("log.format", "write auto, json or text"),
        }
    }

    fn localized(&self, french: &str, english: &str) -> LocalizedText {
        LocalizedText { fr: self.text(french), en: self.optional(english) }
    }

    fn text(&self, name: &str) -> String {
        let default = || settings::find(name).map_or("", |setting| setting.default).to_owned();
        self.0.get(name).map_or_else(default, |said| said.value.trim().to_owned())
    }

    fn optional(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    fn parsed<T: FromStr<Err: Display>>(&self, name: &str, advice: &str) -> Result<T> {
        self.text(name).parse().or_else(|_| self.refuse(name, advice))
    }

    /// Says what is wrong, where it was said, and what to write; never shows a secret.
    fn refuse<T>(&self, name: &str, advice: &str) -> Result<T> {
        let setting = settings::find(name).context("no such setting")?;
        let place = self.0.get(name).map_or("its default", |said| &said.place);
        let value = if setting.secret { "what it is".to_owned() } else { format!("“{}”", self.text(name)) };
        bail!("{name} cannot be {value} (from {place}): {advice}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Configuration> {
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Configuration::read(Path::new("missing.toml"), false, &pairs)
    }

    #[test]
    fn nothing_needs_to_be_said() {
        let configuration = read(&[]).unwrap();
        assert_eq!(configuration.server.listen, "127.0.0.1:8080".parse().unwrap());
        assert_eq!(configuration.site.name.fr, "Fabrique");
        assert!(configuration.database_url.is_none() && configuration.site.address.is_none());
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("fabrique.toml");
        std::fs::write(&file, "[site]\nname = \"Du fichier\"\nsender = \"a@example.org\"\n").unwrap();
        let variables = [("FABRIQUE_SITE__NAME".to_owned(), "De l’environnement".to_owned())];
        let configuration = Configuration::read(&file, true, &variables).unwrap();
        assert_eq!(configuration.site.name.fr, "De l’environnement");
        assert_eq!(configuration.site.sender, "a@example.org");
    }

    #[test]
    fn a_wrong_value_is_refused_with_its_place_and_what_to_write() {
        let error = read(&[("FABRIQUE_SERVER__LISTEN", "8080")]).unwrap_err().to_string();
        assert_eq!(
            error,
            "server.listen cannot be “8080” (from FABRIQUE_SERVER__LISTEN): \
             write an address and a port, 127.0.0.1:8080"
        );
    }

    #[test]
    fn a_secret_is_not_repeated() {
        let error = read(&[("DATABASE_URL", "mysql://root:hunter2@db")]).unwrap_err().to_string();
        assert!(!error.contains("hunter2") && error.contains("DATABASE_URL"), "{error}");
    }

    #[test]
    fn an_address_has_no_path_and_no_slash_at_its_end() {
        let address = |text| read(&[("FABRIQUE_SITE__ADDRESS", text)]).map(|read| read.site.address);
        assert_eq!(address("https://example.org/").unwrap().as_deref(), Some("https://example.org"));
        for wrong in ["example.org", "https://", "https://example.org/fabrique"] {
            assert!(address(wrong).is_err(), "{wrong}");
        }
    }
}
