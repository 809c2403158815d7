// A virtual list: only the rows in view exist.
const log = document.getElementById('log');
const spacer = log.firstElementChild;
const height = 40;
const total = Number(log.dataset.total);
const cache = new Map();
let asked = 0;
spacer.style.height = total * height + 'px';

async function draw() {
  const first = Math.max(0, Math.floor(log.scrollTop / height) - 2);
  const count = Math.min(total - first, Math.ceil(log.clientHeight / height) + 4);
  const mine = ++asked;
  if (!cache.has(first)) cache.set(first, await (await fetch(`/api/activity?from=${first}&count=${count}`)).json());
  if (mine !== asked) return;
  spacer.replaceChildren(...cache.get(first).map((event, i) => {
    const row = document.createElement('div');
    row.setAttribute('role', 'listitem');
    row.setAttribute('aria-setsize', total);
    row.setAttribute('aria-posinset', first + i + 1);
    row.className = 'event';
    row.style.top = (first + i) * height + 'px';
    row.textContent = `Event ${event.number}: ${event.text}`;
    return row;
  }));
}
log.addEventListener('scroll', draw);
draw();
