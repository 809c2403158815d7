// Numbers for elements, text nodes and painted things; kept for as long as the document lives.
let nextId = 1;
const ids = new WeakMap();
const byId = new Map();
function idOf(thing) {
  let id = ids.get(thing);
  if (id === undefined) {
    id = nextId++;
    ids.set(thing, id);
    byId.set(id, new WeakRef(thing));
  }
  return id;
}
function thingOf(id) {
  const thing = byId.get(id)?.deref();
  if (!thing) return null;
  if (thing.canvas) return thing.canvas.isConnected ? thing : null;
  return thing.isConnected ? thing : null;
}
const elementOf = id => { const t = thingOf(id); return !t ? null : t.canvas ? t.canvas : t.nodeType === 1 ? t : t.parentElement || t.getRootNode().host || null; };
// Ids of a document that replaced another go on where those of its predecessor ended, so that an old one never means a new element.
function beginIdsAt(first) { if (nextId === 1 && first > 1) nextId = first; }

const SPACES = /\s{2,}|[^\S ]/g; // a single blank is left alone: text without others is not built anew
const fold = s => s.replace(SPACES, ' ').trim();
const round = n => Math.round(n * 100) / 100;
const parentOf = el => el.assignedSlot || el.parentElement || (el.parentNode && el.parentNode.host) || null;
function closestAcross(el, test) {
  for (let e = el; e; e = parentOf(e)) if (test(e)) return e;
  return null;
}
function childNodesOf(el) {
  const root = shadowOf(el);
  if (root) return root.childNodes;
  if (el.localName === 'slot' && el.assignedNodes) {
    const assigned = el.assignedNodes();
    if (assigned.length) return assigned;
  }
  return el.childNodes;
}
function deepActive() {
  let el = document.activeElement;
  while (el) {
    const root = shadowOf(el);
    if (!root || !root.activeElement) break;
    el = root.activeElement;
  }
  return el && el !== document.body && el !== document.documentElement ? el : null;
}
function deepElementFromPoint(x, y) {
  let el = document.elementFromPoint(x, y);
  while (el) {
    const root = shadowOf(el);
    let inner = root && root.elementFromPoint ? root.elementFromPoint(x, y) : null;
    // Text of the page in a slot hits the host; what holds the slot lies around it.
    if (root && (!inner || inner === el) && root.elementsFromPoint) inner = root.elementsFromPoint(x, y).find(e => e !== el && e.getRootNode() === root) || null;
    if (!inner || inner === el) break;
    el = inner;
  }
  return el;
}
function containsAcross(ancestor, el) {
  for (let e = el; e; e = parentOf(e)) if (e === ancestor) return true;
  // A slotted element lies below its slot and below its host alike.
  for (let e = el; e; e = e.parentElement || (e.parentNode && e.parentNode.host)) if (e === ancestor) return true;
  return false;
}
