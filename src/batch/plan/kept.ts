/** What was made before for the same key, or something new. */
export function kept<T>(known: Map<string, T>): (key: string, make: (key: string) => T) => T {
  return (key, make) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}
