//! The success bodies and errors of an operation.
//!
//! In: the Response line and the Errors rows of a section. Out: bodies with types and media types. It must not know requests.

use super::{
    argument::Argument,
    media::{lines_media, named_media, response_media},
    model_pages::ModelPages,
    stated::StatedRequest,
    written::{ErrorRow, SectionAsWritten},
};
use crate::{
    lower::{
        cells::StatedUnion,
        left_out,
        row_audit::Outcome,
        vocabulary::{
            BYTES_FIELD, ENVELOPE_FIELDS, ENVELOPE_MARKS, ERROR_FIELDS, HEADERS_FIELD, NEXT_FIELD, RESPONSE_FIELDS,
            RESULT_FIELD,
        },
        written::RowId,
    },
    model::{ANY_MEDIA, ErrorBody, ErrorStatus, Fact, Rule, SuccessBody, Type, TypeId},
    naming::fold,
    source::{Code, Diagnostic, Diagnostics, FileId},
};

/// What the docs say of an operation's responses.
#[derive(Debug, Default)]
pub struct ResponsesAsRead {
    /// Bodies of success responses.
    pub success: Vec<SuccessBody>,
    /// Bodies of error responses.
    pub errors: Vec<ErrorBody>,
    /// The page that only wraps the success bodies.
    pub envelope: Option<FileId>,
    /// What became of the rows of the Errors table and of such a page.
    pub outcomes: Vec<(RowId, Outcome)>,
    /// What was left out, by reason.
    pub left_out: Vec<&'static str>,
    /// Unions whose members the Response line names.
    pub unions: Vec<StatedUnion>,
}

/// Reads the responses of an operation.
pub fn read_responses(
    docs: &ModelPages<'_>,
    section: &SectionAsWritten,
    stated: &StatedRequest<'_>,
    found: &mut Diagnostics,
) -> ResponsesAsRead {
    let mut responses = ResponsesAsRead::default();
    responses.read_success(docs, section, stated, found);
    for row in &section.errors {
        let outcome = responses.read_error(docs, row, found);
        responses.outcomes.push((row.id, outcome));
    }
    responses
}

impl ResponsesAsRead {
    fn read_success(
        &mut self,
        docs: &ModelPages<'_>,
        section: &SectionAsWritten,
        stated: &StatedRequest<'_>,
        found: &mut Diagnostics,
    ) {
        let Some(cell) = &section.response else { return };
        let read = docs.reader.read(cell, found);
        self.unions.extend(read.unions);
        if read.nothing {
            return;
        }
        // An SDK hands the raw response over where the body is not JSON.
        let ty = if read.sdk_only { Type::Bytes } else { read.ty };
        let page = matches!(ty, Type::Named(_)).then(|| docs.page(&ty)).flatten();
        let names =
            |page| docs.rows(page).unwrap_or_default().iter().map(|row| fold(&row.doc_name)).collect::<Vec<_>>();
        match page.map(|page| (page, names(page))) {
            Some((page, names)) if is_envelope(&names) || is_result(&names) => self.open_envelope(docs, page, stated),
            _ if read.or_text || docs.is_any_or_text(&ty) => {
                self.success.extend([Type::Any, Type::String].map(|ty| success_body(ty, None)));
            }
            _ if read.lines => self.success.push(SuccessBody { media: lines_media(), ..success_body(ty, None) }),
            _ => self.success.push(success_body(ty, None)),
        }
    }

    fn open_envelope(&mut self, docs: &ModelPages<'_>, page: FileId, stated: &StatedRequest<'_>) {
        self.envelope = Some(page);
        let fields = docs.fields(page);
        // Beside the body of a success, what is named after `default` is that of other statuses; by itself it is the success.
        let names_success = fields.iter().any(|argument| status_in_name(argument).flatten().is_some());
        for argument in fields {
            let (row, name) = (argument.field.row, argument.folded());
            let error = argument.field.ty.named().filter(|_| !ENVELOPE_FIELDS.contains(&name.as_str()));
            let mut statuses = error.map_or_else(Vec::new, |_| stated.error_statuses(&name));
            if names_success && status_in_name(&argument) == Some(None) && statuses.is_empty() {
                statuses.push(ErrorStatus::Rest);
            }
            let outcome = if name == HEADERS_FIELD {
                self.leave_out(left_out::RESPONSE_HEADERS, left_out::RESPONSE_ROW)
            } else if ENVELOPE_FIELDS.contains(&name.as_str()) {
                self.leave_out(left_out::ENVELOPE_FIELD, left_out::RESPONSE_ROW)
            } else if let (Some(ty), false) = (error, statuses.is_empty()) {
                self.push_errors(ty, &statuses, &response_media(&argument.field.ty).value);
                Outcome::Kept
            } else if !statuses.is_empty() || is_error_field(docs, &argument) {
                self.leave_out(left_out::ERROR_BODY, left_out::ERROR_ROW)
            } else {
                self.push_field(argument);
                Outcome::Kept
            };
            self.outcomes.push((row, outcome));
        }
    }

