// Generated from Tablature's support code by `tablature generate`. Do not edit.

//! Headers whose values are secrets of this API: those of its credentials, and those that the configuration names.

super::error::secret_headers! {}
