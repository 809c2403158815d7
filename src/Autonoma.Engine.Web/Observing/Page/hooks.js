// Runs before the page's own scripts: remembers what can be learnt only while it happens.
const nativeAdd = EventTarget.prototype.addEventListener;
const nativeRemove = EventTarget.prototype.removeEventListener;
const POINTER_EVENTS = new Set(['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'dblclick', 'contextmenu']);
const listeners = new WeakMap();   // element -> Map(listener -> number of pointer events it listens to)
const closedRoots = new WeakMap(); // host -> closed shadow root

EventTarget.prototype.addEventListener = function addEventListener(type, listener) {
  if (listener && POINTER_EVENTS.has(type) && this instanceof Element) {
    let known = listeners.get(this);
    if (!known) listeners.set(this, known = new Map());
    known.set(listener, (known.get(listener) || 0) + 1);
  }
  return nativeAdd.apply(this, arguments);
};
EventTarget.prototype.removeEventListener = function removeEventListener(type, listener) {
  const known = POINTER_EVENTS.has(type) && this instanceof Element ? listeners.get(this) : undefined;
  if (known && known.has(listener)) {
    const left = known.get(listener) - 1;
    if (left > 0) known.set(listener, left); else known.delete(listener);
  }
  return nativeRemove.apply(this, arguments);
};

const nativeAttachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function attachShadow() {
  const root = nativeAttachShadow.apply(this, arguments);
  if (root.mode === 'closed') closedRoots.set(this, root);
  watchRoot(root);
  return root;
};
const shadowOf = el => el.shadowRoot || closedRoots.get(el) || null;

// Containers that listen on behalf of what is inside them are no targets themselves.
const CONTAINERS = new Set(['html', 'body', 'main', 'section', 'nav', 'form', 'table', 'thead', 'tbody', 'tfoot', 'ul', 'ol', 'dl', 'fieldset', 'header', 'footer', 'aside', 'dialog']);
let reactKey; // React keeps the props, handlers included, in a property whose suffix differs per page
function findReactKey() {
  reactKey = null;
  let looked = 0;
  for (const el of document.querySelectorAll('body *')) {
    for (const key of Object.keys(el)) {
      if (key.startsWith('__reactProps$') || key.startsWith('__reactEventHandlers$')) { reactKey = key; return; }
    }
    if (++looked > 40) return;
  }
}
function listensToPointer(el, tag, a) {
  let does = typeof el.onclick === 'function' || typeof el.__click === 'function' || a !== undefined && (a.onmousedown !== undefined || a.onpointerdown !== undefined);
  if (!does) { const known = listeners.get(el); does = known !== undefined && known.size > 0; }
  if (!does && reactKey) {
    const props = el[reactKey];
    does = !!props && (typeof props.onClick === 'function' || typeof props.onMouseDown === 'function' || typeof props.onPointerDown === 'function');
  }
  return does && !CONTAINERS.has(tag) && el.getElementsByTagName('*').length <= 60;
}
