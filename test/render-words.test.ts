import { expect, test } from 'vitest';
import { makeWords } from '../src/render/words.ts';
import { NoticeFile } from '../src/rules/schema-notice.ts';
import { capGrounds, cdpGrounds, cdpKinds, hearingGrounds } from '../src/situation-words.ts';
import * as vocabulary from '../src/vocabulary.ts';
import { rules } from './rules.ts';

const { closedFacts, closedFactNames, factNames } = vocabulary;
const valued = closedFactNames.filter((fact) => fact !== 'action');

/** Every key that a renderer puts together from a word of the vocabulary. */
const keys = Object.entries({
  status: vocabulary.programStatuses,
  program: vocabulary.programs,
  short: vocabulary.programs,
  request: vocabulary.requestForms,
  conference: vocabulary.conferenceNeeds,
  kind: cdpKinds,
  form9423: vocabulary.form9423Needs,
  firmness: vocabulary.firmnesses,
  mayRepresent: vocabulary.mayRepresent,
  form2848: vocabulary.form2848Needs,
  missing: vocabulary.missingFacts,
  confidence: vocabulary.confidences.filter((confidence) => confidence !== 'high'),
  action: [...vocabulary.actions, vocabulary.unknown],
  fact: factNames,
  audience: NoticeFile.shape.audience.options,
  'batch.deadline': vocabulary.deadlineIds,
  'ground.cap': capGrounds,
  'ground.cdp': cdpGrounds,
  'ground.equivalentHearing': hearingGrounds,
  ...Object.fromEntries(valued.map((fact) => [`value.${fact}`, closedFacts[fact]])),
}).flatMap(([group, names]) => names.map((name) => `${group}.${name}`));

test.each(keys)('the screen has words for %s', (key) => {
  expect(makeWords(rules.text)(key).length).toBeGreaterThan(0);
});

test('a key without words is a bug and throws', () => {
  expect(() => makeWords(rules.text)('no.such.key')).toThrow('screen.no.such.key');
});
