// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Pages and their items as streams.
//!
//! In: an endpoint whose results come in pages. Out: the pages, one after the other. It must not know any particular endpoint.

use super::asynchronous::{Client, Failed};
use super::never::Never;
use super::span::Span;
use super::turn::Turn;
use crate::call::reqwest::Error;
use crate::call::{Items, Pages, SendError};
use futures_core::Stream;
use http::Response;
use std::{
    fmt,
    future::{Future, poll_fn},
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

/// A page on its way.
type Coming = Pin<Box<dyn Future<Output = Result<Response<Vec<u8>>, Failed>> + Send>>;

/// The pages of an operation, each asked for when the one before is read.
pub struct PageStream<E> {
    client: Client,
    turn: Turn,
    coming: Option<Coming>,
    endpoint: PhantomData<fn() -> E>,
}

impl<E> fmt::Debug for PageStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageStream").finish_non_exhaustive()
    }
}

impl Client {
    /// The pages of an operation, one after the other. They end on an empty, short or repeated page; a page that names one that
    /// there was before is an error.
    pub fn pages<E: Pages>(&self, endpoint: &E) -> PageStream<E> {
        let turn = Turn::new(self.first(endpoint), &E::PAGING);
        PageStream { client: self.clone(), turn, coming: None, endpoint: PhantomData }
    }
}

impl<E: Pages> PageStream<E> {
    /// The next page; none behind the last. Nothing is lost where it is waited for no longer.
    pub async fn next(&mut self) -> Option<Result<E::Success, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The items of the pages, one after the other.
    #[must_use]
    pub fn items(self) -> ItemStream<E>
    where
        E: Items,
    {
        ItemStream { pages: self, ready: Vec::new().into_iter() }
    }
}

impl<E: Pages> Stream for PageStream<E> {
    type Item = Result<E::Success, Error<E>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if let Some(error) = this.turn.failure() {
            return Poll::Ready(Some(Err(error.into())));
        }
        let Some(coming) =
            this.coming.take().or_else(|| request(&this.client, &this.turn, Span::new::<E>, E::AUTHENTICATED))
        else {
            return Poll::Ready(None);
        };
        let coming = this.coming.insert(coming);
        let result = ready!(coming.as_mut().poll(context));
        this.coming = None;
        Poll::Ready(match result {
            Err(error) => {
                this.turn.stop();
                Some(Err(Never::widen(error)))
            }
            Ok(response) if !this.turn.take(&response) => None,
            Ok(response) => Some(E::parse_whole(response).map(Response::into_body).map_err(|error| {
                this.turn.stop();
                SendError::Operation(error)
            })),
        })
    }
}

/// The next page, asked for; none behind the last.
fn request(client: &Client, turn: &Turn, span: fn() -> Span, authenticated: bool) -> Option<Coming> {
    let (request, client, span) = (turn.request()?, client.clone(), span());
    Some(Box::pin(async move { span.of(client.fetch(request, authenticated, &span)).await }))
}

/// The items of an operation's pages, one after the other.
pub struct ItemStream<E: Items> {
    pages: PageStream<E>,
    ready: vec::IntoIter<E::Item>,
}

/// No item is pinned here.
impl<E: Items> Unpin for ItemStream<E> {}

impl<E: Items> fmt::Debug for ItemStream<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemStream").finish_non_exhaustive()
    }
}

impl<E: Items> ItemStream<E> {
    /// The next item; none behind the last.
    pub async fn next(&mut self) -> Option<Result<E::Item, Error<E>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<E: Items> Stream for ItemStream<E> {
    type Item = Result<E::Item, Error<E>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(item) = this.ready.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut this.pages).poll_next(context)) {
                Some(Ok(page)) => this.ready = E::items(page).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}
