// What the kernel sends: finds the screen's files among the server's own static files and starts it. Nothing comes from anywhere else.

function folder() {
  const settings = document.getElementById("jupyter-config-data");
  const served = settings ? JSON.parse(settings.textContent).fullLabextensionsUrl : undefined;
  if (!served) throw new Error("This page does not say where its extensions are (no “fullLabextensionsUrl”).");
  return new URL(`${served}/ldcase/static`, document.baseURI).href; // this module has no address of its own to be relative to
}

function styled(address) {
  const there = document.querySelector(`link[href="${address}"]`);
  if (there?.sheet) return Promise.resolve();
  const link = there ?? document.head.appendChild(Object.assign(document.createElement("link"), { rel: "stylesheet", href: address }));
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener("error", () => reject(new Error(`${address} could not be loaded.`)), { once: true });
  });
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return answer.json();
}

async function render({ model, el }) {
  try {
    const versions = model.get("versions");
    const base = folder();
    const at = (name) => `${base}/${name}?v=${versions[name]}`;
    const [screen, specs] = await Promise.all([import(at("screen.js")), fetched(at("charts.json")), styled(at("screen.css"))]);
    return await screen.render({ model, el, specs });
  } catch (problem) {
    const message = document.createElement("div");
    message.setAttribute("role", "alert");
    message.style.cssText = "font:15px/1.5 system-ui,sans-serif;padding:24px;max-width:44em";
    message.textContent = `The screen could not be started: ${problem.message} Its files belong to the package: install it again `
      + "(“pip install ldcase”, or “make app” in a checkout), restart the server and reload this page.";
    el.append(message);
    console.error(problem);
  }
}

export default { render };
