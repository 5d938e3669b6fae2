//! Practices in this process with a real door: HTTP on this machine's own loopback,
//! for a phone that is another program. `ADDRESS/NAME/fhir` is the practice called
//! NAME, new when it is first asked; `ADDRESS/NAME/does/...` is what those who work
//! there do.

use super::auth::ISSUER;
use super::{BASE, Practice, Quirks, SimWorld};
use crate::door::{self, Asked, HELD};
use hearth_core::sync::http::{Http, Method, Request, Response, Token};
use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Condvar, Mutex};
use url::Url;

/// 26 November 2026, 9:30 in London: the morning of the shells' own tests.
const MORNING: i64 = 1_795_685_400_000;
/// The headers that mean something to a practice.
const HEADERS: [&str; 6] = ["accept", "content-type", "if-match", "if-none-match", "if-none-exist", "prefer"];

/// A street of practices.
struct Street {
    address: String,
    known: Mutex<BTreeMap<String, Arc<House>>>,
}

/// One of them.
struct House {
    practice: Practice,
    mood: Mutex<Mood>,
    changed: Condvar,
}

/// How it answers now.
#[derive(Clone, Copy, PartialEq)]
enum Mood {
    Well,
    /// With 503.
    Busy,
    /// Not before it is told to.
    Holds,
}

/// Opens the street; it stays open as long as the process. Returns its address.
///
/// # Errors
/// Where this machine gives no port.
pub fn open() -> io::Result<String> {
    door::open(|address| {
        let street = Street { address: address.to_owned(), known: Mutex::default() };
        move |asked: &Asked| street.serve(asked)
    })
}

impl Street {
    fn serve(&self, asked: &Asked) -> Option<Response> {
        let (name, rest) = asked.path.trim_start_matches('/').split_once('/')?;
        let house = self.house(name);
        Some(match rest.strip_prefix("does/") {
            Some(what) => house.does(what, &asked.body),
            None => self.answer(name, &house, asked),
        })
    }

    fn house(&self, name: &str) -> Arc<House> {
        let mut known = self.known.lock().unwrap();
        let house = known.entry(name.to_owned()).or_insert_with(|| {
            let world = Arc::new(SimWorld::beginning(1, MORNING));
            let practice = Practice::new(&world, Quirks::default());
            Arc::new(House { practice, mood: Mutex::new(Mood::Well), changed: Condvar::new() })
        });
        Arc::clone(house)
    }

    /// The practice thinks that it is elsewhere: names are changed at the door.
    fn answer(&self, name: &str, house: &House, asked: &Asked) -> Response {
        let (fhir, login) =
            (format!("{}/{name}/fhir", self.address), format!("{}/{name}/login", self.address));
        let inwards = |text: &str| text.replace(&fhir, BASE).replace(&login, ISSUER);
        let outwards = |text: &str| text.replace(BASE, &fhir).replace(ISSUER, &login);
        let mut url = Url::parse(&format!("{}{}", self.address, asked.path)).expect("an address");
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        if !pairs.is_empty() {
            url.query_pairs_mut()
                .clear()
                .extend_pairs(pairs.iter().map(|(key, value)| (key, inwards(value))));
        }
        let url = inwards(url.as_str());
        if url.starts_with(&format!("{ISSUER}/auth?")) {
            let mut back = Url::parse(&house.practice.sign_in(&url)).expect("an address");
            let pairs: Vec<(String, String)> = back.query_pairs().into_owned().collect();
            back.query_pairs_mut()
                .clear()
                .extend_pairs(pairs.iter().map(|(key, value)| (key, outwards(value))));
            let headers = vec![("location".to_owned(), back.into())];
            return Response { status: 302, headers, ..Response::default() };
        }
        if house.wait() == Mood::Busy {
            return Response { status: 503, ..Response::default() };
        }
        let method = match asked.method.as_str() {
            "GET" => Method::Get,
            "PUT" => Method::Put,
            "POST" => Method::Post,
            _ => Method::Delete,
        };
        let mut request = Request::new(method, Url::parse(&url).expect("an address"));
        for known in HEADERS {
            if let Some(value) = asked.headers.get(known) {
                request = request.with(known, inwards(value));
            }
        }
        let bearer = asked.headers.get("authorization").and_then(|value| value.strip_prefix("Bearer "));
        request.bearer = bearer.map(|token| Token::new(token.to_owned()));
        request.body = (!asked.body.is_empty()).then(|| inwards(&asked.body).into_bytes().into());
        let mut response = house.practice.send(&request).expect("an answer");
        for (_, value) in &mut response.headers {
            *value = outwards(value);
        }
        response.body = outwards(&String::from_utf8_lossy(&response.body)).into_bytes().into();
        response
    }
}

