// The header with its counts, and the list of tests with search and filters.
const listPane = (() => {
  'use strict';
  const { el, icon, mark, words, ms, say } = ui;
  const statuses = ['failed', 'flaky', 'passed', 'cancelled', 'not-run', 'running'];
  const filters = [['flow', 'Flow', test => test.flow ? [test.flow] : []], ['cat', 'Category', test => test.category ? [test.category] : []],
    ['prio', 'Priority', test => test.priority ? [test.priority] : []], ['tag', 'Tag', test => test.tags]];
  let rows = [];
  let countNode = null;
  let search = null;

  const count = status => autonomaReport.data.tests.filter(test => test.status === status).length;
  const toggle = (values, value) => values.includes(value) ? values.filter(each => each !== value) : [...values, value];

  const drawHeader = () => {
    const data = autonomaReport.data;
    const top = document.getElementById('top');
    const failed = count('failed');
    const verdict = data.state === 'running' ? 'running' : failed ? 'failed' : data.state === 'cancelled' ? 'cancelled' : count('flaky') ? 'flaky' : count('passed') ? 'passed' : 'not-run';
    document.title = `${failed ? `✗ ${failed} failed` : words[verdict]} · ${data.name}`;
    top.className = `is-${verdict}`;
    top.replaceChildren(
      el('a.home', { href: '#', onclick: event => { event.preventDefault(); autonomaReport.go({ t: null, try: 0, step: 0 }); } }, mark(verdict), el('h1', data.name)),
      el('div.counts', { role: 'group', 'aria-label': 'Show tests by status' }, statuses.filter(status => count(status)).map(status => el(`button.count.s-${status}`, {
        type: 'button', 'aria-pressed': String(autonomaReport.state.s.includes(status)),
        onclick: () => autonomaReport.go({ s: toggle(autonomaReport.state.s, status) }, true),
      }, el('b', count(status)), ' ', words[status]))),
      el('p.facts', [ms(data.duration), data.platform, data.workers > 1 && `${data.workers} workers`, data.shard && `shard ${data.shard}`].filter(Boolean).map(fact => el('span', fact))),
      el('button.theme', { type: 'button', title: 'Light or dark', 'aria-label': 'Switch between light and dark', onclick: switchTheme }, icon('theme')));
  };

  const dark = () => document.documentElement.dataset.theme === 'dark' || (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
  const switchTheme = () => {
    document.documentElement.dataset.theme = dark() ? 'light' : 'dark';
    try { localStorage.setItem('autonoma-theme', document.documentElement.dataset.theme); } catch { /* not kept, then */ }
  };

  const textOf = test => [test.title, test.file, test.message, test.failedStep, test.flow, test.category, test.priority, ...test.tags, ...test.steps].filter(Boolean).join('\n').toLowerCase();

  const row = test => {
    const node = el(`a.row.s-${test.status}`, { href: `#?t=${encodeURIComponent(test.id)}`, onclick: event => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      autonomaReport.go({ t: test.id, try: 0, step: 0 });
    } }, mark(test.status), el('span.title', test.title, test.repetition > 1 && el('small', ` #${test.repetition}`), test.heals > 0 && el('span.tag.warn.by', test.heals === 1 ? '1 heal' : `${test.heals} heals`)),
    el('span.time', test.tries > 1 && el('abbr', { title: `${test.tries} tries` }, `×${test.tries} `), test.tries ? ms(test.duration) : ''),
    (test.status === 'failed' || test.status === 'cancelled') && test.message ? el('span.why', test.failedStep ? `${test.failedStep} — ` : '', test.message) : el('span.why', test.file || ''));
    return { test, node, text: null };
  };

  const draw = () => {
    const data = autonomaReport.data;
    drawHeader();
    search = el('input', { type: 'search', id: 'search', placeholder: 'Search titles, steps, messages', 'aria-label': 'Search tests', value: autonomaReport.state.q, autocomplete: 'off', spellcheck: 'false' });
    let wait = 0;
    search.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(() => autonomaReport.go({ q: search.value }, true), 60); });
    search.addEventListener('keydown', event => {
      if (event.key === 'Escape' && search.value) { search.value = ''; autonomaReport.go({ q: '' }, true); }
      if (event.key === 'ArrowDown') { event.preventDefault(); rows.find(each => !each.node.hidden)?.node.focus(); }
    });
    const choices = filters.map(([name, label, values]) => {
      const known = [...new Set(data.tests.flatMap(values))].sort();
      if (known.length < 2 && !autonomaReport.state[name].length) return null;
      return el('select', { 'aria-label': label, 'data-filter': name, onchange: event => autonomaReport.go({ [name]: event.target.value ? [event.target.value] : [] }, true) },
        el('option', { value: '' }, label), known.map(value => el('option', { value }, value)));
    }).filter(Boolean);
    countNode = el('p.shown');
    rows = data.tests.map(row).sort((a, b) => autonomaReport.rank[a.test.status] - autonomaReport.rank[b.test.status] || a.test.n - b.test.n);
    const items = el('ul.rows', rows.map(each => el('li', each.node)));
    items.addEventListener('keydown', move);
    document.getElementById('list').replaceChildren(
      el('div.tools', search, choices.length ? el('div.filters', choices) : null, countNode), items);
    apply();
  };

  const move = event => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    const shown = rows.filter(each => !each.node.hidden).map(each => each.node);
    const at = shown.indexOf(document.activeElement);
    const next = shown[at + step];
    event.preventDefault();
    if (next) next.focus();
    else if (step < 0) search.focus();
  };

  // Hides what does not fit; the nodes stay, so that typing in the search costs no layout of new ones.
  const apply = () => {
    const state = autonomaReport.state;
    const terms = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    const active = filters.filter(([name]) => state[name].length);
    let shown = 0;
    for (const each of rows) {
      const fits = (!state.s.length || state.s.includes(each.test.status))
        && active.every(([name, , values]) => values(each.test).some(value => state[name].includes(value)))
        && (!terms.length || terms.every(term => (each.text ??= textOf(each.test)).includes(term)));
      each.node.hidden = each.node.parentElement.hidden = !fits;
      if (fits) shown++;
      if (each.test.id === state.t) { each.node.setAttribute('aria-current', 'true'); } else each.node.removeAttribute('aria-current');
    }
    const filtered = terms.length || active.length || state.s.length;
    countNode.replaceChildren(filtered ? `${shown} of ${rows.length} tests ` : `${rows.length} ${rows.length === 1 ? 'test' : 'tests'}`, filtered ? el('button.link', { type: 'button', onclick: () => {
      search.value = '';
      autonomaReport.go({ q: '', s: [], tag: [], flow: [], cat: [], prio: [] }, true);
    } }, 'show all') : '');
    for (const select of document.querySelectorAll('[data-filter]')) select.value = state[select.dataset.filter][0] || '';
    for (const button of document.querySelectorAll('.count')) button.setAttribute('aria-pressed', String(state.s.some(status => button.classList.contains(`s-${status}`))));
    if (search !== document.activeElement) search.value = state.q;
    if (filtered) say(`${shown} of ${rows.length} tests shown`);
    document.body.classList.toggle('has-test', Boolean(state.t));
  };

  return { draw, apply, focusSearch: () => { search?.focus(); search?.select(); }, current: () => rows.find(each => each.test.id === autonomaReport.state.t)?.node };
})();
