// A type or an operation as a picture: a box for each type, a line from each field to the type that it names.
const SVG = document.querySelector("svg").namespaceURI;
const SIZE = { width: 260, gap: 60, row: 18, head: 40, rows: 8, ownRows: 30, boxes: 30, space: 14, margin: 4 };

function drawn(parent, tag, attributes, text = "") {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return parent.appendChild(made);
}

const cut = (text, most) => text.length > most ? text.slice(0, most - 1) + "…" : text;
const lastPart = (id) => id.slice(id.indexOf("/") + 1);

// The boxes that a node leads to, each once and in the column of its first mention; and how many more there are.
function boxes(root) {
  const found = [{ node: root, column: 0, rows: root.rows.slice(0, SIZE.ownRows) }];
  const byNode = new Map([[root, found[0]]]);
  let left = 0;
  for (const box of found) {
    for (const [, , to] of box.rows) {
      const node = to === null ? undefined : graph.types[to];
      if (node === undefined || byNode.has(node)) continue;
      if (found.length >= SIZE.boxes) { left += 1; continue; }
      const next = { node, column: box.column + 1, rows: node.rows.slice(0, SIZE.rows) };
      byNode.set(node, next);
      found.push(next);
    }
  }
  return { found, byNode, left };
}

function place(found) {
  const heights = [];
  for (const box of found) {
    box.more = box.node.rows.length - box.rows.length;
    box.height = SIZE.head + SIZE.row * (box.rows.length + (box.more > 0 ? 1 : 0)) + 6;
    box.x = SIZE.margin + box.column * (SIZE.width + SIZE.gap);
    box.y = heights[box.column] ?? SIZE.margin;
    heights[box.column] = box.y + box.height + SIZE.space;
  }
  return { width: heights.length * (SIZE.width + SIZE.gap) - SIZE.gap + 2 * SIZE.margin, height: Math.max(...heights) };
}

function drawBox(svg, box) {
  const { node, x, y, rows, more } = box;
  const link = node.kind.includes(" ") ? drawn(svg, "g", {}) : drawn(svg, "a", { href: "#" + node.id });
  drawn(link, "rect", { x, y, width: SIZE.width, height: box.height, rx: 6, class: "box " + node.kind.split(" ")[0].toLowerCase() });
  drawn(link, "text", { x: x + 10, y: y + 17, class: "name" }, cut(lastPart(node.id), 34));
  drawn(link, "text", { x: x + 10, y: y + 32, class: "dim" }, cut(node.kind, 40));
  drawn(link, "title", {}, `${node.kind} ${node.id}`);
  rows.forEach(([name, type], index) => {
    const line = y + SIZE.head + SIZE.row * index + 12;
    const shown = cut(name, 22);
    drawn(svg, "text", { x: x + 10, y: line }, shown);
    drawn(svg, "text", { x: x + SIZE.width - 10, y: line, class: "dim end" }, cut(type, 33 - shown.length));
  });
  if (more > 0) drawn(svg, "text", { x: x + 10, y: y + SIZE.head + SIZE.row * rows.length + 12, class: "dim" }, `and ${more} more`);
}

function drawLines(svg, box, byNode) {
  box.rows.forEach(([, , to], index) => {
    const target = to === null ? undefined : byNode.get(graph.types[to]);
    if (target === undefined || target === box) return;
    const isAhead = target.column > box.column;
    const fromX = box.x + SIZE.width, fromY = box.y + SIZE.head + SIZE.row * index + 8;
    const toX = isAhead ? target.x : target.x + SIZE.width, toY = target.y + 14;
    const bend = isAhead ? (toX - fromX) / 2 : SIZE.gap / 2;
    const end = isAhead ? toX - bend : toX + bend;
    drawn(svg, "path", { d: `M${fromX} ${fromY}C${fromX + bend} ${fromY} ${end} ${toY} ${toX} ${toY}`, class: "line" });
  });
}

function picture(root) {
  const { found, byNode, left } = boxes(root);
  const { width, height } = place(found);
  const frame = document.createElement("div");
  frame.className = "wide picture";
  const svg = drawn(frame, "svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `types of ${root.id}` });
  for (const box of found) drawLines(svg, box, byNode);
  for (const box of found) drawBox(svg, box);
  if (left > 0) frame.append(`and ${left} more types, each in its own picture`);
  return frame;
}
