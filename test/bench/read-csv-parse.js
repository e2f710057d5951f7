// What csv-parse needs merely to read a file into objects.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let rows = 0;
const reader = createReadStream(process.argv[2]).pipe(parse({ columns: true }));
reader.on('data', () => {
  rows += 1;
});
reader.on('end', () => console.log(rows));
