// Charts and diagrams are walked; of an icon only its text and what has a name or a handler matters.
function visitSvg(svg, index, c, rect) {
  const drawing = rect.width > 56 && rect.height > 56;
  let some = false, budget = 600;
  (function inside(el, parent) {
    for (const child of el.children) {
      const tag = child.localName;
      if (SKIPPED.has(tag)) continue;
      if (tag === 'text' || tag === 'foreignObject') { if (visit(child, parent, c)) some = true; continue; }
      const matters = drawing || child.hasAttribute('role') || child.hasAttribute('aria-label') || child.hasAttribute('tabindex') || listensToPointer(child, tag);
      if (matters && budget-- > 0 && tag !== 'g' && tag !== 'a' && tag !== 'svg') { if (visit(child, parent, c)) some = true; }
      else if (matters && budget-- > 0) { if (visit(child, parent, c)) some = true; }
      else inside(child, parent);
    }
  })(svg, index);
  return some;
}
function ownFill(cs) {
  for (const paint of [cs.fill, cs.stroke]) {
    if (paint && paint !== 'none' && !paint.startsWith('url')) { const c = colour(paint); if (alphaOf(c) > 0) return c; }
  }
  return -1;
}
function visitPainted(canvas, index, c, cs, rect) {
  const left = parseFloat(cs.borderLeftWidth) + parseFloat(cs.paddingLeft), topEdge = parseFloat(cs.borderTopWidth) + parseFloat(cs.paddingTop);
  const content = { x: rect.left + left, y: rect.top + topEdge, w: rect.width - left - parseFloat(cs.borderRightWidth) - parseFloat(cs.paddingRight), h: rect.height - topEdge - parseFloat(cs.borderBottomWidth) - parseFloat(cs.paddingBottom) };
  for (const p of paintedIn(canvas, content)) {
    const box = [p.x, p.y, p.x + p.w, p.y + p.h];
    const shown = meet(box, meet(c.clip, [content.x, content.y, content.x + content.w, content.y + content.h]));
    const area = shown[2] > shown[0] && shown[3] > shown[1];
    if (!area) continue;
    let flags = F.visible;
    if (c.hidden) flags |= F.transparent;
    if (shown[0] < look.width && shown[1] < look.height && shown[2] > 0 && shown[3] > 0) flags |= F.inViewport;
    const x = {};
    let style = -1;
    if (p.kind === 't') x.o = p.text;
    else {
      const fill = p.fill === null ? 0 : colour(p.fill);
      const styleRow = [c.styleRow.color, fill, blend(fill, c.backdrop), -1, fill, 400, c.styleRow.size, 0, 0, 0, round(c.opacity), cs.cursor];
      const key = 'p' + styleRow.join();
      style = look.styleIndex.get(key);
      if (style === undefined) { look.styleIndex.set(key, style = look.styles.length); look.styles.push(styleRow); }
    }
    if (c.layer) x.ly = c.layer;
    look.nodes.push([p.id, index, p.kind === 't' ? '#text' : '#shape', p.kind === 't' ? 'text' : 'graphics-symbol', flags, round(p.x), round(p.y), round(p.w), round(p.h), style, x,
      [round(shown[0]), round(shown[1]), round(shown[2] - shown[0]), round(shown[3] - shown[1])]]);
  }
  return false;
}
