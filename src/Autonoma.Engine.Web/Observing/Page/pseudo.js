// Text painted by ::before and ::after. Asking each element would cost more than everything else together, so the style sheets are asked
// which elements can have such text.
const sheetSelectors = new WeakMap(); // sheet -> { length, selectors }
let pseudoCandidates = null;          // Set of elements of the current look, or true: ask every element
let pseudoCache = new Map();
let styleCache = new Map();
let usesContentVisibility = false;   // by any style sheet: asking each element costs more than reading its place

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
        if (content && content !== 'none' && content !== 'normal' && content !== '""' && content !== "''") {
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
    if (selectors === null) { pseudoCandidates = true; usesContentVisibility = true; return; }
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
    const before = pseudoText(el, '::before'), after = pseudoText(el, '::after');
    pseudoCache.set(el, found = before || after ? { before, after } : null);
  }
  return found;
}
function pseudoText(el, which) {
  const cs = getComputedStyle(el, which);
  const content = cs.content;
  if (!content || content === 'none' || content === 'normal' || content === '""' || cs.display === 'none' || cs.visibility !== 'visible' || cs.opacity === '0') return '';
  let text = '';
  for (const token of content.matchAll(/"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)[^)]*\)|(\/)\s/g)) {
    if (token[3]) break; // what follows a slash is alternative text
    if (token[1] !== undefined) text += token[1].replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/\\(.)/g, '$1');
    else text += el.getAttribute(token[2]) || '';
  }
  return text.replace(/[\ue000-\uf8ff]/g, ''); // glyphs of icon fonts have no reading
}
function quickStyle(el) {
  let info = styleCache.get(el);
  if (info === undefined) {
    const cs = getComputedStyle(el);
    styleCache.set(el, info = { cs, display: cs.display, visibility: cs.visibility });
  }
  return info;
}
