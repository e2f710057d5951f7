import { describe, expect, test } from 'vitest';
import { runNotices } from '../src/commands/notices.ts';
import type { OutputOptions } from '../src/commands/output.ts';
import { letterOf } from '../src/engine/letter.ts';
import { findNotice } from '../src/engine/notice-name.ts';
import { searchLetters } from '../src/engine/search-letters.ts';
import { layOver } from '../src/rules/lay-over.ts';
import { d } from './days.ts';
import { plainly } from './render-fixture.ts';
import { rules } from './rules.ts';
import { lintSmall } from './small-rules.ts';

/** What `notices` wrote, and its exit code. */
function run(args: readonly string[], changes: Partial<OutputOptions> = {}): { out: string; code: number } {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  const options = { ...plainly, format: 'text', today: d('2026-11-10'), version: '0.0.0', write, ...changes } as const;
  const code = runNotices({ err: () => {} }, rules, args, options);
  return { out, code };
}

/** Letters that must be known, and their ids (corrections of November 2026, section 3). */
const named: readonly string[] =
  'CP05 CP11 CP12 CP23 CP24 CP53 CP71H CP75 CP80 CP171 CP210 CP220 CP501H CP503H CP504H CP508R CP2501 LP59 LP64 LP68'.split(
    ' ',
  );
const numbered: readonly string[] =
  '86C 105C 106C 226J 484C 668-D 2050 2840C 3030C 3195 3219N 3228 3279 3288 4067 4883C 5071C'.split(' ');

test.each([...named, ...numbered, 'CP187', 'Treasury offset notice', 'CP76'])(
  '%s is in the second catalogue',
  (typed) => {
    const found = findNotice(rules, typed);
    const id = found.kind === 'found' ? found.id : '';
    expect(rules.otherLetters[id]).toMatchObject({ catalogue: 'other', action: 'other' });
    expect(rules.notices[id]).toBeUndefined();
    expect(searchLetters(rules, typed)[0]).toBe(id);
  },
);

