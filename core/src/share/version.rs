//! What a version of a share says of itself, in its Bundle's tags, and the same version with another
//! code in one of them: not a sign of the rest of it changes.

use crate::fhir::own;
use serde_json::Value;

fn system(name: &str) -> String {
    format!("{}/{name}", own::BASE)
}

/// The code of one of the Bundle's tags.
pub fn tag(file: &str, name: &str) -> Option<String> {
    let json: Value = serde_json::from_str(file).ok()?;
    let system = system(name);
    let is_it = |tag: &&Value| tag.get("system").and_then(Value::as_str) == Some(&system);
    let tags = json.get("meta")?.get("tag")?.as_array()?;
    Some(tags.iter().find(is_it)?.get("code")?.as_str()?.to_owned())
}

/// The same file with another code in one of its tags; `None` where it has no such tag.
pub fn with_tag(file: &str, name: &str, code: &str) -> Option<String> {
    let old = tag(file, name)?;
    // Somebody's words can't look like this: a quote in them is escaped.
    let at = file.find(&format!("\"{}\"", system(name)))?;
    let (begin, end) = (file.get(..at)?.rfind('{')?, at + file.get(at..)?.find('}')?);
    let changed = file.get(begin..end)?.replacen(&format!("\"{old}\""), &format!("\"{code}\""), 1);
    let file = [file.get(..begin)?, &changed, file.get(end..)?].concat();
    (tag(&file, name).as_deref() == Some(code)).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> String {
        let base = own::BASE;
        let words = format!(r#"\"{base}/until\",\"code\":\"5\""#);
        format!(
            r#"{{"resourceType":"Bundle","id":"{words}","meta":{{"tag":[{{"system":"{base}/signed-by","code":"5"}},{{"system":"{base}/until","code":"5"}}]}},"x":"5 {words}"}}"#
        )
    }

    #[test]
    fn one_tag_gets_another_code_and_not_a_sign_of_the_rest_changes() {
        let changed = with_tag(&file(), "until", "72").unwrap();
        assert_eq!(tag(&changed, "until").as_deref(), Some("72"));
        assert_eq!(tag(&changed, "signed-by").as_deref(), Some("5"));
        assert_eq!(with_tag(&changed, "until", "5").unwrap(), file());
        assert_eq!(changed.len(), file().len() + 1);
    }

    #[test]
    fn a_tag_that_is_not_there_is_not_put_there() {
        assert_eq!(with_tag(&file(), "version", "1"), None);
        assert_eq!(with_tag("{}", "until", "1"), None);
        assert_eq!(tag("no file", "until"), None);
    }
}
