//! A newer release of the docs, in ten ways: `update` says which pages changed, and `diff` what that means for the API.
//!
//! In: a crate with all pages of a small API, and the vendor's docs, changed in one way at a time. Out: nothing.

use crate::docs::{COLOR, Fixture, PET, PETS, Ran, tablature};

const PET_PAGE: &str = "docs/models/components/Pet.md";
const COLOR_PAGE: &str = "docs/models/components/Color.md";
const PETS_PAGE: &str = "docs/sdks/pets/README.md";

const CHANGED_PET: &str = "changed  page      models/components/Pet.md\n";
const CHANGED_COLOR: &str = "changed  page      models/components/Color.md\n";
const CHANGED_GET: &str = "changed  operation get_pet\nchanged  page      sdks/pets/README.md\n";
const NOTHING: &str = "nothing changed in the API\n";

const TOY_ROW: &str = "| `toy` | [Optional\\<Toy>](../../models/components/Toy.md) | :heavy_minus_sign: | A toy. |\n";

/// What is done, to which page, what `update` then prints, and a line of `diff`.
struct Way {
    name: &'static str,
    page: &'static str,
    text: fn() -> String,
    told: &'static str,
    diff: &'static str,
}

const WAYS: &[Way] = &[
    Way {
        name: "a field is new",
        page: PET_PAGE,
        text: || PET.to_owned() + "| `nick` | *Optional\\<String>* | :heavy_minus_sign: | Another name. |\n",
        told: CHANGED_PET,
        diff: "minor  components::Pet.nick: a new field\n",
    },
    Way {
        name: "a field is gone",
        page: PET_PAGE,
        text: || without(PET, "`age`"),
        told: CHANGED_PET,
        diff: "major  components::Pet.age: the field is gone\n",
    },
    Way {
        name: "a field has another type",
        page: PET_PAGE,
        text: || PET.replace("Integer", "String"),
        told: CHANGED_PET,
        diff: "major  components::Pet.age: its type was `int32` and is `string`\n",
    },
    Way {
        name: "a field may be missing",
        page: PET_PAGE,
        text: || PET.replace("| *String* | :heavy_check_mark:", "| *Optional\\<String>* | :heavy_minus_sign:"),
        told: CHANGED_PET,
        diff: "major  components::Pet.name: it was required and is optional\n",
    },
    Way {
        name: "prose",
        page: PET_PAGE,
        text: || PET.replace("An animal of the household.", "Who lives with you."),
        told: CHANGED_PET,
        diff: NOTHING,
    },
    Way {
        name: "a value is new",
        page: COLOR_PAGE,
        text: || COLOR.to_owned() + "| `BLUE` | blue |\n",
        told: CHANGED_COLOR,
        diff: "minor  components::Color.Blue: a new value\n",
    },
    Way {
        name: "a value is gone",
        page: COLOR_PAGE,
        text: || without(COLOR, "`GREY`"),
        told: CHANGED_COLOR,
        diff: "major  components::Color.Grey: the value is gone\n",
    },
    Way {
        name: "a path differs",
        page: PETS_PAGE,
        text: || PETS.replace("\"/pets/", "\"/animals/"),
        told: CHANGED_GET,
        diff: "patch  endpoints::pets::Get: what travels was `GET /pets/{petId}` and is `GET /animals/{petId}`\n",
    },
    Way {
        name: "an error is gone, and its page with it",
        page: PETS_PAGE,
        text: || without(PETS, "NotFound |"),
        told: "changed  operation get_pet\nremoved  page      models/errors/NotFound.md\nchanged  page      sdks/pets/README.md\n",
        diff: "major  endpoints::pets::Get error-404: the error body is gone\n",
    },
    Way {
        name: "a type comes with a page of its own",
        page: PET_PAGE,
        text: || PET.to_owned() + TOY_ROW,
        told: "changed  page      models/components/Pet.md\nadded    page      models/components/Toy.md\n",
        diff: "minor  components::Toy: a new struct\n",
    },
];

/// The text without the lines that hold a word.
fn without(text: &str, word: &str) -> String {
    text.lines().filter(|line| !line.contains(word)).map(|line| format!("{line}\n")).collect()
}

fn run(fixture: &Fixture, args: &[&str]) -> Ran {
    let ran = tablature(&[args, &["--config", fixture.path("tablature.toml").as_str()]].concat());
    assert_eq!(ran.status, 0, "{args:?}: {}", ran.stderr);
    ran
}

#[test]
fn ten_ways_of_a_newer_release_are_told() {
    for way in WAYS {
        let fixture = Fixture::new();
        fixture.write("tablature.toml", "docs = \"specs\"\nout = \"out\"\nname = \"pet-api\"\n");
        let docs = fixture.path("docs");
        run(&fixture, &["add", "*", "--docs", docs.as_str()]);
        run(&fixture, &["generate"]);
        fixture.write("docs/models/components/Toy.md", &PET.replace("# Pet", "# Toy"));
        fixture.write(way.page, &(way.text)());

        let planned = run(&fixture, &["update", "--docs", docs.as_str(), "--dry-run"]).stdout;
        assert_eq!(run(&fixture, &["update", "--docs", docs.as_str()]).stdout, way.told, "{}", way.name);
        assert_eq!(planned, way.told, "{}: the plan is what is done", way.name);
        let diff = run(&fixture, &["diff", fixture.path("out/model.json").as_str()]).stdout;
        assert!(diff.contains(way.diff), "{}: {diff}", way.name);
        assert_eq!(run(&fixture, &["update", "--docs", docs.as_str()]).stdout, "", "{}: once is enough", way.name);
    }
}
