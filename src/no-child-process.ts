/** Stands in the bundle for `node:child_process`: the program starts no other program. */
export function spawn(): never {
  throw new Error('this program starts no other program');
}
