// Puts the parts together, and follows a suite that is still running.
(() => {
  'use strict';
  const detail = document.getElementById('detail');
  let shown = null;

  const drawDetail = force => {
    const { state } = autonomaReport;
    const row = state.t ? autonomaReport.find(state.t) : null;
    const key = JSON.stringify([state.t, state.try, state.step]);
    if (key === shown && !force) return;
    const another = shown === null || JSON.parse(shown)[0] !== state.t;
    shown = key;
    const scroller = matchMedia('(min-width: 900px)').matches ? detail : document.scrollingElement;
    if (row) testPane.draw(detail, row); else overviewPane.draw(detail);
    if (another && !force) scroller.scrollTop = 0;
  };

  try {
    const theme = localStorage.getItem('autonoma-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch { /* not kept, then */ }

  autonomaReport.listeners.push(() => {
    listPane.draw();
    const wanted = autonomaReport.state.t;
    if (wanted && autonomaReport.find(wanted)?.status !== 'running' && autonomaReport.data.state === 'running') drawDetail(false); else drawDetail(true);
    listPane.current()?.scrollIntoView({ block: 'nearest' });
    performance.mark('list-painted');
    if (autonomaReport.data.state === 'running') setTimeout(autonomaReport.reload, 2000);
  });
  autonomaReport.stateListeners.push(before => {
    listPane.apply();
    drawDetail(false);
    if (autonomaReport.state.t && autonomaReport.state.t !== before.t) listPane.current()?.scrollIntoView({ block: 'nearest' });
    if (autonomaReport.state.t !== before.t && !matchMedia('(min-width: 900px)').matches) detail.focus({ preventScroll: true });
  });
  addEventListener('keydown', event => {
    if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) { event.preventDefault(); listPane.focusSearch(); }
  });
  document.getElementById('skip').addEventListener('click', event => { event.preventDefault(); detail.focus(); });
})();
