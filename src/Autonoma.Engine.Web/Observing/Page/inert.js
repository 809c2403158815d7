// Whether anything could change the page with nobody touching it. Waiting for rest asks only for what usually answers a user; what is not there is believed sooner only where nothing at all is
// under way, scheduled, or open to others.
let working = 0; // calls of the page whose answer has not come yet
// Others can send through these at any moment, and what comes out of them is not counted.
for (const sender of ['WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'Worker', 'SharedWorker', 'BroadcastChannel', 'RTCPeerConnection']) {
  const native = window[sender];
  if (typeof native === 'function') window[sender] = new Proxy(native, { construct(target, given, made) { selfMoving = true; return Reflect.construct(target, given, made); } });
}
function watchCalls(owner, names, noted) {
  if (!owner) return;
  for (const name of names) {
    const native = owner[name];
    if (typeof native !== 'function') continue;
    owner[name] = { [name](...given) {
      const answer = native.apply(this, given);
      noted(answer, given, this);
      return answer;
    } }[name];
  }
}
// Without what is only read: a getter of a prototype answers nobody but its own.
const methodsOf = owner => Object.getOwnPropertyNames(owner).filter(name => name !== 'constructor' && /^[a-z]/.test(name) && typeof Object.getOwnPropertyDescriptor(owner, name).value === 'function');
const moves = () => { selfMoving = true; };
const untilAnswered = answer => {
  if (!answer || typeof answer.then !== 'function') return;
  working++;
  const done = () => { working--; };
  answer.then(done, done);
};
const untilEvent = (ending, source) => {
  working++;
  nativeAdd.call(source, ending, () => { working--; }, { once: true });
};
watchCalls(window.IDBFactory && IDBFactory.prototype, ['open'], moves); // reads follow one another, each by an event
watchCalls(window.Geolocation && Geolocation.prototype, ['getCurrentPosition', 'watchPosition'], moves);
watchCalls(window.FileReader && FileReader.prototype, ['readAsText', 'readAsDataURL', 'readAsArrayBuffer', 'readAsBinaryString'], (answer, given, reader) => untilEvent('loadend', reader));
watchCalls(window.HTMLCanvasElement && HTMLCanvasElement.prototype, ['toBlob'], moves);
watchCalls(window, ['createImageBitmap'], untilAnswered);
// Of these whatever answers with a promise.
for (const family of ['SubtleCrypto', 'CacheStorage', 'Cache', 'CredentialsContainer', 'LockManager', 'Clipboard', 'Permissions', 'StorageManager', 'CookieStore', 'FileSystemHandle', 'FileSystemFileHandle', 'FileSystemDirectoryHandle',
  'MediaDevices', 'FontFaceSet', 'FontFace', 'HTMLImageElement', 'ImageDecoder', 'Blob', 'Scheduler', 'BaseAudioContext', 'ReadableStream', 'ReadableStreamDefaultReader', 'Notification'])
  if (typeof window[family] === 'function') watchCalls(window[family].prototype, methodsOf(window[family].prototype), untilAnswered);
if (window.WebAssembly) watchCalls(WebAssembly, methodsOf(WebAssembly), untilAnswered);
const nativeIdle = window.requestIdleCallback, nativeCancelIdle = window.cancelIdleCallback, idle = new Set();
if (nativeIdle) {
  window.requestIdleCallback = function requestIdleCallback(callback, options) {
    if (typeof callback !== 'function') return nativeIdle.apply(window, arguments);
    const id = nativeIdle.call(window, function (deadline) { idle.delete(id); return callback.call(this, deadline); }, options);
    idle.add(id);
    return id;
  };
  window.cancelIdleCallback = function cancelIdleCallback(id) { idle.delete(id); return nativeCancelIdle.call(window, id); };
}
// An answer that is read piece by piece.
const nativeBody = window.Response && Object.getOwnPropertyDescriptor(Response.prototype, 'body');
if (nativeBody && nativeBody.get) Object.defineProperty(Response.prototype, 'body', { ...nativeBody, get() { selfMoving = true; return nativeBody.get.call(this); } });

// Whether nothing is under way that could change the page within the given time, in milliseconds: what it shows now, it will show then.
function isInert(milliseconds) {
  const now = performance.now();
  if (selfMoving || working > 0 || idle.size > 0 || intervals.size > 0 || frames.size > 0 || pending.size > 0 || window.frames.length > 0 || document.visibilityState !== 'visible' || unrest(now) !== '') return false;
  if (navigator.serviceWorker && navigator.serviceWorker.controller) return false;
  for (const due of timers.values()) if (due < now + milliseconds) return false;
  return document.getAnimations().every(a => a.playState !== 'running') && document.querySelector('video, audio, marquee, meta[http-equiv=refresh i]') === null;
}
