import { flagHelp } from '../flag-help.ts';
import { closedFactNames, closedFacts, dateFacts, kebabCase, unknown } from '../vocabulary.ts';
import { quoted } from './write/write-csv.ts';

const columns = ['client', 'notice', ...closedFactNames, ...dateFacts, 'today'];

const examples: readonly Readonly<Record<string, string>>[] = [
  {
    client: 'c-17',
    notice: 'LT11',
    contact: 'phone',
    noticeDate: '2026-11-02',
    taxpayer: 'individual',
    representative: 'cpa',
    taxpayerPresent: 'no',
    form2848: 'filed',
  },
  { client: 'c-18', notice: 'CP504', contact: 'notice', noticeDate: '11/9/2026' },
  { client: 'c-19', action: 'levy-made', contact: 'revenue-officer', conference: 'held', conferenceDate: '2026-11-12' },
];

/** A CSV file to start from: what each column means, then a header, then examples; batch reads it as it is. */
export function templateCsv(): string {
  const notes = [
    'Fill in one row a client below the line that names the columns. Take away the examples, and the columns that you do not need.',
    `Above the names of the columns, lines that begin with # are for you. An empty cell, "${unknown}", "n/a" and "-" mean the same: it is not known.`,
    'Days: 2026-11-02, 11/2/2026 (month first), Nov 2, 2026 or 2-Nov-2026. Capitals and blanks do not matter. Y, N, true and false are yes and no.',
    'client: a short id of your own, up to 64 characters; never a name or a number of a person',
    'notice: the number of the letter as it is printed: CP504, LT11, Letter 1058',
    ...closedFactNames.map((fact) => `${kebabCase(fact)}: ${flagHelp[fact]}: ${[...closedFacts[fact]].join(', ')}`),
    ...dateFacts.map((fact) => `${kebabCase(fact)}: a day: ${flagHelp[fact]}`),
    'today: answer this row as of that day; empty: as of today',
  ];
  const lines = [columns, ...examples.map((row) => columns.map((column) => row[column] ?? ''))];
  return [
    ...notes.map((note) => quoted(`# ${note}`)),
    ...lines.map((cells, index) => cells.map((cell) => quoted(index === 0 ? kebabCase(cell) : cell)).join(',')),
  ]
    .map((line) => `${line}\n`)
    .join('');
}
