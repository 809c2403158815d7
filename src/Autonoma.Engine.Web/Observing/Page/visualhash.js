// A small hash of what an element draws besides text: the shape of an icon, the file of an image, the glyph of an icon font. It is made of what the page says it draws and never of pixels, so that
// colours, sizes, class names, fonts, the scale of the screen and the machine have no part in it.
const LARGEST_ICON = 96; // CSS pixels; what is larger both ways is content
const MOST_SHAPES = 60;  // what is made of more is a drawing
const GEOMETRY = {
  path: ['d'], polyline: ['points'], polygon: ['points'], circle: ['cx', 'cy', 'r'], ellipse: ['cx', 'cy', 'rx', 'ry'], rect: ['x', 'y', 'width', 'height', 'rx', 'ry'], line: ['x1', 'y1', 'x2', 'y2'],
};
const GLYPH = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/gu; // code points that only an icon font can draw
const ONLY_GLYPHS = /^[\s\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]+$/u;
const isIconSized = rect => rect.width <= LARGEST_ICON || rect.height <= LARGEST_ICON;

// The same icons come again and again, in every look.
const hashOfShapes = new Map(), hashOfPicture = new Map(), hashOfGlyphs = new Map();
function remembered(map, key, make) {
  let value = map.get(key);
  if (value === undefined) {
    if (map.size > 2000) map.clear();
    map.set(key, value = make(key));
  }
  return value;
}
// 64 bits as 16 hexadecimal digits: two multiplicative hashes of 32 bits that are mixed in the end.
function hashOf(text) {
  let a = 0xdeadbeef, b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ a >>> 16, 2246822507) ^ Math.imul(b ^ b >>> 13, 3266489909);
  b = Math.imul(b ^ b >>> 16, 2246822507) ^ Math.imul(a ^ a >>> 13, 3266489909);
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
const hashOfAll = parts => parts.length < 2 ? parts[0] || '' : hashOf(parts.join());
const glyphHash = text => remembered(hashOfGlyphs, text, glyphs => hashOf('glyph ' + glyphs));

// What `visit` knows of the element is handed over: nothing is asked of the page twice.
function visualHash(el, tag, a, cs, rect, pseudo, mayHavePicture) {
  if (tag === 'svg') return isIconSized(rect) ? shapeHash(el) : '';
  if (tag === 'img') return isIconSized(rect) ? pictureHash(a.src || el.currentSrc) : '';
  if (tag === 'input') return a.src && el.type === 'image' && isIconSized(rect) ? pictureHash(a.src) : '';
  if (tag === 'select' || tag === 'textarea') return '';
  const painted = pseudo === null ? '' : pseudo.drawn;
  // An image that the element itself is given, and not its kind, is content: a face, a photo.
  return painted || (mayHavePicture && isIconSized(rect) && !(el.hasAttribute('style') && el.style.backgroundImage) ? stylePictureHash(cs) : '');
}

