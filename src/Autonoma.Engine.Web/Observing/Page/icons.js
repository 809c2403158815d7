// Words that tell what an icon shows.
const ICON_PREFIX = /^(?:fa[srlbdt]?|fa-(?:solid|regular|light|brands|thin|duotone)|bi|icon|icons|ico|glyphicon|mdi|material|lucide|ti|ri|bx|bxs|bxl|feather|octicon|codicon|anticon|pi|ion|la|las|lar|uil|ph|tabler|heroicon|i|svg|icofont|typcn|dashicons|el-icon|ui-icon|cil|ai|gg|eva|iconfont|k-icon|e-icons|zmdi|fi|fluent|carbon)$/;
const ICON_CLASS = /^(?:fa[srlbdt]?|bi|icon|ico|glyphicon|mdi|lucide|ti|ri|bxs?|feather|octicon|codicon|anticon|pi|ion|la|uil|ph|tabler|heroicon|i|svg|icofont|typcn|dashicons|el-icon|ui-icon|cil|gg|eva|zmdi|fi|carbon|k-i|e|pficon|oi|wi|ms-Icon-|q-icon)[-_]{1,2}(.+)$/i;
const ICON_NOISE = new Set(('fa fas far fal fab fad solid regular light brands thin duotone icon icons svg xs sm md lg xl 1x 2x 3x 4x 5x fw spin pulse lucide outline outlined filled rounded sharp fill line bold small large medium inline wrapper button btn color primary secondary').split(' '));
// What the classes of an element say of its icon depends on nothing else, and the same ones come again and again.
const classHints = new Map();
function classHint(text) {
  let hint = classHints.get(text);
  if (hint !== undefined) return hint;
  const classes = text.split(/\s+/), words = [], drawn = [];
  for (const word of classes) {
    const match = ICON_CLASS.exec(word);
    if (match && !ICON_PREFIX.test(match[1])) words.push(match[1]);
    else if (/[-_]icon$/i.test(word)) words.push(word.slice(0, -5));
    else { if (/^Icon[A-Z]/.test(word)) drawn.push(word.slice(4)); continue; }
    drawn.push(words[words.length - 1]);
  }
  hint = { classes, words, drawn, ligature: classes.some(word => /^material-(?:icons|symbols)/.test(word)) };
  if (classHints.size > 2000) classHints.clear();
  classHints.set(text, hint);
  return hint;
}
function iconHint(el, tag, a) {
  if (a === NO_ATTRIBUTES && tag !== 'svg' && !tag.includes('icon')) return '';
  const words = [];
  if (tag === 'svg') {
    const title = el.querySelector('title');
    if (title) words.push(title.textContent);
    for (const use of el.querySelectorAll('use')) {
      const href = use.getAttribute('href') || use.getAttribute('xlink:href') || '';
      words.push(href.slice(href.lastIndexOf(href.includes('#') ? '#' : '/') + 1));
    }
    if (a['data-icon']) words.push(a['data-icon']);
    const described = el.querySelector('desc');
    if (described) words.push(described.textContent);
  } else {
    if (a['data-icon']) words.push(a['data-icon']);
    if (a['data-lucide']) words.push(a['data-lucide']);
    if (a['data-feather']) words.push(a['data-feather']);
    if (tag.includes('icon')) words.push(a.name || a.icon || (el.childElementCount === 0 && /^\s*[a-z][a-z0-9_]{1,30}\s*$/.test(el.textContent) ? el.textContent : ''));
    if (tag === 'img' && a.src) words.push(fileWord(a.src));
    if (tag === 'input' && el.type === 'image' && a.src) words.push(fileWord(a.src));
  }
  if (a.class && (tag === 'i' || tag === 'svg' || tag === 'span' || tag === 'em' || tag === 'b' || tag === 'use' || tag === 'div' || tag === 'button' || tag === 'a' || tag === 'img' || tag.includes('-'))) {
    const hint = classHint(a.class);
    if (hint.ligature && el.childElementCount === 0 && el.textContent.length < 40) words.push(el.textContent);
    for (const word of tag === 'svg' ? hint.drawn : hint.words) words.push(word);
    if (tag === 'i' && words.length === 0 && el.childElementCount === 0 && el.textContent.trim() === '') words.push(...hint.classes);
  }
  if (words.length === 0 && tag === 'svg' && !a['data-testid'] && svgIsSmall(el)) words.push(drawnAs(el));
  if (words.length === 0) return '';
  const seen = new Set();
  for (const word of words.join(' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^\p{L}\p{N}]+/u)) if (word && !ICON_NOISE.has(word)) seen.add(word);
  return [...seen].join(' ').slice(0, 120);
}
function fileWord(src) {
  if (src.startsWith('data:')) return '';
  const path = src.split(/[?#]/)[0];
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{2,5}$/, '').replace(/[-.][0-9a-f]{8,}$/i, '');
}
const svgIsSmall = svg => svg.childElementCount > 0 && svg.childElementCount < 9 && svg.clientWidth < 64;
