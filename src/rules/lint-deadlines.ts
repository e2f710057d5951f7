import type { RuleSet } from '../engine/rule-set.ts';
import { tableInputs } from '../situation-words.ts';
import { deadlineIds } from '../vocabulary.ts';
import { boxOf, crossing, situationOf } from './lint-box.ts';
import { wordFaults } from './lint-cells.ts';
import { doubles, type Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';
import { inWords, sayCellFault } from './lint-table-words.ts';

type DeadlineRule = RuleSet['deadlines'][number];
type Term = DeadlineRule['terms'][number];
type OwnFault = Omit<Fault, 'file'>;

const inputs = Object.keys(tableInputs);

/** Every deadline of the vocabulary stands once, and at most one of its terms fits any situation. */
export function deadlineFaults(rules: RuleSet, fileOf: FileOf): Fault[] {
  const ids = rules.deadlines.map(({ id }) => id);
  const missing = deadlineIds.filter((id) => !ids.includes(id));
  const faults: OwnFault[] = [
    ...missing.map((id) => ({ path: 'deadlines', message: `"${id}" is missing: add it` })),
    ...doubles(ids).map((id) => ({ path: `deadlines.${id}`, message: 'stands here twice: keep one of them' })),
    ...doubles(rules.clocks.map(({ id }) => id)).map((id) => {
      return { path: `clocks.${id}`, message: 'stands here twice: keep one of them' };
    }),
    ...rules.deadlines.flatMap(oneDeadline),
    ...rules.deadlines.flatMap(firstNoticeFaults),
    ...rules.clocks.flatMap(({ id, when }) => wordFaults(`clocks.${id}.when`, when, inputs).map(sayCellFault)),
  ];
  return faults.map((fault) => ({ file: fileOf('deadlines'), ...fault }));
}

/** The days of a first notice are those of the letter that gives the right: the term "first-levy" counts as "levy" does. */
function firstNoticeFaults({ id, terms }: DeadlineRule): OwnFault[] {
  return terms.flatMap((term) => {
    const own = terms.find((each) => `first-${each.id}` === term.id);
    if (!term.ofFirstNotice || JSON.stringify(own?.add) === JSON.stringify(term.add)) return [];
    const kind = term.id.replace(/^first-/, '');
    const message = own
      ? `is not the count of ${id}/${kind}: write ${JSON.stringify(own.add)}`
      : `there is no term "${kind}" whose count it has: name it first- and the term of the letter itself`;
    return [{ path: `deadlines.${id}.terms.${term.id}.add`, message }];
  });
}

/**
 * Versions of a deadline are chosen by the day of the answer. A letter is counted by the law of its own date, so a count
 * that differs between versions would give one letter two last days.
 */
export function versionFaults(book: RuleSet, fileOf: FileOf): Fault[] {
  const known = new Map<string, string>();
  return book.deadlines.flatMap(({ id, terms }) =>
    terms.flatMap((term) => {
      const [key, count] = [`${id}/${term.id}`, JSON.stringify(term.add)];
      const before = known.get(key) ?? count;
      known.set(key, before);
      if (before === count) return [];
      const message = `counts ${count} here and ${before} on other days; "from" and "to" go by the day of the answer, so one letter would get two last days: write one count`;
      return [{ file: fileOf('deadlines'), path: `deadlines.${id}.terms.${term.id}.add`, message }];
    }),
  );
}

function oneDeadline({ id, terms, shown = [], otherwise = [] }: DeadlineRule): OwnFault[] {
  const place = `deadlines.${id}`;
  const faults = [
    ...terms.flatMap((term) => wordFaults(`${place}.terms.${term.id}.when`, term.when, inputs)),
    ...otherwise.flatMap(({ when }, index) => wordFaults(`${place}.otherwise[${index + 1}].when`, when, inputs)),
    ...shown.flatMap((when, index) => wordFaults(`${place}.shown[${index + 1}]`, when, inputs)),
  ].map(sayCellFault);
  const twice = doubles(terms.map((term) => term.id)).map((term) => {
    return { path: `${place}.terms.${term}`, message: 'two terms have this id: give each its own' };
  });
  return [...faults, ...twice, ...overlappingTerms(place, terms)];
}

function overlappingTerms(place: string, terms: readonly Term[]): OwnFault[] {
  return terms.flatMap((first, index) =>
    terms.slice(index + 1).flatMap((second) => {
      if (mayStandTogether(first, second)) return [];
      const both = crossing(boxOf(inputs, first.when), boxOf(inputs, second.when));
      if (!both) return [];
      const said = inWords(situationOf(inputs, both));
      return [
        {
          path: `${place}.terms.${second.id}`,
          message: `overlap: terms "${first.id}" and "${second.id}" both fit ${said}: narrow one of them`,
        },
      ];
    }),
  );
}

/** The days of a first notice stand beside the own ones; counts that start on different days never meet. */
function mayStandTogether(first: Term, second: Term): boolean {
  const isBefore = (a: Term, b: Term): boolean => a.until !== undefined && b.since !== undefined && a.until < b.since;
  return first.ofFirstNotice !== second.ofFirstNotice || isBefore(first, second) || isBefore(second, first);
}
