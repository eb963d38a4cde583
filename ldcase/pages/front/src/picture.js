// A figure as a picture with its title and what is measured, on the card's own colour, sharp enough for a slide.
import { copyBlob } from "./copying.js";
import { make } from "./markup.js";

const SHARPNESS = 2;
const LINE = 1.3; // heights of text from line to line

export function saveFile(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The words of a text in as many lines as the width asks for. */
function lines(pen, text, width) {
  const found = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > width) { found.push(line); line = word; }
    else line = longer;
  }
  return line ? [...found, line] : found;
}

/** The title and what is measured beneath it: how they are written, and how high they stand. */
function headings(figure, pen, width) {
  const { ink, soft, size } = figure.look();
  let top = 0;
  return [[figure.title, 1.5 * size, ink, 500], [figure.subtitle, size, soft, 400]].flatMap(([element, height, colour, weight]) => {
    const font = `${weight} ${height * SHARPNESS}px ${getComputedStyle(element).fontFamily}`;
    pen.font = font;
    return lines(pen, element.textContent, width).map((text) => ({ text, font, colour, y: (top += height * LINE * SHARPNESS) }));
  });
}

/** The picture, as a promise of a PNG. */
export async function picture(figure) {
  const drawing = await figure.view.toCanvas(SHARPNESS);
  const { card, size } = figure.look();
  const margin = 20 * SHARPNESS;
  const canvas = make("canvas");
  const written = headings(figure, canvas.getContext("2d"), drawing.width);
  const top = margin + (written.at(-1)?.y ?? 0) + size * SHARPNESS;
  canvas.width = drawing.width + 2 * margin;
  canvas.height = drawing.height + top + margin;
  const pen = canvas.getContext("2d");
  pen.fillStyle = card;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  for (const { text, font, colour, y } of written) {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(text, margin, margin + y);
  }
  pen.drawImage(drawing, margin, top);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

export async function savePicture(figure) {
  saveFile(`${figure.id}.png`, await picture(figure));
}

/** Copies the picture; where the browser takes none it is saved, and false says so. */
export async function copyPicture(figure) {
  const blob = await picture(figure);
  if (await copyBlob(blob)) return true;
  saveFile(`${figure.id}.png`, blob);
  return false;
}
