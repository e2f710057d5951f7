import { addCalendarDays, type CalendarDate } from '../calendar.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { tableInputs } from '../situation-words.ts';
import { boxOf, crossing, situationOf } from './lint-box.ts';
import { wordFaults } from './lint-cells.ts';
import { type Check, doubles, type Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';
import { inWords, sayCellFault } from './lint-table-words.ts';

type Statement = RuleSet['help'][number];
type OwnFault = Omit<Fault, 'file'>;

/** Checks of the lists of things that are said when they fit: steps, warnings, help; and ids of the other lists. */
export function statementChecks(rules: RuleSet, fileOf: FileOf): Check[] {
  const inFile =
    (name: string, find: () => readonly OwnFault[]): Check =>
    () =>
      find().map((fault) => ({ file: fileOf(name), ...fault }));
  const said = (['steps', 'warnings', 'help'] as const).map((list) =>
    inFile(list, () => [
      ...sameIds(list, rules[list]),
      ...rules[list].flatMap((statement) => whenFaults(list, statement)),
    ]),
  );
  return [
    inFile('conditions', () => conditionFaults(rules)),
    ...said,
    inFile('phone', () => sameIds('whichCall', rules.phone.whichCall)),
    inFile('compare', () => sameIds('aspects', rules.compare)),
    inFile('forms/form-2848', () => sameIds('checks', rules.form2848)),
    inFile('calendar/legal-holidays', () => sameIds('holidays', rules.legalHolidays.holidays)),
  ];
}

/** What ends gives way to something with the same id on the next day, or says why nothing takes its place. */
export function retirementFaults(book: RuleSet, fileOf: FileOf): Fault[] {
  return (['steps', 'warnings', 'help'] as const).flatMap((list) =>
    book[list].flatMap(({ id, to, retired }) => {
      const next = to && addCalendarDays(to as CalendarDate, 1);
      const isFollowed = book[list].some((other) => other.id === id && other.from === next && next !== undefined);
      const message = retirementMessage(next, isFollowed, retired);
      return message === undefined ? [] : [{ file: fileOf(list), path: `${list}.${id}`, message }];
    }),
  );
}

function retirementMessage(next: string | undefined, isFollowed: boolean, retired?: string): string | undefined {
  if (next === undefined) return retired && 'has "retired" and no "to": write its last day, or take "retired" out';
  if (isFollowed) return retired && `another with this id holds from ${next}: take "retired" out`;
  if (retired) return undefined;
  return `nothing takes its place on ${next}: add one with this id from that day, or write in "retired" why there is none`;
}

/** Two conditions on one fact must not both fit, or the answer says "if ..." twice. */
function conditionFaults({ conditions }: RuleSet): OwnFault[] {
  const inputs = Object.keys(tableInputs);
  const placeAt = (index: number): string => `conditions.${conditions[index]?.fact}[${index + 1}]`;
  return conditions.flatMap((first, index) => [
    ...first.when
      .flatMap((cells, at) => wordFaults(`${placeAt(index)}.when[${at + 1}]`, cells, inputs))
      .map(sayCellFault),
    ...conditions.slice(index + 1).flatMap((second, at): OwnFault[] => {
      const program = first.programs.find((name) => second.programs.includes(name));
      if (first.fact !== second.fact || program === undefined) return [];
      const boxes = second.when.map((cells) => boxOf(inputs, cells));
      const both = first.when.flatMap((cells) => boxes.map((box) => crossing(boxOf(inputs, cells), box))).find(Boolean);
      if (!both) return [];
      const [one, other] = [placeAt(index), placeAt(index + 1 + at)];
      const said = inWords(situationOf(inputs, both));
      return [
        { path: other, message: `overlap: ${one} and ${other} both fit ${program} in ${said}: narrow one of them` },
      ];
    }),
  ]);
}

function sameIds(list: string, entries: readonly { readonly id: string }[]): OwnFault[] {
  const ids = doubles(entries.map(({ id }) => id));
  return ids.map((id) => ({ path: `${list}.${id}`, message: 'two entries have this id: give each its own' }));
}

function whenFaults(list: string, { id, when }: Statement): OwnFault[] {
  const place = `${list}.${id}.when`;
  const same = doubles(when.map((cells) => JSON.stringify(cells)));
  return [
    ...when
      .flatMap((cells, index) => wordFaults(`${place}[${index + 1}]`, cells, Object.keys(tableInputs)))
      .map(sayCellFault),
    ...same.map((cells) => ({ path: place, message: `${cells} stands here twice: write it once` })),
  ];
}
