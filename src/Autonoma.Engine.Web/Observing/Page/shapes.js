// Icons that are drawn and not named: the beginnings of the outlines that the common icon sets use, blanks and commas left out.
const OUTLINES = `close M618186 M196.41L17.595 M18.35.71 M186618 M186L618 m6612 M618L186M66l1212 M618186M66l1212 M342.6150.6 M2.1462.854 M4.6464.646
hamburger M318h18v-2H3 M46h16M412h16 M46h16M418h16 M412h16M418h16 M412h16M46h16 M36h18M312h18 M312h18M36h18 M3.756.75h16.5 M096C078.3
search M15.514h-.79 M2121l-6-6m2-5a7 m2121-5.197 m2121-4.3 M2121l-4.3 M416208c0 M11.74210.344
trash M619c01.1.922 M36h18 M197l-.867 m14.749-.346 M135.217.7 M5.55.5A.5 M2.51a11 M36h18M19
edit M317.25V21 M15.2325.232 M115H6a2200 m16.8624.487 M173a2.8 M21.1746.812 M114H4a22 M1220h9 M362.719.3 M12.146.146
plus M1913h-6v6h-2v-6H5 M124v16m8-8H4 M124.5v15m7.5 M512h14M125v14 M125v14M512h14 M12501 M25680c0-17.7 M84a.5.5
minus M1913H5v-2h14 M2012H4 M1912h-14
check M916.17L4.83 M513l44L197 m4.512.75 M206917 M206L917 M438.6105.4
more M128c1.102-.9 M610c-1.10 M125v.01M12 M126.75a.75 M512h.01M12 M6.7512a.75 M64360a56 M9.513a1.5 M39.5a1.5
chevron-down M16.598.59 M199l-77-7-7 m19.58.25 m6966 M69l66 M710l555
chevron-up M128l-66 M515l7-777 m1815-6-6 M1815l-6-6 m4.515.75 M714l5-55
chevron-right M106L8.59 M95l77-77 m9186-6 M918l6-6 m8.254.5
chevron-left M15.417.41 M1519l-7-77 m1518-6-6 M1518l-6-6 M15.7519.5
arrow-left M2011H7.83 M1019l-7-7m m1219-7-7 M1912H5
arrow-right M124l-1.411 M145l77m0 M512h14m125 M512h14M125l77
settings M19.1412.94 M19.4312.98 M10.3254.317 M9.5943.94 M12.222h-.44 M19.415a1.65 M495.9166.6 M84.754
bell M1222c1.102-.9 M1517h5l-1.405 M14.85717.082 M68a660 M188A66 M2240c-17.7 M816a22
user M1212c2.210 M167a4411 M15.756a3.75 M2021v-2a4 M1921v-2a4 M224256A128
users M1720h5v-2a3 M1721v-2a4 M1621v-2a4 M1519.128
home M1020v-6h4v6 M312l2-2m0 m2.25128.954 M39l9-797v11 m399-797v11 M575.8255.5
star M1217.27L18 M229.24l-7.19 M11.0492.927 M11.483.499 M316.918 M2.86614.85 M3.61215.443
heart M1221.35l-1.45 M16.53c-1.74 M4.3186.318 M218.25c0-2.485 M20.844.61 M1914c1.49 M47.6300.4 m82.748
eye M124.5C74.5 M1512a3311 M2.03612.322 M112s4-8 M212s3-7 M2.06212.348 M168s-3-5.5
eye-off M127c2.760 M13.87518.825 M3.988.223 M17.9417.94
download M199h-4V3H9 M520h14v-2H5zM199 M416v1a33003310a33003-3v-1m-4-4 M416v1a330033h10a330003-3v-1m-4-4
upload M916h6v-6h4 M520h14v-2H5zm0-10
printer M198H5c-1.66 M1717h2a22
refresh M17.656.35 M44v5h.582 M16.0239.348 M234v6h-6 M312a99
filter M1018h4v-2h-4 M34a11011-1h16 M123c2.755 M223H2l8
copy M161H4c-1.1 M816H6a22 M85H6a2 M515H4a22
send M2.0121L23 M1219l92-9 M6123.269 m222-720
share M1816.08c-.76 M8.68413.342
mail M204H4c-1.10 M38l7.895 M21.756.75v10 M44h16c1.1
phone M6.6210.79 M35a22012-2h3 M2216.92
calendar M193h-1V1h-2 M203h-1V1h-2 M194h-1V2h-2 M1712h-5v5 M87V3m84V3 M6.753v2.25 M82v4
clock M128v4l33 M126v6h4.5 M126v6l42
lock M188h-1V6c0 M1215v2m-64 M16.510.5V6.75
help M8.2289c.549 M9.8797.519 M9.099a3
info M1316h-1v-4 m11.2511.25
play M85v14l11-7 M14.75211.168 M53l149
pause M619h4V5H6 M109v6m4-6v6
skip-next M618l8.5-6L6
skip-previous M66h2v12H6z
stop M66h12v12H6
volume M39v6h4l55V4 M15.5368.464
volume-off M16.512c0-1.77
fullscreen M714H5v5h5 M48V4m00h4 M83H5a22
cart M718c-1.10-1.99 M33h2l.42 M2.253h1.386 M024C010.7
log-out M177l-1.41 M1716l4-4m0 M15.759V5.25 M921H5a22
drag-handle M1118c01.1-.9
bookmark M173H7c-1.10 M55a22012-2h10 m1921-7-4 M1921l-7-5
paperclip M16.56v11.5 M15.1727l-6.586 m18.37512.739 M21.4411.05
thumbs-up M121h4V9H1 M1410h4.764 M710v12
thumbs-down M153H6c-.83 M1014H5.236 M1714V2
map-pin M122C8.132 M17.65716.657 M1510.5a33 M2110c07 M2010c0
undo M12.58c-2.65 M310h10a8 M99L315
redo M18.410.6 M2110h-10
warning M121h22L12 M129v2m04h.01 M129v3.75
microphone M1214c1.660 M1911a77
image M2119V5c0-1.1 M416l4.586
folder M104H4c-1.1 M37v10a2 M2219a22
swap M6.9911L3 M83L47 M87h12m0
sort M318h6v-2H3 M34h13M3
link M13.82810.172 M1013a55
moon M20.35415.354 M2112.79 M21.75215.002
sun M123v1m016v1 M123v2.25
external-link M106H6a2200 M1813v6a2 M153h6v6
globe M3.05511H5
chat M812h.01M12 M2115a22 M7.920A9 M2111.5a8.38
tag M77h.01M73 M20.5913.41`;
const OUTLINE_POINTS = new Map([['691215189', 'chevron-down'], ['181512961', 'chevron-up'], ['918151296', 'chevron-right'], ['151891215', 'chevron-left'], ['206917412', 'check'], ['365621', 'trash'], ['5319125215', 'play'], ['12215.098', 'star'], ['22323', 'filter'], ['222152211', 'send'],
  ['71012151710', 'download'], ['1781237', 'upload'], ['23423', 'refresh']]);
