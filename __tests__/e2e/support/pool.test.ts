import { setTimeout as sleep } from "node:timers/promises";
import { inPool } from "../../../e2e/support/pool";

test("Everything is done, in the order of the items.", async () => {
  const results = await inPool(2, [30, 1, 2], async (milliseconds) => {
    await sleep(milliseconds);
    return milliseconds;
  });

  expect(results).toEqual([30, 1, 2]);
});

test("No more than so many are worked on at a time.", async () => {
  let running = 0;
  let most = 0;
  await inPool(3, Array.from({ length: 10 }), async () => {
    most = Math.max(most, ++running);
    await sleep(1);
    running -= 1;
  });

  expect(most).toBe(3);
});

test("What fails is not lost.", async () => {
  await expect(inPool(2, [1], () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});
