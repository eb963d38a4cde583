// Saves a figure as a picture with its title, on the card's own colour, sharp enough for a slide.
import { make } from "./markup.js";

const SHARPNESS = 2;

export function saveFile(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export async function savePicture(figure) {
  const drawing = await figure.view.toCanvas(SHARPNESS);
  const { card, ink, size } = figure.look();
  const margin = 20 * SHARPNESS;
  const heading = size * 1.5 * SHARPNESS;
  const canvas = make("canvas", { width: drawing.width + 2 * margin, height: drawing.height + 2 * margin + heading * 1.8 });
  const pen = canvas.getContext("2d");
  pen.fillStyle = card;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = ink;
  pen.font = `500 ${heading}px ${getComputedStyle(figure.title).fontFamily}`;
  pen.fillText(figure.title.textContent, margin, margin + heading, canvas.width - 2 * margin);
  pen.drawImage(drawing, margin, margin + heading * 1.8);
  canvas.toBlob((blob) => saveFile(`${figure.id}.png`, blob));
}
