import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Channel } from "../src/channel.js";

function wired() {
  const posted = [];
  return { posted, channel: new Channel((message) => posted.push(message)) };
}

test("one lever message is under way, and then the newest value follows", () => {
  const { posted, channel } = wired();
  for (const value of [1, 2, 3, 4]) channel.lever("a", value, false);
  assert.deepEqual(posted.map((message) => message.value), [1]);
  channel.answered(1);
  assert.deepEqual(posted.map((message) => [message.value, message.serial]), [[1, 1], [4, 2]]);
  channel.answered(2);
  assert.equal(posted.length, 2);
  assert.equal(channel.isBehind("a"), false);
});

test("an answer to something else does not count", () => {
  const { posted, channel } = wired();
  channel.lever("a", 1, false);
  channel.lever("a", 2, false);
  channel.answered(null);
  channel.answered(99);
  assert.equal(posted.length, 1);
  assert.equal(channel.isBehind("a"), true);
});

test("two levers each keep their newest value, and coming to rest is not lost", () => {
  const { posted, channel } = wired();
  channel.lever("a", 1, false);
  channel.lever("b", 5, false);
  channel.lever("a", 2, false);
  channel.lever("a", 2, true);
  channel.answered(1);
  channel.answered(2);
  assert.deepEqual(posted.slice(1).map(({ name, value, resting }) => [name, value, resting]), [["b", 5, false], ["a", 2, true]]);
});

test("when Python does not answer, the next value goes out all the same", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { posted, channel } = wired();
  channel.lever("a", 1, false);
  channel.lever("a", 2, false);
  mock.timers.tick(3001);
  assert.deepEqual(posted.map((message) => message.value), [1, 2]);
  channel.answered(1);
  assert.equal(channel.isBehind("a"), true, "a late answer is not taken for the newer one");
  mock.timers.reset();
});

test("questions and acts wait for nothing", () => {
  const { posted, channel } = wired();
  channel.lever("a", 1, false);
  channel.ask("net_benefit");
  channel.act("undo");
  const said = posted.slice(1).map(({ type, name, act }) => [type, name ?? act]);
  assert.deepEqual(said, [["ask", "net_benefit"], ["act", "undo"]]);
  assert.deepEqual(posted.map(({ number }) => number), [1, 2, 3]);
});

test("while nothing gets through nothing more goes out; a page that goes hands over the newest values", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const posted = [];
  const channel = new Channel((message) => posted.push(message), () => false);
  channel.lever("a", 1, false);
  channel.lever("a", 2, false);
  channel.lever("b", 7, true);
  mock.timers.tick(60_000);
  channel.lever("a", 3, false);
  assert.deepEqual(posted.map(({ value }) => value), [1]);
  channel.handOver();
  assert.deepEqual(posted.slice(1).map(({ name, value }) => [name, value]), [["a", 3], ["b", 7]]);
  mock.timers.reset();
});
