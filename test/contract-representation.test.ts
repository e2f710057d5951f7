import { expect, test } from 'vitest';
import { evaluate } from '../src/engine/evaluate.ts';
import type { Answers } from '../src/engine/guidance.ts';
import { closedFacts } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

/** Representative, then mayRepresent for an individual, a business, a third party and a taxpayer not named. */
const representatives = `
  self                  not-needed not-needed not-needed not-needed
  attorney              yes        yes        yes        yes
  cpa                   yes        yes        yes        yes
  enrolled-agent        yes        yes        yes        yes
  family                yes        no         yes        yes
  officer               no         yes        yes        yes
  partner               no         yes        yes        yes
  employee              yes        yes        yes        yes
  enrolled-actuary      limited    limited    limited    limited
  retirement-plan-agent limited    limited    limited    limited
  unenrolled-preparer   no         no         no         no
  litc-student          limited    limited    limited    limited
  fiduciary             yes        yes        yes        yes
  other                 no         no         no         no
`;
/** Form 2848 where it does not hang on who is present. */
const fixedForm: Readonly<Record<string, string>> = {
  self: 'not-required',
  fiduciary: 'not-required',
  'unenrolled-preparer': 'not-accepted',
  other: 'not-accepted',
};

function form2848(representative: string, may: string | undefined, present: string): string {
  const fixed = fixedForm[representative];
  if (fixed) return fixed;
  if (present === 'unknown') return 'unknown';
  if (may === 'no') return 'not-accepted';
  return present === 'yes' ? 'not-required' : 'required';
}

const people = representatives
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

test('the table of representatives names each of the fourteen', () => {
  expect(people.map(([name]) => name)).toEqual([...closedFacts.representative]);
});

test.each(people)('%s: who may speak, and with which form', (representative = '', ...may) => {
  const taxpayers = [...closedFacts.taxpayer, 'unknown'] as const;
  for (const [index, taxpayer] of taxpayers.entries()) {
    for (const taxpayerPresent of ['yes', 'no', 'unknown'] as const) {
      const answers = { notice: 'cp504', contact: 'phone', representative, taxpayer, taxpayerPresent } as Answers;
      const { representation, missing } = evaluate(rules, answers, d('2026-11-10'));
      expect({ taxpayer, taxpayerPresent, may: representation.mayRepresent, form: representation.form2848 }).toEqual({
        taxpayer,
        taxpayerPresent,
        may: may[index],
        form: form2848(representative, may[index], taxpayerPresent),
      });
      expect(missing).toEqual([]);
    }
  }
});
