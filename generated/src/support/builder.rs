// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Builders whose types say which required fields they have, for structs and for endpoints.
//!
//! A state is a list of groups, and each group a list of required fields: `((A, (B, ())), ((C, ()), ()))`. A field that is waited
//! for stands there as [`Missing`] with a type of the field's name, so that the compiler names it. A setter changes one place of
//! the state, which it finds by two numbers: so a row of a table says nothing of the others, however many there are. Groups keep
//! the lists short, for the compiler follows them one step at a time.

use std::marker::PhantomData;

/// A required field that a builder still waits for; `F` has its name.
pub struct Missing<F>(PhantomData<fn() -> F>);

/// A required field that a builder has.
#[derive(Debug, Clone, Copy)]
pub struct Set;

/// A state in which all that is required is set.
pub trait IsSet: sealed::Sealed {}

impl IsSet for Set {}
impl IsSet for () {}
impl<H: IsSet, R: IsSet> IsSet for (H, R) {}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Set {}
    impl Sealed for () {}
    impl<H, R> Sealed for (H, R) {}
}

/// A struct or an endpoint that a builder builds.
pub trait Builds {
    /// What the values wait in.
    type Slots;

    /// All of them empty.
    fn slots() -> Self::Slots;

    fn finish(slots: Self::Slots) -> Self;
}

/// Where a builder starts.
pub trait Starts {
    /// The state in which all that is required is missing.
    type State;
}

/// The value of a required field.
///
/// # Panics
/// Never: it is taken only once all required fields are known to be set.
#[must_use]
pub fn set<T>(slot: Option<T>) -> T {
    slot.unwrap_or_else(|| unreachable!("a required field was not set"))
}

/// The state once the field at the place `N` of the group `G` is set.
pub type With<S, G, N> = <S as Put<G, N>>::State;

/// A state that has the place `N` of the group `G`.
pub trait Put<G, N> {
    type State;
}

impl<N, H: PutField<N>, R> Put<First, N> for (H, R) {
    type State = (H::Group, R);
}

impl<G, N, H, R: Put<G, N>> Put<After<G>, N> for (H, R) {
    type State = (H, R::State);
}

/// A group that has the place `N`.
pub trait PutField<N> {
    type Group;
}

impl<H, R> PutField<First> for (H, R) {
    type Group = (Set, R);
}

impl<N, H, R: PutField<N>> PutField<After<N>> for (H, R) {
    type Group = (H, R::Group);
}

/// The number of a first place.
pub struct First;

/// The number that follows `N`.
pub struct After<N>(PhantomData<N>);

macro_rules! numbers {
    ($last:ident = $number:ty;) => {
        pub type $last = $number;
    };
    ($number:ident = $is:ty; $next:ident $($more:ident)*) => {
        pub type $number = $is;
        numbers! { $next = After<$number>; $($more)* }
    };
}

numbers! {
    N0 = First; N1 N2 N3 N4 N5 N6 N7 N8 N9 N10 N11 N12 N13 N14 N15 N16 N17 N18 N19 N20 N21 N22 N23 N24 N25 N26 N27 N28 N29 N30 N31
}

/// The builder of a type, but for its setters: what it lacks is listed in groups of up to 32.
#[allow(unused_macros)]
macro_rules! builder {
    ($name:ident, $builder:ident<$([$($field:ident)*])*>) => {
        #[doc = concat!("Builds [`struct@", stringify!($name), "`]: it can `build` once all that is required is set.")]
        #[must_use]
        pub struct $builder<S = <$name as $crate::support::builder::Starts>::State> {
            slots: <$name as $crate::support::builder::Builds>::Slots,
            state: ::core::marker::PhantomData<fn() -> S>,
        }

        impl<S> $builder<S> {
            /// The value, once all that is required is set.
            #[must_use]
            #[inline]
            pub fn build(self) -> $name
            where
                S: $crate::support::builder::IsSet,
            {
                <$name as $crate::support::builder::Builds>::finish(self.slots)
            }
        }

        impl<S> ::core::fmt::Debug for $builder<S> {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(stringify!($builder)).finish_non_exhaustive()
            }
        }

        const _: () = {
            #[allow(non_camel_case_types)]
            pub mod missing {
                $($(pub enum $field {})*)*
            }

            impl $crate::support::builder::Starts for $name {
                type State = $crate::support::builder_groups!($([$($field)*])*);
            }
        };
    };
}
pub(crate) use builder;

