import type { RuleSet } from '../engine/rule-set.ts';
import { tableInputs } from '../vocabulary.ts';
import { boxOf, crossing, situationOf } from './lint-box.ts';
import { wordFaults } from './lint-cells.ts';
import { doubles, type Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';
import { inWords, sayCellFault } from './lint-table-words.ts';

type Statement = RuleSet['help'][number];
type OwnFault = Omit<Fault, 'file'>;

/** Faults in the lists of things that are said when they fit: steps, warnings, help; and ids of the other lists. */
export function statementFaults(rules: RuleSet, fileOf: FileOf): Fault[] {
  const lists = { steps: rules.steps, warnings: rules.warnings, help: rules.help };
  const ids = {
    phone: { whichCall: rules.phone.whichCall },
    compare: { aspects: rules.compare },
    'forms/form-2848': { checks: rules.form2848 },
    'calendar/legal-holidays': { holidays: rules.legalHolidays.holidays },
  };
  return [
    ...conditionFaults(rules).map((fault): Fault => ({ file: fileOf('conditions'), ...fault })),
    ...Object.entries(lists).flatMap(([list, statements]) => {
      const faults = [...sameIds(list, statements), ...statements.flatMap((statement) => whenFaults(list, statement))];
      return faults.map((fault): Fault => ({ file: fileOf(list), ...fault }));
    }),
    ...Object.entries(ids).flatMap(([name, lists]) =>
      Object.entries(lists).flatMap(([list, entries]) =>
        sameIds(list, entries).map((fault): Fault => ({ file: fileOf(name), ...fault })),
      ),
    ),
  ];
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
