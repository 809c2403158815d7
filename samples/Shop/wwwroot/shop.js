import './elements.js';

const $ = (css, root = document) => root.querySelector(css);
const $$ = (css, root = document) => [...root.querySelectorAll(css)];

// Toasts: those rendered by the server and those made here go after five seconds.
export function toast(text, bad = false) {
  const box = document.createElement('div');
  box.className = 'toast' + (bad ? ' bad' : '');
  box.innerHTML = '<span></span><button type="button" class="x" aria-label="Dismiss">×</button>';
  box.firstChild.textContent = text;
  $('#toasts').append(box);
  arm(box);
}
function arm(box) {
  const timer = setTimeout(() => box.remove(), 5000);
  $('.x', box).onclick = () => { clearTimeout(timer); box.remove(); };
}
$$('#toasts .toast').forEach(arm);

const send = (url, body) => fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) });

document.addEventListener('click', async e => {
  const add = e.target.closest('[data-add]');
  if (add) {
    const quantity = add.dataset.quantity ? $(add.dataset.quantity).value : 1;
    const colour = $('input[name=colour]:checked')?.value;
    const answer = await (await send('/api/cart', { product: +add.dataset.add, quantity, colour })).json();
    $('#cart-count').textContent = answer.pieces;
    toast(answer.message, answer.isError);
  }
  const wish = e.target.closest('[data-wish]');
  if (wish) {
    const answer = await (await send('/api/wishlist/' + wish.dataset.wish)).json();
    wish.setAttribute('aria-pressed', answer.on);
    $('#wish-count').textContent = answer.count;
    $('#wish-count').hidden = answer.count === 0;
  }
  const more = e.target.closest('[data-more]');
  if (more) find(more.dataset.more);
});

// Catalogue: every filter asks the server again; answers that come late are dropped.
let asked = 0;
async function find(shown) {
  const form = $('#filters');
  const query = new URLSearchParams([...new FormData(form)].filter(([, v]) => v !== ''));
  history.replaceState(null, '', '/' + (query.size ? '?' + query : ''));
  if (shown) query.set('shown', shown);
  const mine = ++asked;
  $('#spin').hidden = false;
  const html = await (await fetch('/api/products?' + query)).text();
  if (mine !== asked) return;
  $('#results').innerHTML = html;
  $('#spin').hidden = true;
}
if ($('#filters')) {
  $('#filters').addEventListener('change', () => find());
  $('.bar select').addEventListener('change', () => find());
  let typing;
  $('.search input').addEventListener('input', e => {
    $('#filters [name=q]').value = e.target.value;
    clearTimeout(typing);
    typing = setTimeout(find, 200);
  });
  $('.search').addEventListener('submit', e => { e.preventDefault(); clearTimeout(typing); find(); });
}

$('.filterbutton')?.addEventListener('click', e => {
  const open = e.currentTarget.getAttribute('aria-expanded') !== 'true';
  e.currentTarget.setAttribute('aria-expanded', open);
  $('#filters').classList.toggle('open', open);
});

// Forms that replace a part of the page instead of loading a new one.
document.addEventListener('submit', async e => {
  const form = e.target.closest('form[data-live]');
  if (!form) return;
  e.preventDefault();
  if (form.dataset.confirm && !confirm(form.dataset.confirm)) return;
  const data = new FormData(form);
  const answer = form.method === 'get'
    ? await fetch(form.action.split('?')[0] + '?' + new URLSearchParams(data))
    : await fetch(form.action, { method: 'POST', body: data });
  $(form.dataset.live).innerHTML = await answer.text();
  const count = answer.headers.get('X-Cart-Count');
  if (count !== null) $('#cart-count').textContent = count;
  const message = answer.headers.get('X-Toast');
  if (message) toast(decodeURIComponent(message), true);
});
document.addEventListener('change', e => {
  if (e.target.matches('[data-submit]')) e.target.form.requestSubmit();
  if (e.target.dataset.enables) $(e.target.dataset.enables).disabled = !e.target.checked;
});

