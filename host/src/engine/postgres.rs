//! PostgreSQL: many hosts on one database. A transaction runs on a blocking thread with one
//! connection of the pool; a change that met another is run again from its beginning.

use super::{Answer, Engine, Fault, Job, Row, Tx, Val};
use deadpool_postgres::{Client, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use rustls::pki_types::{CertificateDer, pem::PemObject};
use std::path::Path;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio_postgres::config::Host;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres_rustls::MakeRustlsConnect;

/// How often a change that met another is run again.
const AGAIN: usize = 8;

/// A pool of connections to one database.
pub struct Postgres {
    pool: Pool,
}

impl Postgres {
    /// Prepares a pool; no connection is made yet. `authorities`: a PEM file of who may vouch
    /// for the server, Mozilla's list where there is none. A database that is not on this
    /// machine is only spoken to over TLS, whatever the address asks for.
    pub fn open(url: &str, authorities: Option<&Path>, connections: usize) -> Result<Self, Fault> {
        let mut config: tokio_postgres::Config =
            url.parse().map_err(|_| Fault::Away("the address of the database can't be read".into()))?;
        if !on_this_machine(&config) {
            config.ssl_mode(tokio_postgres::config::SslMode::Require);
        }
        config.connect_timeout(Duration::from_secs(5)).application_name("hearth-host");
        let how = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let manager = Manager::from_config(config, MakeRustlsConnect::new(tls(authorities)?), how);
        let pool = Pool::builder(manager)
            .max_size(connections)
            .wait_timeout(Some(Duration::from_secs(10)))
            .create_timeout(Some(Duration::from_secs(5)))
            .runtime(Runtime::Tokio1)
            .build();
        Ok(Self { pool: pool.map_err(away)? })
    }

    async fn run(&self, begin: &'static str, mut job: Job) -> Result<(), Fault> {
        let client = self.pool.get().await.map_err(away)?;
        let handle = Handle::current();
        let run = move || {
            for _ in 0..AGAIN {
                match once(&handle, &client, begin, &mut job) {
                    Err(Fault::Conflict) => continue,
                    done => return done,
                }
            }
            Err(Fault::Conflict)
        };
        tokio::task::spawn_blocking(run).await.map_err(away)?
    }
}

impl Engine for Postgres {
    fn write(&self, job: Job) -> Answer<'_> {
        Box::pin(self.run("BEGIN ISOLATION LEVEL READ COMMITTED", job))
    }

    fn read(&self, job: Job) -> Answer<'_> {
        Box::pin(self.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", job))
    }

    fn prepare<'a>(&'a self, schema: &'a str) -> Answer<'a> {
        let schema = schema.to_owned();
        self.write(Box::new(move |tx| {
            // Two hosts that begin at once make the tables one after the other.
            tx.rows("SELECT CAST(1 AS BIGINT) FROM (SELECT pg_advisory_xact_lock(720348101)) AS held", &[])?;
            let is_lax = "SELECT CASE WHEN current_setting('synchronous_commit') = 'off' THEN 1 ELSE 0 END";
            if tx.rows(is_lax, &[])? != [[Val::Int(0)]] {
                return Err(Fault::Away(
                    "PostgreSQL has synchronous_commit off: what it says is kept may not be".into(),
                ));
            }
            for statement in schema.split(';').map(str::trim).filter(|s| !s.is_empty()) {
                tx.change(statement, &[])?;
            }
            Ok(())
        }))
    }
}

fn once(handle: &Handle, client: &Client, begin: &str, job: &mut Job) -> Result<(), Fault> {
    handle.block_on(client.batch_execute(begin)).map_err(refused)?;
    let mut open = Open { handle, client, undone: true };
    let done = job(&mut open);
    if done.is_ok() {
        handle.block_on(client.batch_execute("COMMIT")).map_err(refused)?;
        open.undone = false;
    }
    done
}

struct Open<'a> {
    handle: &'a Handle,
    client: &'a Client,
    undone: bool,
}

impl Drop for Open<'_> {
    /// A connection goes back to the pool with no transaction open, also when the work panicked.
    fn drop(&mut self) {
        if self.undone {
            let _ = self.handle.block_on(self.client.batch_execute("ROLLBACK"));
        }
    }
}

impl Tx for Open<'_> {
    fn rows(&mut self, sql: &str, values: &[Val]) -> Result<Vec<Row>, Fault> {
        let found = self.handle.block_on(async {
            let statement = self.client.prepare_cached(&sql.replace('?', "$")).await?;
            self.client.query(&statement, &borrowed(values)).await
        });
        found.map_err(refused)?.iter().map(outward).collect()
    }

    fn change(&mut self, sql: &str, values: &[Val]) -> Result<u64, Fault> {
        let changed = self.handle.block_on(async {
            let statement = self.client.prepare_cached(&sql.replace('?', "$")).await?;
            self.client.execute(&statement, &borrowed(values)).await
        });
        changed.map_err(refused)
    }
}

fn borrowed(values: &[Val]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

impl ToSql for Val {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Val::Null => Ok(IsNull::Yes),
            Val::Int(number) if *ty == Type::INT4 => i32::try_from(*number)?.to_sql(ty, out),
            Val::Int(number) => number.to_sql(ty, out),
            Val::Bytes(bytes) => bytes.as_slice().to_sql(ty, out),
        }
    }

    fn accepts(ty: &Type) -> bool {
        [Type::INT8, Type::INT4, Type::BYTEA].contains(ty)
    }

    to_sql_checked!();
}

fn outward(row: &tokio_postgres::Row) -> Result<Row, Fault> {
    let cell = |(at, column): (usize, &tokio_postgres::Column)| {
        let value = match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(at).map(Val::from),
            Type::INT4 => row.try_get::<_, Option<i32>>(at).map(|n| Val::from(n.map(i64::from))),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at).map(Val::from),
            _ => return Err(Fault::Shape),
        };
        value.map_err(|_| Fault::Shape)
    };
    row.columns().iter().enumerate().map(cell).collect()
}

fn on_this_machine(config: &tokio_postgres::Config) -> bool {
    config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    })
}

fn tls(authorities: Option<&Path>) -> Result<rustls::ClientConfig, Fault> {
    let mut roots = rustls::RootCertStore::empty();
    match authorities {
        Some(path) => {
            for certificate in CertificateDer::pem_file_iter(path).map_err(away)? {
                roots.add(certificate.map_err(away)?).map_err(away)?;
            }
        }
        None => {
            let _ = roots.add_parsable_certificates(webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().cloned());
        }
    }
    let provider = rustls::crypto::ring::default_provider();
    let versions =
        rustls::ClientConfig::builder_with_provider(provider.into()).with_safe_default_protocol_versions();
    Ok(versions.map_err(away)?.with_root_certificates(roots).with_no_client_auth())
}

fn away(error: impl std::fmt::Display) -> Fault {
    Fault::Away(error.to_string())
}

/// What PostgreSQL says, without the values that it may repeat in its detail.
fn refused(error: tokio_postgres::Error) -> Fault {
    match error.as_db_error() {
        Some(said) => match *said.code() {
            SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => Fault::Conflict,
            SqlState::UNIQUE_VIOLATION => Fault::Conflict,
            _ => Fault::Refused(format!("{} {}", said.code().code(), said.message())),
        },
        None => Fault::Away(error.to_string()),
    }
}
