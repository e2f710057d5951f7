import { describe, expect, test } from 'vitest';
import type { Situation } from '../src/rules/lint-box.ts';
import { combinationsOf, tableFaults } from '../src/rules/lint-table.ts';
import { inWords, saidTableFaults } from '../src/rules/lint-table-words.ts';
import type { DecisionTable } from '../src/rules/schema.ts';
import { tableInputs } from '../src/situation-words.ts';

type Row = DecisionTable['rows'][number];
type When = Row['when'];

function row(id: string, when: When, status = id): Row {
  return { id, when, then: { status }, cite: ['pub-1660'] };
}

/** `contact` has notice, phone, revenue-officer, unknown; `hardship` yes, no, unknown; `hasNotice` yes, no. */
function table(inputs: readonly string[], rows: readonly Row[], impossible: readonly When[] = []): DecisionTable {
  const declared = impossible.map((given) => ({ given, reason: 'it cannot be' }));
  return {
    title: 'What?',
    inputs: [...inputs],
    rows: [...rows],
    ...(declared.length > 0 ? { impossible: declared } : {}),
  };
}

const said = (faulty: DecisionTable): string[] =>
  saidTableFaults(tableFaults(faulty)).map(({ path, message }) => `${path}: ${message}`);

const phone = row('phone', { contact: ['phone'] });
const officer = row('officer', { contact: ['revenue-officer'] });
const letters = row('letters', { contact: ['notice', 'unknown'] });

test('a table in which one row decides each combination is in order', () => {
  const whole = table(
    ['contact', 'hardship'],
    [
      phone,
      officer,
      row('letters-hard', { contact: ['notice', 'unknown'], hardship: ['yes'] }),
      row('letters', { contact: ['notice', 'unknown'], hardship: ['no', 'unknown'] }),
    ],
  );
  expect(tableFaults(whole)).toEqual([]);
  expect(combinationsOf(whole)).toBe(12);
});

describe('gaps', () => {
  test('are spelled out in words', () => {
    expect(said(table(['contact'], [phone, letters]))).toEqual([
      'rows: gap: no row decides contact revenue-officer (1 combination): add a row, or an entry of "impossible" with the reason',
    ]);
  });

  test('are said once for all combinations that belong together', () => {
    const rows = [phone, letters, row('officer-hard', { contact: ['revenue-officer'], hardship: ['yes'] })];
    expect(tableFaults(table(['contact', 'hardship', 'hasNotice'], rows))).toEqual([
      {
        kind: 'gap',
        given: { contact: ['revenue-officer'], hardship: ['no', 'unknown'] },
        combinations: 4,
      },
      { kind: 'unused-input', input: 'hasNotice' },
    ]);
  });

  test('are counted after the first three', () => {
    const disputes = ['action', 'amount', 'both', 'unknown'];
    const rows = ['notice', 'phone', 'revenue-officer', 'unknown'].map((contact, index) => {
      return row(contact, { contact: [contact], dispute: disputes.toSpliced(index, 1) as [string] });
    });
    expect(tableFaults(table(['contact', 'dispute'], rows))).toEqual([
      { kind: 'gap', given: { contact: ['notice'], dispute: ['action'] }, combinations: 1 },
      { kind: 'gap', given: { contact: ['phone'], dispute: ['amount'] }, combinations: 1 },
      { kind: 'gap', given: { contact: ['revenue-officer'], dispute: ['both'] }, combinations: 1 },
      { kind: 'more-gaps', combinations: 1 },
    ]);
    expect(said(table(['contact', 'dispute'], rows)).at(-1)).toBe('rows: gap: no row decides 1 combination more');
  });

  test('are none where the combination is declared impossible', () => {
    expect(said(table(['contact'], [phone, letters], [{ contact: ['revenue-officer'] }]))).toEqual([]);
  });

  test('a table without rows decides nothing', () => {
    expect(said(table(['hasNotice'], []))).toEqual([
      'rows: gap: no row decides any situation (2 combinations): add a row, or an entry of "impossible" with the reason',
      'inputs: no row names the input "hasNotice": take it out',
    ]);
  });
});

describe('overlaps', () => {
  test('name both rows and the situation', () => {
    const wide = row('wide', { contact: ['phone', 'notice', 'unknown'] });
    expect(said(table(['contact'], [phone, officer, wide]))).toEqual([
      'rows.wide: overlap: rows "phone" and "wide" both decide contact phone (1 combination): narrow one of them',
    ]);
  });

  test('a doubled row overlaps with its copy', () => {
    const lines = said(table(['contact'], [phone, officer, letters, phone]));
    expect(lines).toEqual([
      'rows.phone: two rows are called "phone": give each its own id',
      'rows.phone: overlap: rows "phone" and "phone" both decide contact phone (1 combination): narrow one of them',
    ]);
  });

  test('are none where the two rows meet in the impossible only', () => {
    const rows = [row('yes', { hasNotice: ['yes'] }), row('no', { hasNotice: ['no'], contact: ['phone', 'unknown'] })];
    const rest = row('rest', { hasNotice: ['no'], contact: ['notice', 'revenue-officer'] });
    const wider = row('rest', { contact: ['notice', 'revenue-officer'] });
    expect(said(table(['hasNotice', 'contact'], [...rows, rest]))).toEqual([]);
    const impossible = [{ hasNotice: ['yes'], contact: ['notice', 'revenue-officer'] }] as unknown as When[];
    expect(said(table(['hasNotice', 'contact'], [...rows, wider], impossible))).toEqual([]);
  });

  test('of one row with very many others are counted after the first twelve', () => {
    const each = tableInputs['action']?.map((action) => row(action, { action: [action] })) ?? [];
    const lines = said(table(['action'], [...each, row('any', {})]));
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe(`rows: overlap: ${each.length - 12} more pairs of rows decide the same situation`);
  });
});

