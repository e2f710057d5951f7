import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, readableWidth, wrap } from '../src/render/wrap.ts';

const longDate = 'Wednesday, December 2, 2026';

describe('lines of text', () => {
  test('no line is wider than asked, at any width from 20 columns', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 20, max: 120 }), (text, width) => {
        for (const line of wrap(`${text} ${longDate} ${'a'.repeat(90)}`, width, '- ', '  ')) {
          expect(line.length).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  test('a web address stays whole, so that it can be opened', () => {
    const address = `https://www.irs.gov/${'a-b'.repeat(30)}`;
    expect(wrap(`See ${address} now`, 40)).toEqual(['See', address, 'now']);
  });

  test('no word is lost or changed', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), fc.integer({ min: 30, max: 90 }), (text, width) => {
        expect(wrap(text, width).join(' ')).toBe(text.trim());
      }),
    );
  });

  test.each([
    { text: `The last day is ${longDate}.`, whole: `${longDate}.`, width: 30, why: 'a date' },
    { text: 'Call the Appeals line at 855-865-3401 today', whole: '855-865-3401', width: 26, why: 'a phone number' },
    { text: 'Send your paper on Form 9423, signed', whole: 'Form 9423,', width: 24, why: 'the number of a form' },
  ])('$why stays on one line', ({ text, whole, width }) => {
    expect(wrap(text, width).filter((line) => line.includes(whole))).toHaveLength(1);
  });

  test('a date wider than the line is cut between its words', () => {
    expect(wrap(longDate, 20)).toEqual(['Wednesday, December', '2, 2026']);
  });

  test('a line break in a text begins a new line', () => {
    expect(wrap('one\ntwo', 40, '- ', '  ')).toEqual(['- one', '  two']);
  });

  test('an empty text is an empty line', () => {
    expect(wrap('', 40)).toEqual(['']);
  });
});

test.each([
  { columns: 0, width: 80, why: 'a terminal that tells no width' },
  { columns: 10, width: 20, why: 'narrower than anything can be read' },
  { columns: 44, width: 44, why: 'a phone' },
  { columns: 300, width: 100, why: 'long lines are hard to read' },
])('$columns columns are set as $width ($why)', ({ columns, width }) => {
  expect(readableWidth(columns)).toBe(width);
});

test('control characters and marks of writing direction never come out', () => {
  const dirty = 'a\u001b[31mb\u0007c\u009bd\te\r\u202ef\u2066g\u007f\nh';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for exactly these.
  expect(clean(dirty)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(clean('one\ntwo')).toBe('one\ntwo');
});
