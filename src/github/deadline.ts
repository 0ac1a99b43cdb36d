/** What `work` comes to, or `too late` after so many milliseconds. The work is left to itself then: it can't be stopped. */
export async function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T | 'too late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'too late'>((resolve) => {
    timer = setTimeout(() => resolve('too late'), Math.max(0, milliseconds));
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
