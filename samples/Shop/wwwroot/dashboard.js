// Figures come a moment after the page.
const host = document.getElementById('dashboard');
const period = document.getElementById('period');

function chart(bars) {
  const top = Math.max(...bars.map(b => b.amount), 1);
  const columns = bars.map((b, i) => {
    const height = Math.round(b.amount / top * 120);
    return `<g transform="translate(${i * 60 + 12} 0)"><rect y="${130 - height}" width="36" height="${height}" rx="4"><title>${b.day}: ${b.text}</title></rect><text x="18" y="148" text-anchor="middle">${b.day}</text></g>`;
  });
  return `<svg role="img" aria-label="Revenue by day" viewBox="0 0 430 156" class="chart">${columns.join('')}</svg>`;
}

async function show() {
  host.setAttribute('aria-busy', 'true');
  host.innerHTML = '<p class="loading"><span class="spinner"></span> Loading figures …</p>';
  const f = await (await fetch('/api/dashboard?days=' + period.value)).json();
  const tile = (name, value) => `<div class="tile"><div class="muted">${name}</div><div class="figure">${value}</div></div>`;
  host.innerHTML = `<div class="tiles">${tile('Orders', f.orders)}${tile('Revenue', f.revenue)}${tile('Average order', f.average)}${tile('To do', f.open)}</div><section class="box"><h2>Revenue of the last 7 days</h2>${chart(f.bars)}</section>`;
  host.setAttribute('aria-busy', 'false');
}
period.onchange = show;
show();
