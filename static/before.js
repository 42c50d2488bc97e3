// Before the first paint: the theme that was chosen, and no flash of words or figures that are not those asked for.
(function () {
  var kept = null;
  try {
    kept = JSON.parse(localStorage.getItem('bosett'));
  } catch {
    // Nothing is remembered where nothing may be stored.
  }
  var root = document.documentElement;
  if (kept && kept.theme !== 'system') root.dataset.theme = kept.theme;
  var norwegian = /^(nb|no)\b/i.test(kept ? kept.language : navigator.language);
  if (!norwegian || (kept && kept.link) || /^#b\d+=/.test(location.hash)) root.classList.add('waiting');
})();
