// Before the first paint, so that a dark screen does not flash white. A file of its own, because the policy forbids inline scripts.
(function () {
  try {
    var theme = localStorage.getItem("autonoma.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (e) {
    // Storage may be blocked; then the system decides.
  }
})();
