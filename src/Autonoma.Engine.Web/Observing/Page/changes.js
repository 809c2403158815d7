// Text that came or went since the mark, kept although it may be gone by now. Mutations are only noted when they happen; what they did to
// the picture is worked out once per frame, so that a page which changes all the time stays as fast as it was.
const MOST_CHANGES = 200, MOST_PER_PLACE = 6, MOST_TEXT = 600;
let markedAt = performance.now();
let marked = false;
let changes = [];
let shownTexts = new Map();          // text node -> text, as of the last look
const touched = new Set();           // elements and text nodes to be compared with what was shown
let removed = [];                    // [node, parent] since the last comparison
const waiting = new Map();           // elements not visible yet (a fade-in has just begun) -> times left to ask
const watched = new WeakSet();
let flushAsked = false, waitingTimer = 0;
const WATCH = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden', 'popover', 'value', 'disabled', 'aria-expanded', 'data-state'] };
const nativeSetTimeout = (handler, delay) => nativeSetTimer.call(window, handler, delay); // not the counted one: the page does not wait for its observer
const nativeFrame = window.requestAnimationFrame.bind(window);

const mutations = new MutationObserver(records => {
  noteActivity(records);
  for (const r of records) {
    if (r.type === 'childList') {
      for (const n of r.removedNodes) if (removed.length < 2000 && (n.nodeType === 1 || n.nodeType === 3)) removed.push([n, r.target]);
      for (const n of r.addedNodes) if (n.nodeType === 1 || n.nodeType === 3) touch(n);
    } else touch(r.target);
  }
  askFlush();
});
function touch(node) { if (touched.size < 3000) touched.add(node); }
function askFlush() {
  if (flushAsked) return;
  flushAsked = true;
  nativeFrame(flushChanges);
  nativeSetTimeout(flushChanges, 60); // frames stop while a tab is in the background
}
function watchRoot(root) {
  if (watched.has(root)) return;
  watched.add(root);
  mutations.observe(root, WATCH);
}
for (const ending of ['transitionend', 'animationend', 'toggle', 'close']) nativeAdd.call(window, ending, e => {
  const target = e.composedPath()[0];
  if (target instanceof Element && target.isConnected) { touch(target); askFlush(); }
}, { capture: true, passive: true });

