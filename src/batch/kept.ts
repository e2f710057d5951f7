/** What was made before for the same key, or something new. Beyond `most` all are forgotten, so that memory does not grow. */
export function kept<T>(known: Map<string, T>, most = 1_000_000): (key: string, make: (key: string) => T) => T {
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const fresh = make(key);
    known.set(key, fresh);
    return fresh;
  };
}
