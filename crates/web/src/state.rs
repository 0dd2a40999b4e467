//! What every handler shares.

use std::sync::Arc;

use fabrique_app::Platform;

use crate::{assets::Assets, cache::PageCache, conformity::Declared, middleware::rate::Limits, readers::Readers};

/// What an operator may set about the pages.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Whether the last address of `X-Forwarded-For` is the client's: only behind one's own proxy.
    pub behind_proxy: bool,
    /// The operator's own look.
    pub theme: Theme,
    /// Whether tests and benches are spared the limits of requests by network prefix.
    pub unlimited: bool,
}

/// The operator's own look.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    /// A style sheet that redefines the tokens of `fabrique.css`.
    pub css: Option<Vec<u8>>,
    /// A logo, as SVG.
    pub logo: Option<Vec<u8>>,
}

/// What every handler shares.
#[derive(Debug)]
pub struct Web {
    /// The platform.
    pub platform: Arc<Platform>,
    /// What the operator set.
    pub settings: Settings,
    pub(crate) assets: Assets,
    pub(crate) cache: PageCache,
    pub(crate) conformity: Declared,
    pub(crate) limits: Limits,
    pub(crate) readers: Readers,
}

impl Web {
    /// The site of a platform.
    #[must_use]
    pub fn new(platform: Arc<Platform>, settings: Settings) -> Arc<Self> {
        let assets = Assets::new(&settings.theme);
        let limits = Limits::new(!settings.unlimited);
        let (cache, conformity, readers) = (PageCache::default(), Declared::default(), Readers::default());
        Arc::new(Self { platform, settings, assets, cache, conformity, limits, readers })
    }
}