let outlines;
// What a shape is whoever drew it: three bars of one width, one below the other; a lid with a handle over a box.
function drawnLike(d) {
  const parts = d.match(/[a-z]|-?(?:\d*\.\d+|\d+)/gi) || [];
  const text = parts.join(' ').toLowerCase();
  const bars = text.split(/(?=m )/).map(bar => bar.trim()).filter(Boolean);
  const widths = bars.map(bar => (/^m \S+ \S+ h (-?[\d.]+)( v -?[\d.]+ h -?[\d.]+( v -?[\d.]+)?)?( z)?$/.exec(bar) || [])[1]);
  if (bars.length === 3 && widths.every(width => width && width === widths[0])) return 'hamburger';
  const lid = /h -?[\d.]+ l -?[\d.]+ (-[\d.]+) h -?[\d.]+ l -?[\d.]+ ([\d.]+) h -?[\d.]+ v ([\d.]+) h/.exec(text);
  return lid && -lid[1] === +lid[2] && +lid[2] < 3 && +lid[3] <= 3 && bars.length > 1 ? 'trash' : '';
}
// The corners of a path of straight lines, one list for each stroke; null for one with curves.
function strokesOf(d) {
  const strokes = [];
  let x = 0, y = 0, verb = '', args = [];
  const size = { m: 2, l: 2, h: 1, v: 1 };
  for (const part of d.match(/[a-z]|-?(?:\d*\.\d+|\d+)/gi) || []) {
    if (/[a-z]/i.test(part)) { if (args.length) return null; verb = part; if (!size[verb.toLowerCase()]) return null; continue; }
    args.push(+part);
    const kind = verb.toLowerCase(), own = verb === kind;
    if (args.length < size[kind]) continue;
    if (kind === 'h') x = own ? x + args[0] : args[0];
    else if (kind === 'v') y = own ? y + args[0] : args[0];
    else { x = own ? x + args[0] : args[0]; y = own ? y + args[1] : args[1]; }
    args = [];
    if (kind === 'm') { strokes.push([[x, y]]); verb = own ? 'l' : 'L'; } else if (strokes.length) strokes[strokes.length - 1].push([x, y]); else return null;
  }
  return strokes;
}
// Two strokes across each other, two that meet in a point, three bars.
function drawnByStrokes(strokes) {
  const near = (a, b) => Math.abs(a - b) <= 0.2 * Math.max(Math.abs(a), Math.abs(b)) + 0.01;
  if (strokes.every(stroke => stroke.length === 2)) {
    const lines = strokes.map(([a, b]) => ({ dx: b[0] - a[0], dy: b[1] - a[1], mx: (a[0] + b[0]) / 2, my: (a[1] + b[1]) / 2 }));
    if (lines.length === 3 && lines.every(line => line.dy === 0 && near(Math.abs(line.dx), Math.abs(lines[0].dx))) && lines[0].mx === lines[1].mx && lines[1].mx === lines[2].mx) return 'hamburger';
    if (lines.length !== 2 || Math.abs(lines[0].mx - lines[1].mx) > 0.6 || Math.abs(lines[0].my - lines[1].my) > 0.6) return '';
    const [one, other] = lines;
    if (near(Math.abs(one.dx), Math.abs(one.dy)) && near(Math.abs(other.dx), Math.abs(other.dy)) && one.dx * one.dy * other.dx * other.dy < 0) return 'close';
    const [flat, upright] = one.dy === 0 ? [one, other] : [other, one];
    return flat.dy === 0 && upright.dx === 0 && near(Math.abs(flat.dx), Math.abs(upright.dy)) ? 'plus' : '';
  }
  if (strokes.length !== 1 || strokes[0].length !== 3) return '';
  const [a, b, c] = strokes[0], v = [b[0] - a[0], b[1] - a[1]], w = [c[0] - b[0], c[1] - b[1]];
  if (!near(Math.abs(v[0]), Math.abs(w[0])) || !near(Math.abs(v[1]), Math.abs(w[1])) || !v[0] || !v[1]) return '';
  if (v[0] * w[0] > 0 && v[1] * w[1] < 0) return v[1] > 0 ? 'chevron-down' : 'chevron-up';
  return v[0] * w[0] < 0 && v[1] * w[1] > 0 ? (v[0] > 0 ? 'chevron-right' : 'chevron-left') : '';
}
function drawnAs(svg) {
  if (!outlines) {
    outlines = new Map();
    for (const line of OUTLINES.split('\n')) {
      const [name, ...starts] = line.split(' ');
      for (const start of starts) {
        const key = start.slice(0, 4);
        if (!outlines.has(key)) outlines.set(key, []);
        outlines.get(key).push([start, name]);
      }
    }
    for (const list of outlines.values()) list.sort((left, right) => right[0].length - left[0].length);
  }
  let d = '', points = '';
  const dots = [];
  let lines = '';
  for (const part of svg.querySelectorAll('path, polyline, polygon, circle, line')) {
    const tag = part.localName;
    if (tag === 'line') { lines += `M${part.getAttribute('x1') || 0} ${part.getAttribute('y1') || 0}L${part.getAttribute('x2') || 0} ${part.getAttribute('y2') || 0}`; continue; }
    if (tag === 'path') { const own = part.getAttribute('d') || ''; if (!/^M\s*0[ ,]+0\s*h\s*24/i.test(own)) d += own; }
    else if (tag === 'circle') dots.push([+part.getAttribute('cx'), +part.getAttribute('cy'), +part.getAttribute('r')]);
    else points += part.getAttribute('points') || '';
    if (d.length > 60) break;
  }
  if (dots.length === 3 && d === '' && points === '' && dots.every(dot => dot[2] === dots[0][2] && dot[2] < 4) && (dots.every(dot => dot[0] === dots[0][0]) || dots.every(dot => dot[1] === dots[0][1]))) return 'more';
  // One round blot and nothing else: what records.
  if (dots.length === 1 && d === '' && points === '' && dots[0][2] >= 4 && svg.childElementCount === 1 && getComputedStyle(svg.firstElementChild).fill !== 'none') return 'record';
  points = points.replace(/[\s,]+/g, '');
  if (points) for (const [start, name] of OUTLINE_POINTS) if (points.startsWith(start)) return name;
  const strokes = dots.length === 0 && points === '' && (d === '' || lines === '') ? strokesOf(d + lines) : null;
  const like = drawnLike(d) || strokes && strokes.length > 0 && drawnByStrokes(strokes);
  if (like) return like;
  d = d.replace(/[\s,]+/g, '');
  if (d === 'M512h14') return 'minus';
  for (const [start, name] of outlines.get(d.slice(0, 4)) || []) if (d.startsWith(start)) return name;
  return '';
}
