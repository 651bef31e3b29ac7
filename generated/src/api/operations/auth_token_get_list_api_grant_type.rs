// Generated from models/operations/AuthTokenGetListApiGrantType.md by `tablature generate`. Do not edit.

/// The flow in which an access token came into being.
///
/// From `models/operations/AuthTokenGetListApiGrantType.md`, line 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthTokenGetListApiGrantType {
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
    Unknown(crate::support::Unknown<AuthTokenGetListApiGrantType>),
}

crate::support::string_enum! {
    AuthTokenGetListApiGrantType {
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
