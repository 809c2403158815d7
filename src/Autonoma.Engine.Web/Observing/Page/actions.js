// What is done to one element from inside the page.
const POINTS = [[.5, .5], [.5, .3], [.5, .7], [.3, .5], [.7, .5], [.12, .5], [.88, .5], [.5, .12], [.5, .88], [.2, .2], [.8, .2], [.2, .8], [.8, .8]];
const NESTED = 'button, a[href], input, select, textarea, summary, [role=button], [role=link], [role=checkbox], [role=switch], [role=menuitem], [role=tab], [contenteditable=""], [contenteditable=true]';
const frame = () => new Promise(resolve => { let done = false; const go = () => { if (!done) { done = true; resolve(); } }; nativeFrame(go); nativeSetTimer.call(window, go, 100); });

function boxesOf(thing) {
  if (thing.canvas) {
    const cs = getComputedStyle(thing.canvas), r = thing.canvas.getBoundingClientRect();
    return [new DOMRect(r.left + parseFloat(cs.borderLeftWidth) + parseFloat(cs.paddingLeft) + thing.box.x, r.top + parseFloat(cs.borderTopWidth) + parseFloat(cs.paddingTop) + thing.box.y, thing.box.w, thing.box.h)];
  }
  if (thing.nodeType === 3) { const range = document.createRange(); range.selectNodeContents(thing); return Array.from(range.getClientRects()); }
  const rects = Array.from(thing.getClientRects()).filter(r => r.width > 0 && r.height > 0);
  if (rects.length) return rects;
  // An element that paints no box of its own reaches as far as what is inside.
  const range = document.createRange();
  range.selectNodeContents(thing);
  return Array.from(range.getClientRects()).filter(r => r.width > 0 && r.height > 0);
}
function unionOf(rects) {
  if (!rects.length) return [0, 0, 0, 0];
  const l = Math.min(...rects.map(r => r.left)), t = Math.min(...rects.map(r => r.top)), r = Math.max(...rects.map(x => x.right)), b = Math.max(...rects.map(x => x.bottom));
  return [round(l), round(t), round(r - l), round(b - t)];
}
// The part of a box that scrolling ancestors and the window leave.
function clippedBox(el, rect) {
  let box = meet([rect.left, rect.top, rect.right, rect.bottom], [0, 0, window.innerWidth, window.innerHeight]);
  let position = getComputedStyle(el).position;
  for (let e = parentOf(el); e && e !== document.body && e !== document.documentElement; e = parentOf(e)) {
    if (position === 'fixed') break;
    const cs = getComputedStyle(e);
    if (position === 'absolute' && cs.position === 'static') continue;
    position = cs.position;
    if (cs.overflowX !== 'visible' || cs.overflowY !== 'visible') {
      const r = e.getBoundingClientRect();
      box = meet(box, [r.left + e.clientLeft, r.top + e.clientTop, r.left + e.clientLeft + e.clientWidth, r.top + e.clientTop + e.clientHeight]);
    }
  }
  return box;
}
function findPoint(el, thing, ox, oy) {
  const rects = boxesOf(thing);
  if (!rects.length) return { status: 'out' };
  let coveredBy = null, inView = false, fallback = null;
  const tries = [];
  if (ox !== null) { const [l, t] = unionOf(rects); tries.push([l + ox, t + oy]); }
  else for (const rect of rects.slice(0, 4)) {
    const box = clippedBox(el, rect);
    const w = box[2] - box[0], h = box[3] - box[1];
    if (w <= 0 || h <= 0) continue;
    for (const [fx, fy] of POINTS) tries.push([box[0] + w * fx, box[1] + h * fy]);
  }
  for (const [x, y] of tries) {
    if (x < 0 || y < 0 || x >= window.innerWidth || y >= window.innerHeight) continue;
    if (ox !== null) { const own = clippedBox(el, new DOMRect(x, y, 0.01, 0.01)); if (own[2] < own[0] || own[3] < own[1]) continue; }
    const hit = deepElementFromPoint(x, y);
    if (!hit) continue;
    inView = true;
    if (!belongs(el, hit)) { coveredBy = coveredBy || hit; continue; }
    // A point on another control inside (a checkbox in a row) would do something else.
    const inner = closestAcross(hit, e => e === el || (e.matches && e.matches(NESTED)));
    if (ox === null && inner && inner !== el && containsAcross(el, inner) && !(el.control && el.control === inner)) { fallback = fallback || [x, y]; continue; }
    return { status: 'ok', x, y };
  }
  if (fallback) return { status: 'ok', x: fallback[0], y: fallback[1] };
  if (inView) return { status: 'covered', by: coveredBy };
  return { status: 'out' };
}
function inWords(el) {
  if (!el) return 'something else';
  let best = el;
  for (let e = el, depth = 0; e && e !== document.body && depth < 12; e = parentOf(e), depth++) {
    const a = e.hasAttributes() ? readAttributes(e) : NO_ATTRIBUTES;
    const role = roleOf(e, e.localName, a);
    if (role === 'dialog' || role === 'alertdialog' || role === 'alert' || role === 'banner' || role === 'navigation' || role === 'menu' || getComputedStyle(e).position === 'fixed') { best = e; break; }
  }
  beginLook();
  const a = best.hasAttributes() ? readAttributes(best) : NO_ATTRIBUTES;
  const role = roleOf(best, best.localName, a);
  const name = nameOf(best, best.localName, role, a)[0] || fold(visibleTextOf(best));
  endLook();
  const kind = role === 'generic' ? (a.class ? `${best.localName}.${a.class.trim().split(/\s+/)[0]}` : best.localName) : role;
  return name ? `${kind} "${name.length > 60 ? name.slice(0, 60) + '…' : name}"` : kind;
}
const calm = () => performance.now() - lastMutation > QUIET && performance.now() - lastInput > INPUT_QUIET && document.getAnimations().every(x => x.playState !== 'running');

