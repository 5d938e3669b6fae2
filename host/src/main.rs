//! `hearth-host`: the share host as a program.
#![forbid(unsafe_code)]

use hearth_host::config::{self, CannotStart, Place, Settings};
use hearth_host::engine::{read, write};
use hearth_host::secret::{base64, random, sha256, unbase64};
use hearth_host::store::{enrol, marks, owner, sweep};
use hearth_host::{observe, serve};
use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

const HELP: &str = "\
hearth-host: keeps sealed copies of what people share by link, and the mailbox of their phones

  hearth-host serve --origin https://share.example [options]
  hearth-host secrets                 make the pepper and the time key (many machines share them)
  hearth-host token new [--uses N]    an enrolment token: whoever has it may make links here
  hearth-host token list              which there are
  hearth-host token revoke HASH       take one back (HASH as the list shows it)
  hearth-host marks export            end marks, a line each, to standard output
  hearth-host marks import            end marks from standard input
  hearth-host hold                    after a restored backup: hand nothing out until its owner has written

Where things lie
  --data FOLDER       the database, SQLite              (hearth-host/data)
  --marks FOLDER      the end marks; back them up apart (hearth-host/marks)
  --secrets FOLDER    pepper and time key; in no backup of the database (hearth-host/secrets)
  DATABASE_URL        PostgreSQL in place of --data; then also
  END_MARKS_URL       PostgreSQL in place of --marks: another database, restored never or last
  --database-ca FILE  who may vouch for PostgreSQL's certificate (Mozilla's list)
  --connections N     to each database of PostgreSQL (16)

Serving
  --origin URL        where links point, or HEARTH_HOST_ORIGIN; TLS is the business of the proxy before the host
  --listen ADDRESS    (127.0.0.1:8480)
  --operator ADDRESS  /metrics, /healthz, /readyz for the operator (127.0.0.1:8481)
  --proxies N         how many proxies stand before the host and add to X-Forwarded-For (0)
  --per-address N     requests a minute from one address (600)
  --per-link N        requests a minute for one link or mailbox (120)
  --max-connections N (4096)

docs/host.md has the rest: limits, sizing, backup, what is kept how long.
";

fn main() -> ExitCode {
    observe::quiet_panics();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(run()),
        Err(error) => Err(CannotStart::Unfit(error.to_string())),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("hearth-host: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), CannotStart> {
    let (words, options) = arguments(std::env::args().skip(1))?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve_until_told(&options).await,
        ["secrets"] => config::make_secrets(&options.folder("secrets")),
        ["token", "new"] => new_token(&options).await,
        ["token", "list"] => list_tokens(&options).await,
        ["token", "revoke", hash] => revoke_token(&options, hash).await,
        ["marks", "export"] => export_marks(&options).await,
        ["marks", "import"] => import_marks(&options).await,
        ["hold"] => hold(&options).await,
        _ => {
            print!("{HELP}");
            Ok(())
        }
    }
}

struct Options(BTreeMap<String, String>);

const KNOWN: [&str; 14] = [
    "data",
    "marks",
    "secrets",
    "database-ca",
    "connections",
    "origin",
    "listen",
    "operator",
    "proxies",
    "per-address",
    "per-link",
    "max-connections",
    "uses",
    "help",
];

