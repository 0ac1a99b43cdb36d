/** The same function, which keeps its first answers, so many at most: names recur, and there may be a hundred thousand others. */
export function remembered<K, V>(most: number, of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = of(key);
      if (known.size < most) known.set(key, answer);
    }
    return answer;
  };
}
