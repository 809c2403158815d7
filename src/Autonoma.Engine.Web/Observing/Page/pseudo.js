// Text painted by ::before and ::after. Asking each element would cost more than everything else together, so the style sheets are asked
// which elements can have such text.
const sheetSelectors = new WeakMap(); // sheet -> { length, selectors }
let pseudoCandidates = null;          // Set of elements of the current look, or true: ask every element
let pseudoCache = new Map();
let styleCache = new Map();
let usesContentVisibility = false;   // by any style sheet: asking each element costs more than reading its place
let paintsPseudoPictures = false;    // by any style sheet: ::before and ::after with an image of their own

function selectorsOf(sheet) {
  let rules;
  try { rules = sheet.cssRules; } catch { return null; } // another origin's sheet cannot be read
  const known = sheetSelectors.get(sheet);
  if (known && known.length === rules.length) return known.selectors;
  const selectors = [];
  collectSelectors(rules, selectors, '');
  sheetSelectors.set(sheet, { length: rules.length, selectors });
  return selectors;
}
function collectSelectors(rules, selectors, outer) {
  for (const rule of rules) {
    if (rule.selectorText !== undefined) {
      const text = rule.selectorText;
      if (!usesContentVisibility && rule.style && rule.style.contentVisibility) usesContentVisibility = true;
      if (/:(before|after)/.test(text) && rule.style) {
        const content = rule.style.content;
        const picture = /(?:^|[\s-])(?:mask(?:-image)?:[^;]*(?:url|var)|background(?:-image)?:[^;]*url)\(/.test(rule.style.cssText);
        if (picture) paintsPseudoPictures = true;
        if (picture || content && content !== 'none' && content !== 'normal' && content !== '""' && content !== "''") {
          for (const part of text.split(',')) {
            const match = /^(.*?)::?(before|after)\b/.exec(part.trim());
            if (!match) continue;
            let base = match[1].trim();
            if (base === '' || /[>+~\s]$/.test(match[1])) base += ' *';
            if (outer) base = base.includes('&') ? base.replaceAll('&', outer) : `${outer} ${base}`;
            selectors.push(base);
          }
        }
      }
      if (rule.cssRules && rule.cssRules.length) collectSelectors(rule.cssRules, selectors, text.includes(',') ? `:is(${text})` : text);
    } else if (rule.styleSheet) {
      const inner = selectorsOf(rule.styleSheet);
      if (inner) selectors.push(...inner);
    } else if (rule.cssRules) collectSelectors(rule.cssRules, selectors, outer);
  }
}
function addPseudoCandidates(root) {
  if (pseudoCandidates === true) return;
  if (root !== document) contentCache.clear(); // put together without what is painted in here
  for (const sheet of [...root.styleSheets, ...(root.adoptedStyleSheets || [])]) {
    if (sheet.disabled) continue;
    const selectors = selectorsOf(sheet);
    if (selectors === null) { pseudoCandidates = true; usesContentVisibility = paintsPseudoPictures = true; return; }
    for (const selector of selectors) {
      try { for (const el of root.querySelectorAll(selector)) pseudoCandidates.add(el); }
      catch { /* a selector this engine does not know matches nothing */ }
      if (selector.includes(':host') && root.host) pseudoCandidates.add(root.host);
    }
  }
}
function beginLook() {
  pseudoCandidates = new Set();
  pseudoCache = new Map();
  styleCache = new Map();
  contentCache = new Map();
  if (reactKey === undefined || reactKey === null) findReactKey();
  addPseudoCandidates(document);
}
function endLook() { pseudoCandidates = null; pseudoCache = new Map(); styleCache = new Map(); contentCache = new Map(); }

function pseudoOf(el) {
  if (pseudoCandidates === null) beginLook();
  if (pseudoCandidates !== true && !pseudoCandidates.has(el)) return null;
  let found = pseudoCache.get(el);
  if (found === undefined) {
    const drawn = [];
    const before = pseudoText(el, '::before', drawn), after = pseudoText(el, '::after', drawn);
    pseudoCache.set(el, found = before || after || drawn.length ? { before, after, drawn: hashOfAll(drawn) } : null);
  }
  return found;
}
// What is drawn beside the text is added to `drawn`.
function pseudoText(el, which, drawn) {
  const cs = getComputedStyle(el, which);
  const content = cs.content;
  if (!content || content === 'none' || content === 'normal' || content === '""' && !paintsPseudoPictures || cs.display === 'none' || cs.visibility !== 'visible' || cs.opacity === '0') return '';
  const picture = paintsPseudoPictures ? stylePictureHash(cs) : '';
  if (picture) drawn.push(picture);
  const read = content.includes('attr(') ? readContent(content, el) : remembered(readContents, content, readContent);
  if (read.drawn) drawn.push(read.drawn);
  return read.text;
}
const readContents = new Map();
function readContent(content, el) {
  let text = '';
  const drawn = [];
  for (const token of content.matchAll(/url\("((?:[^"\\]|\\.)*)"\)|"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)[^)]*\)|(\/)\s/g)) {
    if (token[4]) break; // what follows a slash is alternative text
    if (token[1] !== undefined) { const image = pictureHash(token[1].replace(/\\(.)/g, '$1')); if (image) drawn.push(image); }
    else if (token[2] !== undefined) text += token[2].replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/\\(.)/g, '$1');
    else text += el.getAttribute(token[3]) || '';
  }
  const glyphs = text.match(GLYPH);
  if (glyphs !== null) drawn.push(glyphHash(glyphs.join('')));
  return { text: text.replace(GLYPH, ''), drawn: hashOfAll(drawn) }; // glyphs of icon fonts have no reading
}
function quickStyle(el) {
  let info = styleCache.get(el);
  if (info === undefined) {
    const cs = getComputedStyle(el);
    styleCache.set(el, info = { cs, display: cs.display, visibility: cs.visibility });
  }
  return info;
}