/// The state of groups of fields that are missing.
#[allow(unused_macros)]
macro_rules! builder_groups {
    () => { () };
    ([$($field:ident)*] $($rest:tt)*) => {
        ($crate::support::builder_group!($($field)*), $crate::support::builder_groups!($($rest)*))
    };
}
pub(crate) use builder_groups;

/// The state of one group of fields that are missing.
#[allow(unused_macros)]
macro_rules! builder_group {
    () => { () };
    ($field:ident $($rest:ident)*) => {
        ($crate::support::Missing<missing::$field>, $crate::support::builder_group!($($rest)*))
    };
}
pub(crate) use builder_group;

/// The setter of a required field: what it takes converts into `given`, and that into the field's type.
#[allow(unused_macros)]
macro_rules! builder_setter {
    ($builder:ident [$($meta:tt)*] $field:ident: $type:ty => $($rest:tt)*) => {
        $crate::support::builder_setter! { $builder [$($meta)*] $field: $type as $type => $($rest)* }
    };
    ($builder:ident [$($meta:tt)*] $field:ident: $type:ty as $given:ty => $group:ident $place:ident; |$value:ident| $slot:expr) => {
        $($meta)*
        #[inline]
        pub fn $field(
            mut self,
            value: impl ::core::convert::Into<$given>,
        ) -> $builder<$crate::support::builder::With<S, $crate::support::builder::$group, $crate::support::builder::$place>>
        where
            S: $crate::support::builder::Put<$crate::support::builder::$group, $crate::support::builder::$place>,
        {
            let $value: $given = value.into();
            self.slots.$field = $slot;
            $builder { slots: self.slots, state: ::core::marker::PhantomData }
        }
    };
}
pub(crate) use builder_setter;

/// The setters that a type itself has of what may be left out: a row is a field, and the setter's name where that is another.
#[allow(unused_macros)] // no type that is sent may have such a field
macro_rules! setters {
    ($name:ident { $($(#[$meta:meta])* $kind:ident $field:ident $([$setter:ident])?: $type:ty $(as $given:ty)?;)* }) => {
        // A field may have the name of a standard operator's method.
        #[allow(clippy::should_implement_trait)]
        impl $name {
            $($crate::support::own_setter! {
                $kind [#[doc = "Sets the field of this name."] $(#[$meta])*] $field [$($setter)?]: $type $(as $given)?
            })*
        }
    };
}
#[allow(unused_imports)]
pub(crate) use setters;

/// The setter on a type itself of what may be left out.
#[allow(unused_macros)] // no type may have such a field
macro_rules! own_setter {
    (required $($row:tt)*) => {};
    ($kind:ident [$($meta:tt)*] $field:ident []: $($row:tt)*) => {
        $crate::support::own_setter! { $kind [$($meta)*] $field [$field]: $($row)* }
    };
    (optional [$($meta:tt)*] $field:ident [$setter:ident]: $type:ty) => {
        $crate::support::own_setter! { optional [$($meta)*] $field [$setter]: $type as $type }
    };
    (optional [$($meta:tt)*] $field:ident [$setter:ident]: $type:ty as $given:ty) => {
        $($meta)*
        #[must_use]
        #[inline]
        pub fn $setter(mut self, value: impl ::core::convert::Into<$given>) -> Self {
            let value: $given = value.into();
            self.$field = ::core::option::Option::Some(value.into());
            self
        }
    };
    (tristate [$($meta:tt)*] $field:ident [$setter:ident]: $type:ty) => {
        $($meta)*
        #[must_use]
        #[inline]
        pub fn $setter(mut self, value: impl ::core::convert::Into<$crate::support::Nullable<$type>>) -> Self {
            self.$field = value.into();
            self
        }
    };
}
#[allow(unused_imports)]
pub(crate) use own_setter;
