import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change } from '../src/rules/diff-outcome.ts';
import { emptyFolder } from './built.ts';
import { cli, json, slip, stream } from './fake-io.ts';
import { rulesDir } from './rules.ts';
import { diff, edited, type File, laterCdpDay } from './rules-diff-fixture.ts';

const nobody = { notice: 'CP504' };

test('the same directory twice: nothing changes', async () => {
  const found = await diff(rulesDir, rulesDir);
  expect(found).toMatchObject({
    equal: true,
    letters: { old: [], new: [] },
    ...{ entries: [], sentences: [], spellings: [], tables: [], terms: [], statements: [] },
    walk: { isNeeded: false, changed: 0, groups: [] },
  });
  const { code, out, err } = await cli(['rules', 'diff', 'built-in', rulesDir]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Nothing changes: both directories say the same\.\n/);
});

describe('a count of 31 days instead of 30', () => {
  const newDir = edited({ deadlines: laterCdpDay });

  test('is told as a term with an example, and in the situations that it changes', async () => {
    const { equal, entries, sentences, tables, terms, walk } = await diff(rulesDir, newDir);
    expect({ equal, sentences, tables }).toEqual({ equal: false, sentences: [], tables: [] });
    expect(entries.map(({ file, path, kind }: File) => [file, path, kind])).toEqual([
      ['deadlines', 'deadlines.cdp-request', 'changed'],
    ]);
    const add = (count: number): object[] => [{ count, unit: 'calendar-day' }];
    expect(terms.map(({ term }: File) => term)).toEqual(['cdp-request/first-levy', 'cdp-request/levy']);
    expect(terms[1]).toMatchObject({
      term: 'cdp-request/levy',
      from: 'noticeDate',
      fields: [{ path: 'add', old: add(30), new: add(31) }],
      example: { start: '2026-11-10', old: '2026-12-10', new: '2026-12-11' },
      starts: { tried: 366 },
    });
    expect(walk.groups[0]).toMatchObject({
      part: 'deadlines.cdp-request',
      rule: { old: 'cdp-request/levy', new: 'cdp-request/levy' },
      letters: expect.arrayContaining(['lt11', 'cp90', 'l1058']),
    });
    const rows = walk.groups.map(({ rule }: File) => `${rule.old} -> ${rule.new}`);
    expect(rows).toContain('cdp/levy-passed -> cdp/levy-open');
    // Letters about a lien have a count of their own.
    expect(walk.groups.flatMap(({ letters }: File) => letters)).not.toContain('l3172');
    expect(walk.changed).toBeGreaterThan(0);
    expect(walk.changed).toBeLessThan(walk.situations);
    await examplesHold(newDir, walk.groups);
  });

  test('as text: the count first, then each rule with an example, and what was walked', async () => {
    const { out } = await cli(['rules', 'diff', rulesDir, newDir]);
    const text = out.replace(/\s+/g, ' ');
    expect(text).toMatch(/^[\d,]+ of [\d,]+ situations that were walked change .* Letters concerned: \d+\. /);
    expect(text).toContain(
      'Example: appeals-guide check --notice cp177 --contact revenue-officer --notice-date 2026-11-02',
    );
    expect(text).toContain('Wednesday, December 2, 2026 -> Thursday, December 3, 2026');
    expect(text).toContain('Not walked: three facts at once,');
    expect(text).toContain('98 letters that both rules know, 15 actions without a letter');
  });

  test('changes exactly the clients whose last day or whose clock moves, the most urgent first', async () => {
    const cdp = { contact: 'phone' };
    const { clients } = await diff(
      rulesDir,
      newDir,
      { client: 'moves', notice: 'LT11', ...cdp, 'notice-date': '2026-11-02' },
      { client: 'other letter', notice: 'CP504', ...cdp, 'notice-date': '2026-11-02' },
      { client: 'lien', notice: 'L3172', ...cdp, 'nftl-filed-date': '2026-11-02' },
      { client: 'no date', notice: 'LT11', ...cdp },
      { client: 'over', notice: 'LT11', ...cdp, 'notice-date': '2026-10-10' },
      { client: 'both roll to Monday', notice: 'CP90', ...cdp, 'notice-date': '2026-10-22' },
    );
    expect(clients).toMatchObject({ rows: 6, errors: 0 });
    expect(clients.changed.map(({ client, next }: File) => [client, next.date])).toEqual([
      ['over', '2026-11-10'],
      ['both roll to Monday', '2026-11-23'],
      ['moves', '2026-12-03'],
    ]);
    const changesOf = (name: string): Change[] => clients.changed.find(({ client }: File) => client === name).changes;
    expect(changesOf('moves')).toEqual([
      { place: 'deadlines.cdp-request.date', old: '2026-12-02', new: '2026-12-03' },
      { place: 'deadlines.cdp-request.unrolled', old: '2026-12-02', new: '2026-12-03' },
    ]);
    expect(changesOf('both roll to Monday').map(({ place }) => place)).toEqual(['deadlines.cdp-request.unrolled']);
    expect(changesOf('over')).toContainEqual({ place: 'programs.cdp.status', old: 'expired', new: 'available' });
  });
});

