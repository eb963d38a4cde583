import assert from "node:assert/strict";
import { test } from "node:test";
import { Replay } from "../src/present_replay.js";

function wired(context, still) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 1000;
  context.mock.method(performance, "now", () => now);
  globalThis.window = { matchMedia: () => ({ matches: still }) };
  globalThis.requestAnimationFrame = (run) => run();
  const shares = [];
  const states = [];
  const replay = new Replay({ replay: (share) => shares.push(share), isBehind: () => false }, (running) => states.push(running));
  const pass = (milliseconds) => { now += milliseconds; context.mock.timers.tick(milliseconds); };
  return { shares, states, replay, pass };
}

test("it rests on before, goes on as the clock does, and ends on after", (context) => {
  const { shares, states, replay, pass } = wired(context, false);
  replay.start();
  replay.answered();
  pass(600);
  assert.deepEqual(shares, [0]);
  for (let frame = 0; frame < 30; frame += 1) { pass(100); replay.answered(); pass(1); }
  assert.equal(shares.at(-1), 1);
  assert.deepEqual(shares, [...shares].sort((one, other) => one - other));
  assert.ok(shares.length > 10);
  assert.deepEqual(states, [true, false]);
});

test("with less motion there is before, a pause, after", (context) => {
  const { shares, replay, pass } = wired(context, true);
  replay.start();
  replay.answered();
  pass(600);
  assert.deepEqual(shares, [0]);
  pass(200);
  replay.answered();
  assert.deepEqual(shares, [0, 1]);
  assert.equal(replay.running, false);
});

test("stopped on its way it goes to the end at once, and only once", (context) => {
  const { shares, states, replay, pass } = wired(context, false);
  replay.start();
  replay.answered();
  pass(900);
  replay.answered();
  replay.start();
  replay.stop();
  replay.answered();
  pass(5000);
  replay.answered();
  assert.equal(shares.filter((share) => share === 1).length, 1);
  assert.equal(shares.at(-1), 1);
  assert.deepEqual(states, [true, false]);
});
