import { toast } from './shop.js';

const $ = (css, root = document) => root.querySelector(css);
const $$ = (css, root = document) => [...root.querySelectorAll(css)];
const send = (url, body) => fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const load = async (url, into) => { $(into).innerHTML = await (await fetch(url)).text(); };

// Dialogs.
for (const dialog of $$('dialog[data-show=yes]')) dialog.showModal();
document.addEventListener('click', async e => {
  const opener = e.target.closest('[data-open]');
  if (opener) $(opener.dataset.open).showModal();
  if (e.target.closest('[data-close]')) e.target.closest('dialog').close();

  // Menus: one at a time, closed by a click elsewhere.
  const menu = e.target.closest('[data-menu]');
  for (const other of $$('[data-menu]')) {
    const show = other === menu && other.getAttribute('aria-expanded') !== 'true';
    other.setAttribute('aria-expanded', show);
    $(other.dataset.menu).hidden = !show;
  }
  const tab = e.target.closest('[data-load]');
  if (tab) load(tab.dataset.load, tab.dataset.into);
  const copy = e.target.closest('[data-copy]');
  if (copy) { await navigator.clipboard.writeText('#' + copy.dataset.copy); toast('Number copied'); }
  const ship = e.target.closest('[data-ship]');
  if (ship) {
    const form = $('#orderbulk');
    $$('[name=numbers]', form).forEach(box => box.checked = box.value === ship.dataset.ship);
    $('[name=move]', form).value = 'Shipped';
    form.requestSubmit();
  }
});
document.addEventListener('keydown', e => {
  if (e.key === 'Escape') $$('[data-menu]').forEach(m => { m.setAttribute('aria-expanded', false); $(m.dataset.menu).hidden = true; });
  if ((e.key === 'Enter' || e.key === ' ') && e.target.matches('[role=tab][data-load],[role=button]')) { e.preventDefault(); e.target.click(); }
});
for (const form of $$('form[data-ask]')) form.addEventListener('submit', e => { if (!confirm(form.dataset.ask)) e.preventDefault(); });

// Products: what is ticked.
const table = $('#products');
if (table) {
  const boxes = $$('[name=ids]', table);
  const refresh = () => {
    const count = boxes.filter(b => b.checked).length;
    $('#bulkbar').hidden = count === 0;
    $('#bulk-count').textContent = count + ' selected';
    $('#cd-count').textContent = count === 1 ? '1 product' : count + ' products';
    $('#all').checked = count === boxes.length && count > 0;
    $('#all').indeterminate = count > 0 && count < boxes.length;
  };
  table.addEventListener('change', e => {
    if (e.target.id === 'all') boxes.forEach(b => b.checked = e.target.checked);
    refresh();
  });
  $$('.pager [aria-disabled]').forEach(a => a.addEventListener('click', e => e.preventDefault()));
}

// Product form: letters left, the picture before it is uploaded.
for (const area of $$('[data-counter]')) area.addEventListener('input', () => $(area.dataset.counter).textContent = area.maxLength - area.value.length);
$('#picture')?.addEventListener('change', e => {
  const [file] = e.target.files;
  if (!file) return;
  $('#picture-name').textContent = file.name;
  $('#preview').src = URL.createObjectURL(file);
});

// An order: notes and the refund dialog.
const addNote = $('#add-note');
addNote?.addEventListener('click', async () => {
  const text = $('#note').value.trim();
  if (!text) return toast('Write something first', true);
  if (!addNote.dataset.repeat) addNote.disabled = true;
  $('#note-spin').hidden = false;
  const note = await (await send('/api/order-note', { order: +addNote.dataset.order, text })).json();
  $('#note-spin').hidden = true;
  const item = document.createElement('li');
  item.innerHTML = '<b></b> <span></span>';
  item.children[0].textContent = note.author;
  item.children[1].textContent = note.text;
  $('#notes').append(item);
  $('#no-notes').hidden = true;
  $('#note').value = '';
  addNote.disabled = false;
});
const refund = $('#refund');
if (refund) {
  const close = () => refund.hidden = true;
  $('#open-refund').onclick = () => refund.hidden = false;
  $('.x', refund).onclick = close;
  $('.cancel', refund).onclick = close;
  const part = () => new FormData($('#refund-form')).get('kind') === 'part';
  refund.addEventListener('change', () => $('#refund-part').hidden = !part());
  $('#refund-form').addEventListener('submit', e => {
    const max = +e.target.dataset.max;
    const amount = +$('#refund-amount').value;
    const bad = part() && !(amount > 0 && amount <= max);
    $('#refund-error').textContent = bad ? `Enter an amount up to €${max.toFixed(2)}.` : '';
    if (bad) e.preventDefault();
  });
}

// Settings: switches, unsaved changes, the word that unlocks the reset.
document.addEventListener('click', e => {
  const knob = e.target.closest('[role=switch][data-for]');
  if (!knob) return;
  const on = knob.getAttribute('aria-checked') !== 'true';
  knob.setAttribute('aria-checked', on);
  $(`[name=${knob.dataset.for}]`).value = on;
  $('#savebar').hidden = false;
});
const settings = $('#settings');
if (settings) {
  settings.addEventListener('input', e => { if (e.target.id !== 'sure') $('#savebar').hidden = false; });
  $('#discard').onclick = () => location.reload();
  $('#sure').addEventListener('input', e => $('#reset').disabled = e.target.value !== 'RESET');
  settings.addEventListener('keydown', e => { if (e.key === 'Enter' && e.target.id === 'sure') e.preventDefault(); });
}

if ($('#dashboard')) import('./dashboard.js');
if ($('#board')) import('./board.js');
if ($('#tree')) import('./tree.js');
if ($('#people')) import('./customers.js');
if ($('#log')) import('./activity.js');
