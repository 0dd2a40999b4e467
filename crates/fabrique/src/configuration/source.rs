//! Where settings are read: the file, then the environment, which wins.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::settings::{SETTINGS, Setting, find, nearest};

/// What was said, and where, for messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) value: String,
    pub(crate) place: String,
}

/// What was said of each setting.
pub(crate) type Sayings = BTreeMap<&'static str, Said>;

/// Reads the file, if it exists, then the variables.
pub(crate) fn read(file: &Path, must_exist: bool, variables: &[(String, String)]) -> Result<Sayings> {
    let mut sayings = Sayings::new();
    match fs::read_to_string(file) {
        Ok(text) => read_file(&text, &file.display().to_string(), &mut sayings)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_exist => {}
        Err(error) => bail!("{} cannot be read: {error}", file.display()),
    }
    read_variables(variables, &mut sayings)?;
    Ok(sayings)
}

fn read_file(text: &str, place: &str, sayings: &mut Sayings) -> Result<()> {
    let table: toml::Table = toml::from_str(text).with_context(|| format!("{place} is not TOML"))?;
    for (section, content) in table {
        let toml::Value::Table(keys) = content else {
            bail!("{place}: “{section}” stands outside a section; write [section] above it");
        };
        for (key, value) in keys {
            let setting = known(&format!("{section}.{key}"), place)?;
            let value = scalar(&value).with_context(|| format!("{place}: {} takes one value", setting.name))?;
            sayings.insert(setting.name, Said { value, place: place.to_owned() });
        }
    }
    Ok(())
}

fn known(name: &str, place: &str) -> Result<&'static Setting> {
    find(name).with_context(|| format!("{place}: no setting is called “{name}”; did you mean “{}”?", nearest(name)))
}

fn scalar(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// Reads `FABRIQUE_SECTION__KEY`, its `…_FILE` form, and `DATABASE_URL`. Names without the double
/// underscore are not settings: container platforms invent some of their own.
fn read_variables(variables: &[(String, String)], sayings: &mut Sayings) -> Result<()> {
    for (variable, value) in variables {
        let (base, from_file) = variable.strip_suffix("_FILE").map_or((variable.as_str(), false), |base| (base, true));
        let is_ours = base.starts_with("FABRIQUE_") && base.contains("__");
        let setting = match base {
            "DATABASE_URL" => find("database.url"),
            _ => SETTINGS.iter().find(|setting| setting.variable() == base),
        };
        match setting {
            Some(setting) => {
                let value = if from_file { secret_file(variable, Path::new(value))? } else { value.clone() };
                sayings.insert(setting.name, Said { value, place: variable.clone() });
            }
            None if is_ours => {
                let name = base.trim_start_matches("FABRIQUE_").replace("__", ".").to_lowercase();
                let meant = find(nearest(&name)).map(Setting::variable).unwrap_or_default();
                bail!("the environment: no setting is called {variable}; did you mean {meant}?");
            }
            None => {}
        }
    }
    Ok(())
}

fn secret_file(variable: &str, file: &Path) -> Result<String> {
    let text = fs::read_to_string(file)
        .with_context(|| format!("{variable} names {}, which cannot be read", PathBuf::from(file).display()))?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_file(text: &str) -> Result<Sayings> {
        let mut sayings = Sayings::new();
        read_file(text, "fabrique.toml", &mut sayings).map(|()| sayings)
    }

    fn of_variables(pairs: &[(&str, &str)]) -> Result<Sayings> {
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let mut sayings = Sayings::new();
        read_variables(&pairs, &mut sayings).map(|()| sayings)
    }

    #[test]
    fn values_are_read_from_their_section() {
        let sayings = of_file("[server]\nlisten = \"0.0.0.0:80\"\nbehind_proxy = true\n").unwrap();
        assert_eq!(sayings["server.listen"].value, "0.0.0.0:80");
        assert_eq!(sayings["server.behind_proxy"].value, "true");
    }

    #[test]
    fn an_unknown_key_names_the_one_that_was_meant() {
        let error = of_file("[server]\nlisten_on = \"0.0.0.0:80\"\n").unwrap_err().to_string();
        assert_eq!(error, "fabrique.toml: no setting is called “server.listen_on”; did you mean “server.listen”?");
        let error = of_variables(&[("FABRIQUE_SERVR__LISTEN", "x")]).unwrap_err().to_string();
        assert!(error.ends_with("did you mean FABRIQUE_SERVER__LISTEN?"), "{error}");
    }

    #[test]
    fn a_key_outside_a_section_or_with_a_list_is_refused() {
        assert!(of_file("listen = 1").is_err());
        assert!(of_file("[server]\nlisten = [1]").is_err());
    }

    #[test]
    fn variables_of_a_container_platform_are_left_alone() {
        assert!(of_variables(&[("FABRIQUE_SERVICE_HOST", "10.0.0.1"), ("FABRIQUE_HOME", "/srv")]).unwrap().is_empty());
    }

    #[test]
    fn a_secret_is_read_from_the_file_that_a_variable_names() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("url");
        fs::write(&file, "postgres://db/fabrique\n").unwrap();
        let sayings = of_variables(&[("DATABASE_URL_FILE", file.to_str().unwrap())]).unwrap();
        assert_eq!(sayings["database.url"].value, "postgres://db/fabrique");
        let error = of_variables(&[("DATABASE_URL_FILE", "missing")]).unwrap_err().to_string();
        assert!(error.contains("DATABASE_URL_FILE names missing"), "{error}");
    }
}
