/** Pages of a list, a hundred at a time, until the last or the limit. */
export async function allPages<T>(
  fetchPage: (page: { readonly per_page: number; readonly page: number }) => Promise<readonly T[]>,
  maxPages: number,
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const items = await fetchPage({ per_page: 100, page });
    all.push(...items);
    if (items.length < 100) break;
  }
  return all;
}
