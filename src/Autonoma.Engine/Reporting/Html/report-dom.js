// Building blocks of the page. Everything that a test, a page or a console said is inserted as text, never as markup.
const ui = (() => {
  'use strict';

  // el('p.note', { title: 'x', onclick: f }, 'text', child): strings become text nodes; null and false are left out.
  const el = (spec, ...rest) => {
    const [tag, ...classes] = spec.split('.');
    const node = document.createElement(tag || 'div');
    if (classes.length) node.className = classes.join(' ');
    for (const part of rest) add(node, part);
    return node;
  };

  const add = (node, part) => {
    if (part === null || part === undefined || part === false) return;
    if (Array.isArray(part)) { for (const each of part) add(node, each); return; }
    if (part instanceof Node) { node.append(part); return; }
    if (typeof part !== 'object') { node.append(String(part)); return; }
    for (const [name, value] of Object.entries(part)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
      else if (name === 'style') Object.assign(node.style, value);
      else node.setAttribute(name, value === true ? '' : String(value));
    }
  };

  const shapes = {
    passed: 'M3 8.5l3.2 3.2L13 4.8', held: 'M3 8.5l3.2 3.2L13 4.8',
    failed: 'M4 4l8 8M12 4l-8 8', flaky: 'M2 10c2-6 4-6 6-2s4 4 6-2', undecidable: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.8-1.1 1.7M8 12.6v.4',
    'not-run': 'M3.5 8h9', skipped: 'M3.5 8h9', cancelled: 'M4.5 4.5h7v7h-7z', running: 'M8 2.5a5.5 5.5 0 1 1-5.5 5.5',
    copy: 'M6 6h7v7H6zM3 10V3h7', chevron: 'M6 4l4 4-4 4', back: 'M10 3L5 8l5 5', theme: 'M8 2.5a5.5 5.5 0 1 0 0 11z', link: 'M7 9l5-5M8.5 4H12v3.5M11 9v3H4V5h3',
  };

  const icon = (name, label) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('class', `icon i-${name}`);
    if (label) { svg.setAttribute('role', 'img'); svg.setAttribute('aria-label', label); } else svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', shapes[name] || shapes.skipped);
    svg.append(path);
    return svg;
  };

  const words = { passed: 'passed', failed: 'failed', flaky: 'flaky', cancelled: 'cancelled', 'not-run': 'not run', running: 'running', skipped: 'not carried out', held: 'held', undecidable: 'undecidable' };
  const mark = status => icon(status, words[status] || status);

  const ms = value => value === undefined ? '' : value < 1 ? '0 ms' : value < 1000 ? `${Math.round(value)} ms` : value < 60000 ? `${(value / 1000).toFixed(value < 10000 ? 2 : 1)} s`
    : `${Math.floor(value / 60000)} min ${Math.round(value % 60000 / 1000)} s`;

  const bytes = value => value < 1000 ? `${value} B` : value < 1e6 ? `${(value / 1000).toFixed(1)} kB` : `${(value / 1e6).toFixed(1)} MB`;

  const say = text => { document.getElementById('said').textContent = text; };

  const copyButton = (text, label) => el('button.copy', {
    type: 'button', title: `Copy ${label}`, 'aria-label': `Copy ${label}`,
    onclick: async event => {
      const button = event.currentTarget;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // Pages opened from a file may not use the clipboard directly.
        const area = el('textarea', { style: { position: 'fixed', opacity: '0' } });
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
        button.focus();
      }
      button.classList.add('done');
      say(`Copied ${text}`);
      setTimeout(() => button.classList.remove('done'), 1200);
    },
  }, icon('copy'));

  // A section that opens; its content is built when it is first needed.
  const fold = (open, summary, build, attributes) => {
    const details = el('details', attributes, el('summary', icon('chevron'), summary));
    const fill = () => { if (details.childElementCount === 1) add(details, build()); };
    if (open) { fill(); details.open = true; }
    details.addEventListener('toggle', () => { if (details.open) fill(); });
    // The browser tells of a toggle later: who opens by script fills at once, so that nothing is ever seen open and empty.
    details.show = shown => { if (shown) fill(); details.open = shown; };
    return details;
  };

  // "quoted" parts stand out in sentences.
  const quoted = text => text.split(/("[^"]*"|“[^”]*”|\{\{[^}]*\}\})/).map(part => /^["“{]/.test(part) && part.length > 1 ? el('q', part) : part);

  return { el, add, icon, mark, words, ms, bytes, say, copyButton, fold, quoted };
})();
