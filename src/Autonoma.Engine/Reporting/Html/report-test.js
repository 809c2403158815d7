// One test: the verdict, the failure first, then every step on a time line, then what the run left.
const testPane = (() => {
  'use strict';
  const { el, icon, mark, words, ms, copyButton, fold, quoted } = ui;
  const reasons = { success: 'passed', error: 'failed', 'max-steps': 'stopped: too many steps', timeout: 'timed out', cancelled: 'cancelled' };

  const place = (row, line) => row.file ? `${row.file}${line ? `:${line}` : ''}` : '';
  const where = (row, line) => place(row, line) && el('span.where', el('code', place(row, line)), copyButton(place(row, line), 'file and line'));

  const failedStep = run => run.reason === 'success' ? null : run.steps.find(step => step.status === 'failed' && step.section !== 'expected');

  const failure = (test, row, run) => {
    if (run.reason === 'success') return null;
    const step = failedStep(run);
    if (!step) return el('section.failure', el('h3', 'Why it did not pass'), el('p.message', run.reasoning), pictures.figure(test.pictures[run.final], run.viewport, [], 'The screen at the end'));
    const attempts = step.attempts.filter(each => each.status === 'failed');
    const last = attempts[attempts.length - 1] || step.attempts[step.attempts.length - 1];
    return el('section.failure', { id: 'failure' },
      el('h3', `${step.section === 'setup' ? 'Setup step' : 'Step'} ${step.number} failed`, step.failure !== 'none' && el('span.kind', overviewPane.kinds[step.failure] || step.failure)),
      el('p.step', quoted(step.text)), where(row, step.line),
      step.message && el('p.message', step.message),
      last && evidence.attempt(test, run, last, 'f', last.outcome === step.message || step.message.includes(last.outcome)),
      !last && pictures.figure(test.pictures[run.final], run.viewport, [], 'The screen when it stopped'));
  };

  const timeline = (test, row, run) => {
    const total = Math.max(run.duration, 1);
    const starts = [];
    let section = '';
    const items = [];
    for (const step of run.steps) {
      if (step.section !== section) {
        section = step.section;
        const title = { setup: 'Setup', step: 'Steps', expected: 'Expected result (extra evidence)' }[section] || section;
        if (section !== 'step' || items.length) items.push(el('li.part', title));
      }
      const at = step.attempts.length ? step.attempts[0].startedAt : null;
      const open = autonomaReport.state.step === step.number;
      const details = fold(open, [
        mark(step.status), el('span.number', step.number), el('span.text', quoted(step.text), decided.chips(run, step)),
        el('span.gantt', { 'aria-hidden': 'true' }, at !== null && el('span', { style: { left: `${at / total * 100}%`, width: `${Math.max(0.6, step.duration / total * 100)}%` } })),
        el('span.time', step.status === 'skipped' ? '' : ms(step.duration)),
      ], () => el('div.body', el('p.links', where(row, step.line), at !== null && run.video && el('button.link.seek', { type: 'button', 'data-at': at }, `at ${ms(at)} in the video`)), decided.line(run, step),
        step.message && el('p.message', step.message), step.attempts.map((each, i) => evidence.attempt(test, run, each, `s${step.number}-${i}`, each.outcome === step.message)),
        !step.attempts.length && !step.message && el('p.note', 'Not carried out.')), { class: `step s-${step.status}`, id: `step-${step.number}` });
      const node = el('li', details);
      items.push(node);
      if (at !== null) starts.push({ node, at });
    }
    return { node: el('section', el('div.bar-title', el('h3', 'Steps'), el('button.link', { type: 'button', onclick: event => toggleAll(event.currentTarget) }, 'expand all')), el('ol.timeline', items)), starts };
  };

  const toggleAll = button => {
    const open = button.textContent === 'expand all';
    for (const details of document.querySelectorAll('.timeline > li > details')) details.show(open);
    button.textContent = open ? 'collapse all' : 'expand all';
  };

  const tries = (test, index, row) => test.tries.length < 2 ? null : el('div.tries', { role: 'group', 'aria-label': 'Tries' }, test.tries.map((run, i) => el('button', {
    type: 'button', 'aria-pressed': String(i === index), onclick: () => autonomaReport.go({ t: row.id, try: i + 1, step: 0 }, true),
  }, mark(run.reason === 'success' ? 'passed' : 'failed'), `Try ${run.try}`, el('small', ms(run.duration)))));

  const about = test => {
    const lines = [['About', test.description], ['Proves', test.intent], ['Might catch', test.mightCatch], ['Scenario', test.scenario]].filter(([, text]) => text);
    return lines.length ? fold(false, 'About this test', () => el('dl.facts', lines.map(([name, text]) => [el('dt', name), el('dd', text)])), { class: 'section' }) : null;
  };

  const head = (row, run) => el('header.test',
    el('button.back', { type: 'button', onclick: () => autonomaReport.go({ t: null, try: 0, step: 0 }) }, icon('back'), 'All tests'),
    el('h2', mark(row.status), row.title),
    el('p.meta', where(row, 0), row.flow && el('span.chip', row.flow), row.category && el('span.chip', `category ${row.category}`), row.priority && el('span.chip', row.priority), row.tags.map(tag => el('span.chip', `#${tag}`)),
      run && el('span', ms(run.duration)), run && el('span', run.platform), run && run.viewport.width > 0 && el('span', `${run.viewport.width} × ${run.viewport.height}`), run && run.startUrl && el('span.url', run.startUrl)));

  const draw = async (into, row) => {
    into.setAttribute('aria-busy', 'true');
    const test = row.tries || row.status !== 'not-run' ? await autonomaReport.load(row.n) : null;
    if (autonomaReport.state.t !== row.id) return;
    into.removeAttribute('aria-busy');
    if (!test || !test.tries.length) {
      into.replaceChildren(el('article', head(row, null), el('p.banner', row.status === 'running' ? 'It is running now; what it does is shown when it has ended.' : row.status === 'not-run' ? 'It was not run.' : `The details could not be loaded: data/test-${row.n}.js is missing beside this page.`),
        row.steps.length ? el('ol.plain', row.steps.map(step => el('li', quoted(step)))) : null));
      return;
    }
    const index = Math.min(Math.max((autonomaReport.state.try || test.tries.length) - 1, 0), test.tries.length - 1);
    const run = test.tries[index];
    const steps = timeline(test, row, run);
    const video = logs.video(run, steps.starts, test.pictures[run.final]);
    const passed = run.reason === 'success';
    into.replaceChildren(el('article', head(row, run), tries(test, index, row),
      el(`p.verdict.s-${passed ? 'passed' : 'failed'}`, el('b', `${words[reasons[run.reason]] || reasons[run.reason]}: `), run.reasoning),
      decided.summary(run), decided.use(run), run.notes.map(note => el('p.note', note)),
      decided.heals(test, row, run),
      (failedStep(run) || !run.heals.length) && failure(test, row, run), steps.node, video && video.node, logs.both(run), logs.memory(run), about(test), logs.files(run)));
    if (video) into.addEventListener('click', event => { const seek = event.target.closest('.seek'); if (seek) video.seek(Number(seek.dataset.at)); });
    if (autonomaReport.state.step) document.getElementById(`step-${autonomaReport.state.step}`)?.scrollIntoView({ block: 'start' });
  };

  return { draw };
})();
