import { describe, expect, test } from 'vitest';
import { daysBetween, isWeekend } from '../src/calendar.ts';
import { calendarOf } from '../src/engine/decide.ts';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers, Guidance } from '../src/engine/guidance.ts';
import { renderHtml } from '../src/render/html.ts';
import { renderText } from '../src/render/text.ts';
import { pictureOf } from '../src/render/timeline.ts';
import { makeWords } from '../src/render/words.ts';
import { d } from './days.ts';
import { plainly } from './render-fixture.ts';
import { rules } from './rules.ts';

const words = makeWords(rules.text);
const calendar = calendarOf(rules);
const held: Answers = {
  notice: 'lt11',
  contact: 'revenue-officer',
  noticeDate: d('2026-11-02'),
  conference: 'held',
  conferenceDate: d('2026-11-20'),
};

function answer(answers: Answers, today = '2026-11-23'): Guidance {
  return evaluate(rules, answers, d(today));
}

function screen(guidance: Guidance, change = {}): string {
  const whole = renderText(guidance, rules.text, { ...plainly, sources: false, ...change });
  return /All days in order\n([\s\S]*?)\n\nDates/.exec(whole)?.[1] ?? '';
}

test('CDP and CAP stand side by side, with weekends, holidays and today between them', () => {
  expect(screen(answer(held)).split('\n').slice(0, 6)).toEqual([
    '           1   5    10   15   20   25   30',
    '  Nov 2026  o....--..#..--....o--@AB#c--.',
    '  Dec 2026 .C.d--D....--.....--....#--....',
    '           (9 months without a date)',
    '  Oct 2027 .--.....--#....--.....--...e.--',
    '  Nov 2027 .E',
  ]);
});

test('the terminal with more signs shows the same days', () => {
  expect(screen(answer(held), { unicode: true }).split('\n')[1]).toBe('  Nov 2026  ○····░░··▒··░░····○░░●AB▒c░░·');
  expect(screen(answer(held), { unicode: true, plain: true })).toBe(screen(answer(held)));
});

test('each mark is told in words, in order of date, with what lies on the day', () => {
  const legend = pictureOf(answer(held), words)?.legend ?? [];
  expect(legend.map(({ mark, label }) => `${mark} ${label}`)).toEqual([
    'start Monday, November 2, 2026 (21 days ago)',
    'start Friday, November 20, 2026 (3 days ago)',
    'today Monday, November 23, 2026',
    'A Tuesday, November 24, 2026 (in 1 day)',
    'B Wednesday, November 25, 2026 (in 2 days)',
    'c Friday, November 27, 2026 (in 4 days)',
    'C Wednesday, December 2, 2026 (in 9 days)',
    'd Friday, December 4, 2026 (in 11 days)',
    'D Monday, December 7, 2026 (in 14 days)',
    'e Thursday, October 28, 2027 (in 339 days)',
    'E Tuesday, November 2, 2027 (in 344 days)',
  ]);
  expect(legend[2]?.text).toMatch(/^today; a safer day to aim for: Say that you will appeal/);
  expect(legend[7]?.text).toBe('a safer day to aim for: Last day on which a late CAP request is heard.');
  expect(legend[8]?.text).toBe('last day: Last day on which a late CAP request is heard.');
});

test('a screen reader and a narrow terminal get the words alone', () => {
  for (const change of [{ accessible: true }, { columns: 39 }]) {
    expect(screen(answer(held), change)).not.toContain('Nov 2026');
    expect(screen(answer(held), change).replace(/\s+/g, ' ')).toContain(
      'Wednesday, December 2, 2026 (in 9 days): last',
    );
  }
  expect(screen(answer(held), { columns: 40 })).toContain('\nNov 2026  o....');
});

test('no line is wider than the terminal', () => {
  for (const columns of [40, 41, 42, 60, 80]) {
    const widest = Math.max(
      ...screen(answer(held), { columns })
        .split('\n')
        .map((line) => line.length),
    );
    expect(widest).toBeLessThanOrEqual(columns);
  }
});

