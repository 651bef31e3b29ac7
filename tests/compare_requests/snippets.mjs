// Runs the usage snippets of a TypeScript SDK, and tells what each was given and what it sent. Nothing leaves the machine.
//
// In: on standard input, an object of snippets by name; it runs in a folder in which the SDK is installed. Out: an object with, by name,
// the `arguments` of the call as JSON and the `request` (method, path, headers, body in base64), or an `error`.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { resolve } = createRequire(`${process.cwd()}/`);
const AsyncFunction = (async () => {}).constructor;
const IMPORT = /^import \{([^}]*)\} from "([^"]+)";$/gm;

let given, sent;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname, search } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer()).toString("base64");
  sent ??= { method: request.method, path: pathname + search, headers: Object.fromEntries(request.headers), body };
  return new Response(null, { status: 418 });
};

/** A client that keeps the arguments of the first method that is called on it, or on what it has. */
function watched(client) {
  const get = (target, name) => {
    const member = target[name];
    if (typeof member === "function") {
      return (...values) => ((given ??= values), member.apply(target, values));
    }
    return member !== null && typeof member === "object" ? watched(member) : member;
  };
  return new Proxy(client, { get });
}

/** A value as the JSON that it stands for. */
async function plain(value) {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Blob) value = new Uint8Array(await value.arrayBuffer());
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value?.constructor?.name === "RFCDate") return String(value);
  if (Array.isArray(value)) return Promise.all(value.map(plain));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(await Promise.all(entries.map(async ([name, member]) => [name, await plain(member)])));
}

async function run(code) {
  const names = { console: { log() {} } };
  for (const [, list, from] of code.matchAll(IMPORT)) {
    const found = await import(from.startsWith("node:") ? from : pathToFileURL(resolve(from)));
    for (const name of list.split(",").map((it) => it.trim()).filter(Boolean)) {
      const made = (options) => watched(new found[name](options));
      names[name] = code.includes(`new ${name}(`) ? function (options) { return made(options); } : found[name];
    }
  }
  const body = code.replace(IMPORT, "").replace(/^run\(\);$/m, "await run();");
  await new AsyncFunction(...Object.keys(names), body)(...Object.values(names));
}

const found = {};
for (const [name, code] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
  [given, sent] = [undefined, undefined];
  const error = await run(code).then(() => undefined, (reason) => String(reason).split("\n")[0]);
  found[name] = sent ? { arguments: await plain(given), request: sent } : { error: error ?? "nothing is sent" };
}
process.stdout.write(JSON.stringify(found));
