/**
 * Does something with every item, with some of them at a time.
 *
 * @returns the results in the order of the items
 */
export async function inPool<Item, Result>(
  size: number,
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: size }, worker));
  return results;
}
