//! Pages: each item once and in order, an end in any case, and no credential for another host.

use super::{Client, Retry, Settings, api::*, blocking};
use crate::call::{Items, RequestError, SendError};

fn client(server: &Counting) -> Client {
    Client::of(Settings::new(server.base(), None)).retry(Retry::off())
}

/// All items, by both clients, and how many requests it took each.
async fn all<E: Items<Item = u64> + Send + 'static>(server: &Counting, endpoint: E) -> (Vec<u64>, usize) {
    let mut items = Vec::new();
    let mut stream = client(server).pages(&endpoint).items();
    while let Some(item) = stream.next().await {
        items.push(item.expect("a page"));
    }
    let requests = server.seen().len();
    let blocking = blocking::Client::of(Settings::new(server.base(), None));
    let again = tokio::task::spawn_blocking(move || {
        let items = blocking.pages(&endpoint).items().map(|item| item.map_err(|error| error.to_string()));
        items.collect::<Result<Vec<_>, _>>()
    });
    assert!(again.await.expect("no panic").is_ok_and(|again| again == items), "both clients give the same");
    assert_eq!(server.seen().len(), requests);
    (items, requests)
}

#[tokio::test]
async fn items_arrive_once_each_and_in_order() {
    let server = Counting::start();
    let expected: Vec<u64> = (0..ITEMS).collect();
    let check = |(items, requests): (Vec<u64>, usize), expected_requests: usize| {
        assert!(items == expected, "{} items", items.len());
        assert_eq!(requests, expected_requests);
    };
    check(all(&server, ByPage(Some(100))).await, 101);
    check(all(&server, ByOffset(Some(100))).await, 101);
    check(all(&server, ByCursor(Some(100))).await, 100);
    check(all(&server, ByUrl(Some(100))).await, 100);
    check(all(&server, ByPage(Some(3000))).await, 4);
    check(all(&server, ByPage(None)).await, 101);
}

#[tokio::test]
async fn pages_that_repeat_themselves_end() {
    let server = Counting::start();
    assert_eq!(all(&server, SamePage(Some(10))).await, ((0..10).collect(), 2));
}

#[tokio::test]
async fn a_cursor_that_was_there_before_is_an_error() {
    let server = Counting::start();
    let mut pages = client(&server).pages(&SameCursor(None));
    assert!(pages.next().await.is_some_and(|page| page.is_ok()));
    assert!(pages.next().await.is_some_and(|page| page.is_ok()));
    let error = pages.next().await.expect("an error").expect_err("the cursor was there before");
    assert!(matches!(error, SendError::Request(RequestError::NextPage { .. })), "{error}");
    assert!(pages.next().await.is_none());
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn a_page_at_another_host_is_an_error() {
    let server = Counting::start();
    let mut pages = client(&server).pages(&ElsewhereUrl(None));
    assert!(pages.next().await.is_some_and(|page| page.is_ok()));
    let error = pages.next().await.expect("an error").expect_err("another host");
    assert_eq!(
        error.to_string(),
        "call: GET /{manner}: cannot ask for the next page: the API names a page at another host"
    );
}
