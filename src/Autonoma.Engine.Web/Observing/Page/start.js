// What the driver calls. One object on the window, not enumerable and not replaceable.
const page = {
  observe(firstId, withHidden) { beginIdsAt(firstId); const text = observe(withHidden); lookedAtCount = mutationCount; return text; },
  peek(firstId, id) { beginIdsAt(firstId); const thing = thingOf(id); return !thing ? '' : thing.canvas ? observe(true) : observe(true, thing); },
  mark() { mark(); },
  settle(cap) { return settle(cap); },
  // Looks in the very task that found the page at rest: nothing can come between the two.
  async settleAndLook(cap, firstId) { return await settle(cap) || page.observe(firstId, false); },
  ignored() { return [...ignored]; },
  ignore(keys) { for (const key of keys) ignored.add(key); },
  frameBox(id) { return frameRect(id); },
  reach(id, x, y) { return reach(id, x, y); },
  aim(id, x, y) { return aim(id, x, y); },
  markAndAim(id, x, y) { mark(); return aim(id, x, y); },
  pressed() { return pressed(); },
  hitsFrame(id, x, y) { return hitsFrame(id, x, y); },
  bringFramePoint(id, x, y) { return bringFramePoint(id, x, y); },
  compareValue(id, text) { return compareValue(id, text); },
  focus(id) { return focusElement(id); },
  selectText(id) { return selectText(id); },
  selectOption(id, index, keepOthers) { return selectOption(id, index, keepOthers); },
  setValue(id, value) { return setValue(id, value); },
  // The page hears of it with the next frame: a list that loads more at its end begins to do so only then.
  async scroll(id, dx, dy) { const moved = scrollElement(id, dx, dy); if (moved) await frame(); return moved; },
  element(id) { return elementOf(id); },
  uploadTarget(id) { return uploadTarget(id); },
  idOf(element) { return idOf(element); },
};
Object.defineProperty(window, '__autonoma', { value: page, enumerable: false, configurable: false, writable: false });
watchDocument();
countFrames(); // last: what the observer itself asks for does not count
