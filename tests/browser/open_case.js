(name) => {
  const button = Object.assign(document.createElement("button"), { type: "button" });
  Object.assign(button.dataset, { act: "case", value: name });
  document.querySelector(".ldcase .page").append(button);
  button.click();
  button.remove();
}
