import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCalendarDays, longDate } from '../src/calendar.ts';
import type { Guidance } from '../src/engine/guidance.ts';
import { closedFacts, dateFacts, type Fact, factNames, kebabCase } from '../src/vocabulary.ts';
import { d } from './days.ts';
import { cli, stream } from './fake-io.ts';
import { rules } from './rules.ts';

const today = d('2026-11-10');
/** Days in each style that a file may have. */
const day = fc
  .tuple(fc.integer({ min: -40, max: 500 }), fc.constantFrom('iso', 'slashes', 'words'))
  .map(([ago, style]) => {
    const date = addCalendarDays(today, -ago);
    const [year, month, dayOfMonth] = date.split('-').map(Number);
    if (style === 'slashes') return `${month}/${dayOfMonth}/${year}`;
    return style === 'words' ? `"${longDate(date)}"` : date;
  });

const row = fc.record(
  {
    notice: fc.constantFrom(...Object.values(rules.notices).map(({ id }) => id)),
    ...Object.fromEntries(Object.entries(closedFacts).map(([fact, values]) => [fact, fc.constantFrom(...values)])),
    ...Object.fromEntries(dateFacts.map((fact) => [fact, day])),
  },
  { requiredKeys: ['notice'] },
) as fc.Arbitrary<Partial<Record<Fact, string>>>;

/** Most facts are left out, or most rows would contradict themselves. */
const sparse = fc
  .tuple(
    row,
    fc.shuffledSubarray(
      factNames.filter((fact) => fact !== 'notice'),
      { minLength: 2, maxLength: 6 },
    ),
  )
  .map(([facts, kept]) =>
    Object.fromEntries(
      Object.entries(facts).filter(([fact]) => fact === 'notice' || (kept as readonly string[]).includes(fact)),
    ),
  );

/** What a line of batch keeps of the object of check. */
function lineOf(whole: Guidance): object {
  const { notice, programs, form9423, deadlines, representation, warnings, rules: book, facts, missing } = whole;
  const { cap, cdp, equivalentHearing } = programs;
  return {
    today: whole.today,
    rules: { version: book.version, hash: book.hash },
    facts,
    missing,
    notice: notice && { id: notice.id },
    programs: {
      cap: { status: cap.status, request: cap.request, managerConference: cap.managerConference },
      cdp: { status: cdp.status, kind: cdp.kind },
      equivalentHearing: { status: equivalentHearing.status },
    },
    form9423: { need: form9423.need },
    deadlines: deadlines.map(({ id, date, unrolled, aimFor, status, daysLeft, firmness, rightEnds }) => {
      const kept = { id, date, unrolled, aimFor, status, daysLeft, firmness };
      return rightEnds === null ? kept : { ...kept, rightEnds };
    }),
    representation: { mayRepresent: representation.mayRepresent, form2848: representation.form2848 },
    warnings: warnings.map(({ id }) => id),
  };
}

test('a line of a CSV file says what check says with the same words as flags, faults included', async () => {
  const rows = fc.sample(sparse, { numRuns: 120, seed: 20261110 });
  const cells = rows.map((facts) => factNames.map((fact) => facts[fact] ?? '').join(','));
  const text = [factNames.map(kebabCase).join(','), ...cells, ''].join('\n');
  const { out } = await cli(['batch', 'rows.csv', '--json'], { open: () => stream(text) });
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(rows.length);
  let [answered, ids] = [0, new Set<string>()];
  for (const [at, facts] of rows.entries()) {
    const flags = Object.entries(facts).flatMap(([fact, value = '']) => [
      `--${kebabCase(fact)}`,
      value.replaceAll('"', ''),
    ]);
    const { code, out: object, err } = await cli(['check', ...flags, '--json']);
    const line = lines[at];
    if (code === 2) expect(line.error?.message, err).toBeTruthy();
    else {
      const whole: Guidance = JSON.parse(object);
      expect(line, flags.join(' ')).toMatchObject(lineOf(whole));
      expect(line.deadlines).toHaveLength(whole.deadlines.length);
      answered += 1;
      ids = new Set([...ids, ...whole.deadlines.map(({ id }) => id)]);
    }
  }
  expect(answered).toBeGreaterThan(80);
  expect(ids.size).toBeGreaterThan(10);
});
