import { describe, expect, test } from 'vitest';
import type { Guidance } from '../src/engine/guidance.ts';
import { renderJson } from '../src/render/json.ts';
import { renderMarkdown } from '../src/render/markdown.ts';
import { makeSpellOut } from '../src/render/spell-out.ts';
import { renderText } from '../src/render/text.ts';
import { d } from './days.ts';
import { deadlineWith, guidanceWith, plainly } from './render-fixture.ts';
import { rules } from './rules.ts';

const { text } = rules;

const screen = (guidance: Guidance, changes = {}): string => renderText(guidance, text, { ...plainly, ...changes });
const firstBlock = (guidance: Guidance): string[] => screen(guidance).split('\n\n')[0]?.split('\n') ?? [];
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes begin with one.
const withoutColor = (said: string): string => said.replace(/\u001b\[\d+m/g, '');

describe('the first block', () => {
  test('says what the letter is, what can be done, the first step and the warning', () => {
    expect(firstBlock(guidanceWith())).toEqual([
      'LT11: Notice of Intent to Levy',
      'The IRS plans a levy and gives you the right to a hearing.',
      'You can ask for Collection Due Process (CDP) or for Collection Appeals Program',
      '(CAP).',
      'First step: Fill in Form 12153.',
      'Warning: Appeals makes you choose one.',
    ]);
  });

  test.each([
    { status: 'passed', daysLeft: null, first: /^Date passed: .* The\s+last\s+day was/s },
    { status: 'today', daysLeft: 0, first: /^Last day today: / },
    { status: 'open', daysLeft: 1, first: /^Date close: .*1 day left\./s },
    { status: 'open', daysLeft: 7, first: /^Date close: .*7 days left\./s },
    { status: 'open', daysLeft: 8, first: /^LT11: / },
    { status: 'unknown', daysLeft: null, first: /^LT11: / },
  ] as const)('a date that is $status with $daysLeft days left', ({ status, daysLeft, first }) => {
    const gone = status === 'passed' ? { date: d('2026-11-09'), unrolled: d('2026-11-09') } : {};
    const deadlines = [deadlineWith({ status, daysLeft, ...gone, ...(status === 'unknown' ? { date: null } : {}) })];
    const { programs } = guidanceWith();
    const cdp = { ...programs.cdp, status: status === 'passed' ? 'expired' : programs.cdp.status } as const;
    expect(firstBlock(guidanceWith({ deadlines, programs: { ...programs, cdp } })).join('\n')).toMatch(first);
  });

  test('an early printed day that has passed is not called passed while the hearing is open', () => {
    const deadlines = [deadlineWith({ status: 'passed', daysLeft: null })];
    expect(firstBlock(guidanceWith({ deadlines })).join('\n')).toMatch(/^LT11: /);
  });

  test('holds at most twelve lines; warnings without room follow it', () => {
    const warnings = Array.from({ length: 9 }, (_, n) => ({
      id: `w${n}`,
      text: `Number ${n}. ${'word '.repeat(20)}`,
      cite: [],
    }));
    const guidance = guidanceWith({ warnings });
    expect(firstBlock(guidance).length).toBeLessThanOrEqual(12);
    expect(screen(guidance)).toContain('Also good to know');
    for (const { text: said } of warnings) expect(screen(guidance)).toContain(said.slice(0, 9));
  });

  test('keeps to the first sentence of a long description, and says the rest further down', () => {
    const { notice } = guidanceWith();
    if (!notice) throw new Error('the fixture has a letter');
    const what = `The U.S. Tax Court is not asked. ${'More words follow here. '.repeat(60)}`.trim();
    const guidance = guidanceWith({ notice: { ...notice, what } });
    expect(firstBlock(guidance)).toContain('The U.S. Tax Court is not asked.');
    expect(screen(guidance)).toContain('What it is: The U.S. Tax Court is not asked. More words');
  });

  test('names what is still missing', () => {
    const block = firstBlock(guidanceWith({ missing: ['contact', 'noticeDate'] })).join(' ');
    expect(block).toContain('who has been in touch');
    expect(block).toContain('the date printed on the letter');
  });

  test('without a letter tells the action instead', () => {
    const guidance = guidanceWith({ notice: null, facts: { action: 'seizure' } });
    expect(firstBlock(guidance)[0]).toBe('No letter named: the IRS seized property');
  });
});

describe('the details', () => {
  test.each([
    ['available', 'open to you now'],
    ['expired', 'closed, its time is over'],
    ['later', 'not open yet'],
    ['used', 'used up'],
    ['not-available', 'not open in this situation'],
    ['unknown', 'not known yet'],
  ] as const)('the status %s is said in words', (status, said) => {
    const { programs } = guidanceWith();
    const guidance = guidanceWith({ programs: { ...programs, cap: { ...programs.cap, status } } });
    expect(screen(guidance)).toContain(`\n  Collection Appeals Program (CAP): ${said}`);
  });

  test('a date shows its day, a safer day, the count, what follows and how firm it is', () => {
    expect(screen(guidanceWith())).toContain(
      [
        'Dates',
        '  Ask for a CDP hearing about the levy',
        '    Last day: Wednesday, December 2, 2026 (22 days left)',
        '    A safer day to aim for: Friday, November 27, 2026',
        '    How it is counted: 30 days after Monday, November 2, 2026 is',
        '    Wednesday, December 2, 2026.',
        '    If it is missed: An Equivalent Hearing stays open for a year.',
        '    Sending it: A postmark of that day or earlier.',
        '    How firm it is: the right ends with it, by law, regulation or IRS rule',
      ].join('\n'),
    );
  });

  test('a day that moved off a weekend shows both days', () => {
    const moved = deadlineWith({ unrolled: d('2026-11-29'), date: d('2026-11-30') });
    expect(screen(guidanceWith({ deadlines: [moved] }))).toContain('Before the move off a weekend or holiday: Sunday,');
  });

  test('an earlier printed day shows the counted one beside it', () => {
    const printed = deadlineWith({ unrolled: d('2026-12-02'), date: d('2026-11-20') });
    expect(screen(guidanceWith({ deadlines: [printed] }))).toContain('Counted day, later than the printed one:');
  });

  test('a missing fact comes with its flag', () => {
    expect(screen(guidanceWith({ missing: ['nftlFiledDate'] }))).toContain(
      '- --nftl-filed-date: the day the lien notice was filed',
    );
  });

  test('a step names the day of its deadline unless its sentence does', () => {
    const { steps } = guidanceWith();
    const named = [
      {
        ...steps[0],
        id: 'a',
        cite: [],
        text: 'Send it by Wednesday, December 2, 2026.',
        deadline: 'cdp-request' as const,
      },
    ];
    expect(screen(guidanceWith())).toMatch(/1\. Fill in Form 12153\.\n {4}Last day: Wednesday, December 2, 2026/);
    expect(screen(guidanceWith({ steps: named }))).not.toMatch(/1\. Send it by .*\n +Last day/);
  });

  test('sources give edition, address and day of reading; they can be left out', () => {
    expect(screen(guidanceWith())).toMatch(
      /Section 6330\. Edition: April 2023\. Read: November 2026\.\n {4}https:\S+\n/,
    );
    expect(screen(guidanceWith(), { sources: false })).not.toContain('Publication 1660.');
  });

  test('reasons are shown when asked for, and only then', () => {
    expect(screen(guidanceWith())).not.toContain('cdp/levy-open');
    const explained = screen(guidanceWith(), { explain: true });
    expect(explained).toContain('The letter opens it. [rule cdp/levy-open; sources irc-6330]');
    expect(explained).toContain('Rules that decided');
  });
});

describe('every terminal', () => {
  test('colour adds nothing but colour', () => {
    const colored = screen(guidanceWith(), { color: true });
    expect(colored).toContain('\u001b[');
    expect(withoutColor(colored)).toBe(screen(guidanceWith()));
  });

  test('plain and accessible answers hold no colour', () => {
    expect(screen(guidanceWith(), { color: true, plain: true })).not.toContain('\u001b');
    expect(screen(guidanceWith(), { color: true, accessible: true })).not.toContain('\u001b');
  });

  test('accessible answers are lines without indent or bullet', () => {
    const lines = screen(guidanceWith(), { accessible: true }).split('\n');
    expect(lines.filter((line) => /^\s+\S|^- /.test(line))).toEqual([]);
    expect(lines).toContain('Step 1: Fill in Form 12153.');
  });

  test.each([20, 24, 40, 72, 80, 100])('nothing is wider than %i columns, and nothing gets lost', (columns) => {
    const answer = screen(guidanceWith(), { columns });
    const lines = answer.split('\n').filter((line) => !line.includes('https://'));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
    const letters = (said: string): string => said.replace(/\s+/g, '');
    expect(letters(answer)).toBe(letters(screen(guidanceWith())));
  });

  test('control characters in the rules do not reach the terminal', () => {
    const answer = screen(guidanceWith({ disclaimer: 'a\u001b[2Jb\u009b' }));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for exactly these.
    expect(answer).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe('short forms', () => {
  test('are spelled out at first use and short afterwards', () => {
    const spellOut = makeSpellOut(text);
    expect(spellOut('CAP is not CDP')).toBe('Collection Appeals Program (CAP) is not Collection Due Process (CDP)');
    expect(spellOut('The Collection Appeals Program (CAP) again')).toBe('The CAP again');
  });

  test('take the article that fits', () => {
    const spellOut = makeSpellOut(text);
    expect(spellOut('an NFTL')).toBe('a Notice of Federal Tax Lien (NFTL)');
    expect(spellOut('a Notice of Federal Tax Lien (NFTL)')).toBe('an NFTL');
  });

  test('stand in brackets without brackets of their own', () => {
    expect(makeSpellOut(text)('the phone unit (ACS)')).toBe('the phone unit (Automated Collection System, ACS)');
  });

  test('inside other words stay as they are', () => {
    expect(makeSpellOut(text)('CAPITAL')).toBe('CAPITAL');
  });
});

describe('other formats', () => {
  test('JSON is the guidance itself', () => {
    const json = renderJson(guidanceWith());
    expect(JSON.parse(json)).toEqual(guidanceWith());
    expect(json.endsWith('}\n')).toBe(true);
  });

  test('JSON lets no control character through', () => {
    expect(renderJson({ a: 'x\u009b\u0007' })).toBe('{\n  "a": "x\\u009b\\u0007"\n}\n');
  });

  test('Markdown has headings, numbered steps and links', () => {
    const markdown = renderMarkdown(guidanceWith(), text, { explain: false, sources: true });
    expect(markdown).toMatch(/^# What this IRS letter means and what you can do\n/);
    expect(markdown).toContain('\n## Dates\n\n- Ask for a CDP hearing about the levy\n  - **Last day:** Wednesday,');
    expect(markdown).toContain('\n1. Fill in Form 12153.\n   - **Last day:**');
    expect(markdown).toContain('<https://www.law.example/uscode/text/26/6330>');
  });

  test('Markdown shows what looks like Markdown as it stands', () => {
    const markdown = renderMarkdown(guidanceWith({ disclaimer: '# *a* [b](c) <d> `e` _f_ | g & h' }), text, {
      explain: false,
      sources: false,
    });
    expect(markdown).toContain('\\# \\*a\\* \\[b\\](c) \\<d\\> \\`e\\` \\_f\\_ \\| g \\& h');
  });

  test('text and Markdown say the same', () => {
    const letters = (said: string): string => said.replace(/[^a-z0-9]/gi, '');
    const markdown = renderMarkdown(guidanceWith(), text, { explain: false, sources: true });
    const [, ...body] = markdown.split('\n');
    const bare = body.join('\n').replace(/^\s*\d+\. /gm, '');
    const said = screen(guidanceWith(), { columns: 100 }).replace(/^\s*\d+\. /gm, '');
    expect(letters(bare)).toBe(letters(said));
  });
});