describe('every letter of the second catalogue', () => {
  const all = Object.values(rules.otherLetters);

  test('there are about 150, and their sentences say whose they are', () => {
    expect(all.length).toBeGreaterThan(150);
    for (const { id, text, cap, cdp, equivalentHearing, cite } of all) {
      const ground = cdp.ground === 'outside' ? 'outside' : 'unlisted-collection';
      expect([id, cap.ground, cdp.ground, equivalentHearing.ground]).toEqual([id, ground, ground, ground]);
      expect(text.en.what).toMatch(
        ground === 'outside'
          ? /^This guide is about collection letters; this one is /
          : /^This guide does not know this letter/,
      );
      expect([id, text.en.what]).toEqual([id, expect.not.stringMatching(/\{|\n|\.\./)]);
      expect([id, text.en.title]).toEqual([id, expect.stringMatching(/^[A-Z]/)]);
      expect([id, text.en.trap !== undefined]).toEqual([id, ground !== 'outside']);
      expect([id, cite.length > 0]).toEqual([id, true]);
    }
  });

  test('a heading with lien, levy, seize or installment that takes or threatens is never outside', () => {
    const threatening = all.filter(({ text }) =>
      /(?:intent|plans?|will) (?:to )?(?:be )?(?:levy|seize|sold|filed)/.test(text.en.title),
    );
    expect(threatening.length).toBeGreaterThan(1);
    for (const { id, cdp } of threatening) expect([id, cdp.ground]).toEqual([id, 'unlisted-collection']);
  });

  test('each can be looked up by its id and label in every format, and none is one of the first', () => {
    for (const { id, label } of all) {
      expect(findNotice(rules, label)).toEqual({ kind: 'found', id });
      expect(letterOf(rules, id)?.label).toBe(label);
      for (const format of ['text', 'json', 'markdown'] as const) {
        const { out, code } = run(['show', id], { format });
        expect(code).toBe(0);
        expect(out).not.toMatch(/\{[a-z]+(:[a-z-]+)?\}/);
      }
    }
    expect(all.filter(({ id }) => rules.notices[id])).toEqual([]);
  });
});

describe('notices', () => {
  const listed = (words: readonly string[]): { notices: { id: string }[]; other: { id: string }[] } =>
    JSON.parse(run(words, { format: 'json' }).out);

  test('lists both catalogues, each under its own key', () => {
    const { notices, other } = listed([]);
    expect(notices.map(({ id }) => id).sort()).toEqual(Object.keys(rules.notices).sort());
    expect(other.map(({ id }) => id).sort()).toEqual(Object.keys(rules.otherLetters).sort());
    expect(other[0]).toEqual({ id: 'cp01', label: 'CP01', title: expect.any(String) });
  });

  test('best first in both', () => {
    const { notices, other } = listed(['levy', 'released']);
    expect(other[0]?.id).toMatch(/^(lp68|f668d)$/);
    expect(notices.map(({ id }) => id)).not.toContain('cp14');
    expect(listed(['CP75'])).toMatchObject({
      other: [{ id: 'cp75' }, { id: 'cp75a' }, { id: 'cp75c' }, { id: 'cp75d' }],
    });
  });

  test('as text the second has a heading of its own', () => {
    expect(run(['CP75']).out).toMatch(/^Letters outside this guide\n {2}- CP75: An audit notice/);
    expect(run(['refund', 'held']).out).toMatch(/^IRS letters in this guide\n[\s\S]+\nLetters outside this guide\n/);
    expect(run([]).out).toMatch(/\d+ more letters are known that this guide is not about/);
  });

  test('one letter says what it is and whom to ask', () => {
    const { out } = run(['show', 'CP75']);
    expect(out).toContain('This guide is about collection letters; this one is an audit notice');
    expect(out).toContain('not open with this letter');
    expect(run(['show', '4067']).out).toContain('look for the words "right to a hearing"');
    expect(JSON.parse(run(['show', 'CP75'], { format: 'json' }).out).notice).toMatchObject({
      id: 'cp75',
      catalogue: 'other',
    });
    expect(JSON.parse(run(['show', 'CP504'], { format: 'json' }).out).notice).not.toHaveProperty('catalogue');
  });
});

/** One letter of the second catalogue as its file has it. */
const entry = (id: string, names: readonly string[]): object => ({
  id,
  label: names[0],
  names,
  whose: 'outside',
  what: { en: 'an audit letter' },
  ask: { en: 'Call the number on it.' },
  confirmed: true,
  cite: ['pub-1660'],
});

describe('what the checks say of the second catalogue', () => {
  test.each([
    { why: 'sound', letters: [entry('cp75', ['CP75'])], faults: [] },
    {
      why: 'a spelling of a letter of the first catalogue',
      letters: [entry('cp75', ['CP75', 'CP 504'])],
      faults: [
        'other-letters.json: letters.cp75.names: "CP 504" is a spelling of notices/cp504.json too: take it out of one of the two',
      ],
    },
    {
      why: 'a spelling of two letters',
      letters: [entry('cp75', ['CP75']), entry('cp76', ['CP76', 'cp-75'])],
      faults: [
        'other-letters.json: letters.cp76.names: "cp-75" is a spelling of letters.cp75.names too: take it out of one of the two',
      ],
    },
    {
      why: 'the id of a letter of the first catalogue',
      letters: [{ ...entry('cp504', ['CP75']) }],
      faults: [
        'other-letters.json: letters.cp504.names: "CP504" is a spelling of notices/cp504.json too: take it out of one of the two',
        'other-letters.json: letters.cp504.id: "cp504" is a letter of notices/ too: take it out of one of the two',
      ],
    },
    {
      why: 'one id twice',
      letters: [entry('cp75', ['CP75']), entry('cp75', ['CP76'])],
      faults: ['other-letters.json: letters.cp75.id: "cp75" stands here twice: give one of the two another id'],
    },
    {
      why: 'a source that is none',
      letters: [{ ...entry('cp75', ['CP75']), cite: ['pub-1661'] }],
      faults: [
        'other-letters.json: letters.cp75.cite: "pub-1661" is not a source of sources.json: write "pub-1660", or add it there',
      ],
    },
    {
      why: 'a telephone number typed out',
      letters: [{ ...entry('cp75', ['CP75']), ask: { en: 'Call 800-555-0100.' } }],
      faults: [
        'other-letters.json: letters.cp75.ask.en: the telephone number 800-555-0100 is typed out: add it to phone.json and write {phone:ID}',
      ],
    },
  ])('$why', ({ letters, faults }) => {
    expect(
      lintSmall((files) => {
        files['other-letters'].letters = letters;
      }),
    ).toEqual(faults);
  });

  test('an unconfirmed name that is the name of another letter', () => {
    const faults = lintSmall((files) => {
      files['notices/cp504'].namesUnconfirmed = ['CP75'];
      files['other-letters'].letters = [entry('cp75', ['CP75'])];
    });
    expect(faults).toEqual([
      'notices/cp504.json: namesUnconfirmed: "CP75" is a spelling of other-letters.json too: take it out of one of the two',
    ]);
  });

  test('an overlay adds to it and changes an entry by its id', () => {
    const file = (letters: readonly object[]) => [
      { file: 'other-letters.json', name: 'other-letters', data: { letters }, schemaFound: true },
    ];
    const [laid] = layOver(
      file([entry('cp75', ['CP75'])]),
      file([{ id: 'cp75', names: ['CP75', 'CP75X'] }, entry('cp76', ['CP76'])]),
    );
    expect(laid?.data).toEqual({
      letters: [entry('cp75', ['CP75', 'CP75X']), entry('cp76', ['CP76'])].map((each) => ({
        ...each,
        label: expect.any(String),
      })),
    });
  });
});