// Shapes of an SVG icon, each as `tag|transform|geometry`: read in every look, since a framework puts another outline into the same element, but understood only once.
let shapes = '', shapeCount = 0;
function shapeHash(svg) {
  shapes = '';
  shapeCount = 0;
  collectShapes(svg, 0);
  return shapeCount === 0 || shapeCount > MOST_SHAPES ? '' : remembered(hashOfShapes, shapes, all => hashOf(all.slice(0, -1).split('\u0001').map(canonicalShape).join()));
}
function collectShapes(parent, depth) {
  for (let el = parent.firstElementChild; el !== null && shapeCount <= MOST_SHAPES; el = el.nextElementSibling) collectShape(el, el.localName, depth);
}
function collectShape(el, tag, depth) {
  if (tag === 'path') { shapeCount++; shapes += `path|${el.getAttribute('transform') || ''}|${el.getAttribute('d') || ''}\u0001`; return; }
  const names = GEOMETRY[tag];
  if (names !== undefined) {
    shapeCount++;
    shapes += `${tag}|${el.getAttribute('transform') || ''}`;
    for (const name of names) shapes += '|' + (el.getAttribute(name) || '');
    shapes += '\u0001';
    return;
  }
  switch (tag) {
    case 'g': case 'a': case 'svg': case 'symbol': case 'switch': {
      const transform = el.getAttribute('transform');
      if (transform) shapes += `group|${transform}|\u0001`;
      collectShapes(el, depth);
      if (transform) shapes += 'end||\u0001';
      return;
    }
    case 'use': {
      const href = el.getAttribute('href') || el.getAttribute('xlink:href') || '';
      const root = el.getRootNode(), id = href.startsWith('#') ? href.slice(1) : '';
      // A sprite of another file cannot be read: there the name of the symbol tells.
      const used = id && depth < 3 ? (root.getElementById ? root.getElementById(id) : null) || document.getElementById(id) : null;
      if (used !== null) { if (used.localName === 'symbol' || used.localName === 'svg') collectShapes(used, depth + 1); else collectShape(used, used.localName, depth + 1); return; }
      const name = href.slice(href.lastIndexOf('#') + 1);
      if (name) { shapeCount++; shapes += `use||${name}\u0001`; }
      return;
    }
    case 'image': {
      const picture = pictureHash(el.getAttribute('href') || el.getAttribute('xlink:href') || '');
      if (picture) { shapeCount++; shapes += `image||${picture}\u0001`; }
    }
  }
}
const NUMBER = /[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi;
// As far as anybody sees; what is added up from parts must not come out otherwise for the sake of the last digit.
const rounded = number => Math.floor(number * 100 + 0.5 + 1e-6) / 100 + 0;
function canonicalShape(shape) {
  const [tag, transform, ...geometry] = shape.split('|');
  const moved = transform.replace(/[\s,]+/g, ' ').replace(NUMBER, number => rounded(+number)).trim();
  if (tag === 'path') return `path|${moved}|${canonicalPath(geometry[0])}`;
  if (tag === 'polyline' || tag === 'polygon') return `${tag}|${moved}|${(geometry[0].match(NUMBER) || []).map(number => rounded(+number)).join(' ')}`;
  return `${tag}|${moved}|${geometry.map(value => tag === 'use' || tag === 'image' ? value : rounded(parseFloat(value) || 0)).join(' ')}`;
}
// The outline in absolute points: one icon may be written in many ways.
const ARGUMENTS = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
function canonicalPath(d) {
  const out = [];
  let x = 0, y = 0, startX = 0, startY = 0;
  for (const [, letter, text] of d.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    let command = letter.toLowerCase();
    const relative = command === letter, count = ARGUMENTS[command], values = argumentsOf(text, command);
    if (count === 0) { out.push('z'); x = startX; y = startY; continue; }
    for (let at = 0; at + count <= values.length; at += count) {
      const v = values.slice(at, at + count), dx = relative ? x : 0, dy = relative ? y : 0;
      if (command === 'h') { x = v[0] + dx; out.push('l', rounded(x), rounded(y)); continue; }
      if (command === 'v') { y = v[0] + dy; out.push('l', rounded(x), rounded(y)); continue; }
      // Radii, turn and flags of an arc are no points.
      const first = command === 'a' ? 5 : 0;
      for (let i = first; i < count; i++) v[i] += (i - first) % 2 === 0 ? dx : dy;
      x = v[count - 2];
      y = v[count - 1];
      out.push(command, ...v.map(rounded));
      if (command === 'm') { startX = x; startY = y; command = 'l'; }
    }
  }
  return out.join(' ');
}
function argumentsOf(text, command) {
  if (command !== 'a') return (text.match(NUMBER) || []).map(Number);
  // The flags of an arc may stand without a blank between them and what follows.
  const values = [], part = /\s*,?\s*(?:([01])|([-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?))/giy;
  const number = /[\s,]*([-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?)/giy;
  for (let at = 0; ;) {
    const reader = values.length % 7 === 3 || values.length % 7 === 4 ? part : number;
    reader.lastIndex = at;
    const match = reader.exec(text);
    if (match === null) return values;
    values.push(+(match[1] ?? match[2]));
    at = reader.lastIndex;
  }
}

// Images: what is in a small one that stands in the address, else the name of the file without what a build, a size or a theme adds to it.
function pictureHash(address) {
  return address ? remembered(hashOfPicture, address, readPicture) : '';
}
function readPicture(address) {
  if (/^data:image\/svg/i.test(address)) return svgAddressHash(address);
  if (/^data:/i.test(address)) return address.length > 120 ? hashOf(address) : ''; // shorter ones hold the place of an image that is not there yet
  if (/^(?!https?:|file:)[a-z][a-z0-9+.-]*:/i.test(address)) return '';              // made at run time
  if (/\.jpe?g(?:[?#&]|$)/i.test(address)) return '';                                 // a photo, never an icon
  const name = nameOfFile(address);
  return name ? hashOf('file ' + name) : '';
}
function svgAddressHash(address) {
  const comma = address.indexOf(',');
  let text = address.slice(comma + 1);
  try {
    text = /;base64/i.test(address.slice(0, comma)) ? atob(text) : decodeURIComponent(text);
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    if (parsed.localName === 'svg') {
      // The address may stand in an icon that is being read.
      const before = [shapes, shapeCount], hash = shapeHash(parsed);
      [shapes, shapeCount] = before;
      return hash;
    }
  } catch { /* a page may forbid to parse, and an address may be broken: then its text is what there is */ }
  return hashOf(text);
}
const SIZE_SUFFIX = /(?:[-_.]?@?[1-4]x|[-_.]\d{2,3}(?:x\d{2,3})?(?:px)?)$/;
// Hexadecimal, or of all kinds of characters: no word of a name looks like that.
const BUILD_SUFFIX = /[-_.~](?:(?=[a-f]*\d)[0-9a-f]{8,}|(?=[A-Za-z]*\d)[0-9A-Za-z]{16,}|(?=[\w-]*(?:\d[\w-]*[A-Z]|[A-Z][\w-]*\d|[a-z][A-Z][\w-]*[a-z][A-Z]))[\w-]{8})$/;
const KEY = /^(?:[\d-]+|(?=[a-f-]*\d)[0-9a-f-]{8,})$/;
function nameOfFile(address) {
  // A service that resizes is told the file in the query.
  const asked = /[?&](?:url|src|image|file|path)=([^&#]+\.(?:svg|png|jpe?g|gif|webp|avif|ico))(?=[&#]|$)/i.exec(address);
  let path = asked ? asked[1] : address.split(/[?#]/)[0];
  try { path = decodeURIComponent(path); } catch { /* as it stands */ }
  let name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]{2,5}$/i, '').replace(BUILD_SUFFIX, '');
  name = name.toLowerCase().replace(SIZE_SUFFIX, '').replace(/[-_.](?:dark|light)(?:[-_.]?(?:mode|theme))?$/, '');
  if (KEY.test(name)) return ''; // a number or a key says nothing of what is shown
  const part = /\.svg(?:\?[^#]*)?#([\w-]+)$/i.exec(address);
  // Numbers of any size are one, as in all texts of a recording.
  return name.replace(/\d+/g, '0') + (part ? '#' + part[1] : '');
}

// An image that the style paints, with its place in the sheet when the image is one of many icons.
const ADDRESS = /url\((?:"((?:[^"\\]|\\.)*)"|([^)]*))\)/;
const hashOfStyleImage = new Map(), hashOfPlace = new Map();
function stylePictureHash(cs) {
  const mask = cs.maskImage || cs.webkitMaskImage || 'none';
  if (mask !== 'none' && mask.includes('url(')) return inSheet(mask, cs.maskPosition || cs.webkitMaskPosition || '', cs.maskSize || cs.webkitMaskSize || '');
  const image = cs.backgroundImage;
  return image !== 'none' && image.includes('url(') ? inSheet(image, cs.backgroundPosition, cs.backgroundSize) : '';
}
function inSheet(image, position, size) {
  const picture = remembered(hashOfStyleImage, image, styleImageHash);
  return picture && remembered(hashOfPlace, `${picture} ${position}/${size}`, () => placeHash(picture, position, size));
}
function styleImageHash(image) {
  const match = ADDRESS.exec(image);
  return match === null ? '' : pictureHash(match[1] !== undefined ? match[1].replace(/\\(.)/g, '$1') : match[2]);
}
function placeHash(picture, position, size) {
  const places = position.split(',')[0].split(' '), sizes = size.split(',')[0].split(' ');
  const sized = sizes.filter(text => text.endsWith('px'));
  const place = places.map((text, i) => {
    const value = parseFloat(text);
    // A sheet that is told as several times its window, and one that begins left of or above it; everything else is alignment.
    if (text.endsWith('%')) return (sizes[i] || '').endsWith('%') && parseFloat(sizes[i]) > 100 ? text : '';
    return !(value < 0) ? '' : sized.length ? `${rounded(value / parseFloat(sized[i] || sized[0]) * 100)} of 100` : text;
  });
  return place.some(Boolean) ? hashOf(`${picture} ${place.join(' ')}`) : picture;
}
