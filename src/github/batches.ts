/** A few at a time, since each is mostly waiting; what is found is kept in order. */
export async function inBatches<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  keepResult: (item: T, result: R) => Promise<void>,
): Promise<void> {
  const size = 4;
  for (let from = 0; from < items.length; from += size) {
    const batch = items.slice(from, from + size);
    const results = await Promise.all(batch.map(async (item) => [item, await work(item)] as const));
    for (const [item, result] of results) await keepResult(item, result);
  }
}
