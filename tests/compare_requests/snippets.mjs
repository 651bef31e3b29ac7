// Runs the usage snippets of a TypeScript SDK, and tells what each was given, what it sent and what it made of the answer. Nothing leaves
// the machine.
//
// In: on standard input, a list of calls: the `code` of a snippet, the `reply` (status, media type, body), and `arguments` in place of the
// snippet's own; it runs in a folder in which the SDK is installed. Out: a list with the `arguments` of each call as JSON, the `request`
// (method, path, headers, body in base64) and the `answer` (`value`, `error` or `none`, and what it holds); or an `error`.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { resolve } = createRequire(`${process.cwd()}/`);
const AsyncFunction = (async () => {}).constructor;
const IMPORT = /^import \{([^}]*)\} from "([^"]+)";$/gm;

let given, instead, sent, reply, answer;

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { pathname, search } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer()).toString("base64");
  sent ??= { method: request.method, path: pathname + search, headers: Object.fromEntries(request.headers), body };
  const [status, media, text] = reply;
  return new Response(status === 204 ? null : text, { status, headers: media ? { "content-type": media } : {} });
};

/** A call of an SDK's method, whose arguments and answer are kept. */
async function call(member, target, values) {
  if (given) return member.apply(target, values);
  given = instead ?? values;
  try {
    const value = await member.apply(target, given);
    // Pages have the method that gets the next one beside their result.
    answer = ["value", typeof value?.next === "function" ? value.result : value];
    return value;
  } catch (reason) {
    const { request$, response$, body$, ...data } = reason?.data$ ?? {};
    answer = reason?.data$ === undefined ? ["none", `${reason?.name}: ${reason?.message}`.slice(0, 300)] : ["error", data];
    throw reason;
  }
}

/** A client that keeps what becomes of the first method that is called on it, or on what it has. */
function watched(client) {
  const get = (target, name) => {
    const member = target[name];
    if (typeof member === "function") return (...values) => call(member, target, values);
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
  const entries = Object.entries(value).filter(([, member]) => member !== undefined && typeof member !== "function");
  return Object.fromEntries(await Promise.all(entries.map(async ([name, member]) => [name, await plain(member)])));
}

/** A value of JSON, with what bears a kind as the SDK wants it. */
function revived(value, sdk) {
  if (Array.isArray(value)) return value.map((item) => revived(item, sdk));
  if (value === null || typeof value !== "object") return value;
  switch (value.$kind) {
    case "date-time": return new Date(value.value);
    case "date": return new sdk.RFCDate(value.value);
    case "bytes": return new Blob([Buffer.from(value.value, "base64")]);
    default: return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, revived(member, sdk)]));
  }
}

async function run({ code, arguments: values }) {
  const names = { console: { log() {} } };
  const sdk = {};
  for (const [, list, from] of code.matchAll(IMPORT)) {
    const found = await import(from.startsWith("node:") ? from : pathToFileURL(resolve(from)));
    if (!from.startsWith("node:")) Object.assign(sdk, await import(pathToFileURL(resolve(`${from}/types/rfcdate.js`))).catch(() => ({})));
    for (const name of list.split(",").map((it) => it.trim()).filter(Boolean)) {
      const made = (options) => watched(new found[name](options));
      names[name] = code.includes(`new ${name}(`) ? function (options) { return made(options); } : found[name];
    }
  }
  instead = values && revived(values, sdk);
  const body = code.replace(IMPORT, "").replace(/^run\(\);$/m, "await run();");
  await new AsyncFunction(...Object.keys(names), body)(...Object.values(names));
}

const told = [];
for (const one of JSON.parse(readFileSync(0, "utf8"))) {
  [given, instead, sent, reply, answer] = [undefined, undefined, undefined, one.reply, undefined];
  const error = await run(one).then(() => undefined, (reason) => String(reason).replace(/\s+/g, " ").slice(0, 300));
  told.push(sent ? { arguments: await plain(given), request: sent, answer: [answer[0], (await plain(answer[1])) ?? null] } : { error: error ?? "nothing is sent" });
}
process.stdout.write(JSON.stringify(told));