    /// Counts something that is left out of an operation, and says why the row is that it is of.
    fn leave_out(&mut self, reason: &'static str, of_row: &'static str) -> Outcome {
        self.left_out.push(reason);
        Outcome::LeftOut(of_row)
    }

    fn push_field(&mut self, argument: Argument) {
        // A language without a type for bytes shows their field as text.
        let is_bytes = argument.folded() == BYTES_FIELD && argument.field.ty == Type::String;
        let ty = if is_bytes { Type::Bytes } else { argument.field.ty };
        let mut body = success_body(ty, argument.field.docs);
        if argument.field.lines {
            body.media = lines_media();
        }
        if let Some((status, media)) = named_media(&argument.field.doc_name) {
            body.status = status.map(|status| Fact::assumed(status, Rule::MediaFieldName));
            body.media = media;
        }
        self.success.push(body);
    }

    fn read_error(&mut self, docs: &ModelPages<'_>, row: &ErrorRow, found: &mut Diagnostics) -> Outcome {
        if row.is_for_ranges() && row.media == ANY_MEDIA {
            return self.leave_out(left_out::ANY_ERROR, left_out::ANY_ERROR);
        }
        let Some(id) = docs.error_type(&row.name) else {
            if row.is_for_ranges() {
                return self.leave_out(left_out::ANY_ERROR, left_out::ANY_ERROR);
            }
            let message = format!("no page describes the error `{}`", row.name);
            found.push(Diagnostic::at(Code::UnknownError, row.span, message));
            return Outcome::LeftOut(left_out::UNKNOWN_ERROR_ROW);
        };
        self.push_errors(id, &row.statuses, &row.media);
        Outcome::Kept
    }

    fn push_errors(&mut self, ty: &TypeId, statuses: &[ErrorStatus], media: &str) {
        for &status in statuses {
            if !self.errors.iter().any(|own| (own.status, &own.ty, own.media.as_str()) == (status, ty, media)) {
                self.errors.push(ErrorBody { status, ty: ty.clone(), media: media.to_owned() });
            }
        }
    }
}

/// The status of a success that a field is named after; none for `default`.
fn status_in_name(argument: &Argument) -> Option<Option<u16>> {
    named_media(&argument.field.doc_name).map(|(status, _)| status)
}

fn success_body(ty: Type, docs: Option<String>) -> SuccessBody {
    SuccessBody { status: None, also: Vec::new(), media: response_media(&ty), sentinel: None, ty, docs }
}

/// Whether fields of these folded names wrap an HTTP response.
fn is_envelope(names: &[String]) -> bool {
    ENVELOPE_MARKS.iter().any(|marks| has_all(names, marks)) || is_bodiless(names)
}

/// Whether fields of these names say of a response all but a body.
fn is_bodiless(names: &[String]) -> bool {
    let is_of_response = |name: &String| ENVELOPE_FIELDS.contains(&name.as_str()) || name == NEXT_FIELD;
    names.iter().any(|name| name == HEADERS_FIELD) && names.iter().all(is_of_response)
}

/// Whether fields of these folded names wrap an HTTP response, wherever their page stands.
pub fn is_response_page(names: &[String]) -> bool {
    has_all(names, RESPONSE_FIELDS)
}

fn has_all(names: &[String], marks: &[&str]) -> bool {
    marks.iter().all(|mark| names.iter().any(|name| name == mark))
}

/// Whether fields of these names only wrap a paginated result.
fn is_result(names: &[String]) -> bool {
    let known = |name: &String| [RESULT_FIELD, HEADERS_FIELD].contains(&name.as_str());
    names.iter().any(|name| name == RESULT_FIELD) && names.iter().all(known)
}

/// SDKs put the body of the `default` response among the success bodies.
fn is_error_field(docs: &ModelPages<'_>, argument: &Argument) -> bool {
    let name = argument.folded();
    ERROR_FIELDS.iter().any(|start| name.starts_with(start))
        || argument.link.as_ref().is_some_and(|link| docs.is_error(link.page))
}
