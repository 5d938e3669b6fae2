//! What real servers were seen to do, as switches. The default is a server that
//! does everything as the standard has it.

/// The switches.
#[derive(Clone, Debug)]
pub struct Quirks {
    /// What a stale `If-Match` is answered with: 412, or 409 as HAPI does.
    pub conflict: u16,
    /// Versions are names, not numbers.
    pub uuid_versions: bool,
    /// `ETag` is strong (`"3"`), not weak (`W/"3"`).
    pub strong_etags: bool,
    /// No `ETag`: the version is in the resource alone.
    pub no_etag: bool,
    /// No `total` on a page.
    pub no_total: bool,
    /// 72.50 comes back as 72.5.
    pub normalises_decimals: bool,
    /// What is not in the standard is dropped, with 201 as if it were kept: all
    /// extensions.
    pub drops_extensions: bool,
    /// A write is answered without what was written.
    pub no_echo: bool,
    /// A batch or a transaction is refused.
    pub refuses_batches: bool,
    /// A batch of reads is answered, one of writes is not.
    pub refuses_batched_writes: bool,
    /// `$everything` is refused.
    pub refuses_everything: bool,
    /// Ids that the client chooses are refused.
    pub refuses_ids: bool,
    /// `If-None-Exist` is refused.
    pub refuses_if_none_exist: bool,
    /// `If-None-Match: *` is refused with 400.
    pub refuses_guard: bool,
    /// `If-None-Match: *` is ignored, and what is there is written over.
    pub ignores_guard: bool,
    /// `If-Match` is ignored: a lying server.
    pub ignores_if_match: bool,
    /// A write with the same content makes a version all the same.
    pub same_makes_a_version: bool,
    /// A PUT that makes something is answered with 200.
    pub create_200: bool,
    /// A second delete is answered with 404.
    pub delete_again_404: bool,
    /// DELETE ignores `If-Match`.
    pub delete_ignores_if_match: bool,
    /// `_lastUpdated` is ignored.
    pub ignores_since: bool,
    /// `_sort` is ignored: the newest first.
    pub ignores_sort: bool,
    /// How many to a page, whatever is asked for.
    pub page: usize,
    /// A change is found by search only so many milliseconds later.
    pub index_lag: i64,
    /// Types that a patient's token does not reach.
    pub without: Vec<&'static str>,
    /// Types that are granted, and refused all the same.
    pub refuses: Vec<&'static str>,
    /// Types that may be read as granted, and are refused where they are written.
    pub refuses_writes: Vec<&'static str>,
    /// How long an access token lives, in seconds.
    pub token_life: u64,
    /// Refresh tokens are not renewed.
    pub no_rotation: bool,
    /// An access token can't be given back: it is good to its end.
    pub keeps_access: bool,
    /// Scopes of the first form only.
    pub first_scopes: bool,
}

impl Default for Quirks {
    fn default() -> Self {
        Self {
            conflict: 412,
            uuid_versions: false,
            strong_etags: false,
            no_etag: false,
            no_total: false,
            normalises_decimals: false,
            drops_extensions: false,
            no_echo: false,
            refuses_batches: false,
            refuses_batched_writes: false,
            refuses_everything: false,
            refuses_ids: false,
            refuses_if_none_exist: false,
            refuses_guard: false,
            ignores_guard: false,
            ignores_if_match: false,
            same_makes_a_version: false,
            create_200: false,
            delete_again_404: false,
            delete_ignores_if_match: false,
            ignores_since: false,
            ignores_sort: false,
            page: 100,
            index_lag: 0,
            without: Vec::new(),
            refuses: Vec::new(),
            refuses_writes: Vec::new(),
            token_life: 3600,
            no_rotation: false,
            keeps_access: false,
            first_scopes: false,
        }
    }
}

impl Quirks {
    /// HAPI FHIR 8 with a patient's token, as it was seen to behave.
    #[must_use]
    pub fn hapi() -> Self {
        Self {
            conflict: 409,
            ignores_guard: true,
            drops_extensions: false,
            refuses_everything: true,
            refuses_if_none_exist: true,
            delete_ignores_if_match: true,
            no_total: true,
            page: 20,
            refuses: vec!["Task", "HealthcareService"],
            refuses_batches: true,
            ..Self::default()
        }
    }

    /// sekmet-fhir 0.1, as it was seen to behave.
    #[must_use]
    pub fn sekmet() -> Self {
        Self {
            normalises_decimals: true,
            delete_ignores_if_match: true,
            same_makes_a_version: true,
            ..Self::default()
        }
    }

    /// Each switch by itself, with its name.
    #[must_use]
    pub fn each() -> Vec<(&'static str, Self)> {
        let with = |change: fn(&mut Self)| {
            let mut quirks = Self::default();
            change(&mut quirks);
            quirks
        };
        vec![
            ("as the standard has it", with(|_| {})),
            ("like HAPI", Self::hapi()),
            ("like sekmet", Self::sekmet()),
            ("409 for a stale version", with(|q| q.conflict = 409)),
            ("UUID versions", with(|q| q.uuid_versions = true)),
            ("strong ETags", with(|q| q.strong_etags = true)),
            ("no ETag", with(|q| q.no_etag = true)),
            ("no total", with(|q| q.no_total = true)),
            ("72.50 becomes 72.5", with(|q| q.normalises_decimals = true)),
            ("extensions dropped", with(|q| q.drops_extensions = true)),
            ("no echo", with(|q| q.no_echo = true)),
            ("no batches", with(|q| q.refuses_batches = true)),
            ("no batches of writes", with(|q| q.refuses_batched_writes = true)),
            (
                "neither $everything nor batches",
                with(|q| {
                    q.refuses_everything = true;
                    q.refuses_batches = true;
                }),
            ),
            ("ids of its own", with(|q| q.refuses_ids = true)),
            (
                "ids of its own, no If-None-Exist",
                with(|q| {
                    q.refuses_ids = true;
                    q.refuses_if_none_exist = true;
                }),
            ),
            ("no If-None-Match", with(|q| q.refuses_guard = true)),
            ("If-None-Match ignored", with(|q| q.ignores_guard = true)),
            ("the same makes a version", with(|q| q.same_makes_a_version = true)),
            ("200 for what was made", with(|q| q.create_200 = true)),
            ("404 for a second delete", with(|q| q.delete_again_404 = true)),
            ("_lastUpdated ignored", with(|q| q.ignores_since = true)),
            ("_sort ignored", with(|q| q.ignores_sort = true)),
            ("three to a page", with(|q| q.page = 3)),
            ("an index that lags", with(|q| q.index_lag = 90_000)),
            ("no Tasks", with(|q| q.without = vec!["Task"])),
            ("Tasks granted and refused", with(|q| q.refuses = vec!["Task"])),
            ("Tasks read and not written", with(|q| q.refuses_writes = vec!["Task"])),
            ("tokens of a minute", with(|q| q.token_life = 60)),
            ("no rotation", with(|q| q.no_rotation = true)),
            ("access tokens can't be given back", with(|q| q.keeps_access = true)),
            ("scopes of the first form", with(|q| q.first_scopes = true)),
        ]
    }
}
