// Customers: cards, a home-made dropdown and a home-made dialog, as old applications have them.
import { toast } from './shop.js';

const $ = (css, root = document) => root.querySelector(css);
const host = $('#people');
const veil = $('#veil');
const quirks = host.dataset.quirks.split(' ');
let all = [];
let shown = [];
let edited = null;

const escape = text => text.replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const pencil = '<svg viewBox="0 0 24 24" width="17" height="17"><path d="M4 20l4-1L19 8l-3-3L5 16z" fill="none" stroke="currentColor" stroke-width="1.7"/></svg>';

function draw() {
  const text = $('#who').value.trim().toLowerCase();
  const tier = $('.dropval').textContent;
  shown = all.filter(c => (tier === 'All tiers' || c.tier === tier) && (c.name + ' ' + c.city).toLowerCase().includes(text));
  $('#who-count').textContent = `${shown.length} of ${all.length} customers`;
  host.innerHTML = shown.map((c, i) => `<div class="person"><div class="face">${c.initials}</div><div class="grow"><div class="pname">${escape(c.name)}</div><div class="muted small">${escape(c.city)}, ${c.country}</div><div class="small pmail">${escape(c.email)}</div><div class="small">${escape(c.phone)}</div></div><div><span class="badge ${c.tier.toLowerCase()}">${c.tier}</span>${c.blocked ? '<span class="badge bad">Blocked</span>' : ''}<div class="ico" title="Edit" data-i="${i}">${pencil}</div></div></div>`).join('') || '<div class="empty">Nobody found</div>';
}
async function reload() {
  all = await (await fetch('/api/customers')).json();
  draw();
}

async function store() {
  const body = { id: edited.id, index: quirks.includes('index') ? shown.indexOf(edited) : null };
  for (const field of veil.querySelectorAll('.in')) body[field.dataset.key] = field.value.trim();
  body.newsletter = $('.sw', veil).classList.contains('on');
  await fetch('/api/customers', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  await reload();
}

$('#who').addEventListener('input', draw);
$('#tier').addEventListener('click', e => {
  const option = e.target.closest('.dropopt');
  if (option) $('.dropval').textContent = option.textContent;
  $('.droplist').hidden = option ? true : !$('.droplist').hidden;
  draw();
});
host.addEventListener('click', e => {
  const icon = e.target.closest('.ico');
  if (!icon) return;
  edited = shown[+icon.dataset.i];
  for (const field of veil.querySelectorAll('.in')) field.value = edited[field.dataset.key];
  $('.sw', veil).classList.toggle('on', edited.newsletter);
  $('.err', veil).textContent = '';
  veil.hidden = false;
});
veil.addEventListener('click', async e => {
  if (e.target.closest('.sw')) e.target.closest('.sw').classList.toggle('on');
  if (e.target.matches('.plain, .close')) {
    if (quirks.includes('keep')) await store();
    veil.hidden = true;
  }
  if (e.target.matches('.main')) {
    const ok = /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test($('[data-key=email]', veil).value.trim());
    $('.err', veil).textContent = ok ? '' : 'Not an email address';
    if (!ok) return;
    await store();
    veil.hidden = true;
    toast('Customer saved');
  }
});
reload();
