// The page before the widgets are there: which case it is, how far it has come, and what to do when it is cut off.
(() => {
  const cases = JSON.parse(document.getElementById("ldcase-cases").textContent);
  const asked = new URLSearchParams(location.search);
  const chosen = asked.get("language") || document.cookie.match(/\bldcase_speech=([a-z]+)/)?.[1] || navigator.language.slice(0, 2);
  const texts = cases.texts?.[chosen] || cases.texts?.en || {};
  window.ldcase_texts = texts;
  document.querySelector("#lost button").textContent = texts.reload || "Reload";
  const id = asked.get("case") || "";
  const words = id.split("/").pop().replace(/[-_]+/g, " ").trim();
  const title = (cases.titles || {})[id] || words.charAt(0).toUpperCase() + words.slice(1) || texts.title || document.title;
  document.title = title;
  document.getElementById("loading_title").textContent = title;

  // The key has done its work (the browser holds a cookie now) and does not belong on a shared screen.
  const address = new URL(location.href);
  if (address.searchParams.has("token")) {
    address.searchParams.delete("token");
    history.replaceState(null, "", address);
  }

  const text = document.getElementById("loading_text");
  const bar = document.querySelector("#loading_bar i");
  const cells = () => document.getElementById("rendered_cells");
  const progress = (share, sentence) => {
    bar.style.width = `${Math.round(100 * share)}%`;
    text.textContent = sentence ?? "";
  };
  progress(0.1, texts.starting);

  window.voila_process = (done, all) =>
    progress(0.3 + 0.4 * done / all, done < all ? texts.computing : texts.computed);
  window.voila_heartbeat = () => progress(0.3, texts.longer);
  let whole = false;
  window.voila_finish = () => {
    whole = true;
    progress(0.8, texts.drawing);
    const began = performance.now();
    let late = false;
    const look = () => {
      // A screen may be fixed to the window, so that what holds it has no height of its own.
      if ([...cells().querySelectorAll(".output *")].some((element) => element.offsetHeight > 8)) {
        watch.disconnect();
        clearInterval(clock);
        document.body.classList.add("painted");
        performance.mark("ldcase:painted");
        if (late) window.ldcase_lost("");
      } else if (!late && performance.now() - began > 20_000) {
        late = true;
        window.ldcase_lost(texts.late);
      }
    };
    const watch = new MutationObserver(() => requestAnimationFrame(look));
    watch.observe(cells(), { childList: true, subtree: true, attributes: true });
    const clock = setInterval(look, 250); // a style or a font that arrives changes no element
  };

  const lost = document.getElementById("lost");
  lost.querySelector("button").addEventListener("click", () => location.reload());
  // Called by what holds the connection: a sentence shows the bar, an empty one takes it away again.
  window.ldcase_lost = (sentence) => {
    lost.querySelector("span").textContent = sentence;
    lost.hidden = !sentence;
    lost.querySelector("button").hidden = ![texts.again, texts.key, texts.late, texts.part].includes(sentence);
  };
  // A word in passing: it goes by itself.
  window.ldcase_told = (sentence) => {
    window.ldcase_lost(sentence);
    setTimeout(() => { if (lost.querySelector("span").textContent === sentence) window.ldcase_lost(""); }, 5000);
  };
  document.addEventListener("DOMContentLoaded", () => {
    if (!whole) window.ldcase_lost(texts.part);
  });
})();
