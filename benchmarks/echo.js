// Sends the slider's value at each key press and writes down what comes back.
function render({ model, el }) {
  const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: 100, value: 50 });
  const text = document.createElement("output");
  text.textContent = "50";
  el.style.minHeight = "120px";
  el.append(slider, text);
  slider.addEventListener("input", () => model.send({ value: Number(slider.value) }));
  model.on("msg:custom", (message) => {
    text.textContent = message.text;
    window.__bench.painting(Number(message.text));
  });
  window.__bench.made();
}

export default { render };
