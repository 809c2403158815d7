// Whether the page is at rest: requests of its own, changes, finite animations, short timers, a navigation under way.
const QUIET = 16;                 // a frame after a change
const INPUT_QUIET = 3;            // after an input that changed nothing: what it set off (timers, frames, messages, requests) is waited for by itself
const SHORT_TIMER = 350;          // debounced inputs wait this long at most
const BACKGROUND_URL = /(?:[/._-](?:analytics|telemetry|metrics|beacon|collect|rum|track(?:ing)?|ping|heartbeat|healthz?|events?\/stream|long-?poll|poll)(?:[/.?_-]|$))|google-analytics|googletagmanager|segment\.(?:io|com)|sentry|hotjar|mixpanel|amplitude|datadog|newrelic|clarity\.ms/i;
let lastMutation = -1e9, lastAnyMutation = 0, lastInput = -1e9, leaving = 0;
const pending = new Map();        // request -> { key, since }
const asked = new Map();          // key of a request -> times asked since the last input
const ignored = new Set();        // keys of requests that recur by themselves or never end
const shortTimers = new Map();    // id -> due
const restless = new WeakMap();   // element -> { count, since } of what changes all the time
const timersSet = new Map();      // delay -> timers of that delay set since the last input
let timerDepth = 0;

function noteActivity(records) {
  mutationCount += records.length;
  const now = performance.now();
  lastAnyMutation = now;
  let matters = false;
  const places = new Set();
  for (const r of records) places.add(r.target.nodeType === 1 ? r.target : r.target.parentNode || r.target);
  for (const place of places) {
    let known = restless.get(place);
    if (!known || known.input !== lastInput && known.count < 12) restless.set(place, known = { count: 0, input: lastInput });
    known.count++;
    // What went on changing in a dozen turns since the last input does so by itself: a clock, a ticker, an animation by script.
    if (known.count < 12) matters = true;
  }
  if (matters) { lastMutation = now; awaitFrame(now); }
}
// Since when a change waits for the frame that shows it; 0 when all are shown. Who watches sizes and places hears of a change in that frame, after its callbacks: on a busy machine it may come
// long after the quiet time.
const FRAME_WAIT = 100; // frames stop while a tab is in the background
let unframed = 0;
function awaitFrame(now) {
  if (unframed) return;
  unframed = now;
  nativeFrame(() => {
    const at = performance.now();
    nativeSetTimer.call(window, () => { unframed = 0; if (lastMutation > at) awaitFrame(performance.now()); }, 0);
  });
}
// Until its first frame a document gives no focus to what asks for it: a key pressed before goes nowhere. On a busy machine that frame may come long after the document is complete.
const FIRST_FRAME_WAIT = 1000;
let isFramed = false, parsed = 0;
const awaitFirstFrame = () => {
  if (parsed) return;
  parsed = performance.now();
  nativeFrame(() => nativeSetTimer.call(window, () => { isFramed = true; }, 0));
};
for (const type of ['pointerdown', 'pointerup', 'click', 'keydown', 'input', 'change', 'wheel', 'drop', 'submit']) nativeAdd.call(window, type, e => { if (e.isTrusted) { lastInput = performance.now(); asked.clear(); timersSet.clear(); framesAsked = posts = 0; } }, { capture: true, passive: true });

function requestKey(url, method) {
  try { const u = new URL(url, location.href); return `${method} ${u.origin}${u.pathname.replace(/\d+/g, '0')}`; } catch { return `${method} ${url}`; }
}
function beginRequest(token, url, method) {
  const key = requestKey(String(url), method);
  const times = (asked.get(key) || 0) + 1;
  asked.set(key, times);
  // Asked again and again with nobody touching the page: polling.
  if (times >= 4 && performance.now() - lastInput > 1000) ignored.add(key);
  if (ignored.has(key) || BACKGROUND_URL.test(String(url))) return;
  pending.set(token, { key, since: performance.now() });
}
function endRequest(token) { pending.delete(token); }

