// What is shown while no test is chosen: what failed and why, what is slow, how the parts of the suite stand, what it ran on.
const overviewPane = (() => {
  'use strict';
  const { el, mark, ms, words } = ui;

  const link = test => el('a', { href: `#?t=${encodeURIComponent(test.id)}`, onclick: event => { event.preventDefault(); autonomaReport.go({ t: test.id, try: 0, step: 0 }); } }, test.title);

  const failures = tests => tests.map(test => el(`article.card.s-${test.status}`,
    el('h3', mark(test.status), link(test), test.failure && el('span.kind', kinds[test.failure] || test.failure)),
    test.failedStep && el('p.step', ui.quoted(test.failedStep)), test.message && el('p.message', test.message), el('p.where', test.file || '')));

  const bars = tests => {
    const longest = Math.max(...tests.map(test => test.duration), 1);
    return el('ol.bars', tests.map(test => el('li', el('span.bar', { style: { width: `${Math.max(1, test.duration / longest * 100)}%` } }), el('span.label', mark(test.status), link(test)), el('span.time', ms(test.duration)))));
  };

  const groups = (label, name, of) => {
    const data = autonomaReport.data;
    const known = new Map();
    for (const test of data.tests) {
      const key = of(test);
      if (!key) continue;
      const entry = known.get(key) || { passed: 0, failed: 0, flaky: 0, other: 0, time: 0 };
      entry[test.status in entry ? test.status : 'other']++;
      entry.time += test.duration;
      known.set(key, entry);
    }
    if (known.size < 2) return null;
    return el('section', el('h2', `By ${label.toLowerCase()}`), el('table', el('thead', el('tr', [label, 'Failed', 'Flaky', 'Passed', 'Other', 'Time'].map((title, i) => el('th', { scope: 'col', class: i ? 'n' : null }, title)))),
      el('tbody', [...known].sort((a, b) => b[1].failed - a[1].failed || a[0].localeCompare(b[0])).map(([key, entry]) => el('tr',
        el('th', { scope: 'row' }, el('button.link', { type: 'button', onclick: () => autonomaReport.go({ [name]: [key] }, true) }, key)),
        ['failed', 'flaky', 'passed', 'other'].map(status => el(`td.n${entry[status] ? `.s-${status}` : '.none'}`, entry[status] || '–')), el('td.n', ms(entry.time)))))));
  };

  const kinds = {
    assertion: 'false claim', undecidable: 'undecidable', unresolved: 'step not understood', grounding: 'element not found', drift: 'not what was recorded', action: 'action had no effect', 'no-assertion': 'asserts nothing',
    limit: 'limit reached', app: 'app not reachable', engine: 'browser or tool', setup: 'setup', environment: 'environment not made', cancelled: 'cancelled', none: '',
  };

  const draw = into => {
    const data = autonomaReport.data;
    const wrong = data.tests.filter(test => test.status === 'failed');
    const flaky = data.tests.filter(test => test.status === 'flaky');
    const slow = data.tests.filter(test => test.tries).sort((a, b) => b.duration - a.duration).slice(0, 8);
    const asked = data.tests.map(test => test.modelUse).filter(Boolean);
    const healed = data.tests.filter(test => test.heals);
    const facts = [['Started', new Date(data.startedAt).toLocaleString()], ['Took', ms(data.duration)], ['Browser', data.platform], ['Address', data.baseUrl], ['Tests', data.folder], ['Workers', data.workers], ['Shard', data.shard], ['Autonoma', data.toolVersion], ['Models', asked.length ? decided.useText(decided.sum(asked)) : null]];
    into.replaceChildren(el('div.overview',
      data.state === 'running' && el('p.banner.running', mark('running'), 'The suite is still running; this page follows.'),
      data.state === 'cancelled' && el('p.banner', mark('cancelled'), 'The suite was stopped; these are the results so far.'),
      data.stoppedBecause && el('p.banner', data.stoppedBecause),
      data.problems.map(problem => el('p.banner.bad', mark('failed'), problem)),
      wrong.length ? el('section', el('h2', `${wrong.length} failed`), failures(wrong.slice(0, 40)), wrong.length > 40 && el('p', `and ${wrong.length - 40} more in the list`)) : null,
      healed.length ? el('section', el('h2', `${healed.length} with proposed heals`), el('ul.healed', healed.map(test => el('li', link(test), ` (${test.heals})`)))) : null,
      flaky.length ? el('section', el('h2', `${flaky.length} flaky`), failures(flaky.slice(0, 20))) : null,
      !wrong.length && !flaky.length && data.state === 'finished' && el('p.banner.good', mark('passed'), `All ${data.tests.filter(test => test.status === 'passed').length} tests that ran passed.`),
      el('div.columns', slow.length ? el('section', el('h2', 'Slowest'), bars(slow)) : null, groups('Flow', 'flow', test => test.flow), groups('Category', 'cat', test => test.category), groups('Priority', 'prio', test => test.priority),
        el('section', el('h2', 'Environment'), el('dl.facts', facts.filter(([, value]) => value).map(([name, value]) => [el('dt', name), el('dd', value)]))))));
  };

  return { draw, kinds, words };
})();
