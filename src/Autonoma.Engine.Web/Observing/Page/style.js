// How things are painted. Colours become one number: red, green, blue, alpha, a byte each.
const colours = new Map();
let probe = null;
function colour(text) {
  let packed = colours.get(text);
  if (packed !== undefined) return packed;
  const m = /^rgba?\((\d+(?:\.\d+)?), (\d+(?:\.\d+)?), (\d+(?:\.\d+)?)(?:, ([\d.]+))?\)$/.exec(text);
  if (m) packed = pack(m[1], m[2], m[3], m[4] === undefined ? 1 : +m[4]);
  else packed = paintedColour(text);
  if (colours.size > 2000) colours.clear();
  colours.set(text, packed);
  return packed;
}
const pack = (r, g, b, a) => ((Math.round(r) * 256 + Math.round(g)) * 256 + Math.round(b)) * 256 + Math.round(a * 255);
const alphaOf = c => c % 256;
// Colour spaces that only the browser can convert are painted and read back.
function paintedColour(text) {
  if (!probe) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    probe = nativeGetContext.call(canvas, '2d', { willReadFrequently: true });
  }
  if (!probe) return 0;
  native2d.clearRect.call(probe, 0, 0, 1, 1);
  probe.fillStyle = '#00000000';
  probe.fillStyle = text;
  native2d.fillRect.call(probe, 0, 0, 1, 1);
  const d = probe.getImageData(0, 0, 1, 1).data;
  return pack(d[0], d[1], d[2], d[3] / 255);
}
function blend(over, under) {
  const a = alphaOf(over) / 255;
  if (a >= 0.99) return over;
  if (a <= 0.01) return under;
  const mix = shift => {
    const o = Math.floor(over / shift) % 256, u = Math.floor(under / shift) % 256;
    return Math.round(o * a + u * (1 - a));
  };
  return pack(mix(16777216), mix(65536), mix(256), 1);
}
function backgroundOf(cs, mayHaveImage = true) {
  const own = colour(cs.backgroundColor);
  if (alphaOf(own) > 0 || !mayHaveImage) return own;
  const image = cs.backgroundImage;
  if (image !== 'none' && image.includes('gradient')) {
    const stop = /(rgba?\([^)]*\)|#[0-9a-f]{3,8}|oklch\([^)]*\)|color\([^)]*\))/i.exec(image);
    if (stop) return colour(stop[1]);
  }
  return own;
}
// Keywords are read at a third of the price of lengths and colours, and a name put together at run time costs more than either.
const BORDERLESS = Object.freeze(['none']);
function borderOf(cs) {
  const styles = cs.borderStyle, outline = cs.outlineStyle;
  if (styles === 'none' && outline === 'none') return -1;
  let widest = 0, found = -1;
  const side = (width, name) => {
    if (width <= widest) return;
    const c = colour(cs[name]);
    if (alphaOf(c) > 0) { widest = width; found = c; }
  };
  // One word for all sides, or top, right, bottom and left, of which the later ones may be left out.
  const sides = styles === 'none' ? BORDERLESS : styles.split(' ');
  const top = sides[0] !== 'none', right = (sides[1] || sides[0]) !== 'none', bottom = (sides[2] || sides[0]) !== 'none', left = (sides[3] || sides[1] || sides[0]) !== 'none';
  if ((top || right || bottom || left) && !(top && right && bottom && left && cs.borderWidth === '0px')) {
    if (top) side(parseFloat(cs.borderTopWidth), 'borderTopColor');
    if (right) side(parseFloat(cs.borderRightWidth), 'borderRightColor');
    if (bottom) side(parseFloat(cs.borderBottomWidth), 'borderBottomColor');
    if (left) side(parseFloat(cs.borderLeftWidth), 'borderLeftColor');
  }
  if (outline !== 'none') {
    const width = parseFloat(cs.outlineWidth);
    if (width > widest) {
      const c = colour(cs.outlineColor);
      if (alphaOf(c) > 0) found = c;
    }
  }
  return found;
}
function fillOf(svg) {
  for (const shape of svg.querySelectorAll('path, circle, rect, polygon, polyline, line, ellipse, use, text')) {
    const cs = getComputedStyle(shape);
    if (cs.fill && cs.fill !== 'none' && !cs.fill.startsWith('url')) { const c = colour(cs.fill); if (alphaOf(c) > 0) return c; }
    if (cs.stroke && cs.stroke !== 'none' && !cs.stroke.startsWith('url')) { const c = colour(cs.stroke); if (alphaOf(c) > 0) return c; }
  }
  return -1;
}
