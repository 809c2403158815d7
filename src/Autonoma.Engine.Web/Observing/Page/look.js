// One walk over the document gives everything an observation holds. Reads only: the layout is computed at most once.
const F = {
  explicitRole: 1, visible: 2, transparent: 4, covered: 8, disabled: 16, looksDisabled: 32, focused: 64, readOnly: 128, required: 256, invalid: 512, busy: 1024, modal: 2048,
  editable: 4096, password: 8192, interactive: 16384, draggable: 32768, scrollable: 65536, rtl: 131072, current: 262144, glued: 524288,
  selectedKnown: 1 << 20, selected: 1 << 21, expandedKnown: 1 << 22, expanded: 1 << 23, inViewport: 1 << 24, shadow: 1 << 25,
};
const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'head', 'meta', 'link', 'title', 'base', 'br', 'wbr', 'datalist', 'param', 'source', 'track', 'colgroup', 'col', 'map', 'defs', 'symbol', 'lineargradient', 'clippath', 'desc', 'metadata', 'filter', 'mask', 'pattern', 'marker', 'linearGradient', 'radialGradient', 'clipPath']);
const WANTED = new Set(('role id class title alt href type name placeholder tabindex draggable open value src lang dir inert for list scope contenteditable disabled hidden popover icon target ' +
  'data-testid data-test data-test-id data-cy data-qa data-icon data-lucide data-feather data-placeholder onclick onmousedown onpointerdown').split(' '));
const EVERYWHERE = 1e9;
const UNCLIPPED = Object.freeze([-EVERYWHERE, -EVERYWHERE, EVERYWHERE, EVERYWHERE]);
const SVG = 'http://www.w3.org/2000/svg';

let look = null; // the walk under way
// With an element named, only what leads to it and what is in it is walked: the state of one thing at the price of one.
function observe(withHidden, only) {
  flushChanges();
  const html = document.documentElement;
  beginLook();
  gridRow = null;
  const seen = new Map();
  look = {
    nodes: [], styles: [], styleIndex: new Map(), withHidden, active: deepActive(), range: document.createRange(), seen, lastText: null, toTest: [],
    width: window.innerWidth, height: window.innerHeight, scrollX: window.scrollX, scrollY: window.scrollY, scroller: document.scrollingElement || html,
    path: only ? pathTo(only) : null, only, fullscreen: document.fullscreenElement, styleOfTag: new Map(), labels: new Map(),
  };
  if (html) {
    visit(html, -1, {
      rendered: true, opacity: 1, hidden: false, clip: UNCLIPPED, hard: UNCLIPPED, absClip: UNCLIPPED, absHard: UNCLIPPED, backdrop: pack(255, 255, 255, 1),
      disabled: false, layer: 0, pointer: false, line: 0, rtl: false, styleRow: null, looks: false, depth: 0, svg: 0, asked: false, reacts: false, ligature: '',
    });
    testCoverage();
  }
  const changes = only ? [] : takeChanges(seen);
  const l = look;
  endLook();
  look = null;
  const doc = {
    u: location.href, t: document.title, vw: l.width, vh: l.height, sx: l.scrollX, sy: l.scrollY,
    pw: l.scroller ? l.scroller.scrollWidth : 0, ph: l.scroller ? l.scroller.scrollHeight : 0,
    focus: document.hasFocus(), styles: l.styles, nodes: l.nodes, changes, next: nextId, q: Math.floor(quietFor()), inert: isInert(350),
  };
  return JSON.stringify(doc);
}

