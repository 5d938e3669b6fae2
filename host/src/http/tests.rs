//! What of the answers needs no database to be looked at.
use super::policy;

#[test]
fn a_policy_names_each_script_and_style_by_its_hash_and_allows_nothing_else() {
    let page = "<style>a</style><script>alert(1)</script><script>b</script>";
    let policy = policy(page);
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    assert_eq!(policy.matches("'sha256-").count(), 3);
    for never in ["unsafe", "https:", "*", "data:"] {
        assert!(!policy.contains(never), "{policy}");
    }
}

#[test]
fn the_page_is_the_one_whose_hash_is_published() {
    use ring::digest::{SHA256, digest};
    let page = include_str!("../../viewer/index.html");
    let published = include_str!("../../viewer/index.html.sha256");
    let hash: String =
        digest(&SHA256, page.as_bytes()).as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(published, format!("{hash}  index.html\n"), "sha256sum index.html > index.html.sha256");
}
