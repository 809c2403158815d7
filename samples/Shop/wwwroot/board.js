// Native drag and drop between columns; the server keeps the new status.
const board = document.getElementById('board');
let dragged = null;

function recount() {
  for (const column of board.children) column.querySelector('.count').textContent = column.querySelectorAll('.ticket').length;
}
board.addEventListener('dragstart', e => {
  dragged = e.target.closest('.ticket');
  e.dataTransfer.setData('text/plain', dragged.dataset.number);
  e.dataTransfer.effectAllowed = 'move';
  dragged.classList.add('moving');
});
board.addEventListener('dragend', () => {
  dragged?.classList.remove('moving');
  dragged = null;
});
for (const column of board.children) {
  column.addEventListener('dragover', e => { e.preventDefault(); column.classList.add('over'); });
  column.addEventListener('dragleave', () => column.classList.remove('over'));
  column.addEventListener('drop', e => {
    e.preventDefault();
    column.classList.remove('over');
    if (!dragged) return;
    column.querySelector('.stack').append(dragged);
    recount();
    fetch('/api/board', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ number: +dragged.dataset.number, status: column.dataset.status }) });
  });
}
