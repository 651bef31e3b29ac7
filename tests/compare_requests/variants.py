"""Values for each operation, made by type: further arguments beside those of its snippet, and the bodies of its responses.

In: the model of the generated crate. Out: plain data. Arguments bear the names of the docs and hold Python's own dates and bytes, as an
SDK is given them; bodies bear the names of the wire. It knows neither SDK nor crate: both are given the same.

    all         every parameter and field is set, lists have one item, unions their first member
    lists       as `all`, but lists have two items
    member 2,3  as `all`, but unions have their second or third member
"""

import dataclasses
import re
from datetime import date, datetime, timezone

from wire import doc_name, fact, fields_of, is_raw, shape_of

# So deep fields are set that may be left out.
DEEPEST = 4
MOMENT = datetime(2024, 2, 3, 4, 5, 6, 789000, tzinfo=timezone.utc)
PLAIN = {
    "boolean": True,
    "int32": 3,
    "int64": 4,
    "float32": 1.5,
    "float64": 2.5,
    "number": 6,
    "decimal": "7.25",
    "date-time": MOMENT,
    "date": date(2024, 2, 3),
    "bytes": b"some bytes",
    "any": {"a key": ["text", 1, None, {"deep": True}]},
}
# The same as JSON.
WRITTEN = {"date-time": "2024-02-03T04:05:06.789Z", "date": "2024-02-03", "bytes": "c29tZSBieXRlcw=="}
# What texts are in a place that takes fewer: HTTP allows no more in a header, and Python SDKs leave the slash of a path's value as it is.
PLACES = {"header": "a-b", "path": "a b+c&d %"}
NUMBERS = {"int32": int, "int64": int, "float32": float, "float64": float, "number": float}


@dataclasses.dataclass
class Maker:
    """Makes values; tells afterwards whether there was a list, and how many members a union had at most."""

    model: dict
    on_wire: bool = False
    items: int = 1
    member: int = 0
    has_list: bool = False
    members: int = 1

    def value(self, ty, name, above=(), example=None):
        """A value of a type, for what has this name; `above` are the types that it is within."""
        if isinstance(ty, dict):
            ((kind, inner),) = ty.items()
            return getattr(self, kind.replace("-", "_"))(inner, name, above)
        if ty == "string":
            return example or f"{name}: a/b+c&d %"
        if example and ty in NUMBERS and re.fullmatch(r"\d+(\.\d+)?" if NUMBERS[ty] is float else r"\d{1,9}", example):
            return NUMBERS[ty](example)
        return WRITTEN.get(ty, PLAIN[ty]) if self.on_wire else PLAIN[ty]

    def array(self, inner, name, above):
        """A list; none of types that are within themselves."""
        self.has_list = True
        if self.is_within(inner, above):
            return []
        return [self.value(inner, f"{name} {number}", above) for number in range(self.items)]

    def map(self, inner, name, above):
        return {} if self.is_within(inner, above) else {"a key": self.value(inner, name, above)}

    def nullable(self, inner, name, above):
        return self.value(inner, name, above)

    def named(self, named, name, above):
        """A value of a type that has a page of its own."""
        ty = {"named": named}
        shape = shape_of(self.model, ty)
        if "enum" in shape:
            values = shape["enum"]["values"]
            # The items of a list differ.
            number = int(name.rsplit(" ", 1)[-1]) if re.search(r" \d+$", name) else 0
            return values[number % len(values)]["wire"]
        if "union" in shape:
            return self.union(shape["union"], name, (*above, named))
        return self.struct(ty, (*above, named)) if "struct" in shape else PLAIN["any"]

    def union(self, union, name, above):
        """A value of one member, with its tag."""
        # A stream is no value.
        members = [member for member in union["members"] if "event-stream" not in member["type"]]
        self.members = max(self.members, len(members))
        first = self.member % len(members)
        order = [*range(first, len(members)), *range(first)]
        chosen = next((number for number in order if not self.is_within(members[number]["type"], above)), first)
        ty = members[chosen]["type"]
        value = self.value(ty, name, above)
        tags = fact(union.get("discriminator")) or {"mapping": {}}
        tag = next((tag for tag, number in tags["mapping"].items() if number == chosen), None)
        if tag is not None and isinstance(value, dict):
            field = next((field for field in fields_of(self.model, ty).values() if fact(field["wire"]) == tags["property"]), None)
            value[self.key(field) if field else tags["property"]] = tag
        return value

    def struct(self, ty, above):
        """An object with all its fields, or deep within, with those that it must have."""
        made = {}
        for name, field in fields_of(self.model, ty).items():
            optional = fact(field["presence"]).startswith("optional")
            if optional and (len(above) > DEEPEST or self.is_within(field["type"], above)):
                continue
            constant = fact(field.get("constant"))
            made[self.key(field)] = self.value(field["type"], name, above, field.get("example")) if constant is None else constant
        return made

    def key(self, field):
        return fact(field["wire"]) if self.on_wire else doc_name(field)

    @staticmethod
    def is_within(ty, above):
        return isinstance(ty, dict) and ty.get("named") in above


def arguments(model, operation):
    """The variants of an operation's arguments: a name, and values by what the docs call them, the body under its own name."""

    def make(**plan):
        maker = Maker(model, **plan)
        parts = operation["parameters"] + ([operation["body"]] if operation.get("body") else [])
        return maker, {doc_name(part): part_of(maker, operation, part) for part in parts}

    maker, every = make()
    yield "all", every
    if maker.has_list:
        yield "lists", make(items=2)[1]
    for member in range(1, min(maker.members, 3)):
        yield f"member {member + 1}", make(member=member)[1]


def part_of(maker, operation, part):
    """A parameter's value, or the body."""
    if part is operation.get("body"):
        return PLAIN["bytes"] if is_raw(operation) else maker.value(part["type"], "body")
    if part["type"] in ({"map": "any"}, "any"):
        # Only a body can hold any JSON.
        return "text" if part["type"] == "any" else {"a key": "text"}
    constant = fact(part.get("constant"))
    example = part.get("example") or PLACES.get(fact(part["place"]))
    return maker.value(part["type"], doc_name(part), (), example) if constant is None else constant


def bodies(model, ty):
    """The variants of a response's body: a name, and JSON."""
    maker = Maker(model, on_wire=True, items=2)
    yield "all", maker.value(ty, "body")
    for member in range(1, min(maker.members, 3)):
        yield f"member {member + 1}", Maker(model, on_wire=True, member=member).value(ty, "body")
