"""What an SDK is given, by the names of its docs, as what goes over the wire, by the names that the model of the generated crate has.

In: the model (`model.json` of the crate), an operation of it, arguments. Out: JSON by field of the generated endpoint. It knows no SDK.
"""

import base64
import enum
import io
from datetime import date, datetime


def fact(value):
    """The value of a fact of the model, whatever it rests on."""
    return value["value"] if isinstance(value, dict) and "value" in value else value


def doc_name(part):
    """What the docs call a field, a parameter or a body."""
    return part.get("doc_name", part.get("shown"))


def shape_of(model, ty):
    """The shape of a named type: an object with the kind as its only key."""
    shape = model["types"].get(ty.get("named"), {}).get("shape", {}) if isinstance(ty, dict) else {}
    return shape if isinstance(shape, dict) else {}


def fields_of(model, ty):
    """The fields of a struct by what the docs call them."""
    shape = shape_of(model, ty)
    return {doc_name(field): field for field in shape["struct"]["fields"]} if "struct" in shape else {}


def guessed_names(model):
    """The names on the wire that no page states: the model marks them as assumed."""
    parts = [parameter for operation in model["operations"] for parameter in operation["parameters"]]
    for named in model["types"]:
        parts += fields_of(model, {"named": named}).values()
    return {fact(part["wire"]) for part in parts if isinstance(part["wire"], dict) and "assumed" in part["wire"]}


def body_field(operation):
    """The endpoint's field that holds the body."""
    taken = any(parameter["rust"] == "body" for parameter in operation["parameters"])
    return "request_body" if taken else "body"


def is_raw(operation):
    """Whether the body is bytes and nothing else."""
    return bool(operation.get("body")) and fact(operation["body"]["media"]) == "raw"


def as_json(value):
    """An argument as the JSON that it stands for."""
    if hasattr(value, "model_dump"):
        return as_json(value.model_dump(by_alias=True, exclude_unset=True))
    if isinstance(value, dict):
        return {key: as_json(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, io.IOBase):
        value.seek(0)
        value = value.read()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


class Lost(ValueError):
    """An argument for which the endpoint has no field."""


def values_of(model, operation, arguments):
    """The arguments as the JSON of the endpoint's fields; `Lost` where there is no field for one."""
    rest = {key: as_json(value) for key, value in arguments.items() if key not in ("retries", "security")}
    request = rest.pop("request", None)
    body = operation.get("body")
    parts = operation["parameters"] + ([body] if body else [])
    if isinstance(request, dict) and any(doc_name(part) in request for part in parts):
        rest.update(request)
        request = None
    values = {}
    for parameter in operation["parameters"]:
        # Python's own words have an underscore behind them, of which pages may say nothing.
        name = next((name for name in (doc_name(parameter), f"{doc_name(parameter)}_") if name in rest), None)
        if name is not None:
            values[parameter["rust"]] = on_the_wire(model, parameter["type"], rest.pop(name))
    if body:
        name = body_field(operation)
        if request is not None:
            values[name] = request
        elif doc_name(body) in rest:
            values[name] = rest.pop(doc_name(body))
        elif rest or body["required"]:
            if not rest and needs_more(model, body["type"]):
                raise ValueError("the snippet leaves out the body that its page requires")
            values[name] = rest
        if name in values:
            values[name] = on_the_wire(model, body["type"], values[name])
            if is_raw(operation):
                values[name] = list(base64.b64decode(values[name]))
    elif rest:
        raise Lost(f"the endpoint has no field for {', '.join(rest)}")
    return values


def needs_more(model, ty):
    """Whether an object without fields is none of this type."""
    fields = fields_of(model, ty).values()
    return any(fact(field["presence"]).startswith("required") and field.get("constant") is None for field in fields)


def on_the_wire(model, ty, value):
    """A value with the names of the wire for those of the docs, and with what `new` sets by itself."""
    shape = shape_of(model, ty)
    if isinstance(ty, dict) and isinstance(ty.get("array"), (dict, str)) and isinstance(value, list):
        return [on_the_wire(model, ty["array"], item) for item in value]
    if isinstance(ty, dict) and isinstance(ty.get("map"), (dict, str)) and isinstance(value, dict):
        return {key: on_the_wire(model, ty["map"], member) for key, member in value.items()}
    if "union" in shape:
        return on_the_wire(model, member_of(model, shape["union"], value), value)
    if isinstance(ty, dict) and "nullable" in ty:
        return on_the_wire(model, ty["nullable"], value)
    if not isinstance(value, dict) or "struct" not in shape:
        return value
    fields = fields_of(model, ty)
    value = beside_the_rest(value)
    made = {fact(it["wire"]): fact(it["constant"]) for it in fields.values() if is_sent(it)}
    for key, member in value.items():
        field = fields.get(key) or fields.get(key.removesuffix("_"))
        made[fact(field["wire"]) if field else key] = on_the_wire(model, field["type"], member) if field else member
    return made


def beside_the_rest(value):
    """An object, whose additional properties stand beside its others on the wire."""
    names = [name for name in ("additionalProperties", "additional_properties") if isinstance(value.get(name), dict)]
    more = {key: member for name in names for key, member in value[name].items()}
    return {**{key: member for key, member in value.items() if key not in names}, **more}


def member_of(model, union, value):
    """The type of a union's member whose fields have the names of a value."""
    types = [member["type"] for member in union["members"]]
    if isinstance(value, list):
        return next((ty for ty in types if isinstance(ty, dict) and "array" in ty), None)
    if not isinstance(value, dict):
        return None
    for ty in types:
        if shape_of(model, ty).get("union"):
            inner = member_of(model, shape_of(model, ty)["union"], value)
            if inner is not None:
                return inner
        fields = fields_of(model, ty)
        fixed = {name: fact(field["constant"]) for name, field in fields.items() if field.get("constant")}
        if fields and set(value) <= set(fields) and all(value.get(name, it) == it for name, it in fixed.items()):
            return ty
    return None


def is_sent(field):
    """Whether `new` sets it: its only value, where the field must be there or the model says that it is sent all the same."""
    return field.get("constant") is not None and (fact(field["presence"]) == "required" or "sent_unasked" in field)
