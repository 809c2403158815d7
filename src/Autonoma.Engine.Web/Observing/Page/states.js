// States, values and the words of attributes.
const INTERACTIVE_TAGS = new Set(['button', 'select', 'textarea', 'summary']);
const LIVE = { alert: 'assertive', status: 'polite', log: 'polite' };
const NATIVELY_DISABLED = new Set(['button', 'input', 'select', 'textarea', 'option', 'optgroup', 'fieldset']);
const isNativelyDisabled = (el, tag) => (NATIVELY_DISABLED.has(tag) || tag.includes('-')) && el.matches(':disabled') && tag !== 'fieldset';
const hasDisabledWord = classes => classes.includes('disabled') && classes.split(/\s+/).some(word => /^(?:[\w-]*(?:[-_]|is))?disabled$/i.test(word));

function isInteractive(el, tag, role, a, cursor, c) {
  if (INTERACTIVE_TAGS.has(tag) || tag === 'input') return true;
  if ((tag === 'a' || tag === 'area') && a.href !== undefined) return true;
  if (WIDGETS.has(role) && !(tag === 'td' || role === 'gridcell')) return true;
  if (tag === 'label' && el.control) return true;
  if ((tag === 'video' || tag === 'audio') && el.controls) return true;
  if (isEditingHost(el, a)) return true;
  if (a.tabindex !== undefined && el.tabIndex >= 0 && tag !== 'iframe' && !(role === 'region' || role === 'dialog' || role === 'document')) return true;
  if (tag === 'html' || tag === 'body') return false;
  if (listensToPointer(el, tag, a)) return true;
  return cursor === 'pointer' && (!c.pointer || c.choices);
}
const tri = text => text === 'true' ? 1 : text === 'mixed' ? 2 : 0;
function describeStates(el, tag, role, a, x, hasAria) {
  let flags = 0;
  if (tag === 'input') {
    const type = el.type;
    if (type === 'checkbox') x.ck = el.indeterminate ? 2 : el.checked ? 1 : 0;
    else if (type === 'radio') x.ck = el.checked ? 1 : 0;
    else if (type === 'password') { flags |= F.password | F.editable; x.v = '\u2022'.repeat(el.value.length); }
    else if (type === 'range') { x.v = el.value; x.ra = [+el.value, el.min === '' ? 0 : +el.min, el.max === '' ? 100 : +el.max]; }
    else if (type === 'file') x.v = Array.from(el.files || [], f => f.name).join(', ');
    else if (type === 'color') x.v = el.value;
    else if (type !== 'button' && type !== 'submit' && type !== 'reset' && type !== 'image') {
      flags |= F.editable;
      x.v = masksText(el) ? '\u2022'.repeat(el.value.length) : el.value;
      if (type === 'number' && el.value !== '') x.ra = [+el.value, el.min === '' ? -1e308 : +el.min, el.max === '' ? 1e308 : +el.max];
    }
    if (a.list !== undefined && el.list) x.op = Array.from(el.list.options, o => [fold(o.label || o.value), o.value, false, o.disabled, null]);
    readField(el, type);
  } else if (tag === 'textarea') { flags |= F.editable; x.v = el.value; readField(el, ''); }
  else if (tag === 'select') {
    x.v = Array.from(el.selectedOptions, o => fold(o.label)).join(', ');
    x.op = Array.from(el.options, o => {
      const group = o.parentElement && o.parentElement.localName === 'optgroup' ? o.parentElement : null;
      return [fold(o.label), o.value, o.selected, o.disabled || !!(group && group.disabled), group ? group.label : null];
    });
    readField(el, '');
  } else if (tag === 'option') { flags |= F.selectedKnown | (el.selected ? F.selected : 0); }
  else if (tag === 'progress') { if (el.position >= 0) { x.v = String(el.value); x.ra = [el.value, 0, el.max]; } }
  else if (tag === 'meter') { x.v = String(el.value); x.ra = [el.value, el.min, el.max]; }
  else if (isEditingHost(el, a) || role === 'textbox' || role === 'searchbox') {
    if (a.contenteditable !== 'false' && a['aria-readonly'] !== 'true') flags |= F.editable;
    x.v = masksText(el) ? '\u2022'.repeat(el.textContent.length) : fold(visibleTextOf(el));
    if (a['data-placeholder']) x.ph = fold(a['data-placeholder']);
  } else if (role === 'combobox') x.v = fold(visibleTextOf(el));
  function readField(field, type) {
    if (field.readOnly) flags |= F.readOnly;
    if (field.required) flags |= F.required;
    if (field.willValidate && type !== 'button' && field.matches(':user-invalid')) flags |= F.invalid;
  }
  if (hasAria) flags = describeAria(tag, a, x, flags);
  if (tag === 'details' && !(flags & F.expandedKnown)) flags |= F.expandedKnown | (el.open ? F.expanded : 0);
  else if (tag === 'summary' && role === 'button' && !(flags & F.expandedKnown)) flags |= F.expandedKnown | (el.parentElement.open ? F.expanded : 0);
  if (tag === 'dialog' && el.matches(':modal')) flags |= F.modal;
  const level = levelOf(tag, role, a, hasAria);
  if (level) x.lv = level;
  const live = hasAria && a['aria-live'] || LIVE[role] || '';
  if (live && live !== 'off') x.li = live;
  return flags;
}
function describeAria(tag, a, x, flags) {
  if (a['aria-valuenow'] !== undefined && tag !== 'input') {
    const now = parseFloat(a['aria-valuenow']);
    x.ra = [now, parseFloat(a['aria-valuemin'] ?? '0') || 0, parseFloat(a['aria-valuemax'] ?? '100')];
    if (Number.isNaN(now)) delete x.ra;
    x.v = a['aria-valuetext'] || a['aria-valuenow'];
  } else if (a['aria-valuetext'] && x.v === undefined) x.v = a['aria-valuetext'];
  if (a['aria-checked'] !== undefined && x.ck === undefined) x.ck = tri(a['aria-checked']);
  if (a['aria-pressed'] !== undefined) x.pr = tri(a['aria-pressed']);
  if (a['aria-selected'] !== undefined && tag !== 'option') flags |= F.selectedKnown | (a['aria-selected'] === 'true' ? F.selected : 0);
  if (a['aria-expanded'] !== undefined) flags |= F.expandedKnown | (a['aria-expanded'] === 'true' ? F.expanded : 0);
  if (a['aria-current'] !== undefined && a['aria-current'] !== 'false' && a['aria-current'] !== '') flags |= F.current;
  if (a['aria-readonly'] === 'true') flags |= F.readOnly;
  if (a['aria-required'] === 'true') flags |= F.required;
  if (a['aria-invalid'] !== undefined && a['aria-invalid'] !== 'false' && a['aria-invalid'] !== '') flags |= F.invalid;
  if (a['aria-busy'] === 'true') flags |= F.busy;
  if (a['aria-modal'] === 'true') flags |= F.modal;
  if (a['aria-sort'] && a['aria-sort'] !== 'none') x.so = a['aria-sort'];
  const place = parseInt(a['aria-posinset'] || a['aria-rowindex'], 10);
  if (place > 0) x.po = place;
  return flags;
}
function masksText(el) {
  const security = getComputedStyle(el).webkitTextSecurity;
  return !!security && security !== 'none';
}
function describeWords(el, tag, a, x) {
  if (a === NO_ATTRIBUTES) { if (LABELABLE.has(tag)) describeLabels(el, tag, x); return; }
  const description = descriptionOf(el, a);
  if (description) x.d = description;
  const placeholder = a.placeholder || a['aria-placeholder'];
  if (placeholder) x.ph = fold(placeholder);
  if (a.title) x.ti = fold(a.title);
  if (a.alt) x.al = fold(a.alt);
  if (a.href !== undefined && typeof el.href === 'string') x.h = el.href;
  if (tag === 'input' || tag === 'button') x.it = el.type;
  if (a.id) x.i = a.id;
  if (a.class) { const classes = fold(a.class); if (classes) x.c = classes; }
  const test = a['data-testid'] || a['data-test'] || a['data-test-id'] || a['data-cy'] || a['data-qa'];
  if (test) x.te = test;
  if (a.name) x.na = a.name;
  if (LABELABLE.has(tag) || tag.includes('-')) describeLabels(el, tag, x);
}
function describeLabels(el, tag, x) {
  if (tag === 'input' || tag === 'button') x.it = el.type;
  const labels = labelsOf(el, tag);
  if (labels.length) x.l = Array.from(labels, idOf);
}