/** Each example, answered by both rules as `check` answers it, differs as the group says. */
async function examplesHold(newDir: string, groups: readonly File[]): Promise<void> {
  const value = (answer: File, place: string): unknown => {
    const [part = '', id = '', key = ''] = place.split('.');
    if (part !== 'deadlines') return place.split('.').reduce((inside, name) => inside[name], answer);
    return answer.deadlines.find((deadline: File) => deadline.id === id)?.[key] ?? null;
  };
  for (const { example } of groups) {
    const flags = example.command.split(' ').slice(1);
    const [before, after] = [await json(flags), await json([...flags, '--rules', newDir])];
    for (const { place, old, new: now } of example.changes) {
      expect([place, value(before, place), value(after, place)]).toEqual([place, old, now]);
    }
  }
}

test('an overlay counts as laid over the built-in rules', async () => {
  const dir = emptyFolder();
  const manifest = {
    overlay: true,
    name: 'A Clinic',
    version: '1.0.0',
    reviewedOn: '2026-11-01',
    reviewBy: '2027-05-01',
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'deadlines.json'), '{ "deadlines": [{ "id": "cdp-request", "firmness": "soft" }] }');
  const { entries, terms } = await diff('built-in', dir, nobody);
  expect(entries.map(({ path }: File) => path)).toEqual(['deadlines.cdp-request', 'overlays']);
  expect(terms.map(({ term, fields }: File) => [term, fields])).toEqual(
    ['first-levy', 'first-lien', 'levy', 'lien', 'lien-second', 'unlisted'].map((id) => [
      `cdp-request/${id}`,
      [{ path: 'firmness', old: 'hard', new: 'soft' }],
    ]),
  );
});

describe('exit codes', () => {
  test('5: the faults of both, each with its directory', async () => {
    const broken = edited({ steps: (data) => delete data.steps, phone: ({ appeals }) => delete appeals.cite });
    const { code, out, err } = await cli(['rules', 'diff', 'nowhere', broken]);
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(err).toContain('nowhere: cannot be read as a rules directory');
    expect(err).toContain(`${broken}/phone.json: appeals.cite: `);
  });

  test('rules of an older program, which lack a word of its screens, can be the old ones', async () => {
    const older = edited({ 'text/en/screen': ({ labels }) => delete labels['screen.title.diff'] });
    expect(
      (await cli(['rules', 'diff', older, rulesDir, '--against', 'f'], { open: () => stream('{"notice":"CP504"}\n') }))
        .code,
    ).toBe(0);
    expect((await cli(['rules', 'diff', rulesDir, older])).err).toContain('screen.title.diff: is missing');
  });

  test('3: rows with an error are told on stderr and are not among the clients', async () => {
    const lines =
      '{"client":"x","notice":"LT99"}\n\nno json\n{"notice":"CP504","conatct":"phone"}\n{"notice":"CP504"}\n';
    const ran = await cli(['rules', 'diff', rulesDir, rulesDir, '--against', '-'], { open: () => stream(lines) });
    expect(ran.code).toBe(3);
    expect(ran.err.split('\n')).toEqual([
      'row 1 (x): notice: "LT99" is a letter of neither rules on that day',
      'row 2: the line is not one JSON object (line 3)',
      expect.stringMatching(/^row 3: unknown column "conatct"/),
      '',
    ]);
    expect(ran.out).toContain('None of 1 clients changes.');
    expect(ran.out).toContain('3 more rows have errors; they were not answered.');
  });

  test('2', async () => {
    expect(await slip('rules diff one')).toMatch(/missing required argument 'new'/);
    expect(await slip(`rules diff ${rulesDir} ${rulesDir} --against c.ndjson`)).toMatch(/^c\.ndjson: cannot be read/);
    expect(await slip(`rules diff a b --rules ${rulesDir}`)).toMatch(/^--rules: /);
  });
});
