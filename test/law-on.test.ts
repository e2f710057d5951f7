import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import { changesOf, holdsOn, lawOn } from '../src/engine/law-on.ts';
import { d } from './days.ts';
import { cli, json, rulesCopy, slip } from './fake-io.ts';
import { rules } from './rules.ts';
import { type Files, faultsOfSmall, lintSmall, notice } from './small-rules.ts';

test.each([
  { period: {}, day: '2026-01-20', holds: true, why: 'it always did' },
  { period: { from: '2026-01-21' }, day: '2026-01-20', holds: false, why: 'the day before' },
  { period: { from: '2026-01-21' }, day: '2026-01-21', holds: true, why: 'the first day' },
  { period: { to: '2026-01-20' }, day: '2026-01-20', holds: true, why: 'the last day' },
  { period: { to: '2026-01-20' }, day: '2026-01-21', holds: false, why: 'the day after' },
])('$period on $day: $holds ($why)', ({ period, day, holds }) => {
  expect(holdsOn(period, day)).toBe(holds);
});

test('the law changes on first days and on days after last days, each named once', () => {
  expect(changesOf([{ from: '2026-01-21' }, { to: '2026-01-20' }, { from: '2024-02-01', to: '2024-02-29' }])).toEqual([
    '2024-02-01',
    '2024-03-01',
    '2026-01-21',
  ]);
});

test('all days between two changes share one law', () => {
  expect(lawOn(rules, d('2026-01-21'))).toBe(lawOn(rules, d('2026-11-26')));
  expect(lawOn(rules, d('2026-01-20'))).not.toBe(lawOn(rules, d('2026-01-21')));
  const law = lawOn(rules, d('2026-11-26'));
  expect(lawOn(law, d('2020-01-01'))).toBe(law);
});

describe('the Appeals line before and after the memorandum of January 21, 2026', () => {
  const phoneOn = (today: string): string => {
    const { phone } = evaluate(rules, { notice: 'cp504', contact: 'phone' }, d(today));
    return [...phone.useFor, ...phone.notFor].join(' ');
  };

  test('no time for a call back is promised on either day; before it, older texts did', () => {
    expect(phoneOn('2026-01-21')).toContain('It promises no time for a call back and names no hours of staff.');
    expect(phoneOn('2026-01-20')).toContain(
      'IRS texts of 2013 and 2016 say that messages are answered within 24 hours.',
    );
    expect(phoneOn('2026-01-20')).not.toContain('recorded');
  });

  test('so it is in phone and in each row of batch', async () => {
    const facts = async (today: string): Promise<string> => JSON.stringify(await json(['phone', '--today', today]));
    expect(await facts('2026-01-20')).toContain('texts of 2013, 2016 and 2025');
    expect(await facts('2026-01-21')).toContain('It expires on January 21, 2028.');
  });
});

describe('interim guidance whose time is over', () => {
  test.each([
    { today: '2028-01-20', expired: undefined },
    { today: '2028-01-21', expired: '2028-01-21' },
  ])('on $today: $expired', async ({ today, expired }) => {
    const guidance = evaluate(rules, { notice: 'cp504', contact: 'phone' }, d(today));
    const memo = guidance.sources.find(({ id }) => id === 'appeals-memo-2026-01');
    expect(memo?.expired).toBe(expired);
    const warned = guidance.warnings.filter(({ id }) => id === 'source-expired');
    expect(warned.map(({ text }) => /over since Friday, January 21, 2028: Appeals memorandum/.test(text))).toEqual(
      expired ? [true] : [],
    );
    const { out } = await cli(['phone', '--today', today]);
    expect(out.includes('Expired on January 21, 2028.')).toBe(expired !== undefined);
  });
});

