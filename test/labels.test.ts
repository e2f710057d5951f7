import { expect, test } from 'vitest';
import * as situation from '../src/situation-words.ts';
import * as words from '../src/vocabulary.ts';
import { rules } from './rules.ts';

const { labels } = rules.text;

/** Every word of the vocabulary that a screen names by a label: a new word without one would end an answer. */
const named: Readonly<Record<string, readonly string[]>> = {
  'screen.ground.cap': situation.capGrounds,
  'screen.ground.cdp': situation.cdpGrounds,
  'screen.ground.equivalentHearing': situation.hearingGrounds,
  'screen.action': [...words.actions, words.unknown],
  'screen.missing': words.missingFacts,
  'screen.fact': words.factNames,
  'screen.batch.deadline': words.deadlineIds,
  'screen.firmness': words.firmnesses,
  'screen.mayRepresent': words.mayRepresent,
  'screen.form2848': words.form2848Needs,
  'screen.confidence': words.confidences.filter((confidence) => confidence !== 'high'),
};
for (const fact of words.closedFactNames) {
  if (fact !== 'action') Object.assign(named, { [`screen.value.${fact}`]: words.closedFacts[fact] });
}

test.each(Object.entries(named))('%s has a label for every word', (stem, values) => {
  expect(values.filter((value) => !labels[`${stem}.${value}`])).toEqual([]);
});
