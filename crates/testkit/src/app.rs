//! A whole platform in one value: pages, jobs, mail, on a fresh database.

use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
};

use axum::Router;
use fabrique_app::{
    Platform,
    job::Worker,
    mail::{Mail, Mailer, NotSent},
};
use fabrique_web::{Settings, Web};

use crate::{Engine, TestClock, TestStore, engine::Cleanup, platform::BASE, visitor::TestVisitor};

/// A mailbox that receives everything.
#[derive(Debug, Default)]
pub struct Mailbox(Mutex<Vec<Mail>>);

impl Mailbox {
    /// Everything received since the last look.
    #[must_use]
    pub fn take(&self) -> Vec<Mail> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Mailer for Mailbox {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), NotSent>> + Send + 'a>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(mail.clone());
        Box::pin(std::future::ready(Ok(())))
    }
}

/// A platform to test.
#[derive(Debug)]
pub struct TestApp {
    /// The platform.
    pub platform: Arc<Platform>,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Its mail.
    pub mailbox: Arc<Mailbox>,
    router: Router,
    worker: Worker,
    cleanup: Cleanup,
}

impl TestApp {
    /// A fresh platform on `engine`.
    pub async fn on(engine: Engine) -> Self {
        let store = TestStore::fresh(engine).await;
        let platform = Arc::new(store.platform());
        let TestStore { clock, cleanup, .. } = store;
        let mailbox = Arc::new(Mailbox::default());
        let worker = Worker { platform: Arc::clone(&platform), mailer: Arc::clone(&mailbox) as Arc<dyn Mailer> };
        let router = site(&platform);
        Self { platform, clock, mailbox, router, worker, cleanup }
    }

    /// Somebody at a browser, signed out, reading French.
    #[must_use]
    pub fn visitor(&self) -> TestVisitor {
        TestVisitor::of(self.router.clone())
    }

    /// Somebody at another site of the same platform, which has kept no page ready yet.
    #[must_use]
    pub fn visitor_elsewhere(&self) -> TestVisitor {
        TestVisitor::of(site(&self.platform))
    }

    /// The same person at another site of the same platform, which has kept no page ready yet.
    #[must_use]
    pub fn elsewhere(&self, visitor: &TestVisitor) -> TestVisitor {
        visitor.clone().at(site(&self.platform))
    }

    /// Somebody who signed in through the pages with a mail.
    ///
    /// # Panics
    /// When signing in does not work.
    pub async fn signed_in(&self, email: &str) -> TestVisitor {
        let mut visitor = self.visitor();
        visitor.post("/sign-in", &[("email", email)]).await.assert_redirect();
        self.run_jobs().await;
        let link = self.link_for(email, "/sign-in/link/");
        visitor.post(&link, &[]).await.assert_redirect();
        visitor
    }

    /// The path of the last link to `start` that was mailed to somebody.
    ///
    /// # Panics
    /// When no such mail came.
    #[expect(clippy::expect_used, reason = "a test")]
    #[must_use]
    pub fn link_for(&self, email: &str, start: &str) -> String {
        let mails = self.mailbox.take();
        let link = mails.iter().rev().filter(|mail| mail.to == email).find_map(|mail| {
            let from = mail.text.find(&format!("{BASE}{start}"))? + BASE.len();
            mail.text[from..].split_whitespace().next().map(str::to_owned)
        });
        link.expect("a mail with the link")
    }

    /// Does all the work that is due.
    ///
    /// # Panics
    /// When storage fails.
    #[expect(clippy::expect_used, reason = "a test")]
    pub async fn run_jobs(&self) {
        self.worker.run_due().await.expect("the jobs run");
        fabrique_app::search::follow(&self.platform).await.expect("the index follows");
    }

    /// Gives the place back. Called by [`stories!`](crate::stories).
    pub async fn finish(self) {
        self.cleanup.finish(&self.platform.store).await;
    }
}

/// The pages of a platform, without limits of requests.
fn site(platform: &Arc<Platform>) -> Router {
    let settings = Settings { unlimited: true, ..Settings::default() };
    fabrique_web::router(Web::new(Arc::clone(platform), settings))
}

/// Declares tests of the whole platform, each once on each engine.
#[macro_export]
macro_rules! stories {
    ($($(#[$meta:meta])* async fn $name:ident($app:ident) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, clippy::allow_attributes, reason = "what the body needs stands in the module around it")]
            use super::*;

            async fn body($app: &$crate::TestApp) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let app = $crate::TestApp::on($crate::Engine::Sqlite).await;
                body(&app).await;
                app.finish().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let app = $crate::TestApp::on($crate::Engine::Postgres).await;
                body(&app).await;
                app.finish().await;
            }
        }
    )+};
}
