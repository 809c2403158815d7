// What is painted on a canvas, remembered so that it can be read and pointed at. Bounded; measured only when somebody looks.
const MOST_PAINTED = 300; // of each kind, per canvas
const context2d = window.CanvasRenderingContext2D ? CanvasRenderingContext2D.prototype : null;
const native2d = {};
const nativeGetContext = HTMLCanvasElement.prototype.getContext;
const painted = new WeakMap(); // canvas -> { texts, shapes, path, ids }

function paintedOn(context) {
  const canvas = context.canvas;
  if (!canvas || !(canvas instanceof HTMLCanvasElement)) return null;
  let record = painted.get(canvas);
  if (!record) painted.set(canvas, record = { texts: [], shapes: [], path: null, ids: new Map() });
  return record;
}
const solid = style => typeof style === 'string' ? style : null;
// Corners through the transform: a box in the canvas's own pixels.
function deviceBox(context, x, y, w, h) {
  const m = context.getTransform();
  const xs = [], ys = [];
  for (const [px, py] of [[x, y], [x + w, y], [x, y + h], [x + w, y + h]]) { xs.push(m.a * px + m.c * py + m.e); ys.push(m.b * px + m.d * py + m.f); }
  const left = Math.min(...xs), top = Math.min(...ys);
  return { x: left, y: top, w: Math.max(...xs) - left, h: Math.max(...ys) - top };
}
const inside = (box, px, py) => px >= box.x - 0.5 && px <= box.x + box.w + 0.5 && py >= box.y - 0.5 && py <= box.y + box.h + 0.5;
function wipe(record, box) {
  record.texts = record.texts.filter(t => !inside(box, t.ax, t.ay));
  record.shapes = record.shapes.filter(s => !(inside(box, s.x, s.y) && inside(box, s.x + s.w, s.y + s.h)));
}
function keep(list, entry) {
  list.push(entry);
  if (list.length > MOST_PAINTED) list.shift();
}
function paintText(context, text, x, y) {
  const record = paintedOn(context);
  text = String(text);
  if (!record || !text.trim() || context.globalAlpha === 0) return;
  const m = context.getTransform();
  const entry = {
    text: fold(text), font: context.font, align: context.textAlign, baseline: context.textBaseline, rtl: context.direction === 'rtl',
    m: [m.a, m.b, m.c, m.d, m.e, m.f], x, y, ax: m.a * x + m.c * y + m.e, ay: m.b * x + m.d * y + m.f, fill: solid(context.fillStyle),
  };
  // Painted again in the same place: the newer one shows.
  const before = record.texts.findIndex(t => t.ax === entry.ax && t.ay === entry.ay && t.align === entry.align);
  if (before >= 0) record.texts.splice(before, 1);
  keep(record.texts, entry);
}
function paintShape(context, box, style, filled) {
  const record = paintedOn(context);
  if (!record || context.globalAlpha === 0) return;
  if (filled && solid(style) && context.globalAlpha === 1 && !/^rgba/.test(style)) wipe(record, box);
  if (box.w < 2 || box.h < 2) return;
  const same = record.shapes.findIndex(s => s.x === box.x && s.y === box.y && s.w === box.w && s.h === box.h);
  if (same >= 0) { if (!filled) return; record.shapes.splice(same, 1); }
  keep(record.shapes, { x: box.x, y: box.y, w: box.w, h: box.h, fill: solid(style) });
}
function grow(context, x, y, w = 0, h = 0) {
  const record = paintedOn(context);
  if (!record) return;
  const box = deviceBox(context, x, y, w, h);
  const p = record.path;
  if (!p) { record.path = box; return; }
  const right = Math.max(p.x + p.w, box.x + box.w), bottom = Math.max(p.y + p.h, box.y + box.h);
  p.x = Math.min(p.x, box.x); p.y = Math.min(p.y, box.y); p.w = right - p.x; p.h = bottom - p.y;
}
function growArc(context, x, y, rx, ry, from, to, backwards) {
  if (backwards) [from, to] = [to, from];
  let sweep = to - from;
  if (sweep < 0) sweep = sweep % (2 * Math.PI) + 2 * Math.PI;
  sweep = Math.min(sweep, 2 * Math.PI);
  for (let i = 0; i <= 12; i++) { const t = from + sweep * i / 12; grow(context, x + rx * Math.cos(t), y + ry * Math.sin(t)); }
}
function patch2d(name, before) {
  const original = context2d[name];
  if (typeof original !== 'function') return;
  native2d[name] = original;
  context2d[name] = function () {
    try { if (this.canvas && this !== probe) before(this, arguments); } catch { /* a record is never worth a broken page */ }
    return original.apply(this, arguments);
  };
}
if (context2d) {
  patch2d('fillText', (c, a) => paintText(c, a[0], +a[1], +a[2]));
  patch2d('strokeText', (c, a) => paintText(c, a[0], +a[1], +a[2]));
  patch2d('fillRect', (c, a) => paintShape(c, deviceBox(c, +a[0], +a[1], +a[2], +a[3]), c.fillStyle, true));
  patch2d('strokeRect', (c, a) => paintShape(c, deviceBox(c, +a[0], +a[1], +a[2], +a[3]), c.strokeStyle, false));
  patch2d('clearRect', (c, a) => { const r = painted.get(c.canvas); if (r) wipe(r, deviceBox(c, +a[0], +a[1], +a[2], +a[3])); });
  patch2d('reset', c => painted.delete(c.canvas));
  patch2d('beginPath', c => { const r = painted.get(c.canvas); if (r) r.path = null; });
  patch2d('rect', (c, a) => grow(c, +a[0], +a[1], +a[2], +a[3]));
  patch2d('roundRect', (c, a) => grow(c, +a[0], +a[1], +a[2], +a[3]));
  patch2d('moveTo', (c, a) => grow(c, +a[0], +a[1]));
  patch2d('lineTo', (c, a) => grow(c, +a[0], +a[1]));
  patch2d('quadraticCurveTo', (c, a) => grow(c, +a[2], +a[3]));
  patch2d('bezierCurveTo', (c, a) => grow(c, +a[4], +a[5]));
  patch2d('arcTo', (c, a) => grow(c, +a[2], +a[3]));
  patch2d('arc', (c, a) => growArc(c, +a[0], +a[1], +a[2], +a[2], +a[3], +a[4], a[5]));
  patch2d('ellipse', (c, a) => growArc(c, +a[0], +a[1], +a[2], +a[3], +a[5], +a[6], a[7]));
  patch2d('fill', c => { const r = painted.get(c.canvas); if (r && r.path) paintShape(c, { ...r.path }, c.fillStyle, true); });
  patch2d('stroke', c => { const r = painted.get(c.canvas); if (r && r.path) paintShape(c, { ...r.path }, c.strokeStyle, false); });
  for (const side of ['width', 'height']) { // setting a size clears the canvas
    const property = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
    Object.defineProperty(HTMLCanvasElement.prototype, side, { ...property, set(value) { painted.delete(this); property.set.call(this, value); } });
  }
}