impl House {
    fn turn(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
        self.changed.notify_all();
    }

    /// Waits until questions are not held back any more.
    fn wait(&self) -> Mood {
        let mood = self.mood.lock().unwrap();
        *self.changed.wait_timeout_while(mood, HELD, |mood| *mood == Mood::Holds).unwrap().0
    }

    /// What those who work there do; the answer says what there is then.
    fn does(&self, what: &str, with: &str) -> Response {
        match what {
            "write-goal" => {
                for goal in self.practice.all("Goal") {
                    let change = |body: &mut serde_json::Value| body["description"]["text"] = with.into();
                    self.practice.edit("Goal", &goal.id, change);
                }
            }
            "refuse" => {
                // A harness that ends with its process: what it leaks is nobody's.
                let kind: &'static str = Box::leak(with.to_owned().into_boxed_str());
                self.practice.change(|quirks| quirks.refuses_writes = vec![kind]);
            }
            "accept" => self.practice.change(|quirks| quirks.refuses_writes.clear()),
            "end-links" => self.practice.end_links(),
            "be-busy" => self.turn(Mood::Busy),
            "hold" => self.turn(Mood::Holds),
            "be-well" => self.turn(Mood::Well),
            _ => {}
        }
        let said = self.practice.all("Goal").into_iter().filter_map(|goal| {
            let goal: serde_json::Value = serde_json::from_slice(&goal.body).ok()?;
            goal["description"]["text"].as_str().map(str::to_owned)
        });
        let body = said.collect::<Vec<_>>().join("\n").into_bytes().into();
        Response { status: 200, body, ..Response::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::phone::Unhurried;
    use hearth_core::companion::{Companion, Folders, Platform, Writer};
    use hearth_core::plan::{Goal, Kind};
    use hearth_core::record::Value;
    use hearth_core::sync::reach::Reach;
    use hearth_core::sync::real::RealHttp;
    use hearth_core::vault::SoftwareKeyStore;

    fn ask(method: Method, url: &str) -> Response {
        let request = Request::new(method, Url::parse(url).unwrap());
        RealHttp::on_this_machine().unwrap().send(&request).unwrap()
    }

    #[test]
    fn a_phone_links_over_loopback_and_what_it_sends_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let keys = SoftwareKeyStore::open(&folder.path().join("keys")).unwrap();
        let folders = Folders { store: folder.path().join("store"), card: folder.path().join("card") };
        let mut platform = Platform::new(Arc::new(keys), "my phone");
        platform.outside.reach = Reach::ThisMachine;
        let (plan, _) = Companion::begin(&folders, platform, "Jo").unwrap();
        let address = open().unwrap();
        let goal = [(Goal::WORDS, Value::Text("Walk".into()))];
        plan.add(Kind::Goal, &goal, &Writer::Person).unwrap();
        let url = plan.link_begin(&format!("{address}/a/fhir"), "hearth", super::super::REDIRECT).unwrap();
        assert!(url.starts_with(&format!("{address}/a/login/auth?")), "{url}");
        let back = ask(Method::Get, &url);
        plan.link_finish(back.header("location").unwrap(), "The Surgery").unwrap();
        let synced = plan.sync(&Unhurried).unwrap();
        assert_eq!(synced.trouble, None, "{:?}", synced.sentences);
        assert_eq!(&*ask(Method::Get, &format!("{address}/a/does/nothing")).body, b"Walk");
        assert!(ask(Method::Get, &format!("{address}/b/does/nothing")).body.is_empty());
        ask(Method::Post, &format!("{address}/a/does/be-busy"));
        assert_eq!(ask(Method::Get, &format!("{address}/a/fhir/metadata")).status, 503);
    }
}
