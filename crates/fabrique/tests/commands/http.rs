//! A client that speaks HTTP over a real socket, with cookies.

use std::{
    collections::BTreeMap,
    io::{Read, Write},
    net::TcpStream,
};

/// Somebody at the other end of a socket.
pub(crate) struct Client {
    host: String,
    headers: Vec<(String, String)>,
    cookies: BTreeMap<String, String>,
}

/// What was answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Answer {
    /// A header, when it is there.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{} {}", self.status, self.body))
    }
}

impl Client {
    /// Somebody who asks the server at `address`, `http://…`.
    pub(crate) fn of(address: &str) -> Self {
        let host = address.trim_start_matches("http://").to_owned();
        Self { host, headers: Vec::new(), cookies: BTreeMap::new() }
    }

    /// Says this with every request.
    pub(crate) fn always(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, "text/plain", "")
    }

    /// Sends a form of the site.
    pub(crate) fn post(&mut self, path: &str, form: &str) -> Answer {
        self.send("POST", path, "application/x-www-form-urlencoded", form)
    }

    /// Takes a position with a personal token.
    pub(crate) fn say(&mut self, proposal: &str, token: &str, position: &str) -> Answer {
        let kept = self.headers.len();
        self.headers.push(("Authorization".into(), format!("Bearer {token}")));
        let body = format!("{{\"position\": \"{position}\"}}");
        let answer = self.send("PUT", &format!("/api/v1/proposals/{proposal}/position"), "application/json", &body);
        self.headers.truncate(kept);
        answer
    }

    fn send(&mut self, method: &str, path: &str, kind: &str, body: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        let mut request =
            format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n", host = self.host);
        request +=
            &format!("Origin: http://{}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", self.host, body.len());
        for (name, value) in &self.headers {
            request += &format!("{name}: {value}\r\n");
        }
        for (name, value) in &self.cookies {
            request += &format!("Cookie: {name}={value}\r\n");
        }
        write!(stream, "{request}\r\n{body}").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
        self.keep_cookies(head);
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn keep_cookies(&mut self, head: &str) {
        for cookie in head.lines().filter_map(|line| line.split_once(": ")) {
            if cookie.0.eq_ignore_ascii_case("set-cookie")
                && let Some((name, value)) = cookie.1.split(';').next().unwrap_or_default().split_once('=')
            {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// What the site remembers us by.
    pub(crate) fn secrets(&self) -> Vec<String> {
        self.cookies.values().filter(|value| value.len() > 20).cloned().collect()
    }
}