function pathTo(el) {
  const path = new Set();
  for (let e = el; e; e = e.parentNode || e.host) { path.add(e); if (e.assignedSlot) for (let s = e.assignedSlot; s; s = s.parentNode || s.host) path.add(s); }
  return path;
}
let ariaRead = false; // whether the attributes read last told something of ARIA
function readAttributes(el) {
  const a = {};
  let tip = '';
  ariaRead = false;
  for (const name of el.getAttributeNames()) {
    if (WANTED.has(name)) a[name] = el.getAttribute(name);
    else if (name.startsWith('aria-')) { a[name] = el.getAttribute(name); ariaRead = true; }
    else if (TIPS.has(name)) tip = el.getAttribute(name);
  }
  if (tip && a.title === undefined && tip.length < 80 && /\p{L}{2}/u.test(tip) && !/^[#.]|^(?:true|false|tooltip|top|bottom|left|right)$/.test(tip)) a.title = tip;
  return a;
}
// Where libraries keep the text of a tooltip that is not shown yet.
const TIPS = new Set(['data-tooltip', 'data-original-title', 'data-bs-original-title', 'data-tooltip-content', 'data-tip', 'data-tippy-content', 'data-title', 'data-balloon', 'mattooltip', 'ng-reflect-message', 'tooltip', 'uib-tooltip', 'uk-tooltip']);
const NO_ATTRIBUTES = Object.freeze({});

function visit(el, parent, c) {
  if (look.path !== null && !look.path.has(el) && !c.asked) return false;
  const tag = el.localName;
  if (SKIPPED.has(tag)) { if (tag === 'br') look.lastText = null; return false; }
  const a = el.hasAttributes() ? readAttributes(el) : NO_ATTRIBUTES;
  const hasAria = a !== NO_ATTRIBUTES && ariaRead;
  if (tag === 'input' && el.type === 'hidden') return false;
  const { cs, display, visibility } = quickStyle(el);
  const rendered = c.rendered && display !== 'none';
  if (!rendered && !look.withHidden) return false;

  const contents = display === 'contents';
  const rect = el.getBoundingClientRect();
  const left = rect.x, topEdge = rect.y, width = rect.width, height = rect.height;
  const box = [left, topEdge, left + width, topEdge + height];
  const position = cs.position;
  const fixed = position === 'fixed';
  const absolute = position === 'absolute';
  const top = isTopLayer(el, tag, a);
  const clip = top || fixed ? UNCLIPPED : absolute ? c.absClip : c.clip;
  const hard = top || fixed ? UNCLIPPED : absolute ? c.absHard : c.hard;

  // Opacity, and the ways of hiding that leave the layout alone.
  const ownOpacity = +cs.opacity;
  const opacity = top ? ownOpacity : c.opacity * ownOpacity;
  const isClipping = cs.overflow !== 'visible';
  let hidden = c.hidden && !top;
  if (opacity < 0.06) hidden = true;
  else if (!hidden && !contents && (absolute || fixed || isClipping && cs.overflowX !== 'visible')) hidden = isClippedAway(el, cs, rect, position);

  const painted = rendered && visibility === 'visible' && !contents;
  const self = painted && width > 0 && height > 0 && overlaps(box, hard);
  const index = look.nodes.length;
  const role = tag === 'html' ? 'document' : roleOf(el, tag, a);
  let flags = explicitRole(a) ? F.explicitRole : 0;
  if (hidden) flags |= F.transparent;
  const rtl = a.dir !== undefined || index === 0 || tag === 'body' ? cs.direction === 'rtl' : c.rtl;
  if (rtl) flags |= F.rtl;

  // States.
  const cursor = cs.cursor;
  const disabledNow = (top ? false : c.disabled) || a['aria-disabled'] === 'true' || a.inert !== undefined || isNativelyDisabled(el, tag);
  if (disabledNow) flags |= F.disabled;
  // What the page says of a whole part holds for everything in it; what it paints does not: a child may take clicks inside a layer that lets them through (every overlay container of
  // a component library does that), and the computed style of each element tells it anyway.
  const saysDisabled = c.looks || (a.class !== undefined && hasDisabledWord(a.class)) || (a['data-disabled'] !== undefined && a['data-disabled'] !== 'false');
  if (saysDisabled || cs.pointerEvents === 'none' || cursor === 'not-allowed') flags |= F.looksDisabled;
  const interactive = isInteractive(el, tag, role, a, cursor, c);
  if (interactive) flags |= F.interactive;
  if (el === look.active) flags |= F.focused;
  if (a.draggable === 'true' || cursor === 'grab' || cursor === '-webkit-grab' || cursor === 'move' && !c.moving || a['aria-grabbed'] !== undefined) flags |= F.draggable;
  const x = {};
  flags |= describeStates(el, tag, role, a, x, hasAria);

  // Layer.
  const zIndex = position === 'static' ? 'auto' : cs.zIndex;
  let own = 0;
  if (top) own = 1000000 + (top === 2 ? 1 : 0);
  else if (fixed || position === 'sticky') own = zIndex === 'auto' ? 1 : Math.max(1, +zIndex);
  else if (absolute && zIndex !== 'auto' && +zIndex > 0) own = +zIndex;
  const layer = c.layer > 0 && !top ? c.layer + (own > 0 && !(position === 'sticky') ? 1 : 0) : own;
  if (layer) x.ly = layer;

  // Style.
  const ownText = hasOwnText(el);
  const hasText = ownText || tag === 'input' || tag === 'textarea' || tag === 'select' || tag === 'button';
  const background = backgroundOf(cs, a !== NO_ATTRIBUTES || tag === 'button' || tag === 'body' || tag === 'header' || tag === 'nav');
  const backdrop = blend(background, c.backdrop);
  const decoration = cs.textDecorationLine;
  const line = (decoration === 'none' ? 0 : (decoration.includes('underline') ? 1 : 0) | (decoration.includes('line-through') ? 2 : 0)) | (display === 'inline-block' || absolute || fixed ? 0 : c.line);
  const row = hasText || c.styleRow === null
    ? { color: colour(cs.color), weight: +cs.fontWeight || 400, size: round(parseFloat(cs.fontSize)), italic: cs.fontStyle !== 'normal' ? 1 : 0 }
    : c.styleRow;
  let fill = -1;
  if (tag === 'svg') fill = fillOf(el);
  else if (el.namespaceURI === SVG) fill = ownFill(cs);
  else if (interactive && el.childElementCount > 0 && el.childElementCount < 6) { const svg = el.querySelector('svg'); if (svg) fill = fillOf(svg); }
  const border = borderOf(cs);
  const style = styleIndexOf(tag, row, background, backdrop, border, fill, line, round(opacity), cursor);

  // Names and words.
  const [name, source] = rendered || look.withHidden ? nameOf(el, tag, role, a) : [a['aria-label'] || '', a['aria-label'] ? ARIA_LABEL : NONE];
  if (name) { x.n = name; x.ns = source; }
  describeWords(el, tag, a, x);
  const pseudo = painted ? pseudoOf(el) : null;
  if (pseudo) {
    const text = fold(`${pseudo.before} ${pseudo.after}`);
    if (text) {
      x.ps = text;
      if (!x.ph && isEditingHost(el, a) && !el.textContent.trim()) x.ph = text;
    }
  }
  const icon = iconHint(el, tag, a);
  if (icon) x.ic = icon;
  // Asked only where an icon can be: of what says that it is one, and of an empty box that reacts to the pointer or lies in what does.
  const mayHavePicture = (interactive || c.reacts) && !ownText && a !== NO_ATTRIBUTES && el.firstElementChild === null;
  if (painted && (mayHavePicture || pseudo !== null || tag === 'svg' || tag === 'img')) { const hash = visualHash(el, tag, a, cs, rect, pseudo, mayHavePicture); if (hash) x.vh = hash; }

  // Scrolling and clipping of what is inside.
  const isRoot = tag === 'html' || tag === 'body';
  let childClip = clip, childHard = hard;
  if (isRoot) {
    if (tag === 'html' && look.scroller && (look.scroller.scrollHeight > look.height + 1 || look.scroller.scrollWidth > look.width + 1)) flags |= F.scrollable;
  } else if (isClipping && !contents && display !== 'inline') {
    const ox = cs.overflowX, oy = cs.overflowY;
    if (ox !== 'visible' || oy !== 'visible') {
      const inner = [box[0] + el.clientLeft, box[1] + el.clientTop, box[2], box[3]];
      const scrollsX = (ox === 'auto' || ox === 'scroll') && el.scrollWidth > el.clientWidth + 1;
      const scrollsY = (oy === 'auto' || oy === 'scroll') && el.scrollHeight > el.clientHeight + 1;
      if (scrollsX || scrollsY) flags |= F.scrollable;
      childClip = meet(clip, inner);
      childHard = hard.slice();
      if (scrollsX && overlaps(box, hard)) { childHard[0] = -EVERYWHERE; childHard[2] = EVERYWHERE; }
      else if (ox !== 'visible') { childHard[0] = Math.max(hard[0], inner[0]); childHard[2] = Math.min(hard[2], inner[2]); }
      if (scrollsY && overlaps(box, hard)) { childHard[1] = -EVERYWHERE; childHard[3] = EVERYWHERE; }
      else if (oy !== 'visible') { childHard[1] = Math.max(hard[1], inner[1]); childHard[3] = Math.min(hard[3], inner[3]); }
    }
  }
  const positioned = position !== 'static' || isRoot;
  const shown = meet(box, clip);
  const area = shown[2] > shown[0] && shown[3] > shown[1];
  const inViewport = self && area && shown[0] < look.width && shown[1] < look.height && shown[2] > 0 && shown[3] > 0;
  if (inViewport) flags |= F.inViewport;
  if (tag === 'iframe' || tag === 'frame') x.fr = frameBox(el, cs, rect);

  const id = idOf(el);
  const same = area && shown[0] === box[0] && shown[1] === box[1] && shown[2] === box[2] && shown[3] === box[3];
  const node = [id, parent, tag, role, flags, round(left), round(topEdge), round(width), round(height), style, 0,
    same ? 0 : area ? [round(shown[0]), round(shown[1]), round(shown[2] - shown[0]), round(shown[3] - shown[1])] : 1];
  look.nodes.push(node);
  if (inViewport && (interactive || tag === 'iframe') && !hidden) look.toTest.push([el, node, shown]);

  const inline = display === 'inline' || contents;
  if (!inline) look.lastText = null;
  const inner = {
    rendered, opacity, hidden, clip: childClip, hard: childHard, absClip: positioned ? childClip : top || fixed ? UNCLIPPED : c.absClip,
    absHard: positioned ? childHard : top || fixed ? UNCLIPPED : c.absHard, backdrop, disabled: disabledNow, layer, pointer: cursor === 'pointer', choices: cursor === 'pointer' && !c.pointer && !hasText && isListOfAlike(el), line, rtl,
    styleRow: row, looks: saysDisabled, moving: cursor === 'move' || cursor === 'grab', depth: c.depth + 1, svg: 0, asked: c.asked || el === look.only,
    reacts: interactive || c.reacts, ligature: '',
  };
  const showedSome = visitChildren(el, tag, index, inner, cs, visibility, rect);
  if (inner.ligature) x.vh = hashOf('ligature ' + inner.ligature);
  if (!inline) look.lastText = null;

  const shownAtAll = self || showedSome;
  if (!shownAtAll && !look.withHidden && index > 0) { look.nodes.length = index; return false; }
  if (shownAtAll || index === 0) node[4] |= F.visible;
  if (contents || (width === 0 && height === 0 && showedSome)) spanChildren(node, index);
  for (const _ in x) { node[10] = x; break; }
  return shownAtAll;
}

// Elements of one tag mostly look alike: the one before is compared first, and only then a key made.
function styleIndexOf(tag, row, background, backdrop, border, fill, line, opacity, cursor) {
  const guess = look.styleOfTag.get(tag);
  if (guess !== undefined) {
    const s = look.styles[guess];
    if (s[0] === row.color && s[1] === background && s[2] === backdrop && s[3] === border && s[4] === fill && s[5] === row.weight && s[6] === row.size && s[7] === row.italic && (s[8] | s[9] << 1) === line
      && s[10] === opacity && s[11] === cursor) return guess;
  }
  const key = `${row.color},${background},${backdrop},${border},${fill},${row.weight},${row.size},${row.italic},${line},${opacity},${cursor}`;
  let style = look.styleIndex.get(key);
  if (style === undefined) {
    look.styleIndex.set(key, style = look.styles.length);
    look.styles.push([row.color, background, backdrop, border, fill, row.weight, row.size, row.italic, line & 1, line >> 1 & 1, opacity, cursor]);
  }
  look.styleOfTag.set(tag, style);
  return style;
}

function visitChildren(el, tag, index, c, cs, visibility, rect) {
  let some = false;
  if (tag === 'select') {
    if (el.multiple || el.size > 1) for (const option of el.options) if (visit(option, index, c)) some = true;
    return some;
  }
  if (tag === 'textarea' || tag === 'input' || tag === 'iframe' || tag === 'object' || tag === 'video' || tag === 'audio') return false;
  if (tag === 'canvas') return visitPainted(el, index, c, cs, rect);
  if (tag === 'svg') return visitSvg(el, index, c, rect);
  if (tag === 'details' && !el.open) {
    const summary = el.querySelector(':scope > summary');
    return summary ? visit(summary, index, c) : false;
  }
  if ((usesContentVisibility || el.hasAttribute('style')) && cs.contentVisibility === 'hidden' && !look.withHidden) return false;
  const root = shadowOf(el);
  if (root) { watchRoot(root); addPseudoCandidates(root); look.nodes[index][4] |= F.shadow; }
  if (!root && tag !== 'slot') {
    for (let child = el.firstChild; child !== null; child = child.nextSibling) {
      const type = child.nodeType;
      if (type === 1) { if (visit(child, index, c)) some = true; }
      else if (type === 3) { if (visitText(child, index, c, cs, visibility)) some = true; }
    }
    return some;
  }
  for (const child of childNodesOf(el)) {
    if (child.nodeType === 1) { if (visit(child, index, c)) some = true; }
    else if (child.nodeType === 3) { if (visitText(child, index, c, cs, visibility)) some = true; }
  }
  return some;
}

// A box whose several children are of one kind holds choices: each of them is meant, not the box.
function isListOfAlike(el) {
  if (el.childElementCount < 2 || el.childElementCount > 200) return false;
  const kind = el.firstElementChild.localName;
  for (let child = el.firstElementChild; child; child = child.nextElementSibling) if (child.localName !== kind || !child.firstChild) return false;
  return kind !== 'span' && kind !== 'td' && kind !== 'i' && kind !== 'svg';
}
const BLANK = /\s/;
const NOT_BLANK = /[^\s\u200b\u200c\u200d\ufeff]/;
function hasOwnText(el) {
  for (let n = el.firstChild; n; n = n.nextSibling) if (n.nodeType === 3 && NOT_BLANK.test(n.data)) return true;
  return false;
}
function visitText(node, parent, c, cs, visibility) {
  if (look.path !== null && !c.asked && node !== look.only) return false;
  const data = node.data;
  if (!NOT_BLANK.test(data)) { if (data.length) look.lastSpace = true; return false; }
  if (!c.rendered || visibility !== 'visible') { if (!look.withHidden) return false; }
  look.range.selectNodeContents(node);
  const r = look.range.getBoundingClientRect();
  const left = r.x, top = r.y, width = r.width, height = r.height, right = left + width, bottom = top + height;
  const box = [left, top, right, bottom];
  const painted = c.rendered && visibility === 'visible' && width > 0 && height > 0 && overlaps(box, c.hard);
  if (!painted && !look.withHidden) return false;
  let text = fold(data);
  const transform = cs.textTransform;
  if (transform !== 'none') text = transform === 'uppercase' ? text.toUpperCase() : transform === 'lowercase' ? text.toLowerCase() : transform === 'capitalize' ? text.replace(/(^|[\s(\-"'])(\p{L})/gu, (_, b, l) => b + l.toUpperCase()) : text;
  // A ligature of an icon font is a picture: its word is no text on the screen.
  if (text.length > 2 && c.styleRow && width <= c.styleRow.size * 1.7 && width < text.length * c.styleRow.size * 0.3 && /^[a-z0-9_]+$/.test(text)) { if (painted) c.ligature = text; return painted; }
  let flags = painted ? F.visible : 0;
  if (c.hidden || (right + look.scrollX <= 0 && !c.rtl) || bottom + look.scrollY <= 0 || c.styleRow && alphaOf(c.styleRow.color) === 0 && cs.webkitBackgroundClip !== 'text') flags |= F.transparent;
  if (c.rtl) flags |= F.rtl;
  if (c.disabled) flags |= F.disabled;
  const last = look.lastText;
  if (last && !last.space && !BLANK.test(data[0]) && !look.lastSpace && Math.abs(top - last.top) < height && left - last.right < 2 && left - last.right > -2) flags |= F.glued;
  look.lastSpace = false;
  look.lastText = { right, top, space: BLANK.test(data[data.length - 1]) };
  const shown = meet(box, c.clip);
  const area = shown[2] > shown[0] && shown[3] > shown[1];
  if (painted && area && shown[0] < look.width && shown[1] < look.height && shown[2] > 0 && shown[3] > 0) flags |= F.inViewport;
  const same = area && shown[0] === box[0] && shown[1] === box[1] && shown[2] === box[2] && shown[3] === box[3];
  const x = { o: text };
  if (text.charCodeAt(0) >= 0xd800 && ONLY_GLYPHS.test(text)) x.vh = glyphHash(text);
  if (c.layer) x.ly = c.layer;
  look.nodes.push([idOf(node), parent, '#text', 'text', flags, round(left), round(top), round(width), round(height), -1, x,
    same ? 0 : area ? [round(shown[0]), round(shown[1]), round(shown[2] - shown[0]), round(shown[3] - shown[1])] : 1]);
  if (painted && !(flags & F.transparent)) look.seen.set(node, text);
  return painted;
}

// An element that paints no box itself reaches as far as what is inside.
function spanChildren(node, index) {
  let l = Infinity, t = Infinity, r = -Infinity, b = -Infinity;
  for (let i = index + 1; i < look.nodes.length; i++) {
    const n = look.nodes[i];
    if (!(n[4] & F.visible) || (n[7] <= 0 && n[8] <= 0)) continue;
    l = Math.min(l, n[5]); t = Math.min(t, n[6]); r = Math.max(r, n[5] + n[7]); b = Math.max(b, n[6] + n[8]);
  }
  if (l === Infinity) return;
  node[5] = l; node[6] = t; node[7] = round(r - l); node[8] = round(b - t);
  node[11] = 0;
}
function testCoverage() {
  for (const [el, node, shown] of look.toTest) {
    const l = Math.max(shown[0], 0), t = Math.max(shown[1], 0), r = Math.min(shown[2], look.width), b = Math.min(shown[3], look.height);
    let hit = deepElementFromPoint((l + r) / 2, (t + b) / 2);
    if (!hit || belongs(el, hit) || containsAcross(hit, el)) continue; // what lets the pointer through is not covered by what it lies in
    // A link that wraps has nothing of its own in the middle of its box.
    const first = el.getClientRects()[0];
    if (first) { hit = deepElementFromPoint(first.left + first.width / 2, first.top + first.height / 2); if (!hit || belongs(el, hit)) continue; }
    node[4] |= F.covered;
  }
}
