// What udsv, a fast reader, needs merely to read a file into objects.
import { createReadStream } from 'node:fs';
import { inferSchema, initParser } from 'udsv';

let rows = 0;
let parser;
const count = (found) => {
  rows += found.length;
};
const input = createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 262_144 });
for await (const text of input) {
  parser ??= initParser(inferSchema(text));
  parser.chunk(text, parser.stringObjs, count);
}
parser?.end();
console.log(rows);
