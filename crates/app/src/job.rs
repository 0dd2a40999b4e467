//! The worker: takes what is due, does it, says so.

use std::sync::Arc;

use fabrique_domain::time::DAY;
use fabrique_storage::{Tx, job, job::Job, transact};

use crate::{
    Error, Platform, Result, account, consultation,
    mail::{self, Mailer},
    search, subscription,
};

/// What the worker does jobs with.
#[derive(Debug)]
pub struct Worker {
    /// The platform.
    pub platform: Arc<Platform>,
    /// How mail leaves.
    pub mailer: Arc<dyn Mailer>,
}

impl Worker {
    /// Does everything that is due now; says how many jobs were taken.
    ///
    /// # Errors
    /// When storage fails; a job that fails is kept for later and is no error.
    pub async fn run_due(&self) -> Result<usize> {
        search::number(&self.platform).await?;
        let mut taken = 0;
        while let Some(job) = self.lease().await? {
            taken += 1;
            let outcome = self.perform(&job).await;
            self.report(&job, outcome).await?;
        }
        Ok(taken)
    }

    /// Forgets what is of no use any more: answered requests, ended sessions, done jobs, changes
    /// that every index took. Doing it more often than once a day, or on two machines, harms nothing.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn keep_house(&self) -> Result<()> {
        transact!(self.platform.store, |tx| {
            let last_month = tx.now().plus(-30 * DAY);
            account::sweep(tx).await?;
            subscription::sweep(tx).await?;
            search::forget(tx).await?;
            job::sweep(tx, last_month).await.map_err(Error::from)
        })?;
        Ok(())
    }

    async fn lease(&self) -> Result<Option<Job>> {
        transact!(self.platform.store, |tx| {
            tx.leaves_pages_unchanged();
            job::lease(tx).await.map_err(Error::from)
        })
    }

    async fn perform(&self, job: &Job) -> Result<()> {
        match job.kind.as_str() {
            mail::JOB => {
                let mail = mail::open(&self.platform, &job.payload)?;
                self.mailer.send(&mail).await.map_err(|error| Error::Internal(error.to_string()))
            }
            consultation::OPENING => transact!(self.platform.store, |tx| self.open(tx, job).await),
            subscription::JOB => transact!(self.platform.store, |tx| {
                subscription::fan_out(&self.platform, tx, job.id, &job.payload).await
            }),
            other => Err(Error::Internal(format!("no worker knows how to do “{other}”"))),
        }
    }

    /// Tells that a consultation has opened. The job ends in the same transaction, so that nobody is
    /// told twice.
    async fn open(&self, tx: &mut Tx, job: &Job) -> Result<()> {
        if let Some(opened) = consultation::tell_opening(tx, &job.payload).await? {
            subscription::tell_opened(&self.platform, tx, &opened).await?;
        }
        Ok(job::finish(tx, job.id).await?)
    }

    async fn report(&self, job: &Job, outcome: Result<()>) -> Result<()> {
        if let Err(error) = &outcome {
            tracing::warn!(job = %job.id, kind = job.kind, attempts = job.attempts, %error, "a job failed");
        }
        transact!(self.platform.store, |tx| {
            tx.leaves_pages_unchanged();
            match &outcome {
                Ok(()) => job::finish(tx, job.id).await,
                Err(error) => job::fail(tx, job, &error.to_string()).await,
            }
            .map_err(Error::from)
        })
    }
}