const nativeFetch = window.fetch;
if (nativeFetch) {
  window.fetch = function fetch(input, init) {
    const token = {};
    try {
      const isRequest = typeof Request !== 'undefined' && input instanceof Request;
      if (!(init && init.keepalive)) beginRequest(token, isRequest ? input.url : input, (init && init.method) || (isRequest ? input.method : 'GET'));
    } catch { /* counting is never worth a broken page */ }
    const answer = nativeFetch.apply(this, arguments);
    answer.then(() => endRequest(token), () => endRequest(token));
    return answer;
  };
  for (const reading of ['json', 'text', 'blob', 'bytes', 'arrayBuffer', 'formData']) {
    const original = Response.prototype[reading];
    if (typeof original !== 'function') continue;
    Response.prototype[reading] = function () {
      const token = {};
      pending.set(token, { key: 'body ' + requestKey(this.url || '', 'GET'), since: performance.now() });
      const answer = original.apply(this, arguments);
      answer.then(() => endRequest(token), () => endRequest(token));
      return answer;
    };
  }
}
const xhr = window.XMLHttpRequest && XMLHttpRequest.prototype;
if (xhr) {
  const nativeOpen = xhr.open, nativeSend = xhr.send;
  const targets = new WeakMap();
  xhr.open = function open(method, url) { targets.set(this, [url, method]); return nativeOpen.apply(this, arguments); };
  xhr.send = function send() {
    const [url, method] = targets.get(this) || ['', 'GET'];
    beginRequest(this, url, method);
    nativeAdd.call(this, 'loadend', () => endRequest(this), { once: true });
    return nativeSend.apply(this, arguments);
  };
}
// A timer that starts another timer is a loop, and so is one that is set again and again: only the first few are waited for.
const nativeSetTimer = window.setTimeout, nativeClearTimer = window.clearTimeout;
window.setTimeout = function setTimeout(handler, delay, ...rest) {
  const wait = +delay || 0;
  if (typeof handler !== 'function') { selfMoving = true; return nativeSetTimer.call(window, handler, delay, ...rest); }
  if (wait > SHORT_TIMER) {
    const id = nativeSetTimer.call(window, function () { timers.delete(id); return handler.apply(this, rest); }, delay);
    noteTimer(id, wait);
    return id;
  }
  const depth = timerDepth + 1;
  const id = nativeSetTimer.call(window, function () {
    shortTimers.delete(id);
    timers.delete(id);
    const outer = timerDepth;
    timerDepth = depth;
    try { return handler.apply(this, rest); } finally { timerDepth = outer; }
  }, delay);
  noteTimer(id, wait);
  const times = (timersSet.get(wait) || 0) + 1;
  timersSet.set(wait, times);
  if (depth <= 2 && times <= 4 && shortTimers.size < 200 && performance.now() - lastInput < 1000) shortTimers.set(id, performance.now() + wait);
  return id;
};
window.clearTimeout = function clearTimeout(id) { shortTimers.delete(id); timers.delete(id); intervals.delete(id); return nativeClearTimer.call(window, id); };
// Whether something can change the page at any moment with nobody touching it. A page that was there before its observer may have begun anything.
let selfMoving = document.readyState !== 'loading';
const timers = new Map();         // id -> due, of whatever delay
const frames = new Set();         // animation frames that the page waits for
let framesAsked = 0;              // how many it asked for since the last input
let lastPost = -1e9, posts = 0;   // messages of the page to itself, by which frameworks put off work
function noteTimer(id, wait) { if (timers.size < 1000) timers.set(id, performance.now() + wait); else selfMoving = true; }
const intervals = new Set();
const nativeSetInterval = window.setInterval, nativeClearInterval = window.clearInterval;
window.setInterval = function setInterval() { const id = nativeSetInterval.apply(window, arguments); intervals.add(id); return id; };
window.clearInterval = function clearInterval(id) { intervals.delete(id); shortTimers.delete(id); timers.delete(id); return nativeClearInterval.call(window, id); };
const nativePost = window.MessagePort && MessagePort.prototype.postMessage;
if (nativePost) MessagePort.prototype.postMessage = function postMessage() { lastPost = performance.now(); posts++; return nativePost.apply(this, arguments); };
function countFrames() {
  const ask = window.requestAnimationFrame, cancel = window.cancelAnimationFrame;
  window.requestAnimationFrame = function requestAnimationFrame(callback) {
    if (typeof callback !== 'function') return ask.apply(window, arguments);
    const id = ask.call(window, function (time) { frames.delete(id); return callback.call(this, time); });
    frames.add(id);
    framesAsked++;
    return id;
  };
  window.cancelAnimationFrame = function cancelAnimationFrame(id) { frames.delete(id); return cancel.call(window, id); };
}
// A window opened by a page first holds an empty document; where the real one comes from the same site, the browser keeps the window, all that runs in it and hears on it, but not what watched the
// document or waited for a frame of it.
let watchedDocument = null;
function watchDocument() {
  if (watchedDocument === document) return;
  watchedDocument = document;
  frames.clear();
  framesAsked = unframed = parsed = 0;
  isFramed = false;
  watchRoot(document);
  if (document.readyState !== 'loading') awaitFirstFrame();
}
// Not while capturing: a kept window hears nothing of its new document then.
nativeAdd.call(window, 'DOMContentLoaded', e => { if (e.target === document) { watchDocument(); awaitFirstFrame(); } });
const quietFor = () => { const now = performance.now(); return Math.max(0, Math.min(now, now - lastAnyMutation, now - lastInput)); };

