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
