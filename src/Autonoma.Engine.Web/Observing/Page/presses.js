// A press that goes to the element it is meant for, or to nothing: between aiming and pressing the layout may move, and what slid under the pointer must not take the click.
const PRESS_EVENTS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'auxclick', 'contextmenu', 'dblclick'];
let aimed = null; // { el, thing, fixed, box, nested, state, by, downs, slipped }

const nestedIn = (el, hit) => { const inner = closestAcross(hit, e => e === el || (e.matches && e.matches(NESTED))); return inner && inner !== el && containsAcross(el, inner) && el.control !== inner ? inner : null; };
// What an event says it went to ends at a closed shadow root; the point tells what is inside.
function hitOf(e) {
  const first = e.composedPath()[0];
  return first instanceof Element && !closedRoots.has(first) ? first : deepElementFromPoint(e.clientX, e.clientY);
}
function onPress(e) {
  if (!aimed || !e.isTrusted) return;
  const isDown = e.type === 'pointerdown' || e.type === 'mousedown';
  if (aimed.state === 'none') {
    if (!isDown) return;
    const hit = hitOf(e);
    const isMeant = hit && belongs(aimed.el, hit) && (nestedIn(aimed.el, hit) === null || aimed.nested) && (!aimed.fixed || unionOf(boxesOf(aimed.thing)).join() === aimed.box);
    aimed.state = isMeant ? 'hit' : 'missed';
    aimed.by = isMeant ? null : hit;
    aimed.box = unionOf(boxesOf(aimed.thing)).join();
  }
  if (aimed.state === 'missed') { e.preventDefault(); e.stopImmediatePropagation(); return; }
  if (isDown) aimed.downs.push(e);
  // Pressed on it and let go beside it, because the press itself moved it (a field that was left shows its error): a click it never got.
  if (e.type === 'mouseup' && e.button === 0) {
    const hit = hitOf(e);
    aimed.slipped = !!hit && aimed.el.isConnected && !belongs(aimed.el, hit) && unionOf(boxesOf(aimed.thing)).join() !== aimed.box && !aimed.downs.some(down => down.defaultPrevented);
    aimed.by = hit;
  }
  if (e.type === 'click') { const hit = hitOf(e); if (hit && belongs(aimed.el, hit)) aimed.slipped = false; }
}
// From the start of the document, so that it hears of a press before any listener of the page.
const listenForPresses = () => { for (const type of PRESS_EVENTS) nativeAdd.call(window, type, onPress, true); };
listenForPresses();
async function aim(id, ox, oy) {
  aimed = null;
  const answer = await reach(id, ox, oy);
  const told = JSON.parse(answer);
  if (told.s !== 'ok') return answer;
  const el = elementOf(id), thing = thingOf(id), hit = deepElementFromPoint(told.x, told.y);
  listenForPresses(); // the page may have replaced the document, and all that listened in it
  const isPoint = ox !== null || thing !== el;
  aimed = { el, thing, fixed: isPoint, box: unionOf(boxesOf(thing)).join(), nested: !!hit && nestedIn(el, hit) !== null, state: 'none', by: null, downs: [], slipped: false, x: told.x, y: told.y };
  return answer;
}
// Empty when the element got the press, else what got in the way; "?" when this document was not aimed at, because another took its place.
function pressed() {
  const press = aimed;
  aimed = null;
  if (!press) return '?';
  if (press.state === 'hit') return press.slipped ? inWords(press.by) : '';
  if (press.state === 'missed') return inWords(press.by);
  // Nothing was heard of it: it went elsewhere only when something else lies at that point.
  const hit = deepElementFromPoint(press.x, press.y);
  return hit && !belongs(press.el, hit) ? inWords(hit) : '';
}
