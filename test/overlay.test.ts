import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import { layOver } from '../src/rules/lay-over.ts';
import type { RuleFile } from '../src/rules/lint-fault.ts';
import { loadRules } from '../src/rules/load.ts';
import { emptyFolder } from './built.ts';
import { d } from './days.ts';
import { cli, json, slip } from './fake-io.ts';
import { rules, rulesDir } from './rules.ts';

const manifest = {
  overlay: true,
  name: 'Example Tax Clinic',
  version: '1.0.0',
  reviewedOn: '2026-11-01',
  reviewBy: '2027-11-01',
};

/** A directory with these files; the manifest of an overlay unless another is given. */
function overlay(files: Readonly<Record<string, unknown>>): string {
  const dir = emptyFolder();
  for (const [name, data] of Object.entries({ manifest, ...files })) {
    const file = join(dir, `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(data));
  }
  return dir;
}

const flood = {
  id: 'flood',
  kind: 'postponed',
  first: '2026-11-15',
  last: '2027-02-01',
  until: '2027-02-02',
  text: { en: 'In Example County last days from November 15 on are postponed to February 2, 2027.' },
  cite: ['irc-7508a'],
};
const lt11 = [
  'check',
  '--notice',
  'LT11',
  '--contact',
  'phone',
  '--notice-date',
  '2026-11-02',
  '--today',
  '2026-11-10',
];

describe('what lies over the rules', () => {
  const file = (name: string, data: unknown): RuleFile => ({ file: `${name}.json`, name, data, schemaFound: true });

  test.each([
    {
      why: 'a key is added or replaced',
      under: { a: 1, b: { c: 2 } },
      over: { b: { d: 3 } },
      is: { a: 1, b: { c: 2, d: 3 } },
    },
    {
      why: 'an entry with the same id is replaced',
      under: [{ id: 'x', n: 1 }, { id: 'y' }],
      over: [{ id: 'x', n: 2 }],
      is: [{ id: 'x', n: 2 }, { id: 'y' }],
    },
    {
      why: 'an entry with another id is added',
      under: [{ id: 'x' }],
      over: [{ id: 'z' }],
      is: [{ id: 'x' }, { id: 'z' }],
    },
    { why: 'plain values replace plain values', under: ['a', 'b'], over: ['c'], is: ['c'] },
    { why: 'a sentence replaces its versions', under: { s: [{ text: 'a' }] }, over: { s: 'b' }, is: { s: 'b' } },
    {
      why: 'steps of a count are replaced and not added',
      under: [{ count: 30, unit: 'calendar-day' }],
      over: [{ count: 45, unit: 'calendar-day' }],
      is: [{ count: 45, unit: 'calendar-day' }],
    },
    { why: 'the schema stays', under: { $schema: 'one' }, over: { $schema: 'other' }, is: { $schema: 'one' } },
  ])('$why', ({ under, over, is }) => {
    expect(layOver([file('f', { f: under })], [file('f', { f: over })])[0]?.data).toEqual({ f: is });
  });

  test('neither side is changed by it', () => {
    const [under, over] = [file('f', { list: [{ id: 'x' }] }), file('f', { list: [{ id: 'y' }] })];
    layOver([under], [over]);
    expect([under.data, over.data]).toEqual([{ list: [{ id: 'x' }] }, { list: [{ id: 'y' }] }]);
  });
});

describe('a clinic lays its directory over the built-in rules', () => {
  test('a sentence, a number and a letter of its own, and the answer names the clinic', async () => {
    const { id: _, ...cp504 } = rules.notices['cp504'] ?? {};
    const dir = overlay({
      'text/en/clinic': { statements: { 'phone.number.clinic': 'Our own line.' } },
      'text/en/phone': { statements: { 'phone.number.tas': 'The Taxpayer Advocate Service; we help you reach it.' } },
      phone: {
        numbers: { clinic: { number: '800-555-0199', text: 'phone.number.clinic', cite: ['tas-cap-station-2022'] } },
      },
      'notices/cp9999': { ...cp504, id: 'cp9999', label: 'CP9999', names: ['CP9999'] },
    });
    const phone = JSON.stringify(await json(['phone', '--rules', dir]));
    expect(phone).toContain('The Taxpayer Advocate Service; we help you reach it.');
    expect(phone).toContain('800-555-0199');
    const answer = await json(['check', '--notice', 'CP9999', '--contact', 'phone', '--rules', dir]);
    expect(answer).toMatchObject({
      notice: { id: 'cp9999' },
      rules: { version: rules.manifest.version, overlays: [{ name: 'Example Tax Clinic', version: '1.0.0' }] },
    });
    expect(Object(answer['rules']).hash).not.toBe(rules.hash);
    const { out } = await cli([...lt11, '--rules', dir]);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'With the additions of Example Tax Clinic, version 1.0.0, last reviewed on',
    );
  });

  test('two overlays lie over each other in the order given', async () => {
    const sentence = (text: string) => ({ 'text/en/phone': { statements: { 'phone.number.tas': text } } });
    const [one, two] = [
      overlay(sentence('The first.')),
      overlay({ ...sentence('The second.'), manifest: { ...manifest, name: 'Firm' } }),
    ];
    const said = async (...dirs: string[]): Promise<string> =>
      (await cli(['phone', ...dirs.flatMap((dir) => ['--rules', dir])])).out;
    expect(await said(one, two)).toContain('The second.');
    expect(await said(two, one)).toContain('The first.');
    expect(await said(one, rulesDir, two)).toContain('The second.');
  });

  test('an overlay that is due for a review says so as the rules do', async () => {
    const dir = overlay({ manifest: { ...manifest, reviewBy: '2026-11-05' } });
    expect(JSON.stringify((await json([...lt11, '--rules', dir]))['warnings'])).toContain('rules-overdue');
    expect(JSON.stringify((await json(lt11))['warnings'])).not.toContain('rules-overdue');
  });
});

describe('the same checks', () => {
  const check = async (...dirs: string[]): Promise<string> => (await cli(['rules', 'check', ...dirs])).out;

  test('an overlay in order', async () => {
    expect(await check(overlay({}))).toMatch(/: no faults in 98 notices/);
  });

  test('faults are named with the file of the overlay', async () => {
    const dir = overlay({
      'text/en/clinic': { statements: { 'clinic.idle': 'Nobody says this.' } },
      phone: { numbers: { clinic: { number: '555', text: 'phone.number.clinic', cite: [] } } },
    });
    expect((await check(dir)).split('\n')).toContainEqual(
      expect.stringMatching(`^${dir}/phone\\.json: numbers\\.clinic\\.number: `),
    );
    const idle = overlay({ 'text/en/clinic': { statements: { 'clinic.idle': 'Nobody says this.' } } });
    expect(await check(idle)).toBe(
      `${idle}/text/en/clinic.json: statements.clinic.idle: nothing uses this text: take it out\n`,
    );
  });

  test('a count that it types is a fault unless it lists it; a sentence it replaces needs no exception any more', async () => {
    const texts = {
      'text/en/phone': { statements: { 'phone.number.tas': 'Open 30 days.' } },
      'text/en/programs': { statements: { 'cap.lien': 'A lien can go to CAP.' } },
    };
    const typed = { text: 'phone.number.tas', count: '30 days', reason: 'Our own line.' };
    expect(await check(overlay(texts))).toContain(
      'the count "30 days" is typed out: if it means a deadline, write {count:',
    );
    expect(await check(overlay({ ...texts, deadlines: { typedCounts: [typed] } }))).toMatch(/: no faults in/);
  });

  test('a row that decides what another decides is an overlap', async () => {
    const [first] = rules.tables['cap']?.rows ?? [];
    const dir = overlay({ 'decisions/cap': { rows: [{ ...first, id: 'clinic-row' }] } });
    expect(await check(dir)).toMatch(/decisions\/cap\.json: .*clinic-row/);
  });

  test('a manifest that lacks its name, and a file that is no JSON', async () => {
    const { name: _, ...nameless } = manifest;
    const dir = overlay({ manifest: { ...nameless, reviewedOn: undefined } });
    writeFileSync(join(dir, 'help.json'), '{');
    const said = await check(dir);
    expect(said).toContain(`${dir}/manifest.json: name: is missing`);
    expect(said).toContain(
      `${dir}/manifest.json: reviewedOn: is missing or of another kind: write a day that exists, as YYYY-MM-DD`,
    );
    expect(said).toContain(`${dir}/help.json: is not valid JSON`);
  });

  test('only a manifest makes an overlay; without it the missing sources.json is named', async () => {
    for (const dir of [overlay({ manifest: { ...manifest, overlay: undefined } }), emptyFolder()]) {
      expect(await check(dir)).toMatch(
        /^sources\.json: is missing, and so are \d+ other files of a rules directory; a directory that lies over others says "overlay": true in its manifest\.json\n$/,
      );
    }
  });

  test('two directories that both replace the rules are a slip', async () => {
    expect(await slip(['phone', '--rules', rulesDir, '--rules', `${rulesDir}/`])).toMatch(
      /would both replace the built-in rules; leave one out, or write "overlay": true in a manifest\.json$/,
    );
  });
});

describe('days on which something special holds', () => {
  const warnings = async (days: readonly unknown[], today = '2026-11-10'): Promise<string[]> => {
    const dir = overlay({ 'calendar/special-days': { days } });
    const law = await loadRules(rulesDir, [dir]);
    const answers = { notice: 'lt11', contact: 'phone', noticeDate: d('2026-11-02') } as const;
    return evaluate(law, answers, d(today))
      .warnings.map(({ id }) => id)
      .filter((id) => id.startsWith('special-day'));
  };
  const closed = { ...flood, id: 'closed', kind: 'closed', until: undefined, first: '2026-11-27', last: '2026-11-27' };

  test('a postponed last day is told until the later day is over; no count moves', async () => {
    expect(await warnings([flood])).toEqual(['special-day.flood']);
    expect(await warnings([flood], '2027-02-02')).toEqual(['special-day.flood']);
    expect(await warnings([flood], '2027-02-03')).toEqual([]);
    expect(await warnings([{ ...flood, first: '2026-12-03' }])).toEqual([]);
  });

  test('a closed office is told where a safer or last day that is still to come falls on it', async () => {
    expect(await warnings([closed])).toEqual(['special-day.closed']);
    expect(await warnings([{ ...closed, first: '2026-11-28', last: '2026-11-29' }])).toEqual([]);
    expect(await warnings([closed], '2026-12-03')).toEqual([]);
  });

  test('"until" stands where days are postponed, and only there', async () => {
    const dir = overlay({ 'calendar/special-days': { days: [{ ...closed, until: '2026-12-01' }] } });
    expect((await cli(['rules', 'check', dir])).out).toContain(
      'write "until" where days are postponed, and only there',
    );
  });
});