let ruler = null;
function measured(t) {
  if (t.box) return t.box;
  if (!ruler) ruler = nativeGetContext.call(document.createElement('canvas'), '2d');
  ruler.font = t.font;
  ruler.textAlign = t.align;
  ruler.textBaseline = t.baseline;
  ruler.direction = t.rtl ? 'rtl' : 'ltr';
  const size = ruler.measureText(t.text);
  const left = t.x - size.actualBoundingBoxLeft, top = t.y - size.actualBoundingBoxAscent;
  const right = t.x + size.actualBoundingBoxRight, bottom = t.y + size.actualBoundingBoxDescent;
  const [a, b, c, d, e, f] = t.m;
  const xs = [], ys = [];
  for (const [x, y] of [[left, top], [right, top], [left, bottom], [right, bottom]]) { xs.push(a * x + c * y + e); ys.push(b * x + d * y + f); }
  const x = Math.min(...xs), y = Math.min(...ys);
  return t.box = { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}
// The painted things in CSS pixels of the viewport, in the order a reader would take them.
function paintedIn(canvas, content) {
  const record = painted.get(canvas);
  if (!record || !canvas.width || !canvas.height) return [];
  const kx = content.w / canvas.width, ky = content.h / canvas.height;
  const place = box => ({ x: content.x + box.x * kx, y: content.y + box.y * ky, w: box.w * kx, h: box.h * ky });
  const all = [];
  for (const s of record.shapes) all.push({ kind: 's', text: '', fill: s.fill, own: s, ...place(s) });
  for (const t of record.texts) all.push({ kind: 't', text: t.text, fill: t.fill, own: measured(t), ...place(measured(t)) });
  const whole = content.w * content.h;
  const shown = all.filter(p => p.kind === 't' || p.w * p.h < whole * 0.95);
  for (const p of shown) {
    const key = `${p.kind}|${p.text}|${Math.round(p.own.x)}|${Math.round(p.own.y)}|${Math.round(p.own.w)}`;
    let thing = record.ids.get(key);
    if (!thing) {
      if (record.ids.size > 4 * MOST_PAINTED) record.ids.clear();
      record.ids.set(key, thing = { canvas, key });
    }
    thing.box = { x: p.own.x * kx, y: p.own.y * ky, w: p.own.w * kx, h: p.own.h * ky }; // relative to the canvas's content box
    p.id = idOf(thing);
  }
  return shown;
}