describe('rules with periods', () => {
  const split = (change: (rows: Files[]) => void) => (files: Files) => {
    const [first, ...rest] = files['decisions/cap'].rows;
    const rows = [
      { ...first, to: '2025-12-31' },
      { ...first, from: '2026-01-01', then: { status: 'later' } },
    ];
    change(rows);
    files['decisions/cap'].rows = [...rows, ...rest];
  };

  test('a row may be followed by another with its id', () => {
    expect(lintSmall(split(() => {})).filter((line) => !line.includes('redundant'))).toEqual([]);
  });

  test('a hole between two periods is a gap on the days that have no row', () => {
    const lines = lintSmall(split(([, later]) => Object.assign(later ?? {}, { from: '2026-01-03' })));
    expect(lines.join()).toMatch(/decisions\/cap\.json: rows: gap: .*\(on days from 2026-01-01 to 2026-01-02\)/);
  });

  test('two rows of one id that hold on the same days are told with the days', () => {
    const lines = lintSmall(split(([first]) => Object.assign(first ?? {}, { to: '2026-01-31' })));
    expect(lines.join('\n')).toMatch(/"?hard"?.*\(on days from 2026-01-01 to 2026-01-31\)/);
  });

  test('a sentence that is missing on some days is told with the days', () => {
    const lines = lintSmall((files) => {
      files['text/en/all'].statements['step.call'] = [{ from: '2026-01-21', text: 'Call them.' }];
    });
    expect(lines).toEqual([
      'steps.json: steps.call.text: no text under "statements" has the key "step.call": add the text (on days up to 2026-01-20)',
    ]);
  });

  test('versions of a sentence that hold on the same day', () => {
    const lines = lintSmall((files) => {
      files['text/en/all'].statements['step.call'] = [
        { to: '2026-01-21', text: 'Call them.' },
        { from: '2026-01-21', text: 'Write to them.' },
      ];
    });
    expect(lines).toEqual([
      'text/en/all.json: statements.step.call: two versions hold on 2026-01-21: end one on the day before the other begins',
    ]);
  });

  test('two versions of a deadline do not count differently: a letter goes by its own date', () => {
    const lines = lintSmall((files) => {
      const [first, ...rest] = files['deadlines'].deadlines;
      const terms = [{ ...first.terms[0], add: [{ count: 45, unit: 'calendar-day' }] }];
      files['deadlines'].deadlines = [{ ...first, to: '2027-12-31' }, { ...first, from: '2028-01-01', terms }, ...rest];
    });
    expect(lines.join()).toContain('one letter would get two last days: write one count');
  });

  test('a period that ends before it begins', () => {
    const lines = lintSmall((files) => Object.assign(files['help'].help[0], { from: '2026-02-01', to: '2026-01-01' }));
    expect(lines).toContain(
      'help.json: help.tas: ends on 2026-01-01, before it begins on 2026-02-01: mend one of them',
    );
  });

  test('a sentence that is used on some days only is used', () => {
    const ended = { to: '2026-01-20', retired: 'The service was closed.' };
    expect(lintSmall((files) => Object.assign(files['help'].help[0], ended))).toEqual([]);
  });

  test('what a version says is checked as any sentence is', () => {
    const lines = lintSmall((files) => {
      files['text/en/all'].statements['step.call'] = [{ text: 'Call {nobody}.' }];
    });
    expect(lines.join()).toContain('nothing fills {nobody}');
  });

  test('no fault carries a mark of the checker', () => {
    const faults = faultsOfSmall((files) =>
      Object.assign(files['text/en/all'].statements, { idle: 'Nobody says it.' }),
    );
    expect(faults).toEqual([
      { file: 'text/en/all.json', path: 'statements.idle', message: 'nothing uses this text: take it out' },
    ]);
  });
});

test('a letter of other days is recognised, and its days are named', async () => {
  const copy = rulesCopy('a letter of other days');
  const file = `${copy}/notices/cp77.json`;
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), from: '2024-06-01' }));
  const check = `check --notice CP77 --contact phone --rules`.split(' ');
  expect((await cli([...check, copy, '--today', '2024-06-01', '--json'])).code).toBe(3);
  expect(await slip([...check, copy, '--today', '2024-05-31'])).toBe(
    '--notice: notice "CP77" is known only for days from Saturday, June 1, 2024. Give such a day with --today.',
  );
  expect((await cli(['notices', 'show', 'CP77', '--rules', copy, '--today', '2020-01-01'])).code).toBe(2);
  const listed = async (today: string): Promise<boolean> =>
    JSON.stringify(await json(['notices', '--rules', copy, '--today', today])).includes('"cp77"');
  expect([await listed('2024-05-31'), await listed('2024-06-01')]).toEqual([false, true]);
});

test('a notice file with a period is a notice file', () => {
  expect(
    lintSmall((files) => {
      files['notices/cp504'] = {
        ...notice('cp504', 'CP504'),
        $schema: files['notices/cp504'].$schema,
        from: '2020-01-01',
      };
    }),
  ).toEqual([]);
});
