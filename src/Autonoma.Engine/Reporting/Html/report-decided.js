// Who decided: the interpreter, the recording or a model; what was healed; what models were asked and what that cost.
const decided = (() => {
  'use strict';
  const { el, icon } = ui;

  const isModel = by => by !== 'interpreter' && by !== 'recording';
  const healsOf = (run, step) => run.heals.filter(heal => heal.step === step.number);

  // What is usual needs no mark: the interpreter decides for nothing. What was replayed, chosen by a model or healed is said beside the sentence.
  const chips = (run, step) => {
    const healed = healsOf(run, step).length > 0;
    return [step.by === 'recording' && el('span.tag.by', 'recorded'), step.by && isModel(step.by) && el('span.tag.by.model', step.by), healed && el('span.tag.warn.by', 'healed')];
  };

  const line = (run, step) => step.by && el('p.note.decided', step.by === 'recording' ? 'Replayed as recorded: nothing was decided.' : step.by === 'interpreter' ? 'Decided by the interpreter: no model was asked.' : `Decided by ${step.by}.`,
    healsOf(run, step).length > 0 && ' What was recorded is no longer there; another element was taken in its place.');

  // "12 steps replayed, 1 by the interpreter, 2 by model x"
  const summary = run => {
    const counts = new Map();
    for (const step of run.steps) if (step.by) counts.set(step.by, (counts.get(step.by) || 0) + 1);
    if (!counts.size || (counts.size === 1 && counts.has('interpreter'))) return null;
    return el('p.note.decided', 'Decided: ', [...counts].map(([by, count], i) => [i ? ', ' : '', `${count} ${count === 1 ? 'step' : 'steps'} ${by === 'recording' ? 'as recorded' : `by ${by === 'interpreter' ? 'the interpreter' : by}`}`]), '.');
  };

  const number = value => value.toLocaleString('en-US');
  const money = value => value === 0 ? '$0' : `$${value.toFixed(value < 0.01 ? 6 : 4).replace(/0+$/, '').replace(/\.$/, '')}`;

  // "3 calls (1 failed), 4,120 tokens (3,900 in, 220 out), $0.0021"
  const useText = use => [
    `${number(use.calls)} ${use.calls === 1 ? 'call' : 'calls'}${use.failed ? ` (${number(use.failed)} failed)` : ''}`,
    `${number(use.inputTokens + use.outputTokens)} tokens (${number(use.inputTokens)} in${use.cachedTokens ? `, ${number(use.cachedTokens)} of them cached` : ''}, ${number(use.outputTokens)} out)`,
    use.cost === undefined || use.cost === null ? 'price not known' : `${money(use.cost)}${use.unpriced ? `, and ${number(use.unpriced)} without a price` : ''}`,
  ].join(', ');

  const use = run => run.modelUse ? el('p.note.use', el('b', 'Models: '), `${useText(run.modelUse)}.`) : null;

  const sum = uses => uses.filter(Boolean).reduce((all, each) => ({
    calls: all.calls + each.calls, failed: all.failed + each.failed, inputTokens: all.inputTokens + each.inputTokens, outputTokens: all.outputTokens + each.outputTokens, cachedTokens: all.cachedTokens + each.cachedTokens,
    cost: all.cost === null && (each.cost === undefined || each.cost === null) ? null : (all.cost || 0) + (each.cost || 0), unpriced: all.unpriced + each.unpriced,
  }), { calls: 0, failed: 0, inputTokens: 0, outputTokens: 0, cachedTokens: 0, cost: null, unpriced: 0 });

  const heals = (test, row, run) => run.heals.length ? el('section.heals', { id: 'heals' },
    el('h3', icon('flaky'), `${run.heals.length} proposed ${run.heals.length === 1 ? 'heal' : 'heals'}`),
    el('p.note', 'Taken in place of what was recorded. Nothing is kept until somebody accepts it: ', el('code', `autonoma heal accept ${row.file || 'TEST'}`)),
    run.heals.map(heal => el('article.heal',
      el('h4', el('button.link', { type: 'button', onclick: () => autonomaReport.go({ step: heal.step }, true) }, `Step ${heal.step}`), `, decided by ${heal.by}`),
      el('dl.compare', el('dt', 'Recorded'), el('dd.expected', heal.recorded), el('dt', 'Taken'), el('dd.found', heal.now), heal.moved.length > 0 && [el('dt', 'Moved'), el('dd', heal.moved.join('; '))]),
      el('div.pictures', pictures.figure(test.pictures[heal.before], run.viewport, [], 'When the recorded element was missed'), pictures.figure(test.pictures[heal.after], run.viewport, [], 'After the other one was taken'))))) : null;

  return { chips, line, summary, use, useText, sum, heals };
})();
