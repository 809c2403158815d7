// Clipping, hiding and what lies on top.
const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
const meet = (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];

// Laid out, but made invisible on purpose: clipped to nothing, one pixel big, moved off the page.
function isClippedAway(el, cs, rect, position) {
  if (position !== 'static') {
    if (cs.clip !== 'auto') {
      const m = /rect\(([\d.]+)px,? ([\d.]+)px,? ([\d.]+)px,? ([\d.]+)px\)/.exec(cs.clip);
      if (m && (m[1] - m[3] >= -1 && m[2] - m[4] <= 1)) return true;
    }
    if (rect.right + window.scrollX <= 0 && document.documentElement.dir !== 'rtl') return true;
    if (rect.bottom + window.scrollY <= 0 && position !== 'fixed') return true;
    if (position === 'fixed' && (rect.right <= 0 || rect.bottom <= 0 || rect.left >= window.innerWidth || rect.top >= window.innerHeight)) return true;
  }
  if (rect.width <= 1.5 && rect.height <= 1.5 && cs.overflowX !== 'visible') return true;
  const path = cs.clipPath;
  if (path !== 'none') {
    const m = /^inset\(([\d.]+)(%|px)/.exec(path);
    if (m && (m[2] === '%' ? +m[1] >= 50 : 2 * m[1] >= Math.min(rect.width, rect.height))) return true;
    if (/^(?:circle|ellipse)\(0(?:px|%)/.test(path)) return true;
  }
  return false;
}
// 2: a modal dialog, 1: a popover or full screen, 0: none.
function isTopLayer(el, tag, a) {
  if (tag === 'dialog') return el.matches(':modal') ? 2 : 0;
  if (a.popover !== undefined) return el.matches(':popover-open') ? 1 : 0;
  return (look === null ? document.fullscreenElement : look.fullscreen) === el ? 1 : 0;
}
// Whether a hit on `hit` is a hit on `el`: itself, something inside, or its label (which passes the click on).
function belongs(el, hit) {
  if (hit === el || containsAcross(el, hit)) return true;
  if (LABELABLE.has(el.localName) || el.localName.includes('-')) {
    for (const label of labelsOf(el, el.localName)) if (label === hit || containsAcross(label, hit)) return true;
  }
  if (el.localName === 'label' && el.control && (el.control === hit || containsAcross(el.control, hit))) return true;
  // The decoration of a choice and its invisible native control share one label, or lie in one box: a click on either is a click on both.
  const label = el.closest ? el.closest('label') : null;
  if (label && label.control && (label.control === hit || containsAcross(label, hit) && !hit.closest('a, button'))) return true;
  return hit.localName === 'input' && el.parentElement !== null && el.parentElement.contains(hit) && +getComputedStyle(hit).opacity < 0.06;
}
function frameBox(el, cs, rect) {
  const kx = el.offsetWidth ? rect.width / el.offsetWidth : 1, ky = el.offsetHeight ? rect.height / el.offsetHeight : 1;
  const left = el.clientLeft + (parseFloat(cs.paddingLeft) || 0), topEdge = el.clientTop + (parseFloat(cs.paddingTop) || 0);
  return [round(rect.left + left * kx), round(rect.top + topEdge * ky), round(kx * 1000) / 1000, round(ky * 1000) / 1000];
}
// Place of a frame's document: left, top, scale, scale, width, height; null when it is not displayed.
function frameRect(id) {
  const el = elementOf(id);
  if (!el) return null;
  const rect = el.getBoundingClientRect();
  if (rect.width === 0 && rect.height === 0) return null;
  const box = frameBox(el, getComputedStyle(el), rect);
  return [...box, el.clientWidth * box[2], el.clientHeight * box[3]];
}
