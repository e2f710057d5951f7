import type { RuleSet } from '../engine/rule-set.ts';
import type { Reader } from './lint.ts';
import { type Check, type Fault, isRecord, nearest, type RuleFile } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';

/** One use of a sentence by a rule. */
interface Use {
  readonly name: string;
  readonly path: string;
  readonly key: string;
}

const sections = ['statements', 'labels', 'counting'] as const;
/** Labels that the program itself names. */
const labelsOfCode = /^(wizard|screen|counting)\./;

/** Checks for sentences that a rule names and nobody wrote, and that nobody uses. */
export function textChecks(
  rules: RuleSet,
  files: readonly RuleFile[],
  fileOf: FileOf,
  { statements: ofCode, broken }: Pick<Reader, 'statements' | 'broken'>,
): Check[] {
  const uses = [...usesOf(rules), () => tableUses(rules)];
  return [
    ...uses.map(
      (find): Check =>
        () =>
          dangling(rules, find(), fileOf),
    ),
    () => unwritten(rules, ofCode),
    // A broken file may be the one that uses it.
    () =>
      broken.size > 0
        ? []
        : unused(
            files,
            uses.flatMap((find) => find()),
            ofCode,
          ),
  ];
}

function dangling({ text }: RuleSet, uses: readonly Use[], fileOf: FileOf): Fault[] {
  return uses.flatMap(({ name, path, key }) => {
    const isHeading = name === 'compare' && path.endsWith('.label');
    const [section, known] = isHeading ? ['labels', text.labels] : ['statements', text.statements];
    if (Object.hasOwn(known, key)) return [];
    const near = nearest(key, Object.keys(known));
    const instead = near ? `write "${near}", or add the text` : 'add the text';
    return [{ file: fileOf(name), path, message: `no text under "${section}" has the key "${key}": ${instead}` }];
  });
}

function unwritten({ text }: RuleSet, ofCode: readonly string[]): Fault[] {
  return ofCode
    .filter((key) => !(key in text.statements))
    .map((key) => ({
      file: 'text/en',
      path: 'statements',
      message: `"${key}" is missing, and the program says it: add it`,
    }));
}

function unused(files: readonly RuleFile[], uses: readonly Use[], ofCode: readonly string[]): Fault[] {
  const used = new Set([...uses.map(({ key }) => key), ...ofCode]);
  return writtenKeys(files)
    .filter(({ section, key }) => section !== 'counting' && !used.has(key))
    .filter(({ section, key }) => section !== 'labels' || !labelsOfCode.test(key))
    .map(({ file, section, key }) => ({
      file,
      path: `${section}.${key}`,
      message: 'nothing uses this text: take it out',
      isAbsence: true,
    }));
}

/** Sentences that two files have, or one file twice. */
export function writtenTwice(files: readonly RuleFile[]): Fault[] {
  const first = new Map<string, string>();
  return writtenKeys(files).flatMap(({ file, section, key }) => {
    const other = first.get(key);
    first.set(key, other ?? file);
    if (other === undefined) return [];
    const message = `${other} has a text with this key too: keep one of them`;
    return [{ file, path: `${section}.${key}`, message, ...(other === file ? {} : { related: [other] }) }];
  });
}

function writtenKeys(files: readonly RuleFile[]): { file: string; section: string; key: string }[] {
  return files
    .filter(({ name }) => name.startsWith('text/en/'))
    .flatMap(({ file, data }) =>
      sections.flatMap((section) => {
        const texts = isRecord(data) ? data[section] : undefined;
        return isRecord(texts) ? Object.keys(texts).map((key) => ({ file, section, key })) : [];
      }),
    );
}

function tableUses({ tables }: RuleSet): Use[] {
  return Object.entries(tables).flatMap(([name, { rows }]) =>
    rows.flatMap(({ id, text: key }) => (key ? [{ name: `decisions/${name}`, path: `rows.${id}.text`, key }] : [])),
  );
}

/** What each file uses, found file by file, so that a broken one hides no fault of the others. */
function usesOf(rules: RuleSet): (() => Use[])[] {
  const said = (['steps', 'warnings', 'help'] as const).map((name) => (): Use[] => {
    return rules[name].flatMap(({ id, text: key, otherwise = [] }) => [
      { name, path: `${name}.${id}.text`, key },
      ...otherwise.map((other, index) => ({
        name,
        path: `${name}.${id}.otherwise[${index + 1}].text`,
        key: other.text,
      })),
    ]);
  });
  return [
    ...said,
    () =>
      rules.deadlines.flatMap(({ id, label, ifMissed, onTime, whenPassed, terms, otherwise = [] }) => [
        ...keysAt('deadlines', `deadlines.${id}`, { label, ifMissed, onTime, whenPassed }),
        ...terms.flatMap((term) => keysAt('deadlines', `deadlines.${id}.terms.${term.id}`, { note: term.note })),
        ...otherwise.flatMap((other, index) =>
          keysAt('deadlines', `deadlines.${id}.otherwise[${index + 1}]`, {
            label: other.label,
            ifMissed: other.ifMissed,
            onTime: other.onTime,
          }),
        ),
      ]),
    () =>
      Object.values(rules.notices).flatMap(({ id, ownDeadline }) =>
        (ownDeadline?.terms ?? []).flatMap((term) =>
          keysAt(`notices/${id}`, `ownDeadline.terms.${term.id}`, { note: term.note }),
        ),
      ),
    () =>
      rules.conditions.flatMap(({ fact, text }, index) =>
        keysAt('conditions', `conditions.${fact}[${index + 1}]`, { text }),
      ),
    () => phoneUses(rules.phone),
    () =>
      rules.compare.flatMap(({ id, label, cap, cdp, equivalentHearing }) =>
        keysAt('compare', `aspects.${id}`, { label, cap, cdp, equivalentHearing }),
      ),
  ];
}

function phoneUses({ numbers, appeals, whichCall }: RuleSet['phone']): Use[] {
  const { useFor, notFor, haveReady, facts } = appeals;
  return [
    ...Object.entries(numbers).flatMap(([id, { text }]) => keysAt('phone', `numbers.${id}`, { text })),
    ...Object.entries({ useFor, notFor, haveReady, facts }).flatMap(([list, keys]) =>
      keys.map((key) => ({ name: 'phone', path: `appeals.${list}`, key })),
    ),
    ...whichCall.flatMap(({ id, text }) => keysAt('phone', `whichCall.${id}`, { text })),
  ];
}

function keysAt(name: string, place: string, keys: Readonly<Record<string, string | undefined>>): Use[] {
  return Object.entries(keys).flatMap(([part, key]) => (key ? [{ name, path: `${place}.${part}`, key }] : []));
}
