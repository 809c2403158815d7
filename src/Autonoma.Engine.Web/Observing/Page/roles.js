// WAI-ARIA roles: written ones, else those the tag implies.
const KNOWN_ROLES = new Set(('alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox complementary contentinfo definition ' +
  'deletion dialog directory document emphasis feed figure form generic graphics-document graphics-object graphics-symbol grid gridcell group heading img image insertion link list listbox ' +
  'listitem log main mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup ' +
  'region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel term textbox ' +
  'time timer toolbar tooltip tree treegrid treeitem').split(' '));
const WIDGETS = new Set(('button checkbox combobox gridcell link listbox menuitem menuitemcheckbox menuitemradio option radio scrollbar searchbox slider spinbutton switch tab textbox treeitem').split(' '));
const TAG_ROLES = {
  article: 'article', aside: 'complementary', blockquote: 'blockquote', button: 'button', caption: 'caption', code: 'code', datalist: 'listbox', dd: 'definition', del: 'deletion',
  details: 'group', dfn: 'term', dialog: 'dialog', dt: 'term', em: 'emphasis', fieldset: 'group', figure: 'figure', form: 'form', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading',
  h5: 'heading', h6: 'heading', hr: 'separator', html: 'document', iframe: 'iframe', img: 'img', ins: 'insertion', li: 'listitem', main: 'main', mark: 'mark', math: 'math', menu: 'list',
  meter: 'meter', nav: 'navigation', ol: 'list', optgroup: 'group', option: 'option', output: 'status', p: 'paragraph', progress: 'progressbar', search: 'search', strong: 'strong', sub: 'subscript',
  summary: 'button', sup: 'superscript', svg: 'img', table: 'table', tbody: 'rowgroup', textarea: 'textbox', tfoot: 'rowgroup', thead: 'rowgroup', time: 'time', tr: 'row', ul: 'list', s: 'deletion',
};
const INPUT_ROLES = {
  button: 'button', submit: 'button', reset: 'button', image: 'button', checkbox: 'checkbox', radio: 'radio', range: 'slider', number: 'spinbutton', search: 'searchbox', file: 'button',
};
const SECTIONS = 'article, aside, main, nav, section, [role=article], [role=complementary], [role=main], [role=navigation], [role=region]';

function explicitRole(a) {
  if (!a.role) return '';
  for (const word of a.role.toLowerCase().split(/\s+/)) if (KNOWN_ROLES.has(word)) return word === 'image' ? 'img' : word;
  return '';
}
// The cells of a row share the answer, which takes a walk to the top.
let gridRow = null, gridAnswer = false;
function isInGrid(cell) {
  if (look === null || cell.parentNode !== gridRow) { gridRow = cell.parentNode; gridAnswer = cell.closest('[role=grid], [role=treegrid]') !== null; }
  return gridAnswer;
}
function implicitRole(el, tag, a) {
  switch (tag) {
    case 'a': case 'area': return a.href !== undefined ? 'link' : 'generic';
    case 'input': {
      const type = el.type;
      if (INPUT_ROLES[type]) return type === 'search' && a.list !== undefined ? 'combobox' : INPUT_ROLES[type];
      return a.list !== undefined ? 'combobox' : 'textbox';
    }
    case 'select': return el.multiple || el.size > 1 ? 'listbox' : 'combobox';
    case 'td': return isInGrid(el) ? 'gridcell' : 'cell';
    case 'th': {
      if (a.scope === 'row' || a.scope === 'rowgroup') return 'rowheader';
      if (a.scope === 'col' || a.scope === 'colgroup') return 'columnheader';
      const row = el.parentElement;
      if (el.closest('thead')) return 'columnheader';
      return row && row.querySelector(':scope > td') && row.firstElementChild === el ? 'rowheader' : 'columnheader';
    }
    case 'header': return el.closest(SECTIONS) ? 'generic' : 'banner';
    case 'footer': return el.closest(SECTIONS) ? 'generic' : 'contentinfo';
    case 'section': return a['aria-label'] !== undefined || a['aria-labelledby'] !== undefined || a.title !== undefined ? 'region' : 'generic';
    case 'summary': return el.parentElement && el.parentElement.localName === 'details' ? 'button' : 'generic';
    default:
      if (TAG_ROLES[tag]) return TAG_ROLES[tag];
      return isEditingHost(el, a) ? 'textbox' : 'generic';
  }
}
const isEditingHost = (el, a) => a.contenteditable !== undefined && a.contenteditable !== 'false' && a.contenteditable !== 'inherit';
// Presentation is withdrawn from what can be focused or has a name of its own.
function roleOf(el, tag, a) {
  const written = explicitRole(a);
  if (written === '' ) return implicitRole(el, tag, a);
  if (written === 'none' || written === 'presentation') return a.tabindex !== undefined || a['aria-label'] !== undefined ? implicitRole(el, tag, a) : 'generic';
  return written;
}
function levelOf(tag, role, a, hasAria) {
  const told = hasAria ? parseInt(a['aria-level'], 10) : 0;
  if (told > 0) return told;
  if (role === 'heading' && /^h[1-6]$/.test(tag)) return +tag[1];
  return 0;
}
