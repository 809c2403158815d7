// Pictures with outlines drawn over: places are measured in CSS pixels of the viewport, whatever size the picture has.
const pictures = (() => {
  'use strict';
  const { el } = ui;

  const box = (rect, viewport, kind, label) => el(`span.outline.${kind}`, { title: label, style: {
    left: `${rect.x / viewport.width * 100}%`, top: `${rect.y / viewport.height * 100}%`,
    width: `${rect.width / viewport.width * 100}%`, height: `${rect.height / viewport.height * 100}%`,
  } }, label ? el('i', label) : null);

  const inView = (rect, viewport) => rect && viewport.width > 0 && viewport.height > 0 && rect.width > 0 && rect.height > 0
    && rect.x < viewport.width && rect.y < viewport.height && rect.x + rect.width > 0 && rect.y + rect.height > 0;

  // outlines: [{ rect, kind, label, key }]; the picture opens large when it is clicked.
  const figure = (picture, viewport, outlines, caption) => {
    if (!picture) return null;
    const shown = outlines.filter(each => inView(each.rect, viewport));
    const draw = () => el('span.frame', { style: { aspectRatio: `${picture.width} / ${picture.height}` } },
      el('img', { src: picture.src, width: picture.width, height: picture.height, loading: 'lazy', decoding: 'async', alt: caption }),
      shown.map(each => { const node = box(each.rect, viewport, each.kind, each.label); if (each.key !== undefined) node.dataset.key = each.key; return node; }));
    return el('figure', el('button.open', { type: 'button', 'aria-label': `${caption}: show large`, onclick: () => large(draw(), caption) }, draw()), el('figcaption', caption));
  };

  const large = (content, caption) => {
    const dialog = el('dialog.large', { 'aria-label': caption }, el('form', { method: 'dialog' }, el('p', caption), el('button', { autofocus: true }, 'Close')), content);
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('close', () => dialog.remove());
    // A form may not be submitted under the page's content policy; closing needs no form.
    dialog.querySelector('form').addEventListener('submit', event => { event.preventDefault(); dialog.close(); });
    document.body.append(dialog);
    dialog.showModal();
  };

  return { figure };
})();
