import { type Cells, domainOf } from './lint-box.ts';
import { doubles, nearest } from './lint-fault.ts';
import type { DecisionTable } from './schema.ts';

/** A cell that names something nobody knows, or something twice. `place` is `rows.ID.when` or `impossible[N].given`. */
export type CellFault =
  | {
      readonly kind: 'unknown-input';
      readonly place: string;
      readonly input: string;
      readonly nearest: string | undefined;
    }
  | {
      readonly kind: 'unknown-value';
      readonly place: string;
      readonly input: string;
      readonly value: string;
      readonly nearest: string | undefined;
    }
  | { readonly kind: 'double-value'; readonly place: string; readonly input: string; readonly value: string }
  | { readonly kind: 'double-input'; readonly input: string };

/** Faults in the words of one set of cells; `inputs` are the inputs it may name. */
export function wordFaults(place: string, cells: Cells, inputs: readonly string[]): CellFault[] {
  return Object.entries(cells).flatMap(([input, values = []]): CellFault[] => {
    if (!inputs.includes(input)) return [{ kind: 'unknown-input', place, input, nearest: nearest(input, inputs) }];
    const domain = domainOf(input);
    const strange = values.filter((value) => !domain.includes(value));
    return [
      ...strange.map((value): CellFault => {
        return { kind: 'unknown-value', place, input, value, nearest: nearest(value, domain) };
      }),
      ...doubles(values).map((value): CellFault => ({ kind: 'double-value', place, input, value })),
    ];
  });
}

/** Faults in the words of all cells of a table. */
export function cellFaults(table: DecisionTable): CellFault[] {
  const { inputs, rows, impossible = [] } = table;
  return [
    ...doubles(inputs).map((input): CellFault => ({ kind: 'double-input', input })),
    ...rows.flatMap(({ id, when }) => wordFaults(`rows.${id}.when`, when, inputs)),
    ...impossible.flatMap(({ given }, index) => wordFaults(`impossible[${index + 1}].given`, given, inputs)),
  ];
}
