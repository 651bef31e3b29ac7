const graph = JSON.parse(document.getElementById("graph").textContent);
const search = document.getElementById("search");
const hits = document.getElementById("hits");
const lines = [...document.querySelectorAll("details[data-node]")];
const places = [...document.querySelectorAll("[data-find]")];
const groups = [...document.querySelectorAll("details:not([data-node])")];
const sections = [...document.querySelectorAll("main > section")];
const nodeOf = (line) => (line.dataset.node[0] === "o" ? graph.operations : graph.types)[line.dataset.node.slice(1)];
const words = new Map(lines.map((line) => {
  const node = nodeOf(line);
  return [line, [node.id, node.kind, ...node.rows.map(([name]) => name)].join("\n").toLowerCase()];
}));

function element(parent, tag, text = "", className = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return parent.appendChild(made);
}

function linked(parent, id, text) {
  element(parent, "a", text).href = "#" + id;
}

function users(node) {
  const index = graph.types.indexOf(node);
  const names = (other) => other !== node && other.rows.some(([, , to]) => to === index);
  return [...graph.operations, ...graph.types].filter(names);
}

function table(parent, node) {
  const body = element(element(parent, "div", "", "wide"), "table");
  for (const [name, type, to] of node.rows) {
    const row = element(body, "tr");
    element(row, "td", name);
    const cell = element(row, "td", to === null ? type : "");
    if (to !== null) linked(cell, graph.types[to].id, type);
  }
}

function fill(line) {
  if (line.childElementCount > 1) return;
  const node = nodeOf(line);
  if (node.rows.some(([, , to]) => to !== null)) line.append(picture(node));
  if (line.dataset.node[0] === "o") return;
  table(line, node);
  const named = users(node);
  const by = element(line, "p", named.length > 0 ? "Named by " : "Nothing names it.", "say");
  for (const other of named) { linked(by, other.id, lastPart(other.id)); by.append(" "); }
}

function found(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// Whole sections without a hit are hidden; the id of a type or an operation finds that one alone, and opens it.
function find() {
  const wanted = search.value.trim().toLowerCase();
  const exact = lines.find((line) => nodeOf(line).id.toLowerCase() === wanted);
  const count = { o: 0, t: 0 };
  for (const line of lines) {
    line.hidden = wanted !== "" && (exact ? line !== exact : !words.get(line).includes(wanted));
    if (!line.hidden) count[line.dataset.node[0]] += 1;
  }
  for (const place of places) place.hidden = wanted !== "" && !place.dataset.find.toLowerCase().includes(wanted);
  for (const group of groups) group.hidden = wanted !== "" && group.querySelector("[data-find]:not([hidden])") === null;
  for (const section of sections) section.hidden = wanted !== "" && section.querySelector("details:not([hidden])") === null;
  document.body.classList.toggle("searching", wanted !== "");
  hits.textContent = wanted === "" ? "" : `${found(count.o, "operation")}, ${found(count.t, "type")}`;
  if (exact) { exact.open = true; fill(exact); }
}

// `#components/Pet` shows that type, any other `#word` is searched for.
function follow() {
  search.value = decodeURIComponent(location.hash.slice(1));
  find();
  scrollTo(0, 0);
}

let waiting;
search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(find, 120); });
for (const line of lines) line.addEventListener("toggle", () => { if (line.open) fill(line); });
addEventListener("hashchange", follow);
if (location.hash !== "") follow();
