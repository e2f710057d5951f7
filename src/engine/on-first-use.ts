/** An object whose values are made when they are first used, and kept. */
export function onFirstUse<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made = {} as T;
  for (const key of Object.keys(makers) as (keyof T)[]) {
    const keep = (value: T[keyof T]): T[keyof T] => {
      Object.defineProperty(made, key, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(made, key, { get: () => keep(makers[key]()), enumerable: true, configurable: true });
  }
  return made;
}