async function reach(id, ox, oy) {
  const thing = thingOf(id), el = elementOf(id);
  if (!thing || !el) return JSON.stringify({ s: 'gone' });
  let found = await reachOne(el, thing, ox, oy);
  // A control that was made invisible is operated through its label.
  if (found.status !== 'ok' && found.status !== 'moving' && ox === null && thing === el) {
    for (const label of labelsOf(el, el.localName)) {
      const other = await reachOne(label, label, null, null);
      if (other.status === 'ok') { found = other; break; }
    }
  }
  if (!el.isConnected) return JSON.stringify({ s: 'gone' });
  const answer = { s: found.status, b: unionOf(boxesOf(thing)) };
  if (found.status === 'ok') { answer.x = round(found.x); answer.y = round(found.y); }
  if (found.status === 'covered') answer.by = found.by && containsAcross(found.by, el) && getComputedStyle(el).pointerEvents === 'none' ? 'nothing, but it lets the pointer through (pointer-events: none)' : inWords(found.by);
  return JSON.stringify(answer);
}
async function reachOne(el, thing, ox, oy) {
  let scrolled = false;
  let found = findPoint(el, thing, ox, oy), cover = null;
  const clear = () => found.status === 'ok' && !needsRoom(thing);
  for (const block of ['center', 'nearest', 'end', 'start']) {
    if (clear()) break;
    scrollTo(el, thing, block, ox, oy);
    scrolled = true;
    await frame(); // scroll handlers, lazy images and virtual lists get their turn
    found = findPoint(el, thing, ox, oy);
    if (found.status === 'ok') break;
    if (!el.isConnected) return { status: 'gone' };
    if (found.status === 'covered') cover = cover || found; // in the middle of the view: what lies there is the reason, not a header at its edge
  }
  if (found.status !== 'ok' && cover) return cover;
  // It must stand still: where it was aimed at is where it must be hit.
  if (scrolled || !calm()) {
    const until = performance.now() + 2000;
    let still = 0, last = unionOf(boxesOf(thing)).join();
    while (still < 2) {
      if (performance.now() > until) return { status: 'moving' };
      await frame();
      const now = unionOf(boxesOf(thing)).join();
      if (now === last) still++; else { still = 0; last = now; }
    }
    found = findPoint(el, thing, ox, oy);
  }
  return found;
}
// A target of which only a sliver shows is brought further in, so that a picture shows what was clicked.
function needsRoom(thing) {
  const [l, t, w, h] = unionOf(boxesOf(thing));
  const vh = window.innerHeight;
  return h < vh * 0.8 && (t + h < 4 || t > vh - 4 || (t < 0 && t + h < h * 0.3) || (t + h > vh && vh - t < h * 0.3));
}
function scrollTo(el, thing, block, ox, oy) {
  el.scrollIntoView({ block, inline: block === 'center' ? 'nearest' : block, behavior: 'instant' });
  if (thing === el && ox === null) return;
  // A point far inside something big: bring that point to the middle.
  const [l, t, w, h] = unionOf(boxesOf(thing));
  const x = ox === null ? l + w / 2 : l + ox, y = ox === null ? t + h / 2 : t + oy;
  if (x >= 0 && y >= 0 && x < window.innerWidth && y < window.innerHeight) return;
  (closestAcross(el, e => e.scrollHeight > e.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(e).overflowY)) || window).scrollBy({ left: x < 0 || x >= window.innerWidth ? x - window.innerWidth / 2 : 0, top: y - window.innerHeight / 2, behavior: 'instant' });
}
// Whether a point of this document lies on the given frame element (and not on something over it); else what does.
function hitsFrame(id, x, y) {
  const el = elementOf(id);
  const hit = deepElementFromPoint(x, y);
  return !el || hit === el ? '' : inWords(hit);
}
function bringFramePoint(id, x, y) {
  const el = elementOf(id);
  if (!el) return false;
  el.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = frameRect(id);
  if (!box) return false;
  const py = box[1] + y * box[3], px = box[0] + x * box[2];
  if (py < 0 || py >= window.innerHeight || px < 0 || px >= window.innerWidth) window.scrollBy({ left: px < 0 || px >= window.innerWidth ? px - window.innerWidth / 2 : 0, top: py - window.innerHeight / 2, behavior: 'instant' });
  return true;
}

