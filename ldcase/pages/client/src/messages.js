// Kernel messages on the wire, `v1.kernel.websocket.jupyter.org`: n, n offsets (64 bit, little endian), then the parts
// channel, header, parent_header, metadata, content, and one part a buffer. The server passes such a message on unread.
export const PROTOCOL = "v1.kernel.websocket.jupyter.org";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const bytes = (buffer) =>
  ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : new Uint8Array(buffer);

export function encode({ channel, header, parent_header = {}, metadata = {}, content, buffers = [] }) {
  const json = [header, parent_header, metadata, content].map((part) => encoder.encode(JSON.stringify(part)));
  const parts = [encoder.encode(channel), ...json, ...buffers.map(bytes)];
  const offsets = [8 * (parts.length + 2)];
  for (const part of parts) offsets.push(offsets.at(-1) + part.byteLength);
  const message = new Uint8Array(offsets.at(-1));
  const numbers = new DataView(message.buffer);
  [offsets.length, ...offsets].forEach((number, index) => numbers.setBigUint64(8 * index, BigInt(number), true));
  parts.forEach((part, index) => message.set(part, offsets[index]));
  return message.buffer;
}

export function decode(message) {
  const numbers = new DataView(message);
  const count = Number(numbers.getBigUint64(0, true));
  const offsets = Array.from({ length: count }, (_, index) => Number(numbers.getBigUint64(8 * (index + 1), true)));
  const text = (index) => decoder.decode(new Uint8Array(message, offsets[index], offsets[index + 1] - offsets[index]));
  const [header, parent_header, metadata, content] = [1, 2, 3, 4].map((index) => JSON.parse(text(index)));
  const buffers = [];
  for (let index = 5; index + 1 < count; index += 1) buffers.push(new DataView(message.slice(offsets[index], offsets[index + 1])));
  return { channel: text(0), header, parent_header, metadata, content, buffers };
}