// A form that is sent goes elsewhere, but the browser says so only in a later task: a page asked in between would call itself at rest and be looked at for the last time.
let sent = null, sentAt = 0;
nativeAdd.call(window, 'submit', e => {
  const by = e.submitter, form = e.target;
  const target = by && by.getAttribute('formtarget') || form && form.target || '';
  const method = by && by.getAttribute('formmethod') || form && form.getAttribute && form.getAttribute('method') || '';
  if (e.isTrusted && method.toLowerCase() !== 'dialog' && /^(_self|_top|_parent)?$/i.test(target)) { sent = e; sentAt = performance.now(); }
}, { capture: true, passive: true });
if (window.navigation && window.navigation.addEventListener) {
  window.navigation.addEventListener('navigate', e => {
    if (e.hashChange || e.downloadRequest !== null || !e.destination || e.destination.sameDocument) return;
    leaving = performance.now();
    sent = null;
    // A page that takes the navigation over stays: only it knows when it is done, its requests tell.
    const intercept = e.intercept;
    if (intercept) e.intercept = function () { leaving = 0; return intercept.apply(e, arguments); };
    queueMicrotask(() => { if (e.defaultPrevented) leaving = 0; });
  });
  window.navigation.addEventListener('navigateerror', () => { leaving = 0; });
} else nativeAdd.call(window, 'beforeunload', () => { leaving = performance.now(); });

function animating() {
  for (const animation of document.getAnimations()) {
    if (animation.playState !== 'running') continue;
    const timing = animation.effect && animation.effect.getComputedTiming();
    if (!timing || timing.endTime === Infinity || timing.endTime === undefined) continue;
    // What takes long (a toast that fades after seconds, a progress bar) is part of the show, not the way to it.
    if (typeof timing.localTime === 'number' && timing.endTime - timing.localTime > 1200) continue;
    const target = animation.effect.target;
    if (target && target.checkVisibility && !target.checkVisibility()) continue;
    return true;
  }
  return false;
}
// Empty when at rest, else what is going on.
function unrest(now) {
  if (leaving && now - leaving < 10000) return 'navigation';
  // Whoever keeps the form (a script that sends it by itself) has said so by the time anybody asks.
  if (sent && !sent.defaultPrevented && now - sentAt < 300) return 'navigation';
  if (document.readyState !== 'complete') return 'navigation';
  for (const r of pending.values()) if (!ignored.has(r.key)) return 'requests';
  for (const [id, due] of shortTimers) { if (due > now - 50) return 'dom'; shortTimers.delete(id); }
  if (now - lastMutation < QUIET || now - lastInput < INPUT_QUIET || now - lastPost < QUIET && posts <= 4) return 'dom';
  if (unframed && now - unframed < FRAME_WAIT) return 'dom';
  if (!isFramed && parsed && now - parsed < FIRST_FRAME_WAIT && document.visibilityState === 'visible' && document.querySelector('[autofocus]')) return 'dom';
  // A frame asked for in answer to an input; a loop that asks for one after the other never ends.
  if (frames.size > 0 && framesAsked <= 3) return 'dom';
  return document.getAnimations && animating() ? 'animations' : '';
}
// Once a frame has shown what changed last (and whoever watches sizes and places heard of it), only the rest of the quiet time is waited for: another whole frame would tell no more.
function quietLeft(now, framed) {
  const posted = posts <= 4 ? lastPost : -1e9;
  const changed = Math.max(lastMutation, posted);
  if (frames.size > 0 || framed < changed && now - changed < QUIET) return 0;
  return Math.max(QUIET - (now - changed), INPUT_QUIET - (now - lastInput));
}
function settle(cap) {
  const began = performance.now();
  let why = unrest(began), framed = -1e9;
  if (why === '') return '';
  return new Promise(resolve => {
    let done = false;
    const finish = reason => { if (!done) { done = true; resolve(reason); } };
    const look = () => {
      if (done) return;
      const now = performance.now();
      why = unrest(now);
      if (why === '') return finish('');
      if (now - began >= cap) {
        // What held up a whole wait is not waited for again.
        if (why === 'requests') for (const r of pending.values()) if (now - r.since > cap * 0.9) ignored.add(r.key);
        return finish(why);
      }
      let asked = false;
      const again = () => { if (!asked) { asked = true; look(); } };
      const left = why === 'dom' ? quietLeft(now, framed) : 0;
      if (left > 0) { nativeSetTimer.call(window, again, Math.ceil(left)); return; }
      nativeFrame(() => { framed = performance.now(); again(); });
      nativeSetTimer.call(window, again, 50); // frames stop in the background
    };
    look();
  });
}