const fieldOf = id => {
  const el = elementOf(id);
  return el && el.localName === 'label' && el.control ? el.control : el;
};
const plainText = s => s.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ').replace(/\u200b/g, '');
function currentText(el) {
  if (el.localName === 'input' || el.localName === 'textarea') return el.value;
  if (el.localName === 'select') return Array.from(el.selectedOptions, o => fold(o.label)).join(', ');
  return el.innerText.replace(/\n$/, '');
}
function compareValue(id, text) {
  const el = fieldOf(id);
  if (!el || !el.isConnected) return 'Gone';
  const now = plainText(currentText(el)), wanted = plainText(text);
  if (now === wanted) return 'Exact';
  if (now.trim() === '') return wanted.trim() === '' ? 'Exact' : 'Empty';
  const bare = s => s.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (el.type === 'password') return 'Different';
  if (bare(now) !== '' && bare(now) === bare(wanted)) return 'Formatted';
  const a = numberIn(now), b = numberIn(wanted);
  return a !== null && a === b ? 'Formatted' : 'Different';
}
function numberIn(text) {
  let t = text.replace(/[\s'$€£¥%\u00a0]/g, '');
  if (!/^[-+]?[\d.,]+$/.test(t)) return null;
  const dot = t.lastIndexOf('.'), comma = t.lastIndexOf(',');
  if (dot >= 0 && comma >= 0) t = dot > comma ? t.replaceAll(',', '') : t.replaceAll('.', '').replace(',', '.');
  else if (comma >= 0) t = /,\d{3}(?:,|$)/.test(t) ? t.replaceAll(',', '') : t.replace(',', '.');
  const n = Number(t);
  return Number.isNaN(n) ? null : n;
}
function focusElement(id) {
  const el = fieldOf(id);
  if (!el) return 'gone';
  el.focus({ preventScroll: false });
  if (deepActive() === el) return 'ok';
  const inside = el.querySelector && el.querySelector('input:not([type=hidden]), textarea, select, [contenteditable=""], [contenteditable=true], [tabindex]');
  if (inside) { inside.focus(); if (deepActive() === inside) return 'ok'; }
  return containsAcross(el, deepActive()) ? 'ok' : 'refused';
}
function selectText(id) {
  const el = fieldOf(id);
  if (!el) return 'gone';
  const target = el.localName === 'input' || el.localName === 'textarea' ? el : deepActive() && containsAcross(el, deepActive()) ? deepActive() : el;
  if (target.localName === 'input' || target.localName === 'textarea') { target.select(); return 'ok'; }
  const selection = target.getRootNode().getSelection ? target.getRootNode().getSelection() : window.getSelection();
  selection.selectAllChildren(target);
  return 'ok';
}
function fire(el, type) { el.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' })); }
function selectOption(id, index, keepOthers) {
  const el = fieldOf(id);
  if (!el) return 'gone';
  if (el.localName !== 'select') return 'it is not a native select';
  if (el.matches(':disabled')) return 'it is disabled';
  const option = el.options[index];
  if (!option) return `it has ${el.options.length} entries`;
  if (option.disabled || option.parentElement.disabled) return `its entry "${fold(option.label)}" is disabled`;
  lastInput = performance.now();
  asked.clear();
  el.focus();
  if (el.multiple && keepOthers) option.selected = true;
  else if (el.multiple) for (const other of el.options) other.selected = other === option;
  else {
    // Through the prototype: frameworks replace the property on the element to see what scripts do.
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'selectedIndex').set.call(el, index);
  }
  fire(el, 'input');
  fire(el, 'change');
  return 'ok';
}
function setValue(id, value) {
  const el = fieldOf(id);
  if (!el) return 'gone';
  if (el.matches(':disabled')) return 'it is disabled';
  if (el.readOnly) return 'it is read-only';
  const owner = el.localName === 'textarea' ? HTMLTextAreaElement : el.localName === 'input' ? HTMLInputElement : null;
  if (!owner) return 'it is not a field';
  lastInput = performance.now();
  asked.clear();
  el.focus();
  Object.getOwnPropertyDescriptor(owner.prototype, 'value').set.call(el, value);
  fire(el, 'input');
  fire(el, 'change');
  if (value !== '' && el.value === '') return `a field of type ${el.type} does not take "${value}"`;
  return 'ok';
}
function scrollElement(id, dx, dy) {
  const can = e => (dy !== 0 && e.scrollHeight > e.clientHeight + 1 || dx !== 0 && e.scrollWidth > e.clientWidth + 1);
  const scrolls = e => { if (!can(e)) return false; const cs = getComputedStyle(e); return /auto|scroll|overlay/.test(dy !== 0 ? cs.overflowY : cs.overflowX); };
  const move = e => {
    const before = [e.scrollLeft, e.scrollTop];
    e.scrollBy({ left: dx, top: dy, behavior: 'instant' });
    return e.scrollLeft !== before[0] || e.scrollTop !== before[1];
  };
  lastInput = performance.now();
  const root = document.scrollingElement || document.documentElement;
  if (id === 0) {
    if (move(root)) return true;
    if (can(root)) return false; // it is at its end
    // In an app shell something else scrolls: the biggest thing that can.
    let best = null, area = 0;
    for (const e of document.querySelectorAll('body *')) if (scrolls(e)) { const r = e.getBoundingClientRect(); const size = r.width * r.height; if (size > area) { best = e; area = size; } }
    return best ? move(best) : false;
  }
  const el = elementOf(id);
  if (!el) return false;
  if (can(el) && (scrolls(el) || el === root)) return move(el);
  if (el.localName === 'textarea') return move(el);
  for (const inner of el.querySelectorAll('*')) if (scrolls(inner)) return move(inner);
  const outer = closestAcross(el, e => e !== el && scrolls(e));
  return move(outer || root);
}
function uploadTarget(id) {
  const el = fieldOf(id);
  if (!el) return null;
  const isFile = e => e && e.localName === 'input' && e.type === 'file';
  if (isFile(el)) return el;
  const wrapping = el.closest && el.closest('label');
  if (wrapping && isFile(wrapping.control)) return wrapping.control;
  const inside = el.querySelectorAll ? el.querySelectorAll('input[type=file]') : [];
  return inside.length === 1 ? inside[0] : null;
}
