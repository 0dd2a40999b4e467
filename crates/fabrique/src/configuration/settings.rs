//! Every setting there is: its name, what it is for, what it is when nobody says.

/// A setting of `fabrique.toml`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// Section and key, `server.listen`.
    pub(crate) name: &'static str,
    /// What it is when nobody says.
    pub(crate) default: &'static str,
    /// What it is for, as the reference says it.
    pub(crate) about: &'static str,
    /// Whether it must not be shown.
    pub(crate) secret: bool,
}

const fn plain(name: &'static str, default: &'static str, about: &'static str) -> Setting {
    Setting { name, default, about, secret: false }
}

const fn secret(name: &'static str, about: &'static str) -> Setting {
    Setting { name, default: "", about, secret: true }
}

/// All of them, in the order of the reference.
pub(crate) const SETTINGS: &[Setting] = &[
    plain("site.name", "Fabrique", "Name of the site, in French."),
    plain("site.name_en", "", "Name of the site in English, where it differs."),
    plain("site.operator", "", "Who operates the site, in French: shown in the footer and the legal notice."),
    plain("site.operator_en", "", "Who operates the site, in English, where it differs."),
    plain(
        "site.address",
        "",
        "Root address that people use, `https://…` behind TLS. When empty, the address that the server listens on.",
    ),
    plain("site.sender", "fabrique@localhost", "Address that mail comes from."),
    plain("site.security_contact", "", "Where security faults are reported: an address of mail or of a page."),
    plain("site.time_zone", "Europe/Paris", "Clock that people live by (IANA name)."),
    plain("server.listen", "127.0.0.1:8080", "Address and port of the web server."),
    plain("server.metrics", "", "Address and port of `/metrics`, apart from the site. When empty, there is none."),
    plain(
        "server.behind_proxy",
        "false",
        "Whether the last address of `X-Forwarded-For` is the client's. Only behind one's own proxy.",
    ),
    secret("database.url", "`postgres://…` moves the database out of the folder. Also `DATABASE_URL`."),
    plain("mail.transport", "folder", "`folder` writes mail into files; `smtp` sends it."),
    plain("mail.folder", "mail", "Where `folder` writes, from the home of the instance."),
    secret("mail.server", "Server of `smtp`: `smtps://user:password@host:465`, or `smtp://host:587?tls=required`."),
    plain(
        "mail.authority",
        "",
        "Certificate (PEM) of the authority of one's own that signed the mail server's, from the home of the instance.",
    ),
    plain("theme.style", "", "Style sheet that redefines the tokens of the look, from the home of the instance."),
    plain("theme.logo", "", "Logo, as SVG, from the home of the instance."),
    plain("log.level", "info", "`error`, `warn`, `info`, `debug` or `trace`; or directives, `info,sqlx=debug`."),
    plain("log.format", "auto", "`json`, `text`, or `auto`: text on a terminal, JSON elsewhere."),
];

/// The setting called `name`.
pub(crate) fn find(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

/// The name that was probably meant.
pub(crate) fn nearest(name: &str) -> &'static str {
    let distance = |setting: &&Setting| strsim::damerau_levenshtein(setting.name, name);
    SETTINGS.iter().min_by_key(distance).map_or("", |setting| setting.name)
}

impl Setting {
    /// Its name in the environment: `FABRIQUE_SERVER__LISTEN`.
    pub(crate) fn variable(&self) -> String {
        format!("FABRIQUE_{}", self.name.replace('.', "__").to_uppercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_that_was_meant_is_found() {
        assert_eq!(nearest("server.lisen"), "server.listen");
        assert_eq!(nearest("sever.listen"), "server.listen");
        assert_eq!(nearest("mail.transprot"), "mail.transport");
    }

    #[test]
    fn a_setting_has_a_name_in_the_environment() {
        assert_eq!(find("site.time_zone").unwrap().variable(), "FABRIQUE_SITE__TIME_ZONE");
    }
}
