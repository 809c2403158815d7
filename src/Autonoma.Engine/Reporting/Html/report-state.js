// The data, and what is chosen on the page: kept in the address, so that a link shows what its sender saw.
const autonomaReport = (() => {
  'use strict';
  const report = { data: null, tests: new Map(), listeners: [], waiting: new Map() };

  report.index = data => {
    report.data = data;
    for (const listener of report.listeners) listener();
  };

  report.test = (n, data) => {
    report.tests.set(n, data);
    for (const done of report.waiting.get(n) || []) done(data);
    report.waiting.delete(n);
  };

  // Pages opened from a file may not fetch; a script they may load.
  const loadScript = (src, failed) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => script.remove();
    script.onerror = () => { script.remove(); failed(); };
    document.head.append(script);
  };

  report.load = n => report.tests.has(n)
    ? Promise.resolve(report.tests.get(n))
    : new Promise(resolve => {
      const waiting = report.waiting.get(n);
      if (waiting) { waiting.push(resolve); return; }
      report.waiting.set(n, [resolve]);
      loadScript(`data/test-${n}.js?${Date.now()}`, () => { report.waiting.delete(n); resolve(null); });
    });

  report.reload = () => { report.tests.clear(); loadScript(`data/index.js?${Date.now()}`, () => {}); };

  const multi = ['s', 'tag', 'flow', 'cat', 'prio'];
  const parse = () => {
    const query = new URLSearchParams(location.hash.replace(/^#\??/, ''));
    const state = { q: query.get('q') || '', t: query.get('t'), try: Number(query.get('try')) || 0, step: Number(query.get('step')) || 0 };
    for (const name of multi) state[name] = query.getAll(name);
    return state;
  };

  report.state = parse();

  report.go = (change, replace) => {
    const state = { ...report.state, ...change };
    const query = new URLSearchParams();
    if (state.t) query.set('t', state.t);
    if (state.try) query.set('try', state.try);
    if (state.step) query.set('step', state.step);
    if (state.q) query.set('q', state.q);
    for (const name of multi) for (const value of state[name]) query.append(name, value);
    const hash = query.toString();
    const target = hash ? `#?${hash}` : '#';
    if (target === (location.hash || '#')) return;
    history[replace ? 'replaceState' : 'pushState'](null, '', target);
    changed();
  };

  const changed = () => {
    const before = report.state;
    report.state = parse();
    for (const listener of report.stateListeners) listener(before);
  };
  report.stateListeners = [];
  addEventListener('popstate', changed);
  addEventListener('hashchange', () => { if (JSON.stringify(parse()) !== JSON.stringify(report.state)) changed(); });

  report.find = id => report.data.tests.find(test => test.id === id);
  report.rank = { running: 0, failed: 1, cancelled: 2, flaky: 3, passed: 4, 'not-run': 5 };
  return report;
})();
