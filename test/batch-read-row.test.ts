import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeDateWatch } from '../src/batch/read/date-watch.ts';
import { letterFinder } from '../src/batch/read/find-letter.ts';
import { makeRowReader } from '../src/batch/read/read-row.ts';
import { readSituationOf } from '../src/read-situation.ts';
import { closedFacts, type Fact, factNames, kebabCase } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { rules } from './rules.ts';

const day = fc.constantFrom('2026-11-02', '2026-11-03', '2026-12-01', '2026-13-01', 'unknown', '');

/** Cells as people fill them in: right, wrong, contradicting, or left out. */
const cells = fc.record(
  Object.fromEntries(
    factNames.map((fact) => {
      if (fact === 'notice') return [fact, fc.constantFrom('LT11', 'cp 504', '3172', 'CP9000', '90', '')];
      const values = (closedFacts as Record<string, readonly string[]>)[fact];
      return [fact, values ? fc.constantFrom(...values, 'unknown', '', 'nonsense') : day];
    }),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<Record<Fact, string>>>;

test('a row of cells is understood as the same facts given by name, faults included', () => {
  fc.assert(
    fc.property(cells, fc.shuffledSubarray([...factNames], { minLength: factNames.length }), (facts, order) => {
      const dates = makeDateWatch(() => {});
      const readRow = makeRowReader(order, { find: letterFinder(rules), today: d('2026-11-10'), dates });
      const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
      const { answers, faults } = readSituationOf(rules, given, kebabCase);
      const read = readRow(order.map((fact) => facts[fact] ?? ''));
      if (faults.length === 0) {
        expect(read).toEqual({ client: null, answers, today: '2026-11-10' });
        // The order of facts is part of what is written.
        expect('answers' in read && Object.keys(read.answers)).toEqual(Object.keys(answers));
      } else {
        const message = faults.map((fault) => fault.message);
        // A full stop ends the message and stands nowhere before.
        const whole = message.map((part, index) => (index < message.length - 1 ? part.replace(/\.$/, '') : part));
        expect(read).toMatchObject({ error: { message: whole.join('; ') } });
      }
    }),
    { numRuns: 2000 },
  );
});
