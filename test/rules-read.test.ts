import { describe, expect, test } from 'vitest';
import { jsonSchemaText } from '../src/rules/json-schema.ts';
import { cli, json, slip } from './fake-io.ts';
import { rules } from './rules.ts';

/** The answer of a command, its lines joined. */
async function screen(...argv: string[]): Promise<string> {
  const { code, out, err } = await cli(argv);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.replace(/\s+/g, ' ');
}

describe('rules list', () => {
  test('counts what the rules cover', async () => {
    const { coverage } = await json(['rules', 'list', '--today', '2026-12-02']);
    expect(coverage).toMatchObject({
      age: { daysSinceReview: 10, daysToReview: 171 },
      letters: { all: 98 },
      rows: { all: Object.values(rules.tables).flatMap((table) => table.rows).length, withoutCase: [] },
      deadlines: { all: 16 },
      sources: { all: Object.keys(rules.sources).length, expired: [] },
    });
    const { letters, statements } = Object(coverage);
    expect(Object.values<number>(letters.byConfidence).reduce((sum, count) => sum + count, 0)).toBe(98);
    // Sentences about a letter's own appeal rest on the sources of the letter and count as none here.
    expect(statements.primary / statements.all).toBeGreaterThan(0.88);
    expect(statements.all).toBeGreaterThanOrEqual(statements.cited);
  });

  test('tells where sources disagree, what is not confirmed, and what is over', async () => {
    const said = await screen('rules', 'list', '--today', '2028-02-01');
    expect(said).toContain('Where sources disagree - CP298: A private web page says');
    expect(said).toContain('What is not confirmed - CP14: the number of days');
    expect(said).toContain('Sources whose time is over: appeals-memo-2026-01');
  });
});

describe('rules show', () => {
  test('a row: what it decides, says and rests on, and the cases that it decides', async () => {
    const { entries } = await json(['rules', 'show', 'cdp/levy-open']);
    expect(entries).toEqual([
      expect.objectContaining({ id: 'cdp/levy-open', file: 'decisions/cdp.json', path: 'rows.levy-open' }),
    ]);
    const [row] = Object(entries);
    expect(row.cases.length).toBeGreaterThan(3);
    expect(row.sources.map(({ id }: { id: string }) => id)).toEqual(
      rules.tables['cdp']?.rows.find(({ id }) => id === 'levy-open')?.cite,
    );
    expect(row.says[0].text).toBe(rules.text.statements[row.says[0].key]);
  });

  test.each([
    ['LTR 4052', 'notices/l4052.json id: l4052 label: Letter 4052'],
    ['cdp-request', 'deadlines.json: deadlines.cdp-request'],
    ['step.petition', 'What names it - steps.json: steps.petition'],
    ['irc-7429', '- steps.json: steps.jeopardy-court'],
    ['juneteenth', 'calendar/legal-holidays.json: holidays.juneteenth'],
    ['appeals', 'phone.json: numbers.appeals number: 855-865-3401'],
    ['cap', 'decisions/cap.json title:'],
  ])('%s', async (id, says) => {
    expect(await screen('rules', 'show', id)).toContain(says);
  });

  test('a term of a deadline: which sentences say its count, and the cases that expect its date', async () => {
    const { entries } = await json(['rules', 'show', 'cdp-request/levy']);
    const [term] = Object(entries);
    expect(term).toMatchObject({ file: 'deadlines.json', path: 'deadlines.cdp-request.terms.levy' });
    const named = term.namedBy.map(({ id }: { id: string }) => id);
    expect(named).toEqual(expect.arrayContaining(['step.find-letter-date', 'compare.deadline.cdp', 'l3174']));
    expect(term.cases).toContain('levy-labor-day');
    expect(term.cases).not.toContain('lien-veterans-day');
  });

  test.each([
    ['lt11', 'levy-labor-day'],
    ['P01', 'attorney-without-form-2848'],
    ['cdp-request', 'levy-labor-day'],
  ])('%s: cases about it, and none among what names it', async (id, wanted) => {
    const { entries } = await json(['rules', 'show', id]);
    const [{ cases, namedBy }] = Object(entries);
    expect(cases).toContain(wanted);
    expect(namedBy.filter(({ file }: { file: string }) => file.startsWith('scenarios/'))).toEqual([]);
  });

  test('an id that nothing has brings those that are near', async () => {
    expect(await slip('rules show stp.petition')).toBe(
      'rules show: nothing has the id "stp.petition". Did you mean step.petition?',
    );
    expect(await slip('rules show')).toMatch(/missing required argument 'id'/);
  });
});

describe('rules schema', () => {
  test('prints what editors use', async () => {
    expect((await cli(['rules', 'schema', 'notice'])).out).toBe(jsonSchemaText('notice'));
  });

  test.each(['rules schema', 'rules schema nothing'])('%s names those that there are', async (line) => {
    expect(await slip(line)).toMatch(
      /^rules schema: .* of actions, .*, notice, other-letters, overlay-manifest, .*warnings$/,
    );
  });
});
