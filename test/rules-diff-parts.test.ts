import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, stream } from './fake-io.ts';
import { rulesDir } from './rules.ts';
import { byId, diff, edited, type File } from './rules-diff-fixture.ts';

const nobody = { notice: 'CP504' };
const nothing = { open: () => stream(`${JSON.stringify(nobody)}\n`) };

test('one row that decides otherwise: its combinations, counted, and the letters of which an answer changes', async () => {
  const newDir = edited({
    'decisions/cap': (table) => {
      byId(table.rows, 'no-collection-action').then.status = 'later';
    },
  });
  const { tables, entries, terms, walk } = await diff(rulesDir, newDir);
  // 16 actions, 2 installment matters, 4 disputes, 3 values of three facts each, 4 states of the CAP clock, 5 of each of two others.
  const combinations = 16 * 2 * 4 * 3 * 3 * 3 * 4 * 5 * 5;
  const fields = [{ path: 'then.status', old: 'not-available', new: 'later' }];
  const row = 'no-collection-action';
  expect(tables).toEqual([
    {
      table: 'cap',
      combinations: expect.any(Number),
      changed: combinations,
      pairs: [{ old: row, new: row, combinations, given: { capGround: ['none'] }, fields }],
    },
  ]);
  expect(entries).toEqual([{ kind: 'changed', file: 'decisions/cap', path: `rows.${row}`, id: `cap/${row}`, fields }]);
  expect(terms).toEqual([]);
  expect(walk.groups.map(({ part, rule }: File) => [part, rule.old])).toContainEqual(['cap', `cap/${row}`]);
  expect(walk.groups[0].letters).toContain('cp2000');
  expect(walk.groups.flatMap(({ letters }: File) => letters)).not.toContain('lt11');
});

test('a sentence: old and new words side by side, and no answer changes what it decides', async () => {
  const newDir = edited({
    'text/en/programs': (data) => {
      data.statements['cap.none'] = 'CAP does not take this.';
    },
  });
  const { sentences, entries, walk } = await diff(rulesDir, newDir);
  const before = JSON.parse(readFileSync(join(rulesDir, 'text/en/programs.json'), 'utf8')).statements['cap.none'];
  expect(sentences).toEqual([
    { key: 'cap.none', file: 'text/en/programs', old: before, new: 'CAP does not take this.' },
  ]);
  expect({ entries, walk }).toMatchObject({ entries: [], walk: { isNeeded: false, workedOut: 0, changed: 0 } });
});

test('a spelling: where it leads now, and the client who wrote it', async () => {
  const newDir = edited({ 'notices/cp504': ({ names }) => names.push('Urgent Five') });
  const found = await diff(rulesDir, newDir, { client: 'c', notice: 'urgent five', contact: 'phone' }, nobody);
  expect(found.spellings).toEqual([{ spelling: 'URGENTFIVE', old: null, new: 'cp504' }]);
  expect(found.entries).toMatchObject([{ file: 'notices/cp504', path: '', id: 'cp504', fields: [{ path: 'names' }] }]);
  expect(found.clients.changed).toMatchObject([
    { client: 'c', letter: 'CP504', changes: [{ place: 'notice', old: null, new: 'cp504' }], old: null },
  ]);
  const { out } = await cli(['rules', 'diff', rulesDir, newDir, '--against', 'c.ndjson'], {
    open: () => stream('{"notice":"urgent five"}\n'),
  });
  expect(out).toContain('row 1: CP504');
  expect(out).toContain('The old rules do not know this letter; the new ones answer.');
});

test('a letter of other grounds: its fields, and its situations', async () => {
  const newDir = edited({
    'notices/cp2000': (letter) => {
      letter.cap.ground = 'not-yet';
      letter.text.en.title = 'Another title';
    },
  });
  const { entries, walk } = await diff(rulesDir, newDir);
  expect(entries[0].fields.map(({ path }: File) => path)).toEqual(['cap.ground', 'text.en.title']);
  expect(walk.letters).toBe(1);
  expect(new Set(walk.groups.flatMap(({ letters }: File) => letters))).toEqual(new Set(['cp2000']));
});

test('a warning that is said more often', async () => {
  const newDir = edited({
    warnings: ({ warnings }) => {
      byId(warnings, 'date-in-future').when = [{ futureDate: ['yes'] }, { futureDate: ['no'], hasNotice: ['no'] }];
    },
  });
  const { statements } = await diff(rulesDir, newDir, nobody);
  expect(statements).toEqual([
    { list: 'warnings', id: 'date-in-future', inputs: ['futureDate', 'hasNotice'], combinations: 4, more: 1, less: 0 },
  ]);
});

test('a situation that the new rules leave undecided is a finding and no end of the walk', async () => {
  const newDir = edited({
    'notices/cp2000': (letter) => {
      letter.cap.ground = 'open';
    },
  });
  const { walk, clients } = {
    ...(await diff(rulesDir, newDir)),
    ...{ clients: (await diff(rulesDir, newDir, { notice: 'CP2000' }, nobody)).clients },
  };
  expect(walk.groups[0]).toMatchObject({ part: 'undecided', rule: { new: 'no row' }, letters: ['cp2000'] });
  expect(clients).toMatchObject({ rows: 2, errors: 1, changed: [] });
});

test('what holds from a later day on is told, and found as of that day', async () => {
  const newDir = edited({
    'decisions/cap': (table) => {
      const row = byId(table.rows, 'no-collection-action');
      table.rows.push({ ...row, from: '2027-03-01', then: { status: 'later' } });
      row.to = '2027-02-28';
    },
  });
  const now = await diff(rulesDir, newDir);
  expect(now).toMatchObject({
    equal: false,
    tables: [],
    otherDays: ['2027-03-01', '2028-01-21'],
    walk: { isNeeded: false },
  });
  const { out } = await cli(['rules', 'diff', rulesDir, newDir]);
  expect(out.replace(/\s+/g, ' ')).toContain('Compare as of these days with --today: Monday, March 1, 2027;');
  const { tables } = JSON.parse(
    (await cli(['rules', 'diff', rulesDir, newDir, '--today', '2027-03-01', '--json', '--against', '-'], nothing)).out,
  );
  expect(tables).toMatchObject([{ table: 'cap', pairs: [{ fields: [{ path: 'then.status', new: 'later' }] }] }]);
});
