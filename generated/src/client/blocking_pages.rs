// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Pages and their items as iterators.
//!
//! In: an endpoint whose results come in pages. Out: the pages, one after the other. It must not know any particular endpoint.

use super::blocking::Client;
use super::never::Never;
use super::span::Span;
use super::turn::Turn;
use crate::call::ureq::Error;
use crate::call::{Items, Pages, SendError};
use http::Response;
use std::{fmt, marker::PhantomData, vec};

/// The pages of an operation, each asked for when it is wanted.
pub struct PageIter<E> {
    client: Client,
    turn: Turn,
    endpoint: PhantomData<fn() -> E>,
}

impl<E> fmt::Debug for PageIter<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageIter").finish_non_exhaustive()
    }
}

impl Client {
    /// The pages of an operation, one after the other. They end on an empty, short or repeated page; a page that names one that
    /// there was before is an error.
    pub fn pages<E: Pages>(&self, endpoint: &E) -> PageIter<E> {
        PageIter { client: self.clone(), turn: Turn::new(self.first(endpoint), &E::PAGING), endpoint: PhantomData }
    }
}

impl<E: Pages> PageIter<E> {
    /// The items of the pages, one after the other.
    #[must_use]
    pub fn items(self) -> ItemIter<E>
    where
        E: Items,
    {
        ItemIter { pages: self, ready: Vec::new().into_iter() }
    }
}

impl<E: Pages> Iterator for PageIter<E> {
    type Item = Result<E::Success, Error<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.turn.failure() {
            return Some(Err(error.into()));
        }
        let request = self.turn.request()?;
        let span = Span::new::<E>();
        let page = match span.within(|| self.client.fetch(request, E::AUTHENTICATED, &span)) {
            Err(error) => Err(Never::widen(error)),
            Ok(response) if !self.turn.take(&response) => return None,
            Ok(response) => E::parse_whole(response).map(Response::into_body).map_err(SendError::Operation),
        };
        if page.is_err() {
            self.turn.stop();
        }
        Some(page)
    }
}

/// The items of an operation's pages, one after the other.
pub struct ItemIter<E: Items> {
    pages: PageIter<E>,
    ready: vec::IntoIter<E::Item>,
}

impl<E: Items> fmt::Debug for ItemIter<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemIter").finish_non_exhaustive()
    }
}

impl<E: Items> Iterator for ItemIter<E> {
    type Item = Result<E::Item, Error<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.ready.next() {
                return Some(Ok(item));
            }
            match self.pages.next()? {
                Ok(page) => self.ready = E::items(page).into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
