import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  calendarDate,
  evaluate,
  loadRules,
  type Rules,
  RulesError,
  readAnswers,
  schemaVersion,
  UsageError,
} from '../src/index.ts';
import { emptyFolder } from './built.ts';
import { json } from './fake-io.ts';
import { rules as book, rulesDir } from './rules.ts';

const rules = await loadRules(rulesDir);
const today = calendarDate('2026-11-10');

describe('loadRules', () => {
  test('without a directory reads the built-in rules', async () => {
    const { version, hash, reviewBy, notices } = await loadRules();
    expect({ version, hash, reviewBy }).toEqual({
      version: book.manifest.version,
      hash: book.hash,
      reviewBy: book.manifest.reviewBy,
    });
    expect(notices).toHaveLength(98);
  });

  test('lays an overlay over them', async () => {
    const dir = emptyFolder();
    const manifest = { overlay: true, name: 'A', version: '1.0.0', reviewedOn: '2026-11-01', reviewBy: '2027-05-01' };
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
    mkdirSync(join(dir, 'notices'));
    writeFileSync(join(dir, 'notices', 'lt11.json'), '{ "label": "LT 11" }');
    const laid = await loadRules([rulesDir, dir]);
    expect(evaluate(laid, { notice: 'lt11' }, today).notice?.label).toBe('LT 11');
    expect(evaluate(laid, {}, today).rules.overlays).toMatchObject([{ name: 'A' }]);
    expect(evaluate(rules, { notice: 'lt11' }, today).notice?.label).toBe('LT11');
  });

  test('rejects with every fault, or for two that replace', async () => {
    const fault = await loadRules('nowhere').catch((error: unknown) => error);
    expect(fault instanceof RulesError && fault.faults).toMatchObject([{ file: 'nowhere' }]);
    await expect(loadRules([rulesDir, join(rulesDir, '..', 'rules', '.')])).rejects.toThrow(UsageError);
  });
});

describe('readAnswers', () => {
  const read = (raw: Record<string, unknown>): ReturnType<typeof readAnswers> => readAnswers(rules, raw, today);

  test('takes keys as flags or in camel case, letters in any spelling, and leaves out what is not known', () => {
    const raw = { notice: 'Letter 11', 'notice-date': '2026-11-02', priorCdp: 'no', contact: 'unknown', dispute: '' };
    expect(read({ ...raw, taxpayer: null, form2848: undefined })).toEqual({
      answers: { notice: 'lt11', noticeDate: '2026-11-02', priorCdp: 'no' },
      faults: [],
    });
  });

  test('takes an object only', () => {
    expect(() => read(undefined as never)).toThrow(UsageError);
    expect(() => read(['LT11'] as never)).toThrow('give the facts as an object');
  });

  test('names each fault and reads the rest', () => {
    const { answers, faults } = read({
      notice: '90',
      contact: 'fax',
      conatct: 'phone',
      'notice-date': '2026-11-02',
      noticeDate: '2026-11-03',
      effectiveDate: 20261102,
    });
    expect(answers).toEqual({ notice: '90', noticeDate: '2026-11-03' });
    expect(faults.map(({ fact, message }) => `${fact}: ${message}`)).toEqual([
      expect.stringMatching(/^conatct: "conatct" is no fact; the facts are notice, action, /),
      'noticeDate: noticeDate is given twice with different values',
      expect.stringMatching(/^notice: notice: unknown notice "90"\. Did you mean CP90/),
      expect.stringMatching(/^contact: contact: "fax" is not one of: notice, phone, /),
      'effectiveDate: effectiveDate: give a text, not a number',
    ]);
  });
});

describe('evaluate', () => {
  test('gives the object of check --json', async () => {
    const answers: Answers = { notice: 'Letter 11', contact: 'phone', noticeDate: calendarDate('2026-11-02') };
    const answer = evaluate(rules, answers, today);
    expect(answer.schemaVersion).toBe(schemaVersion);
    const flags = ['--notice', 'LT11', '--contact', 'phone', '--notice-date', '2026-11-02'];
    expect(JSON.parse(JSON.stringify(answer))).toEqual(await json(['check', ...flags]));
  });

  test('does not take a letter that nobody knows for none', () => {
    expect(() => evaluate(rules, { notice: 'LT99' }, today)).toThrow(UsageError);
    expect(() => evaluate({ ...rules } as Rules, {}, today)).toThrow('these are no rules that loadRules has read');
  });

  test.each([
    [{ noticeDate: '2026-02-30' }, 'noticeDate: there is no such day as 2026-02-30; check the month and the day'],
    [{ noticeDate: '2026-11-2' }, 'noticeDate: "2026-11-2" is not as readAnswers gives it; give raw facts to'],
    [
      { noticeDate: '2026-11-02', firstCdpDate: '2026-11-02' },
      /^firstCdpDate \(Monday, November 2, 2026\) is not before/,
    ],
    [{ noticeDate: new Date(0) }, 'noticeDate: give a text, not an object'],
    [{ notice: 504 }, 'notice: "504" is not as readAnswers gives it; give raw facts to readAnswers first'],
    [{ 'notice-date': '2026-11-02' }, '"notice-date" is no fact; give raw facts to readAnswers first'],
    [{ contact: 'pigeon' }, /^contact: "pigeon" is not one of: notice, phone, /],
    [{ contact: ' phone' }, 'contact: " phone" is not as readAnswers gives it; give raw facts to readAnswers first'],
    [null, 'give the facts as an object, such as { notice: "LT11" }'],
    [[], 'give the facts as an object, such as { notice: "LT11" }'],
  ])('counts nothing from facts that were never read: %j', (answers, message) => {
    const given = Array.isArray(answers) || !answers ? answers : { notice: 'LT11', ...answers };
    const call = (): unknown => evaluate(rules, given as Answers, today);
    expect(call).toThrow(UsageError);
    expect(call).toThrow(message);
  });

  test.each(['2026-13-45', '', undefined])('and for no day but one: %j', (day) => {
    const wrong = day as ReturnType<typeof calendarDate>;
    expect(() => evaluate(rules, {}, wrong)).toThrow(/^today: /);
    expect(() => readAnswers(rules, {}, wrong)).toThrow(/^today: /);
  });

  test('takes a fact that is not known, or left out', () => {
    const answers: Answers = { notice: 'LT11', contact: 'unknown', noticeDate: undefined };
    expect(evaluate(rules, answers, today)).toEqual(evaluate(rules, { notice: 'LT11' }, today));
  });
});

test.each([...['', '2026-02-30', '11/2/2026', '1997-12-31', '2061-01-01'], ...[undefined, null, 5, new Date(0)]])(
  'calendarDate refuses "%s"',
  (written) => {
    expect(() => calendarDate(written as string)).toThrow(UsageError);
  },
);

test('the example of the README names what the library exports', () => {
  const readme = readFileSync(join(rulesDir, '..', 'README.md'), 'utf8');
  expect(readme).toMatch(
    /```js\nimport \{ calendarDate, evaluate, loadRules, readAnswers \} from 'irs-appeals-guide';/,
  );
});