describe('what could go without a change', () => {
  const inputs = ['hasNotice', 'hardship'];
  const none = row('none', { hasNotice: ['no'] });
  const hard = row('hard', { hasNotice: ['yes'], hardship: ['yes'] });
  const easy = row('easy', { hasNotice: ['yes'], hardship: ['no', 'unknown'] });

  test('an input that no row names', () => {
    expect(said(table(['contact', 'hardship'], [phone, officer, letters]))).toEqual([
      'inputs: no row names the input "hardship": take it out',
    ]);
  });

  test('a row of which all is impossible', () => {
    const rows = [none, row('hard', { hasNotice: ['yes'], hardship: ['yes'] }), easy];
    expect(said(table(inputs, rows, [{ hardship: ['yes'] }]))).toEqual([
      'rows.hard: unreachable: row "hard" decides nothing, because all that it names is declared impossible: take it out',
    ]);
  });

  test('a value that cannot come about in its row', () => {
    const impossible = [{ hasNotice: ['yes'], hardship: ['unknown'] }] as unknown as When[];
    expect(said(table(inputs, [none, hard, easy], impossible))).toEqual([
      'rows.easy.when.hardship: unknown can never meet this row, being declared impossible: take it out',
      'impossible[1]: each combination of this entry is decided by one row all the same: take the entry out',
    ]);
  });

  test('a cell that names every value', () => {
    const all = row('none', { hasNotice: ['no'], hardship: ['yes', 'no', 'unknown'] });
    expect(said(table(inputs, [all, hard, easy]))).toEqual([
      'rows.none.when.hardship: this cell excludes nothing that is possible: leave it out',
    ]);
  });

  test('an entry of "impossible" that another one holds', () => {
    const impossible = [{ hardship: ['unknown'] }, { hardship: ['unknown'], hasNotice: ['no'] }] as unknown as When[];
    const rows = [row('hard', { hardship: ['yes'] }), row('easy', { hardship: ['no'] })];
    expect(said(table(['hardship', 'hasNotice'], rows, impossible))).toEqual([
      'inputs: no row names the input "hasNotice": take it out',
      'impossible[2]: entry 1 of "impossible" holds all of this one: take this one out',
    ]);
  });

  test('a row that says the same as its neighbour', () => {
    const rows = [
      phone,
      officer,
      row('notice', { contact: ['notice'] }, 'phone'),
      row('unknown', { contact: ['unknown'] }),
    ];
    expect(said(table(['contact'], rows))).toEqual([
      'rows.notice: rows "phone" and "notice" say the same and differ in contact only: make them one row',
    ]);
  });
});

describe('words of cells', () => {
  test.each<{ why: string; when: When; line: string }>([
    {
      why: 'an input that is misspelt',
      when: { contcat: ['phone'] },
      line: 'rows.phone.when.contcat: "contcat" is not an input here: write "contact"',
    },
    {
      why: 'an input that the table does not declare',
      when: { contact: ['phone'], hardship: ['yes'] },
      line: 'rows.phone.when.hardship: "hardship" is not an input here: take it out or add it to "inputs"',
    },
    {
      why: 'a value that is misspelt',
      when: { contact: ['phome'] },
      line: 'rows.phone.when.contact: "phome" is not a value of it: write "phone" or another of notice, phone, revenue-officer, unknown',
    },
    {
      why: 'a value that stands twice',
      when: { contact: ['phone', 'phone'] },
      line: 'rows.phone.when.contact: "phone" stands here twice: write it once',
    },
  ])('$why', ({ when, line }) => {
    expect(said(table(['contact'], [row('phone', when), officer, letters]))).toEqual([line]);
  });

  test('an input that stands twice', () => {
    expect(said(table(['contact', 'contact'], [phone, officer, letters]))).toContain(
      'inputs: "contact" stands here twice: write it once',
    );
  });

  test('a misspelt word of an impossible combination is placed by its position', () => {
    expect(said(table(['contact'], [phone, letters], [{ contact: ['officer'] }]))).toEqual([
      'impossible[1].given.contact: "officer" is not a value of it: write one of notice, phone, revenue-officer, unknown',
    ]);
  });
});

test.each<[Situation, string]>([
  [{}, 'any situation'],
  [{ contact: ['phone'], capStatus: ['available'] }, 'contact phone, capStatus available'],
  [{ contact: ['notice', 'phone'] }, 'contact notice or phone'],
  [{ capStatus: ['available', 'expired', 'later', 'used', 'not-available'] }, 'capStatus other than unknown'],
])('%j in words is "%s"', (given, words) => {
  expect(inWords(given)).toBe(words);
});

test('every input has few enough values to be counted in bits', () => {
  for (const values of Object.values(tableInputs)) expect(values.length).toBeLessThan(31);
});
