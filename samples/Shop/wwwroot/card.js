// The card form inside the frame: the page around it asks, this one answers with its verdict.
const rules = {
  number: [v => /^\d{16}$/.test(v.replace(/\s/g, '')), 'Enter the 16 digits of your card.'],
  expiry: [v => { const m = /^(\d\d)\/(\d\d)$/.exec(v); return m && +m[1] >= 1 && +m[1] <= 12 && (+m[2] > 31 || (+m[2] === 31 && +m[1] >= 5)); }, 'Enter a date in the future as MM/YY.'],
  cvc: [v => /^\d{3,4}$/.test(v), 'Enter 3 or 4 digits.'],
};
const field = id => document.getElementById(id);

function check(id) {
  const [valid, message] = rules[id];
  const ok = valid(field(id).value.trim());
  field(id + '-error').textContent = ok ? '' : message;
  field(id).parentElement.classList.toggle('bad', !ok);
  return !!ok;
}

field('number').addEventListener('input', e => {
  const digits = e.target.value.replace(/\D/g, '').slice(0, 16);
  e.target.value = digits.replace(/(\d{4})(?=\d)/g, '$1 ');
});
for (const id of Object.keys(rules)) field(id).addEventListener('blur', () => field(id).value && check(id));
window.addEventListener('message', e => {
  if (e.origin !== location.origin || e.data !== 'check-card') return;
  const ok = Object.keys(rules).map(check).every(Boolean);
  e.source.postMessage({ card: ok, last4: field('number').value.slice(-4) }, e.origin);
});
