// The category tree: expand, collapse, and drag siblings by their handles with the pointer.
const tree = document.getElementById('tree');
const note = document.getElementById('tree-note');

tree.addEventListener('click', e => {
  const twist = e.target.closest('.twist');
  if (!twist) return;
  const item = twist.closest('li');
  const open = item.getAttribute('aria-expanded') !== 'true';
  item.setAttribute('aria-expanded', open);
  item.querySelector('ul').hidden = !open;
  twist.textContent = open ? '▾' : '▸';
  twist.setAttribute('aria-label', (open ? 'Collapse ' : 'Expand ') + item.dataset.name);
});

tree.addEventListener('pointerdown', e => {
  const grip = e.target.closest('.grip');
  if (!grip) return;
  e.preventDefault();
  const item = grip.closest('li');
  const list = item.parentElement;
  const before = [...list.children];
  item.classList.add('moving');
  const move = m => {
    const over = [...list.children].find(other => {
      const box = other.querySelector('.node').getBoundingClientRect();
      return other !== item && m.clientY >= box.top && m.clientY <= box.bottom;
    });
    if (!over) return;
    // Upwards it goes before what it is dragged over, downwards behind it.
    const siblings = [...list.children];
    list.insertBefore(item, siblings.indexOf(over) < siblings.indexOf(item) ? over : over.nextSibling);
  };
  const up = () => {
    removeEventListener('pointermove', move);
    item.classList.remove('moving');
    const names = [...list.children].map(li => li.dataset.name);
    if (before.every((li, i) => li === list.children[i])) return;
    fetch('/api/categories', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ parent: list.closest('li')?.dataset.name ?? null, names }) })
      .then(() => note.textContent = 'Order saved: ' + names.join(', '));
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', up, { once: true });
});
