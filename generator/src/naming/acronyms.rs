//! Words that mix capitals and small letters: plurals of acronyms (`ACLs`), and names of their own spelling (`OAuth`, `IPv4`), which
//! docs in snake case cut at their capitals (`o_auth`).
//!
//! In: a name in any spelling. Out: the name with each such word spelled as any other (`Acls`, `Oauth`), so that it is cut at the
//! right places. It must not know what is named.

use super::words::initialisms;

/// Words of their own spelling, longest first where one begins another. No small letter stands behind.
const MIXED: &[&str] = &[
    "GraphQL", "MySQL", "NoSQL", "OAuth", "OTel", "IPv4", "IPv6", "DSync", "dSync", "VHub", "vHub", "MTls", "MTLS",
    "mTLS", "iOS", "iPv4", "iPv6", "iCal", "ICal", "o_auth", "graph_ql",
];

/// Words of two letters that a capital may be the first of, behind an acronym: `UUIDIsSet`.
const SHORT_WORDS: &[&str] = &["As", "Is", "Us"];

/// The name with its mixed words spelled as any other: a capital, and small letters.
///
/// ```ignore
/// assert_eq!(plain("listACLs"), "listAcls");
/// ```
pub fn plain(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut at = 0;
    while at < name.len() {
        let rest = &name[at..];
        let before = text.chars().next_back();
        let Some((length, word)) = mixed(before, rest).or_else(|| plural(before, rest)) else {
            let c = rest.chars().next().unwrap_or_default();
            text.push(c);
            at += c.len_utf8();
            continue;
        };
        text.push_str(&word);
        at += length;
    }
    text
}

/// A name in camel case with the capitals that `shown` has, but for those of acronyms among `others` and of its first word.
///
/// ```ignore
/// assert_eq!(with_capitals("maxSizeKb", "MaxSizeKB", &["ID"]), "maxSizeKB");
/// ```
pub fn with_capitals(name: &str, shown: &str, others: &[&str]) -> String {
    let shown = plain(shown);
    if !name.eq_ignore_ascii_case(&shown) {
        return name.to_owned();
    }
    let mut text = name.to_owned();
    let mut at = 0;
    while at < shown.len() {
        let capitals = shown[at..].bytes().take_while(u8::is_ascii_uppercase).count();
        let is_before_word = shown[at + capitals..].starts_with(|c: char| c.is_ascii_lowercase());
        let end = at + capitals - usize::from(is_before_word && capitals > 0);
        let run = &shown[at..end];
        let is_other = others.iter().any(|other| run.starts_with(other) || run.ends_with(other));
        if at > 0 && run.len() > 1 && !is_other {
            text.replace_range(at..end, run);
        }
        at += capitals.max(shown[at..].chars().next().map_or(1, char::len_utf8));
    }
    text
}

/// A word of the table at the start of `rest`: its length, and its plain spelling.
fn mixed(before: Option<char>, rest: &str) -> Option<(usize, String)> {
    let word = MIXED.iter().find(|word| rest.starts_with(**word) && ends(&rest[word.len()..]))?;
    let begins_small = word.starts_with(|c: char| c.is_ascii_lowercase());
    let is_cut_off = match before {
        None => true,
        Some(before) if begins_small => !before.is_alphanumeric(),
        Some(before) => !before.is_uppercase(),
    };
    is_cut_off.then(|| (word.len(), capital_first(&word.to_lowercase().replace('_', ""), begins_small)))
}

/// A plural at the start of `rest`: capitals, and an `s` that ends a word.
fn plural(before: Option<char>, rest: &str) -> Option<(usize, String)> {
    if before.is_some_and(char::is_uppercase) {
        return None;
    }
    let capitals = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    let behind = rest[capitals..].strip_prefix('s')?;
    if capitals < 2 || !ends(behind) || is_short_word(&rest[..=capitals]) {
        return None;
    }
    let words = initialisms(&rest[..capitals]).unwrap_or_else(|| vec![&rest[..capitals]]);
    let spelled: String = words.iter().map(|word| capital_first(&word.to_lowercase(), false)).collect();
    Some((capitals + 1, spelled + "s"))
}

/// Whether the last capital and the `s` are a word behind an acronym.
fn is_short_word(run: &str) -> bool {
    let (acronym, word) = run.split_at(run.len() - 2);
    SHORT_WORDS.contains(&word) && initialisms(acronym).is_some_and(|words| !words.is_empty())
}

/// Whether no word goes on here.
fn ends(rest: &str) -> bool {
    !rest.starts_with(char::is_lowercase)
}

fn capital_first(word: &str, small: bool) -> String {
    if small { word.to_owned() } else { super::capitalized(word) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_of_acronyms_are_words() {
        for (name, expected) in [
            ("ACLs", "Acls"),
            ("listACLs", "listAcls"),
            ("ImageIDs", "ImageIds"),
            ("APIIDsList", "ApiIdsList"),
            ("SNIs_of", "Snis_of"),
            ("UUIDIsSet", "UUIDIsSet"),
            ("DNSAsName", "DNSAsName"),
            ("APIsecret", "APIsecret"),
            ("Is", "Is"),
        ] {
            assert_eq!(plain(name), expected, "{name}");
        }
    }

    #[test]
    fn capitals_that_are_no_ones_else_stay() {
        for (name, shown, expected) in [
            ("maxSizeKb", "MaxSizeKB", "maxSizeKB"),
            ("useSqsRole", "UseSQSRole", "useSQSRole"),
            ("roleId", "RoleID", "roleId"),
            ("apiId", "APIID", "apiId"),
            ("sqsRole", "SQSRole", "sqsRole"),
            ("awsApiKey", "AwsAPIKey", "awsApiKey"),
            ("listAcls", "ListACLs", "listAcls"),
            ("max_size_kb", "MaxSizeKB", "max_size_kb"),
            ("größeKb", "GrößeKB", "größeKB"),
            ("planb", "PlanB", "planb"),
        ] {
            assert_eq!(with_capitals(name, shown, &["ACL", "API", "ID"]), expected, "{shown}");
        }
    }

    #[test]
    fn words_of_their_own_spelling_are_words() {
        for (name, expected) in [
            ("OAuth2Token", "Oauth2Token"),
            ("OAuthToken", "OauthToken"),
            ("recommendedIPv4", "recommendedIpv4"),
            ("isDSyncUser", "isDsyncUser"),
            ("dSync", "dsync"),
            ("iPv6", "ipv6"),
            ("iCalLink", "icalLink"),
            ("ICalLink", "IcalLink"),
            ("get_o_auth_token", "get_oauth_token"),
            ("o_auth2", "oauth2"),
            ("so_o_author", "so_o_author"),
            ("no_auth", "no_auth"),
            ("soDSyncs", "soDSyncs"),
            ("DeGraphQLRoute", "DeGraphqlRoute"),
        ] {
            assert_eq!(plain(name), expected, "{name}");
        }
    }
}
