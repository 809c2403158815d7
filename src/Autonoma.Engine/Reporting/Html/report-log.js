// Console and network of a run, errors first to be seen, and the video with the steps as its chapters.
const logs = (() => {
  'use strict';
  const { el, fold, ms, bytes } = ui;

  const table = (lines, run, title) => {
    if (!lines.length) return null;
    const bad = lines.filter(line => line.level === 'error').length;
    const warned = lines.filter(line => line.level === 'warning').length;
    let onlyBad = false;
    const body = el('tbody');
    const draw = () => body.replaceChildren(...lines.filter(line => !onlyBad || line.level !== 'info').map(line => el(`tr.l-${line.level}`,
      el('td.n', line.offsetMs < 0 ? '' : ms(line.offsetMs)), el('td', el('span.tag', line.source === 'page-error' ? 'uncaught' : line.source === 'blocked' ? 'blocked' : line.level)), el('td.text', line.text))));
    draw();
    return fold(bad > 0 && lines.length <= 30, [`${title} `, el('small', `${lines.length}`), bad > 0 && el('span.tag.bad', `${bad} error${bad > 1 ? 's' : ''}`), warned > 0 && el('span.tag.warn', `${warned} warning${warned > 1 ? 's' : ''}`)],
      () => el('div', bad + warned > 0 && bad + warned < lines.length && el('label.check', el('input', { type: 'checkbox', onchange: event => { onlyBad = event.target.checked; draw(); } }), ' errors and warnings only'),
        el('div.scroll.log', { tabindex: '0', role: 'region', 'aria-label': title }, el('table', el('thead.visually-hidden', el('tr', ['At', 'Kind', 'Text'].map(name => el('th', { scope: 'col' }, name)))), body)),
        run.logLeftOut > 0 && el('p', `${run.logLeftOut} more lines are in the files below.`)), { class: 'section' });
  };

  const isNetwork = line => line.source === 'network' || line.source === 'blocked';
  const both = run => [table(run.log.filter(line => !isNetwork(line)), run, 'Console'), table(run.log.filter(isNetwork), run, 'Network')];

  const memory = run => Object.keys(run.memory).length ? fold(true, ['Memory ', el('small', Object.keys(run.memory).length)],
    () => el('table', el('tbody', Object.entries(run.memory).map(([name, value]) => el('tr', el('th', { scope: 'row' }, el('code', `{{${name}}}`)), el('td.text', value))))), { class: 'section' }) : null;

  const files = run => run.files.length ? fold(false, ['Files ', el('small', run.files.length)],
    () => el('ul.files', run.files.map(file => el('li', el('a', { href: file.href }, file.name), ' ', el('small', bytes(file.bytes))))), { class: 'section' }) : null;

  // starts: [{ node, at }] of the steps, in order; the one that is playing is marked.
  const video = (run, starts, poster) => {
    if (!run.video) return null;
    const player = el('video', { src: run.video, controls: true, preload: 'metadata', poster: poster ? poster.src : null, 'aria-label': 'Video of the run' });
    player.addEventListener('error', () => player.replaceWith(el('p.note', 'The video cannot be played; it may not have been finished.')));
    player.addEventListener('timeupdate', () => {
      const at = player.currentTime * 1000;
      const now = starts.filter(each => each.at <= at + 20).pop();
      for (const each of starts) each.node.classList.toggle('playing', each === now && !player.paused);
    });
    return { player, node: el('section.video', el('h3', 'Video'), player), seek: at => { player.currentTime = at / 1000; player.scrollIntoView({ block: 'nearest' }); } };
  };

  return { both, memory, files, video };
})();
