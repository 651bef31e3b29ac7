// Generated from models/operations/AuthTokenCreateApiGrantType.md by `tablature generate`. Do not edit.

/// The flow that the new access token shall count as a result of.
///
/// From `models/operations/AuthTokenCreateApiGrantType.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthTokenCreateApiGrantType {
    /// `AUTHORIZATION_CODE`
    AuthorizationCode,
    /// `IMPLICIT`
    Implicit,
    /// `PASSWORD`
    Password,
    /// `CLIENT_CREDENTIALS`
    ClientCredentials,
    /// `REFRESH_TOKEN`
    RefreshToken,
    /// `CIBA`
    Ciba,
    /// `DEVICE_CODE`
    DeviceCode,
    /// `TOKEN_EXCHANGE`
    TokenExchange,
    /// `JWT_BEARER`
    JwtBearer,
    /// A value that is not listed.
    Unknown(crate::support::Unknown<AuthTokenCreateApiGrantType>),
}

crate::support::string_enum! {
    AuthTokenCreateApiGrantType {
        AuthorizationCode = "AUTHORIZATION_CODE",
        Implicit = "IMPLICIT",
        Password = "PASSWORD",
        ClientCredentials = "CLIENT_CREDENTIALS",
        RefreshToken = "REFRESH_TOKEN",
        Ciba = "CIBA",
        DeviceCode = "DEVICE_CODE",
        TokenExchange = "TOKEN_EXCHANGE",
        JwtBearer = "JWT_BEARER",
    }
}
