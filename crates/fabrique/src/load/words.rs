//! Texts drawn from a small vocabulary.

/// The themes of the consultation.
pub(super) const THEMES: [&str; 6] =
    ["Démarches", "Transports", "École", "Eau et environnement", "Comptes publics", "Participation"];

const NAMES: [&str; 16] = [
    "Alix", "Bilal", "Capucine", "Dario", "Elia", "Farah", "Gaspard", "Hana", "Ilan", "Judith", "Kim", "Louison",
    "Malo", "Nour", "Oriane", "Sacha",
];
const ACTS: [&str; 10] = [
    "Publier",
    "Ouvrir",
    "Expliquer",
    "Simplifier",
    "Mesurer",
    "Rendre lisible",
    "Traduire",
    "Comparer",
    "Mettre à jour",
    "Vérifier",
];
const THINGS: [&str; 14] = [
    "les horaires",
    "les budgets",
    "les délais",
    "les courriers",
    "les analyses de l’eau",
    "les marchés publics",
    "les formulaires",
    "les comptes rendus",
    "les plans de travaux",
    "les aides",
    "les menus des cantines",
    "les données de pollution",
    "les effectifs",
    "les réponses aux habitants",
];
const PLACES: [&str; 12] = [
    "de chaque commune",
    "des gares",
    "des écoles",
    "des hôpitaux",
    "des préfectures",
    "des bibliothèques",
    "des lignes régionales",
    "des collèges",
    "des tribunaux",
    "des guichets",
    "des musées",
    "des mairies",
];
const REASONS: [&str; 8] = [
    "Aujourd’hui, personne ne sait où chercher.",
    "L’information existe, mais elle arrive trop tard.",
    "Deux services donnent deux chiffres différents.",
    "Les habitants posent la même question chaque année.",
    "Un tableau seul ne suffit pas à comprendre.",
    "Les agents eux-mêmes demandent cette clarté.",
    "D’autres pays le font depuis dix ans.",
    "Le coût est faible et l’effet se mesure.",
];

/// SplitMix64 (Steele, Lea and Flood, 2014): small, even, and the same everywhere.
#[derive(Debug, Clone)]
pub(super) struct Draw(u64);

impl From<u64> for Draw {
    fn from(seed: u64) -> Self {
        Self(seed)
    }
}

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is not nought.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    /// One of them.
    pub(super) fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len() as u64) as usize]
    }

    /// A title, told apart from the others by its number.
    pub(super) fn title(&mut self, number: u64) -> String {
        format!("{} {} {} ({number})", self.one(&ACTS), self.one(&THINGS), self.one(&PLACES))
    }

    /// Some sentences.
    pub(super) fn sentences(&mut self, count: u64) -> String {
        let sentences: Vec<String> = (0..count).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }

    fn sentence(&mut self) -> String {
        let reason = *self.one(&REASONS);
        let act = self.one(&ACTS).to_lowercase();
        format!("{reason} Il faut {act} {} {}.", self.one(&THINGS), self.one(&PLACES))
    }
}

/// The pseudonym of somebody.
pub(super) fn name(number: u64) -> String {
    format!("{} {number}", NAMES[(number % NAMES.len() as u64) as usize])
}