function isShown(text) {
  const el = text.parentElement || (text.parentNode && text.parentNode.host);
  if (!el || !el.checkVisibility || !el.checkVisibility({ visibilityProperty: true })) return false;
  flushRange.selectNodeContents(text);
  const r = flushRange.getBoundingClientRect();
  if (r.width <= 0 || r.height <= 0) return false;
  for (let e = el, opacity = 1; e; e = parentOf(e)) {
    const cs = getComputedStyle(e);
    if ((opacity *= +cs.opacity) < 0.06) return false;
    if (cs.position !== 'static' && isClippedAway(e, cs, e.getBoundingClientRect(), cs.position)) return false;
    if (cs.overflowY === 'hidden' || cs.overflowX === 'hidden') {
      const box = e.getBoundingClientRect();
      if (e !== document.body && e !== document.documentElement && (r.bottom <= box.top || r.top >= box.bottom || r.right <= box.left || r.left >= box.right)) return false;
    }
  }
  return true;
}
let flushRange = null;
function textsIn(node, budget) {
  if (node.nodeType === 3) return NOT_BLANK.test(node.data) ? [node] : [];
  const found = [];
  (function collect(el) {
    const tag = el.localName;
    if (tag === 'script' || tag === 'style' || tag === 'template' || tag === 'noscript' || tag === 'textarea' || tag === 'select' || tag === 'datalist') return;
    for (const child of childNodesOf(el)) {
      if (found.length >= budget) return;
      if (child.nodeType === 3) { if (NOT_BLANK.test(child.data)) found.push(child); }
      else if (child.nodeType === 1) collect(child);
    }
  })(node);
  return found;
}
function flushChanges() {
  if (!flushAsked) return;
  flushAsked = false;
  if (touched.size === 0 && removed.length === 0) return;
  flushRange = flushRange || document.createRange();
  const began = performance.now();
  const came = [], went = [];
  const gone = removed;
  removed = [];
  for (const [node, parent] of gone) {
    if (node.isConnected) { touch(node); continue; } // moved
    const texts = [];
    for (const t of textsIn(node, 400)) { const was = shownTexts.get(t); if (was !== undefined) { texts.push(was); shownTexts.delete(t); } }
    if (texts.length) went.push({ node, parent, text: texts.join(' ') });
  }
  const nodes = [...touched];
  touched.clear();
  for (const node of nodes) {
    if (!node.isConnected || performance.now() - began > 8) continue; // the next look compares what is left
    if (node.nodeType === 1 && nodes.length < 200 && nodes.some(other => other !== node && other.nodeType === 1 && other.contains(node))) continue;
    const now = [], then = [];
    let unseen = 0;
    for (const t of textsIn(node, 300)) {
      const was = shownTexts.get(t);
      if (isShown(t)) {
        const text = fold(t.data);
        if (was === text) continue;
        if (was !== undefined && was.toLowerCase() === text.toLowerCase()) continue; // upper-cased by style
        if (was !== undefined) then.push(was);
        shownTexts.set(t, text);
        now.push(text);
      } else if (was !== undefined) { shownTexts.delete(t); then.push(was); }
      else unseen++;
    }
    if (then.length) went.push({ node, parent: node.parentNode, text: then.join(' ') });
    if (now.length) came.push({ node, parent: node.parentNode, text: now.join(' ') });
    if (unseen && !now.length && node.nodeType === 1 && waiting.size < 50 && !waiting.has(node)) waiting.set(node, 30);
  }
  record(came, went);
  if (!marked) addLoud();
  if (waiting.size) askWaiting();
}
// A page that was just loaded reports what speaks up (messages carried over from the page before), not every word of it.
const LOUD = '[role=alert], [role=status], [role=alertdialog], [aria-live]:not([aria-live=off]), output, [class*=toast i], [class*=snackbar i], [class*=alert i], [class*=flash i], [class*=notif i], [class*=message i], [class*=banner i]';
const reported = new WeakSet();
function addLoud() {
  for (const el of Array.from(document.querySelectorAll(LOUD)).slice(0, 60)) {
    if (reported.has(el)) continue;
    const texts = textsIn(el, 50).filter(isShown);
    if (!texts.length) continue;
    reported.add(el);
    for (const t of texts) shownTexts.set(t, fold(t.data));
    if (!closestAcross(parentOf(el), e => reported.has(e))) add('a', el, texts.map(t => fold(t.data)).join(' '), null);
  }
}
function askWaiting() {
  if (waitingTimer) return;
  waitingTimer = nativeSetTimeout(() => {
    waitingTimer = 0;
    for (const [el, left] of waiting) {
      if (!el.isConnected || left <= 0) { waiting.delete(el); continue; }
      waiting.set(el, left - 1);
      if (el.getClientRects().length) touch(el);
    }
    if (touched.size) { flushAsked = true; flushChanges(); }
    if (waiting.size) askWaiting();
  }, 100);
}
// What was painted anew with the same text did not change.
function record(came, went) {
  if (!came.length && !went.length) return;
  for (let i = came.length - 1; i >= 0; i--) {
    const same = went.findIndex(w => w.text === came[i].text && w.parent === came[i].parent);
    if (same >= 0) { went.splice(same, 1); came.splice(i, 1); }
  }
  for (const [kind, list] of [['v', went], ['a', came]]) {
    for (const group of grouped(list)) add(kind, group.node, group.text, group.parent);
  }
}
function grouped(list) {
  if (list.length <= 20) return list;
  const places = new Map();
  for (const entry of list) {
    const key = entry.parent || entry.node;
    const place = places.get(key);
    if (place) place.texts.push(entry.text); else places.set(key, { node: entry.node, key, texts: [entry.text] });
  }
  return [...places.values()].map(p => ({ node: p.texts.length > 3 && p.key.nodeType === 1 ? p.key : p.node, parent: p.key, text: p.texts.join(' ') }));
}
// Messages are told when they come: the page may go on to another one before anybody looks, and at its end it is not heard any more.
// The first document may be there before the function is.
function takeTeller() { const teller = window === window.top ? window.__autonomaTell : undefined; delete window.__autonomaTell; return teller; }
let tellAtOnce = takeTeller();
const SPEAKS = /(?:^|[-_\s])(?:toast|alert|snack|snackbar|notif\w*|flash|message|banner|popup|growl|callout)/i;
function add(kind, node, text, parent) {
  const el = node.nodeType === 1 ? node : node.parentElement || (node.parentNode && node.parentNode.host) || (parent && (parent.nodeType === 1 ? parent : parent.host));
  if (!el) return;
  const about = describeChange(el, kind);
  if (!marked && (!about.loud || kind === 'a' && !reported.has(el))) return;
  const entry = { kind, text: text.length > MOST_TEXT ? text.slice(0, MOST_TEXT) : text, el, at: performance.now() - markedAt, ...about };
  const place = changes.filter(c => c.el === el && c.kind === kind);
  if (place.length >= MOST_PER_PLACE) changes.splice(changes.indexOf(place[1]), 1);
  changes.push(entry);
  if (kind === 'a' && about.loud && marked && (tellAtOnce || (tellAtOnce = takeTeller()))) tellAtOnce(JSON.stringify([changeRow(entry)]));
  if (changes.length > MOST_CHANGES) {
    const quiet = changes.findIndex(c => !c.loud);
    changes.splice(quiet >= 0 ? quiet : 0, 1);
  }
}
const knownAbout = new WeakMap(); // how a thing looked while it was there
function describeChange(el, kind) {
  if (!el.isConnected) {
    const known = knownAbout.get(el);
    if (known) return known;
    const a = el.hasAttributes() ? readAttributes(el) : NO_ATTRIBUTES;
    const role = roleOf(el, el.localName, a);
    return { role, name: a['aria-label'] || '', className: fold(a.class || ''), layer: 0, style: null, loud: LIVE[role] !== undefined || SPEAKS.test(a.class || '') };
  }
  const a = el.hasAttributes() ? readAttributes(el) : NO_ATTRIBUTES;
  let role = roleOf(el, el.localName, a), className = fold(a.class || ''), layer = 0, loud = false;
  // A word that changes inside a live region or a toast speaks for that.
  for (let e = el, depth = 0; e && e !== document.body; e = parentOf(e), depth++) {
    const cs = getComputedStyle(e);
    const b = e === el ? a : e.hasAttributes() ? readAttributes(e) : NO_ATTRIBUTES;
    const r = explicitRole(b) || (e.localName === 'output' ? 'status' : e.localName === 'dialog' ? 'dialog' : '');
    const speaks = LIVE[r] !== undefined || (b['aria-live'] && b['aria-live'] !== 'off') || r === 'dialog' || r === 'alertdialog';
    if (speaks && depth < 8 && (role === 'generic' || role === 'paragraph')) role = r || 'status';
    if (speaks || depth < 3 && b.class && SPEAKS.test(b.class)) { loud = true; if (!className && b.class) className = fold(b.class); }
    if (isTopLayer(e, e.localName, b)) { layer = 1000000; break; }
    if (cs.position === 'fixed' || cs.position === 'sticky') { layer = cs.zIndex === 'auto' ? 1 : Math.max(1, +cs.zIndex); loud = loud || cs.position === 'fixed'; break; }
    if (cs.position === 'absolute' && +cs.zIndex > 0) { layer = +cs.zIndex; break; }
  }
  const cs = getComputedStyle(el);
  let background = backgroundOf(cs), backdrop = background;
  for (let e = parentOf(el); e && alphaOf(backdrop) < 252; e = parentOf(e)) backdrop = blend(backdrop, backgroundOf(getComputedStyle(e)));
  const line = cs.textDecorationLine;
  const about = {
    role, name: a['aria-label'] ? fold(a['aria-label']) : '', className, layer, loud,
    style: [colour(cs.color), background, blend(backdrop, pack(255, 255, 255, 1)), borderOf(cs), -1, +cs.fontWeight || 400, round(parseFloat(cs.fontSize)), cs.fontStyle !== 'normal' ? 1 : 0,
      line.includes('underline') ? 1 : 0, line.includes('line-through') ? 1 : 0, round(+cs.opacity), cs.cursor],
  };
  knownAbout.set(el, about);
  return about;
}
// A look sees what no mutation told: menus shown by style alone, what a slow frame left unfinished.
function takeChanges(seen) {
  const came = [], went = [];
  if (marked) {
    for (const [t, text] of shownTexts) if (!seen.has(t)) went.push({ node: t, parent: t.parentNode, text });
    for (const [t, text] of seen) {
      const was = shownTexts.get(t);
      if (was === undefined) came.push({ node: t, parent: t.parentNode, text });
      else if (was.toLowerCase() !== text.toLowerCase()) { went.push({ node: t, parent: t.parentNode, text: was }); came.push({ node: t, parent: t.parentNode, text }); }
    }
    record(came, went);
  }
  shownTexts = seen;
  return changes.map(changeRow);
}
const changeRow = c => [c.kind, c.text, c.role, c.name, c.className, idOf(c.el), c.layer, c.style, round(Math.max(0, c.at))];
let mutationCount = 0, lookedAtCount = -1;
function mark() {
  flushChanges();
  // What came by style alone since the last look belongs to the step before.
  if (lookedAtCount !== mutationCount || !marked) {
    flushRange = flushRange || document.createRange();
    if (document.body) for (const t of textsIn(document.body, 5000)) { if (isShownQuick(t)) { if (!shownTexts.has(t)) shownTexts.set(t, fold(t.data)); } else shownTexts.delete(t); }
  }
  changes = [];
  waiting.clear();
  marked = true;
  markedAt = performance.now();
}
function isShownQuick(text) {
  const el = text.parentElement || (text.parentNode && text.parentNode.host);
  return !!el && (!el.checkVisibility || el.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
}