// Tabs and accordions.
for (const tabs of $$('[data-tabs]')) {
  const all = $$('[role=tab]', tabs);
  const choose = tab => all.forEach(t => {
    t.setAttribute('aria-selected', t === tab);
    t.tabIndex = t === tab ? 0 : -1;
    $('#' + t.getAttribute('aria-controls')).hidden = t !== tab;
  });
  all.forEach((tab, i) => {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', e => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!step) return;
      const next = all[(i + step + all.length) % all.length];
      next.focus();
      choose(next);
    });
  });
}
for (const button of $$('[data-accordion] button')) {
  button.onclick = () => {
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', open);
    $('#' + button.getAttribute('aria-controls')).hidden = !open;
  };
}

// Reviews of a product.
$('#send-review')?.addEventListener('click', () => {
  const stars = $('#stars').value;
  const text = $('#review-text').value.trim();
  if (!stars) return toast('Choose a number of stars first', true);
  const item = document.createElement('li');
  item.innerHTML = `<b>${stars} of 5 stars</b> <span></span> <span class="muted">You</span>`;
  $('span', item).textContent = text ? `“${text}”` : '';
  $('#reviews').append(item);
  $('#review-text').value = '';
  toast('Thank you for your review');
});

// Newsletter.
$('#newsletter')?.addEventListener('submit', async e => {
  e.preventDefault();
  const note = $('.note', e.target);
  const email = e.target.email.value.trim();
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) { note.textContent = 'Please enter a valid email address.'; note.className = 'note err'; return; }
  const answer = await (await send('/api/newsletter', { email })).json();
  note.textContent = answer.message;
  note.className = 'note';
});

// Login.
$('#reveal')?.addEventListener('click', e => {
  const field = $('#password');
  const show = field.type === 'password';
  field.type = show ? 'text' : 'password';
  e.currentTarget.setAttribute('aria-pressed', show);
  e.currentTarget.setAttribute('aria-label', show ? 'Hide password' : 'Show password');
});
$('#login')?.addEventListener('submit', e => {
  let ok = true;
  for (const [id, text] of [['email', 'Enter your email address.'], ['password', 'Enter your password.']]) {
    const empty = $('#' + id).value.trim() === '';
    const field = $('#' + id).closest('.field');
    $('.err', field).textContent = empty ? text : '';
    field.classList.toggle('bad', empty);
    ok &&= !empty;
  }
  if (!ok) e.preventDefault();
});

// Checkout: the city is looked up, the totals follow the delivery option, the card frame is asked.
let lookup = 0;
$('#f-postcode')?.addEventListener('input', async e => {
  const mine = ++lookup;
  const spin = $('#postcode-spin');
  spin.hidden = false;
  const { city } = await (await fetch('/api/postcode?code=' + encodeURIComponent(e.target.value))).json();
  if (mine !== lookup) return;
  spin.hidden = true;
  if (city && !$('#f-city').value) $('#f-city').value = city;
});
for (const input of $$('[data-cost]')) {
  input.onchange = async () => {
    const answer = await fetch('/checkout/delivery?handler=Try', { method: 'POST', body: new FormData(input.form) });
    $('#sums').innerHTML = await answer.text();
  };
}
const payment = $('#payment');
if (payment) {
  const frame = $('#card-frame');
  const method = () => new FormData(payment).get('method');
  $$('[name=method]', payment).forEach(r => r.onchange = () => frame.hidden = method() !== 'Card');
  payment.addEventListener('submit', e => {
    if (method() !== 'Card' || payment.dataset.checked) return;
    e.preventDefault();
    frame.contentWindow.postMessage('check-card', location.origin);
  });
  window.addEventListener('message', e => {
    if (e.origin !== location.origin || !e.data.card) return;
    payment.insertAdjacentHTML('beforeend', '<input type="hidden" name="last4">');
    payment.last4.value = e.data.last4;
    payment.dataset.checked = 'yes';
    payment.requestSubmit();
  });
}