fn unfit<T>(why: impl Into<String>) -> Result<T, CannotStart> {
    Err(CannotStart::Unfit(why.into()))
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<(Vec<String>, Options), CannotStart> {
    let (mut words, mut options) = (Vec::new(), BTreeMap::new());
    while let Some(argument) = given.next() {
        match argument.strip_prefix("--") {
            None => words.push(argument),
            Some("help") => words.push(argument),
            Some(name) if KNOWN.contains(&name) => {
                let Some(value) = given.next() else { return unfit(format!("--{name} needs a value")) };
                options.insert(name.to_owned(), value);
            }
            Some(name) => {
                return unfit(format!("there is no --{name}; hearth-host --help says what there is"));
            }
        }
    }
    Ok((words, Options(options)))
}

impl Options {
    fn folder(&self, name: &str) -> PathBuf {
        self.0.get(name).map_or_else(|| PathBuf::from("hearth-host").join(name), PathBuf::from)
    }

    fn number<T: std::str::FromStr>(&self, name: &str, otherwise: T) -> Result<T, CannotStart> {
        match self.0.get(name) {
            None => Ok(otherwise),
            Some(value) => value.parse().or_else(|_| unfit(format!("--{name} must be a number"))),
        }
    }

    fn text(&self, name: &str, otherwise: &str) -> String {
        self.0.get(name).cloned().unwrap_or_else(|| otherwise.to_owned())
    }

    fn place(&self) -> Result<Place, CannotStart> {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        match (variable("DATABASE_URL"), variable("END_MARKS_URL")) {
            (None, None) => Ok(Place::Files { data: self.folder("data"), marks: self.folder("marks") }),
            (Some(main), Some(marks)) => Ok(Place::Servers {
                main,
                marks,
                authorities: self.0.get("database-ca").map(PathBuf::from),
                connections: self.number("connections", 16)?,
            }),
            _ => unfit(
                "DATABASE_URL and END_MARKS_URL go together: the end marks need a database of their own",
            ),
        }
    }

    fn settings(&self) -> Result<Settings, CannotStart> {
        let said = std::env::var("HEARTH_HOST_ORIGIN").ok().filter(|origin| !origin.is_empty());
        let Some(origin) = self.0.get("origin").cloned().or(said) else {
            return unfit("--origin says where links point: https://share.example");
        };
        Ok(Settings {
            origin,
            place: self.place()?,
            secrets: self.folder("secrets"),
            per_address: self.number("per-address", 600)?,
            per_name: self.number("per-link", 120)?,
            proxies: self.number("proxies", 0)?,
            is_logged: true,
        })
    }
}

async fn serve_until_told(options: &Options) -> Result<(), CannotStart> {
    let host = config::host(&options.settings()?, config::system_clock()).await?;
    let listen = async |name, otherwise| {
        let address = options.text(name, otherwise);
        let listening = tokio::net::TcpListener::bind(&address).await;
        listening.map_err(|e| CannotStart::Unfit(format!("--{name} {address}: {e}")))
    };
    let world = listen("listen", "127.0.0.1:8480").await?;
    let own = listen("operator", "127.0.0.1:8481").await?;
    let at =
        |listener: &tokio::net::TcpListener| listener.local_addr().map(|a| a.to_string()).unwrap_or_default();
    println!("serving {} on {}, for the operator on {}", host.origin, at(&world), at(&own));
    let kept = std::sync::Arc::clone(&host);
    let upkeep = tokio::spawn(async move {
        if let Err(fault) = config::apply_marks(&kept).await {
            observe::trouble(&fault.to_string());
        }
        loop {
            let now = kept.now();
            match write(&*kept.main, move |tx| sweep::sweep(tx, now)).await {
                Ok(taken) if taken > 0 => continue,
                Ok(_) => {}
                Err(fault) => observe::trouble(&fault.to_string()),
            }
            tokio::time::sleep(Duration::from_secs(600)).await;
        }
    });
    let most = options.number("max-connections", 4096)?;
    let served = serve::serve(host, world, own, most, told_to_stop()).await;
    upkeep.abort();
    println!("stopped");
    served.map_err(|e| CannotStart::Unfit(e.to_string()))
}

async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (terminate, interrupt) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
        if let (Ok(mut terminate), Ok(mut interrupt)) = (terminate, interrupt) {
            tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}

async fn new_token(options: &Options) -> Result<(), CannotStart> {
    let (main, _) = config::engines(&options.place()?).await?;
    let uses = options.0.get("uses").map(|_| options.number("uses", 1)).transpose()?;
    let secret = random().map_err(|e| CannotStart::Unfit(e.to_string()))?;
    let (tag, now) = (sha256(&secret), config::system_clock()());
    write(&*main, move |tx| enrol::add(tx, &tag, uses, now)).await?;
    println!("{}", base64(&secret));
    Ok(())
}

async fn list_tokens(options: &Options) -> Result<(), CannotStart> {
    let (main, _) = config::engines(&options.place()?).await?;
    for (tag, made, uses, revoked) in read(&*main, enrol::list).await? {
        let uses = uses.map_or_else(|| "any number of".to_owned(), |left| left.to_string());
        let moment = hearth_host::http::answer::moment(made);
        println!(
            "{} made {moment}, {uses} uses left{}",
            base64(&tag),
            if revoked { ", revoked" } else { "" }
        );
    }
    Ok(())
}

async fn revoke_token(options: &Options, hash: &str) -> Result<(), CannotStart> {
    let (main, _) = config::engines(&options.place()?).await?;
    let Some(tag) = unbase64(hash, 43) else { return unfit("there is no such token") };
    if write(&*main, move |tx| enrol::revoke(tx, &tag)).await? {
        Ok(())
    } else {
        unfit("there is no such token")
    }
}

async fn export_marks(options: &Options) -> Result<(), CannotStart> {
    let (_, from) = config::engines(&options.place()?).await?;
    let mut after = 0;
    let mut out = std::io::stdout().lock();
    loop {
        let page = read(&*from, move |tx| marks::page(tx, after)).await?;
        if page.is_empty() {
            return Ok(());
        }
        after += page.len() as i64;
        for (tag, at, left) in page {
            let left = left.map(|left| base64(&left)).unwrap_or_default();
            writeln!(out, "{} {at} {left}", base64(&tag)).or_else(|e| unfit(e.to_string()))?;
        }
    }
}

async fn import_marks(options: &Options) -> Result<(), CannotStart> {
    let (_, into) = config::engines(&options.place()?).await?;
    let mut count = 0;
    for line in std::io::stdin().lock().lines() {
        let line = line.or_else(|e| unfit(e.to_string()))?;
        let Some((tag, at, left)) = mark(&line) else {
            return unfit(format!("line {}: no end mark", count + 1));
        };
        write(&*into, move |tx| marks::mark(tx, &tag, left.clone(), at)).await?;
        count += 1;
    }
    println!("{count} end marks stand");
    Ok(())
}

fn mark(line: &str) -> Option<([u8; 32], i64, Option<Vec<u8>>)> {
    let mut parts = line.splitn(3, ' ');
    let tag = unbase64(parts.next()?, 43)?.try_into().ok()?;
    let at = parts.next()?.parse().ok()?;
    let left = parts.next().unwrap_or_default();
    let left = if left.is_empty() { None } else { Some(unbase64(left, 2 * marks::LONGEST)?) };
    Some((tag, at, left))
}

async fn hold(options: &Options) -> Result<(), CannotStart> {
    let (main, _) = config::engines(&options.place()?).await?;
    println!("{} links are held until their owner writes or resumes", write(&*main, owner::hold_all).await?);
    Ok(())
}