test('a printed day that is shown early stands with the counted one, by which the right may last', () => {
  const guidance = answer({
    ...held,
    conference: undefined,
    conferenceDate: undefined,
    printedDeadline: d('2026-11-30'),
  });
  const kinds = guidance.timeline?.events.filter(({ deadline }) => deadline === 'cdp-request');
  expect(kinds?.map(({ date, kind }) => `${date} ${kind}`)).toEqual([
    '2026-11-25 aim',
    '2026-11-30 deadline',
    '2026-12-02 later',
  ]);
});

describe('there is none', () => {
  test.each([
    ['where no day is known', { notice: 'cp504', contact: 'phone' }],
    ['where nothing is known', {}],
    ['where a count has not started', { notice: 'lt11', contact: 'phone' }],
  ] as const)('%s', (_, answers) => {
    expect(answer(answers).timeline).toBeNull();
    expect(screen(answer(answers))).toBe('');
    expect(renderHtml(answer(answers), rules.text, { explain: false, sources: false })).not.toContain('<svg');
  });
});

test('every letter: the picture holds each day of the answer once, on its day of the week, and each holiday', () => {
  const day = d('2026-12-21');
  const dates = {
    noticeDate: day,
    nftlFiledDate: day,
    seizureNoticeDate: day,
    conferenceDate: day,
    effectiveDate: day,
  };
  for (const notice of [...Object.keys(rules.notices), undefined]) {
    const guidance = answer({ notice, action: 'seizure', contact: 'phone', ...dates }, '2026-12-24');
    const picture = pictureOf(guidance, words);
    if (!guidance.timeline || !picture) continue;
    const shown = guidance.deadlines.flatMap(({ date }) => date ?? []);
    const last = guidance.timeline.events.filter(({ kind }) => kind === 'deadline').map(({ date }) => date);
    expect(last.sort()).toEqual(shown.sort());
    const marked = picture.months.flatMap(({ days }) => days.filter(({ mark }) => mark));
    expect(marked.map(({ mark }) => mark)).toEqual(picture.legend.map(({ mark }) => mark));
    for (const { date } of guidance.timeline.holidays) expect(calendar.holidayOn(date)).toBeDefined();
    const [first, end] = [guidance.timeline.events[0]?.date, guidance.timeline.events.at(-1)?.date];
    if (!first || !end) throw new Error('a timeline has a beginning and an end');
    const days = picture.months.reduce((sum, month) => sum + month.days.length, 0);
    expect(days).toBeLessThanOrEqual(daysBetween(first, end) + 1);
    if (picture.months.every(({ skipped }) => skipped === 0)) expect(days).toBe(daysBetween(first, end) + 1);
  }
});

test('Emancipation Day moves a last day, and the picture shows it', () => {
  const guidance = answer({ notice: 'lt11', contact: 'phone', noticeDate: d('2027-03-17') }, '2027-03-20');
  expect(guidance.deadlines[0]).toMatchObject({ unrolled: '2027-04-16', date: '2027-04-19' });
  expect(guidance.timeline?.holidays).toContainEqual({
    date: '2027-04-16',
    name: 'Emancipation Day in the District of Columbia',
    federal: false,
  });
  expect(isWeekend(d('2027-04-17'))).toBe(true);
  expect(screen(guidance)).toContain('  Apr 2027 ..--.....--..a.#--A');
});

describe('as SVG', () => {
  const html = renderHtml(answer(held), rules.text, { explain: false, sources: false });
  const svg = /<svg[\s\S]*<\/svg>/.exec(html)?.[0] ?? '';

  test('it says in words what it shows', () => {
    expect(svg).toMatch(/role="img"/);
    expect(svg).toContain('<title>All days in order</title>');
    expect(svg).toMatch(/<desc>[^<]*Wednesday, December 2, 2026 \(in 9 days\): last day: Ask for a /);
  });

  test('it holds a square for each day and no blank line, which would end it in Markdown', () => {
    const days = pictureOf(answer(held), words)?.months.flatMap((month) => month.days) ?? [];
    const key = ['today', 'a count starts', 'weekend', 'legal holiday', 'last day', 'safer day'];
    for (const name of key) expect(svg).toContain(`>${name}</text>`);
    expect(svg.match(/width="16"/g)?.length).toBe(days.length + key.length);
    expect(svg).not.toContain('\n\n');
  });
});
