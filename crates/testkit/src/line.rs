//! A line to a server that can be cut in the middle of a word, and mended.

use std::{
    io,
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    task::{AbortHandle, JoinHandle},
};

/// A line on the loopback.
#[derive(Debug)]
pub struct Line {
    /// Where it begins.
    pub address: SocketAddr,
    target: SocketAddr,
    calls: Arc<Mutex<Vec<AbortHandle>>>,
    answering: Mutex<JoinHandle<()>>,
}

impl Line {
    /// A line to `target`.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn to(target: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let calls = Arc::default();
        let answering = Mutex::new(answer(listener, target, Arc::clone(&calls)));
        Ok(Self { address, target, calls, answering })
    }

    /// Cuts it: calls under way end, and nobody answers new ones.
    pub async fn cut(&self) {
        self.answering.lock().unwrap_or_else(PoisonError::into_inner).abort();
        let calls = std::mem::take(&mut *self.calls.lock().unwrap_or_else(PoisonError::into_inner));
        for call in calls {
            call.abort();
            while !call.is_finished() {
                tokio::task::yield_now().await;
            }
        }
        // Refused from now on, and not merely unanswered.
        while TcpStream::connect(self.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    }

    /// Mends it, at the same address.
    ///
    /// # Errors
    /// When somebody else took the port meanwhile.
    pub async fn mend(&self) -> io::Result<()> {
        let listener = TcpListener::bind(self.address).await?;
        let mended = answer(listener, self.target, Arc::clone(&self.calls));
        *self.answering.lock().unwrap_or_else(PoisonError::into_inner) = mended;
        Ok(())
    }
}

fn answer(listener: TcpListener, target: SocketAddr, calls: Arc<Mutex<Vec<AbortHandle>>>) -> JoinHandle<()> {
    tokio::spawn(async move {
        while let Ok((mut near, _)) = listener.accept().await {
            let call = tokio::spawn(async move {
                if let Ok(mut far) = TcpStream::connect(target).await {
                    // Either end may hang up: that is its affair.
                    let _ = copy_bidirectional(&mut near, &mut far).await;
                }
            });
            calls.lock().unwrap_or_else(PoisonError::into_inner).push(call.abort_handle());
        }
    })
}
