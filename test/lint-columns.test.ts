import { expect, test } from 'vitest';
import { lintSmall } from './small-rules.ts';

test('a name of a column means one thing', () => {
  const change = (synonyms: object, askFirst: object): string[] =>
    lintSmall((files) => Object.assign(files['columns'], { synonyms, askFirst })).filter((each) => /spelt/.test(each));
  expect(change({ client: ['Client ID'], notice: ['Letter No.'] }, { 'printed-deadline': ['Due'] })).toEqual([]);
  expect(change({ notice: ['Notice Date'] }, {})).toEqual([
    'columns.json: synonyms.notice: "Notice Date" is spelt like the column notice-date: take one of them out',
  ]);
  expect(change({ notice: ['Letter No.'] }, { 'printed-deadline': ['letter no'] })).toEqual([
    'columns.json: askFirst.printed-deadline: "letter no" is spelt like a name under synonyms.notice: take one of them out',
  ]);
});
