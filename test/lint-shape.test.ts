import { expect, test } from 'vitest';
import * as z from 'zod';
import { DecisionTable, ruleFiles } from '../src/rules/schema.ts';
import { NoticeFile } from '../src/rules/schema-notice.ts';
import { shapeFaults } from '../src/rules/shape-faults.ts';
import { type Json, smallFiles } from './small-rules.ts';

/** What is said of data that does not fit, each fault as `path: message`. */
function said(shape: z.ZodType, data: unknown): string[] {
  const read = shape.safeParse(data);
  if (read.success) return [];
  return shapeFaults('some.json', read.error, shape, data).map(({ path, message }) => `${path}: ${message}`);
}

const noticeWith = (change: Json): Json => ({ ...smallFiles()['notices/cp504'], ...change });
const withoutId = ({ id: _, ...rest }: Json): Json => rest;

test('a file of the right shape has no faults', () => {
  expect(said(NoticeFile, noticeWith({}))).toEqual([]);
});

test.each<{ why: string; data: Json; line: string }>([
  {
    why: 'a key that is misspelt',
    data: noticeWith({ sentby: 'ACS' }),
    line: 'sentby: unknown key "sentby", did you mean "sentBy"?',
  },
  {
    why: 'a key far from all that are known',
    data: noticeWith({ cap: { ground: 'open', cite: [], because: 'x' } }),
    line: 'cap.because: unknown key "because": write one of ground, cite, or take it out',
  },
  {
    why: 'a key that is missing',
    data: withoutId(noticeWith({})),
    line: 'id: is missing: write text in quotation marks',
  },
  {
    why: 'another kind of value',
    data: noticeWith({ names: 'CP504' }),
    line: 'names: is text in quotation marks: write a list in [ ]',
  },
  {
    why: 'true or false',
    data: noticeWith({ inTasList: 'yes' }),
    line: 'inTasList: is text in quotation marks: write true or false',
  },
  {
    why: 'a word that is not in the vocabulary',
    data: noticeWith({ confidence: 'sure' }),
    line: 'confidence: is not one of the known words: write high, medium, low or none',
  },
  { why: 'an empty text', data: noticeWith({ sentBy: '' }), line: 'sentBy: is empty: write something here' },
  {
    why: 'a text that is too long',
    data: noticeWith({ sentBy: 'x'.repeat(301) }),
    line: 'sentBy: is too long: write at most 300 characters',
  },
  {
    why: 'a language that is missing',
    data: noticeWith({ text: {} }),
    line: 'text.en: is missing: write an object in { }',
  },
  {
    why: 'an id in capitals',
    data: noticeWith({ actionDetail: 'Lien filed' }),
    line: 'actionDetail: has the wrong form: write a short id of letters, digits, dots and hyphens',
  },
  {
    why: 'an id in capitals as a name of a file',
    data: noticeWith({ id: 'CP504' }),
    line: 'id: has the wrong form: write the name of the file: small letters, digits and hyphens',
  },
  {
    why: 'a word of the vocabulary that is missing',
    data: noticeWith({ confidence: undefined }),
    line: 'confidence: is missing: write high, medium, low or none',
  },
])('$why', ({ data, line }) => {
  expect(said(NoticeFile, data)).toEqual([line]);
});

test('entries of a list are named by their ids', () => {
  const table = smallFiles()['decisions/cap'];
  table.rows[0].whne = {};
  table.rows[1] = { ...withoutId(table.rows[1]), then: { status: 7 } };
  expect(said(DecisionTable, table)).toEqual([
    'rows.hard.whne: unknown key "whne", did you mean "when"?',
    'rows[2].id: is missing: write text in quotation marks',
    'rows[2].then.status: write text in quotation marks, null or a list in [ ]',
  ]);
});

test('an input that does not exist is told with the one that was meant', () => {
  const table = smallFiles()['decisions/cap'];
  table.rows[0].when = { hardshp: ['yes'] };
  expect(said(DecisionTable, table)).toEqual([
    'rows.hard.when.hardshp: unknown key "hardshp", did you mean "hardship"?',
  ]);
});

test('without the shape and the data a fault is told by position', () => {
  const read = DecisionTable.safeParse({ ...smallFiles()['decisions/cap'], rows: [{ whne: {} }] });
  const faults = read.success ? [] : shapeFaults('decisions/cap.json', read.error);
  expect(faults.at(-1)).toEqual({
    file: 'decisions/cap.json',
    path: 'rows[1].whne',
    message: 'unknown key "whne": take it out',
  });
});

test.each<{ why: string; shape: z.ZodType; data: Json; line: string }>([
  {
    why: 'a day that does not exist',
    shape: ruleFiles.manifest,
    data: { ...smallFiles()['manifest'], reviewBy: '2026-02-30' },
    line: 'reviewBy: has the wrong form: write a day that exists, as YYYY-MM-DD',
  },
  {
    why: 'a number that is too small',
    shape: z.strictObject({ count: z.int().positive() }),
    data: { count: 0 },
    line: 'count: is too small: write more than 0',
  },
  {
    why: 'a number that is too large',
    shape: z.strictObject({ month: z.int().max(12) }),
    data: { month: 13 },
    line: 'month: is too large: write at most 12',
  },
  {
    why: 'an address that is none',
    shape: z.strictObject({ url: z.url() }),
    data: { url: 'irs.gov' },
    line: 'url: is not a web address: write one that begins with https://',
  },
  {
    why: 'a key of the wrong form',
    shape: ruleFiles.sources,
    data: { sources: { 'Pub 1660': smallFiles()['sources'].sources['pub-1660'] } },
    line: 'sources.Pub 1660: this key has the wrong form: write a short id of letters, digits, dots and hyphens',
  },
  {
    why: 'a choice between two shapes',
    shape: z.union([z.strictObject({ day: z.int() }), z.strictObject({ nth: z.int() })], { error: 'write day or nth' }),
    data: {},
    line: ': write day or nth',
  },
])('$why', ({ shape, data, line }) => {
  expect(said(shape, data)).toEqual([line]);
});

test.each([
  ['retrieved', '2026-13', 'write a day or a month, such as 2026-11-22 or 2026-11'],
  ['retrieved', '2026-13-22', 'write a day or a month, such as 2026-11-22 or 2026-11'],
  ['retrieved', '2026', 'write a day or a month, such as 2026-11-22 or 2026-11'],
  ['revised', '2023-20-04', 'write a day, a month or a year, such as 2026-11-22, 2026-11 or 2026'],
  ['revised', 'April 2023', 'write a day, a month or a year, such as 2026-11-22, 2026-11 or 2026'],
])('a source: %s %s', (key, value, message) => {
  const data = smallFiles()['sources'];
  data.sources['pub-1660'][key] = value;
  expect(said(ruleFiles.sources, data)).toEqual([`sources.pub-1660.${key}: has the wrong form: ${message}`]);
});

test.each(['2026', '2026-11', '2026-11-22', null])('a source may be of %s', (revised) => {
  const data = smallFiles()['sources'];
  data.sources['pub-1660'].revised = revised;
  expect(said(ruleFiles.sources, data)).toEqual([]);
});
