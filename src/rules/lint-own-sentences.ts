import type { RuleSet } from '../engine/rule-set.ts';
import type { Check, Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';

/** One use of a sentence, and the name under which this very use would have a sentence of its own. */
interface OwnUse {
  readonly path: string;
  readonly key: string;
  /** The key without its first word: `request-cdp` of `step.request-cdp`. */
  readonly own: string;
}

/**
 * Sentences that bear the name of one thing and are said by another only: two keys were exchanged, or one was mistyped
 * into another. Who says a sentence of another beside that one shares it, and that is allowed.
 */
export function ownSentenceChecks(rules: RuleSet, fileOf: FileOf): Check[] {
  return usesByFile(rules).map(
    ({ name, uses }): Check =>
      () =>
        strayed(uses()).map((fault) => ({ file: fileOf(name), ...fault })),
  );
}

function strayed(uses: readonly OwnUse[]): Omit<Fault, 'file'>[] {
  const names = [...new Set(uses.map(({ own }) => own))].sort((a, b) => b.length - a.length);
  return uses.flatMap(({ path, key, own }) => {
    const [, first = '', rest = ''] = /^([^.]*)\.(.*)$/.exec(key) ?? [];
    const bears = (name: string): boolean => rest === name || rest.startsWith(`${name}.`);
    const owner = names.find(bears);
    if (owner === undefined || bears(own)) return [];
    if (uses.some((other) => other.key === key && other.own === owner)) return [];
    const message = `"${key}" is the sentence of "${owner}", which does not say it: write "${first}.${own}", or exchange the two back`;
    return [{ path, message }];
  });
}

function usesByFile(rules: RuleSet): { readonly name: string; readonly uses: () => OwnUse[] }[] {
  return [
    ...(['steps', 'warnings', 'help'] as const).map((name) => {
      const uses = (): OwnUse[] =>
        rules[name].map(({ id, text }) => ({ path: `${name}.${id}.text`, key: text, own: id }));
      return { name, uses };
    }),
    ...Object.keys(rules.tables).map((name) => ({ name: `decisions/${name}`, uses: () => rowUses(rules, name) })),
    { name: 'deadlines', uses: () => rules.deadlines.flatMap(deadlineUses) },
    { name: 'phone', uses: () => phoneUses(rules.phone) },
    { name: 'compare', uses: () => rules.compare.flatMap(compareUses) },
  ];
}

function rowUses({ tables }: RuleSet, name: string): OwnUse[] {
  const rows = tables[name]?.rows ?? [];
  return rows.flatMap(({ id, text }) => (text ? [{ path: `rows.${id}.text`, key: text, own: id }] : []));
}

function deadlineUses({ id, label, ifMissed, otherwise = [] }: RuleSet['deadlines'][number]): OwnUse[] {
  const use = (place: string, key: string): OwnUse => ({ path: `deadlines.${id}.${place}`, key, own: id });
  return [
    use('label', label),
    use('ifMissed', ifMissed),
    ...otherwise.flatMap((other, index) =>
      (['label', 'ifMissed'] as const).flatMap((field) => {
        const key = other[field];
        return key ? [use(`otherwise[${index + 1}].${field}`, key)] : [];
      }),
    ),
  ];
}

function phoneUses({ numbers, whichCall }: RuleSet['phone']): OwnUse[] {
  return [
    ...Object.entries(numbers).map(([id, { text }]) => ({
      path: `numbers.${id}.text`,
      key: text,
      own: `number.${id}`,
    })),
    ...whichCall.map(({ id, text }) => ({ path: `whichCall.${id}.text`, key: text, own: `call.${id}` })),
  ];
}

function compareUses({ id, label, cap, cdp, equivalentHearing }: RuleSet['compare'][number]): OwnUse[] {
  const place = `aspects.${id}`;
  return [
    { path: `${place}.label`, key: label, own: id },
    { path: `${place}.cap`, key: cap, own: `${id}.cap` },
    { path: `${place}.cdp`, key: cdp, own: `${id}.cdp` },
    { path: `${place}.equivalentHearing`, key: equivalentHearing, own: `${id}.equivalent-hearing` },
  ];
}
