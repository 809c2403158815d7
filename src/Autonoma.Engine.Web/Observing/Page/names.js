// Accessible names: the order of the accname specification, with the places a tag adds.
const NONE = 0, LABELLED_BY = 1, ARIA_LABEL = 2, LABEL = 3, CONTENT = 4, ALT = 5, VALUE = 6, SVG_TITLE = 7, TITLE = 8, PLACEHOLDER = 9;
const FROM_CONTENT = new Set(('button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row rowheader switch tab tooltip treeitem caption term').split(' '));
const LABELABLE = new Set(['input', 'select', 'textarea', 'meter', 'progress', 'output', 'button']);
const LONGEST_NAME = 1000;

function referenced(el, idsText) {
  const root = el.getRootNode();
  const found = [];
  for (const id of idsText.split(/\s+/)) {
    if (!id) continue;
    const other = (root.getElementById ? root.getElementById(id) : null) || document.getElementById(id);
    if (other) found.push(other);
  }
  return found;
}
function labelsOf(el, tag) {
  if (LABELABLE.has(tag)) return look === null ? el.labels || [] : labelsIn(el.getRootNode()).get(el) || [];
  if (tag.includes('-') && el.constructor && el.constructor.formAssociated) {
    const wrapping = el.closest('label');
    return wrapping ? [wrapping] : [];
  }
  return [];
}
// What a control says of its labels costs a walk over the whole document each; a look asks every label for its control, once.
function labelsIn(root) {
  let known = look.labels.get(root);
  if (known === undefined) {
    look.labels.set(root, known = new Map());
    if (root.querySelectorAll) for (const label of root.querySelectorAll('label')) {
      const control = label.control;
      if (!control) continue;
      const others = known.get(control);
      if (others) others.push(label); else known.set(control, [label]);
    }
  }
  return known;
}
function nameOf(el, tag, role, a) {
  let text;
  if (a['aria-labelledby']) {
    text = fold(referenced(el, a['aria-labelledby']).map(other => textOf(other, { self: el, hidden: true, labelled: true })).join(' '));
    if (text) return [text, LABELLED_BY];
  }
  if (a['aria-label'] && (text = fold(a['aria-label']))) return [text, ARIA_LABEL];
  switch (tag) {
    case 'input': case 'select': case 'textarea': case 'meter': case 'progress': case 'output': case 'button': {
      const labels = tag === 'button' ? [] : labelsOf(el, tag);
      if (labels.length && (text = fold(Array.from(labels, label => textOf(label, { self: el })).join(' ')))) return [text, LABEL];
      if (tag === 'input') {
        const type = el.type;
        if (type === 'submit' || type === 'reset' || type === 'button') {
          text = fold(el.value || '') || (type === 'submit' ? 'Submit' : type === 'reset' ? 'Reset' : '');
          if (text) return [text, VALUE];
        }
        if (type === 'image') {
          if (a.alt && (text = fold(a.alt))) return [text, ALT];
          if (!a.title) return [fold(el.value || '') || 'Submit', VALUE];
        }
      }
      break;
    }
    case 'fieldset': { const legend = el.querySelector(':scope > legend'); if (legend && (text = fold(textOf(legend, { self: el })))) return [text, LABEL]; break; }
    case 'table': if (el.caption && (text = fold(textOf(el.caption, { self: el })))) return [text, LABEL]; break;
    case 'figure': { const caption = el.querySelector('figcaption'); if (caption && (text = fold(textOf(caption, { self: el })))) return [text, LABEL]; break; }
    case 'img': case 'area': if (a.alt && (text = fold(a.alt))) return [text, ALT]; break;
    case 'svg': { const title = el.querySelector(':scope > title, :scope > g > title'); if (title && (text = fold(title.textContent))) return [text, SVG_TITLE]; break; }
    default:
      if (el.namespaceURI === 'http://www.w3.org/2000/svg') {
        const title = el.querySelector(':scope > title');
        if (title && (text = fold(title.textContent))) return [text, SVG_TITLE];
      } else if (tag.includes('-')) {
        const labels = labelsOf(el, tag);
        if (labels.length && (text = fold(textOf(labels[0], { self: el })))) return [text, LABEL];
      }
  }
  if (FROM_CONTENT.has(role) && tag !== 'input' && tag !== 'select' && tag !== 'textarea' && (text = contentName(el))) {
    if (text.length > LONGEST_NAME) text = text.slice(0, LONGEST_NAME);
    return [text, onlySvgTitle(el) ? SVG_TITLE : CONTENT];
  }
  if (a.title && (text = fold(a.title))) return [text, TITLE];
  const placeholder = a.placeholder || a['aria-placeholder'];
  if (placeholder && (text = fold(placeholder))) return [text, PLACEHOLDER];
  // A custom choice inside a label that has no native control is meant by that label.
  if ((role === 'checkbox' || role === 'radio' || role === 'switch') && tag !== 'input') {
    const wrapping = el.closest('label');
    if (wrapping && (text = fold(textOf(wrapping, { self: el })))) return [text, LABEL];
  }
  return ['', NONE];
}
const contentName = el => fold(textOf(el, { self: el, top: true }));
function onlySvgTitle(el) {
  return el.childElementCount > 0 && el.querySelector('svg > title') !== null && fold(visibleTextOf(el)) === '';
}
// Text of a subtree as a name is made of it. `self` is the element being named: its own value never becomes part of its name.
function textOf(el, how) {
  const parts = [];
  if (how.labelled && el !== how.self) {
    const own = el.getAttribute('aria-label');
    if (own && own.trim()) return own;
    const control = controlText(el);
    if (control !== null) return control;
    if (el.localName === 'img') return el.alt || el.title || '';
  }
  collectText(el, how, parts, (how.hidden || look && look.withHidden) && !isRendered(el));
  return parts.join('');
}
function controlText(el) {
  switch (el.localName) {
    case 'input': {
      const type = el.type;
      if (type === 'password' || type === 'checkbox' || type === 'radio' || type === 'hidden' || type === 'file') return '';
      if (type === 'image') return el.alt || '';
      return el.value;
    }
    case 'textarea': return el.value;
    case 'select': return Array.from(el.selectedOptions, option => option.label).join(' ');
    default: return null;
  }
}
// What is in an element is part of the names of all that it lies in (its cell, its row): put together once in a look.
let contentCache = new Map();
const isRendered = el => el.checkVisibility ? el.checkVisibility({ visibilityProperty: true }) : el.getClientRects().length > 0;
function collectText(el, how, parts, hiddenToo) {
  if (!how.top || hiddenToo || look === null || look.withHidden) { collectParts(el, how, parts, hiddenToo); return; }
  let text = contentCache.get(el);
  if (text === undefined) {
    const own = [];
    collectParts(el, how, own, hiddenToo);
    contentCache.set(el, text = own.join(''));
  }
  parts.push(text);
}
// Pixels between two texts that a reader takes for a gap: as for texts that are read one by one.
const APART = 2;
function isGlued(parts, end, next) {
  for (let i = end - 1; i >= 0; i--) {
    if (parts[i]) return !!next && !BLANK.test(next[0]) && !BLANK.test(parts[i][parts[i].length - 1]);
  }
  return false;
}
// How far the text of an inline element stays away from what follows it (or goes before it).
function insetOf(el, after) {
  const { cs } = quickStyle(el);
  const end = after !== (cs.direction === 'rtl');
  return end ? parseFloat(cs.paddingRight) + parseFloat(cs.marginRight) + parseFloat(cs.borderRightWidth) : parseFloat(cs.paddingLeft) + parseFloat(cs.marginLeft) + parseFloat(cs.borderLeftWidth);
}
function collectParts(el, how, parts, hiddenToo) {
  const pseudo = pseudoOf(el);
  if (pseudo && pseudo.before) parts.push(pseudo.before);
  const special = el.localName === 'slot' || shadowOf(el) !== null;
  const nodes = special ? childNodesOf(el) : null;
  let before = null; // the inline element that ended right before
  for (let child = special ? nodes[0] : el.firstChild, i = 0; child; child = special ? nodes[++i] : child.nextSibling) {
    if (child.nodeType === 3) {
      if (before && isGlued(parts, parts.length, child.data) && insetOf(before, true) >= APART) parts.push(' ');
      if (child.data) before = null;
      parts.push(child.data);
      continue;
    }
    if (child.nodeType !== 1) continue;
    const tag = child.localName;
    if (tag === 'script' || tag === 'style' || tag === 'template' || tag === 'noscript' || tag === 'option' || tag === 'optgroup' || tag === 'datalist') continue;
    if (tag === 'br') { parts.push(' '); continue; }
    if (child === how.self) continue;
    if (child.getAttribute('aria-hidden') === 'true' && !hiddenToo) continue;
    const info = hiddenToo ? null : quickStyle(child);
    if (info && (info.display === 'none' || info.visibility !== 'visible')) continue;
    const label = child.getAttribute('aria-label');
    const inline = info ? info.display === 'inline' || info.display === 'contents' : false;
    const at = parts.length;
    if (!inline) parts.push(' ');
    if (label && label.trim()) parts.push(label);
    else if (tag === 'img') parts.push(child.alt || child.title || '');
    else if (tag === 'svg') { const title = child.querySelector('title'); if (title) parts.push(title.textContent); else collectText(child, how, parts, hiddenToo); }
    else {
      const control = controlText(child);
      if (control !== null) parts.push(control);
      else if (tag === 'button' && how.self && how.self !== child && !how.top) { /* a button inside a label is no part of it */ }
      else collectText(child, how, parts, hiddenToo);
    }
    if (!inline) parts.push(' ');
    // Two badges side by side are two words, though no white space stands between them; the bold half of a word is not apart.
    if (info && parts.length > at) {
      if (inline && isGlued(parts, at, parts[at]) && (before ? insetOf(before, true) : 0) + insetOf(child, false) >= APART) parts.splice(at, 0, ' ');
      before = inline ? child : null;
    }
  }
  if (pseudo && pseudo.after) parts.push(pseudo.after);
}
// Text that can be seen, of any subtree, without icons' alternatives.
function visibleTextOf(el) {
  const parts = [];
  (function collect(e) {
    for (const child of childNodesOf(e)) {
      if (child.nodeType === 3) parts.push(child.data);
      else if (child.nodeType === 1) {
        const tag = child.localName;
        if (tag === 'script' || tag === 'style' || tag === 'template' || tag === 'title' || tag === 'select' || tag === 'textarea') continue;
        const info = quickStyle(child);
        if (info.display === 'none' || info.visibility !== 'visible') continue;
        const inline = info.display === 'inline' || info.display === 'contents';
        if (!inline) parts.push(' ');
        collect(child);
        if (!inline) parts.push(' ');
      }
    }
  })(el);
  return parts.join('');
}
function descriptionOf(el, a) {
  if (a['aria-describedby']) {
    const text = fold(referenced(el, a['aria-describedby']).map(other => textOf(other, { hidden: true, labelled: true })).join(' '));
    if (text) return text;
  }
  return a['aria-description'] ? fold(a['aria-description']) : '';
}
