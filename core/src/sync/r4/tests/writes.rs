//! Writing over a line: what guards it, and what is taken for a proof.

use super::*;

#[test]
fn a_write_says_over_which_version_it_goes_or_that_nothing_may_be_there() {
    let line = Line::to(|_| {
        let mut answer = json(200, r#"{"resourceType":"Goal","id":"h1","meta":{"versionId":"4"}}"#)?;
        answer.headers.push(("etag".to_owned(), "W/\"4\"".to_owned()));
        Ok(answer)
    });
    let written = one(&line, write(Some("W/\"3\""))).unwrap();
    assert_eq!((written.id.as_str(), written.version.as_str()), ("h1", "W/\"4\""));
    one(&line, write(None)).unwrap();
    let asked = line.http.asked.lock().unwrap();
    assert_eq!(asked[0].header("if-match"), Some("W/\"3\""));
    assert_eq!((asked[1].header("if-match"), asked[1].header("if-none-match")), (None, Some("*")));
}

#[test]
fn what_is_no_proof_that_anything_was_kept_is_not_taken_for_one() {
    let answers: [(u16, &str); 6] = [
        (200, "<html>Please sign in</html>"),
        (200, ""),
        (200, r#"{"resourceType":"Patient","id":"h1"}"#),
        (201, r#"{"resourceType":"Goal","id":"another"}"#),
        (500, ""),
        (200, r#"{"resourceType":"Goal"}"#),
    ];
    for (status, body) in answers {
        let line = Line::to(|_| json(status, body));
        assert!(matches!(one(&line, write(Some("W/\"3\""))), Err(WriteError::Unknown)), "{status} {body}");
        assert_eq!(line.http.count(), 1, "a write is not simply sent again");
    }
    for lost in [HttpError::Cut, HttpError::TimedOut, HttpError::TooLarge] {
        let line = Line::to(|_| Err(lost));
        assert!(matches!(one(&line, write(Some("W/\"3\""))), Err(WriteError::Unknown)));
        assert_eq!(line.http.count(), 1);
    }
}

#[test]
fn a_stale_version_is_a_conflict_by_either_name_and_a_missing_one_is_gone() {
    for status in [409, 412] {
        let line = Line::to(|_| json(status, ""));
        assert!(matches!(one(&line, write(Some("W/\"3\""))), Err(WriteError::Conflict)));
    }
    for status in [404, 410] {
        let line = Line::to(|_| json(status, ""));
        assert!(matches!(one(&line, write(Some("W/\"3\""))), Err(WriteError::Gone)));
    }
}

#[test]
fn a_server_that_chooses_ids_is_posted_to_and_told_not_to_make_a_second() {
    let line = Line::to(|request| match request.method {
        Method::Put => json(405, ""),
        Method::Get => json(404, ""),
        _ => headed(201, "location", "https://p.example/fhir/Goal/42/_history/1").map(|mut answer| {
            answer.headers.push(("etag".to_owned(), "W/\"1\"".to_owned()));
            answer.body.clear();
            answer
        }),
    });
    let (written, profile) = line.with(Profile::default(), |practice| {
        (practice.write(&[write(None)]).pop().unwrap().unwrap(), practice.profile())
    });
    assert_eq!(written.id, "42");
    assert!(!profile.ids);
    let asked = line.http.asked.lock().unwrap();
    assert_eq!(asked.last().unwrap().header("if-none-exist"), Some("identifier=urn:ours|h1"));
}

#[test]
fn where_no_guard_is_taken_it_is_looked_first_and_nothing_is_written_over() {
    for (there, is_free) in [(200, false), (404, true), (410, true)] {
        let line = Line::to(|request| match (request.method, request.header("if-none-match")) {
            (Method::Put, Some(_)) => json(400, ""),
            (Method::Put, None) => json(201, GOAL),
            _ => json(there, if there == 200 { GOAL } else { "" }),
        });
        let outcome = one(&line, write(None));
        assert_eq!(outcome.is_ok(), is_free, "{there}: {outcome:?}");
        assert_eq!(matches!(outcome, Err(WriteError::Conflict)), !is_free);
        let puts = line.http.asked.lock().unwrap().iter().filter(|asked| asked.method == Method::Put).count();
        assert_eq!(puts, if is_free { 2 } else { 1 });
    }
    // And never many at once, where it was learnt before.
    let line = Line::to(|request| match request.method {
        Method::Get => json(404, ""),
        _ => json(201, GOAL),
    });
    let unguarded = Profile { batch: true, guard: false, ..Profile::default() };
    line.with(unguarded, |practice| practice.write(&[write(None), write(None)]));
    let asked: Vec<Method> = line.http.asked.lock().unwrap().iter().map(|asked| asked.method).collect();
    assert_eq!(asked, [Method::Get, Method::Put, Method::Get, Method::Put]);
}
