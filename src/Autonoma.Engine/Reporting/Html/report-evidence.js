// Why: what was considered for a step, which claims were judged, and how each ended.
const evidence = (() => {
  'use strict';
  const { el, mark, ms } = ui;

  const chosenOrBest = attempt => attempt.considered.find(each => each.chosen) || null;

  const highlight = (key, on) => { for (const node of document.querySelectorAll(`.outline[data-key="${key}"]`)) node.classList.toggle('lit', on); };

  const considered = (attempt, prefix) => {
    if (!attempt.considered.length) return null;
    const chosen = chosenOrBest(attempt);
    return el('div.considered', el('h4', chosen ? `Considered ${attempt.considered.length}, chose ${chosen.element}` : `Considered ${attempt.considered.length}, chose none`),
      el('div.scroll', { tabindex: '0', role: 'region', 'aria-label': 'Elements considered' }, el('table', el('thead', el('tr', el('th', { scope: 'col' }, 'Element'), el('th.n', { scope: 'col' }, 'Fit'), el('th', { scope: 'col' }, 'Why'))),
        el('tbody', attempt.considered.map((each, i) => el(`tr${each.chosen ? '.chosen' : ''}`, {
          onmouseenter: () => highlight(`${prefix}-${i}`, true), onmouseleave: () => highlight(`${prefix}-${i}`, false),
        }, el('td', each.chosen && el('span.tag', 'chosen'), each.element), el('td.n', el('meter', { min: 0, max: 1, value: each.score, 'aria-label': 'Fit' }), each.score.toFixed(2)), el('td', each.why)))))));
  };

  const claims = attempt => attempt.claims.length ? el('ul.claims', attempt.claims.map(claim => el(`li.claim.s-${claim.verdict}`, mark(claim.verdict), el('div', el('p.said', claim.claim),
    el('dl.compare', (claim.verdict !== 'held' || claim.expected) && [el('dt', 'Expected'), el('dd.expected', claim.expected || '–')], [el('dt', 'Found'), el('dd.found', claim.found || '–')]))))) : null;

  const outlines = (attempt, prefix, all) => {
    const list = [];
    if (all) attempt.considered.forEach((each, i) => { if (each.bounds && !each.chosen) list.push({ rect: each.bounds, kind: 'rival', label: each.element, key: `${prefix}-${i}` }); });
    attempt.claims.forEach(claim => { if (claim.bounds) list.push({ rect: claim.bounds, kind: `claim-${claim.verdict}`, label: claim.claim }); });
    const chosen = attempt.considered.findIndex(each => each.chosen);
    const target = attempt.targetBounds || (chosen >= 0 ? attempt.considered[chosen].bounds : null);
    if (target && !list.some(each => same(each.rect, target))) list.push({ rect: target, kind: 'target', label: attempt.target || '', key: `${prefix}-${chosen}` });
    return list;
  };

  const same = (a, b) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

  const describe = attempt => Object.entries(attempt.arguments).filter(([name, value]) => name !== 'command' && value !== null && value !== false && value !== 'left' && value !== 'none' && value !== 'onto'
    && !(name === 'count' && value === 1) && !(name === 'overwrite') && !(name === 'on')).map(([name, value]) => el('span.arg', el('i', name), ' ', Array.isArray(value) ? value.join(', ') : String(value)));

  // One execution of one command, in full.
  const attempt = (test, run, each, prefix, strip) => {
    const failed = each.status === 'failed';
    const lines = outlines(each, prefix, failed);
    // What was judged was judged on the last look; what was acted on was there before the action.
    const judged = each.claims.length > 0;
    return el(`div.attempt.s-${each.status}`,
      el('p.command', el('code', each.command), describe(each), el('span.time', ms(each.duration)), each.confidence !== undefined && each.confidence !== null && el('span.sure', `${Math.round(each.confidence * 100)} % sure`)),
      !strip && el('p.outcome', each.outcome),
      each.output !== undefined && each.output !== null && el('p.output', 'Gave ', el('q', `"${each.output}"`)),
      each.urlAfter && each.urlBefore !== each.urlAfter && el('p.url', 'Went to ', el('span', each.urlAfter)),
      claims(each),
      el('div.pictures', each.before !== undefined && each.before === each.after
        ? pictures.figure(test.pictures[each.before], run.viewport, lines, judged ? 'On the screen' : 'Before and after')
        : [pictures.figure(test.pictures[each.before], run.viewport, judged ? [] : lines, 'Before'), pictures.figure(test.pictures[each.after], run.viewport, judged || each.before === undefined ? lines : [], failed ? 'When it failed' : 'After')]),
      considered(each, prefix));
  };

  return { attempt };
})();
