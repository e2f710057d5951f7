import { describe, expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { renderHtml } from '../src/render/html.ts';
import { renderMarkdown } from '../src/render/markdown.ts';
import { renderText } from '../src/render/text.ts';
import { closedFacts } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { plainly } from './render-fixture.ts';
import { rules } from './rules.ts';

const today = d('2026-11-10');

const situations: { name: string; why: string; answers: Answers }[] = [
  {
    name: 'cp504-letters-only',
    why: 'the letter that looks like the one that opens a hearing',
    answers: { notice: 'cp504', contact: 'notice', noticeDate: d('2026-11-02') },
  },
  {
    name: 'lt11-phone',
    why: 'hearing and CAP both open, with a date',
    answers: { notice: 'lt11', contact: 'phone', noticeDate: d('2026-10-21') },
  },
  {
    name: 'lt11-one-day-late',
    why: 'the hearing is gone since yesterday, and something is left',
    answers: { notice: 'lt11', contact: 'phone', noticeDate: d('2026-10-10') },
  },
  {
    name: 'l4052-revenue-officer',
    why: 'a refused installment agreement, in writing',
    answers: { notice: 'l4052', contact: 'revenue-officer', noticeDate: d('2026-10-26') },
  },
  {
    name: 'l3172-printed-date',
    why: 'a lien letter that prints its own last day',
    answers: {
      notice: 'l3172',
      contact: 'notice',
      noticeDate: d('2026-10-20'),
      printedDeadline: d('2026-11-27'),
      nftlFiledDate: d('2026-10-19'),
    },
  },
  {
    name: 'cp2000',
    why: 'a letter that none of this is for',
    answers: { notice: 'cp2000', contact: 'notice', printedDeadline: d('2026-12-01') },
  },
  { name: 'nothing-known', why: 'no letter and no action', answers: {} },
  {
    name: 'cp523-phone',
    why: 'an installment agreement about to end',
    answers: { notice: 'cp523', contact: 'phone', noticeDate: d('2026-11-02') },
  },
  {
    name: 'seizure',
    why: 'property taken, a short clock, somebody else speaks',
    answers: {
      action: 'seizure',
      contact: 'revenue-officer',
      seizureNoticeDate: d('2026-11-05'),
      representative: 'enrolled-agent',
      taxpayerPresent: 'no',
      hardship: 'yes',
    },
  },
];

describe.each(situations)('$name: $why', ({ name, answers }) => {
  const guidance = evaluate(rules, answers, today);
  const screen = (changes = {}): string => renderText(guidance, rules.text, { ...plainly, ...changes });

  test('80 columns', async () => {
    await expect(screen()).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test('40 columns', async () => {
    await expect(screen({ columns: 40 })).toMatchFileSnapshot(`golden/${name}.40.txt`);
  });

  test('in colour', async () => {
    const colored = screen({ color: true, sources: false }).replaceAll('\u001b', '<ESC>');
    await expect(colored).toMatchFileSnapshot(`golden/${name}.color.txt`);
  });

  test('with reasons, for a screen reader', async () => {
    await expect(screen({ accessible: true, explain: true })).toMatchFileSnapshot(`golden/${name}.accessible.txt`);
  });

  test('with signs beyond ASCII', () => {
    const signs = (text: string): string => text.replace(/[@o.#-]/g, '').replace(/[●○·░▒]/g, '');
    expect(signs(screen({ unicode: true }))).toBe(signs(screen()));
  });

  test('HTML', async () => {
    const html = renderHtml(guidance, rules.text, { explain: false, sources: false });
    await expect(html).toMatchFileSnapshot(`golden/${name}.html`);
  });

  test('Markdown', async () => {
    const markdown = renderMarkdown(guidance, rules.text, { explain: false, sources: true });
    await expect(markdown).toMatchFileSnapshot(`golden/${name}.md`);
  });
});

test('every letter and contact begins with a block of five to twelve lines at 80 columns', () => {
  const wrong = Object.keys(rules.notices).flatMap((notice) =>
    ([...closedFacts.contact, undefined] as const).flatMap((contact) =>
      [undefined, '2026-11-02', '2026-10-06', '2025-03-03'].flatMap((date) => {
        const noticeDate = date === undefined ? undefined : d(date);
        const guidance = evaluate(rules, { notice, contact, noticeDate }, today);
        const lines = renderText(guidance, rules.text, plainly).split('\n\n')[0]?.split('\n').length ?? 0;
        return lines < 5 || lines > 12 ? [`${notice} ${contact} ${date}: ${lines}`] : [];
      }),
    ),
  );
  expect(wrong).toEqual([]);
});

test('no answer leaves a place unfilled or a control character in it', () => {
  for (const notice of Object.keys(rules.notices)) {
    const screen = renderText(evaluate(rules, { notice }, today), rules.text, { ...plainly, explain: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for exactly these.
    expect(screen).not.toMatch(/[{}\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  }
});
