import { domainOf, type Situation } from './lint-box.ts';
import type { CellFault } from './lint-cells.ts';
import type { Fault } from './lint-fault.ts';
import type { TableFault } from './lint-table.ts';

type Said = Pick<Fault, 'path' | 'message'>;

/** Overlaps spelled out for one table; the rest are counted. */
const overlapsShown = 12;

/** Place and message of each fault of a table. Where one row crosses a great many, the last message counts the rest. */
export function saidTableFaults(faults: readonly TableFault[]): Said[] {
  const overlaps = faults.filter(({ kind }) => kind === 'overlap');
  const hidden = new Set(overlaps.slice(overlapsShown));
  const said = faults.filter((fault) => !hidden.has(fault)).map(sayTableFault);
  if (hidden.size === 0) return said;
  return [...said, { path: 'rows', message: `overlap: ${hidden.size} more pairs of rows decide the same situation` }];
}

/** A situation in words: `contact phone or notice, capStatus available`. */
export function inWords(given: Situation): string {
  const parts = Object.entries(given).map(([input, values]) => {
    const others = domainOf(input).filter((value) => !values.includes(value));
    const isMost = values.length > 3 && others.length < values.length;
    return isMost ? `${input} other than ${others.join(' or ')}` : `${input} ${values.join(' or ')}`;
  });
  return parts.length === 0 ? 'any situation' : parts.join(', ');
}

/** Place and message of one fault in the words of a cell. */
export function sayCellFault(fault: CellFault): Said {
  switch (fault.kind) {
    case 'unknown-input':
      return {
        path: `${fault.place}.${fault.input}`,
        message: `"${fault.input}" is not an input here: ${fault.nearest ? `write "${fault.nearest}"` : 'take it out or add it to "inputs"'}`,
      };
    case 'unknown-value': {
      const known = domainOf(fault.input).join(', ');
      const instead = fault.nearest ? `write "${fault.nearest}" or another of ${known}` : `write one of ${known}`;
      return { path: `${fault.place}.${fault.input}`, message: `"${fault.value}" is not a value of it: ${instead}` };
    }
    case 'double-value':
      return { path: `${fault.place}.${fault.input}`, message: `"${fault.value}" stands here twice: write it once` };
    case 'double-input':
      return { path: 'inputs', message: `"${fault.input}" stands here twice: write it once` };
    default:
      return fault satisfies never;
  }
}

function sayTableFault(fault: TableFault): Said {
  switch (fault.kind) {
    case 'gap':
    case 'more-gaps':
    case 'overlap':
    case 'unreachable':
    case 'double-row':
      return sayHole(fault);
    case 'unused-input':
    case 'never-value':
    case 'needless-cell':
    case 'needless-impossible':
    case 'impossible-clash':
    case 'redundant-split':
    case 'then-keys':
      return sayNeedless(fault);
    default:
      return sayCellFault(fault);
  }
}

type Hole = Extract<TableFault, { kind: 'gap' | 'more-gaps' | 'overlap' | 'unreachable' | 'double-row' }>;

function sayHole(fault: Hole): Said {
  switch (fault.kind) {
    case 'gap':
      return {
        path: 'rows',
        message: `gap: no row decides ${inWords(fault.given)} (${howMany(fault.combinations)}): add a row, or an entry of "impossible" with the reason`,
      };
    case 'more-gaps':
      return { path: 'rows', message: `gap: no row decides ${howMany(fault.combinations)} more` };
    case 'overlap': {
      const [first, second] = fault.rows;
      return {
        path: `rows.${second}`,
        message: `overlap: rows "${first}" and "${second}" both decide ${inWords(fault.given)} (${howMany(fault.combinations)}): narrow one of them`,
      };
    }
    case 'unreachable':
      return {
        path: `rows.${fault.row}`,
        message: `unreachable: row "${fault.row}" decides nothing, because all that it names is declared impossible: take it out`,
      };
    case 'double-row':
      return { path: `rows.${fault.row}`, message: `two rows are called "${fault.row}": give each its own id` };
    default:
      return fault satisfies never;
  }
}

function sayNeedless(fault: Exclude<TableFault, Hole | CellFault>): Said {
  switch (fault.kind) {
    case 'unused-input':
      return { path: 'inputs', message: `no row names the input "${fault.input}": take it out` };
    case 'never-value':
      return {
        path: `rows.${fault.row}.when.${fault.input}`,
        message: `${fault.values.join(' and ')} can never meet this row, being declared impossible: take it out`,
      };
    case 'needless-cell':
      return {
        path: `rows.${fault.row}.when.${fault.input}`,
        message: 'this cell excludes nothing that is possible: leave it out',
      };
    case 'needless-impossible':
      return {
        path: `impossible[${fault.position}]`,
        message: 'each combination of this entry is decided by one row all the same: take the entry out',
      };
    case 'impossible-clash':
      return {
        path: `impossible[${fault.position}]`,
        message: `entry ${fault.other} of "impossible" holds all of this one: take this one out`,
      };
    case 'redundant-split': {
      const [first, second] = fault.rows;
      return {
        path: `rows.${second}`,
        message: `rows "${first}" and "${second}" say the same and differ in ${fault.input} only: make them one row`,
      };
    }
    case 'then-keys':
      return {
        path: `rows.${fault.row}.then`,
        message: `other rows also decide ${fault.missing.join(', ')}: write it here too`,
      };
    default:
      return fault satisfies never;
  }
}

function howMany(combinations: number): string {
  return combinations === 1 ? '1 combination' : `${combinations} combinations`;
}
