import type { RuleSet } from '../engine/rule-set.ts';
import { doubles, type Fault } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';

type Notice = RuleSet['notices'][string];

/** Faults within one notice file, and letters that bear the label of another. */
export function noticeFaults(
  rules: RuleSet,
  fileOf: FileOf,
  spellings: (notice: Notice) => readonly string[],
): Fault[] {
  const notices = Object.entries(rules.notices);
  const own = notices.flatMap(([name, notice]) => {
    const file = fileOf(`notices/${name}`);
    return [...idFaults(name, notice), ...groundFaults(notice), ...nameFaults(notice)].map((fault) => {
      return { file, ...fault };
    });
  });
  return [...own, ...strangeLabels(notices, fileOf, spellings)];
}

/** A letter must not bear the label of another. */
function strangeLabels(
  notices: readonly (readonly [string, Notice])[],
  fileOf: FileOf,
  spellings: (notice: Notice) => readonly string[],
): Fault[] {
  const owners = new Map(notices.flatMap(([name, notice]) => spellings(notice).map((spelling) => [spelling, name])));
  return notices.flatMap(([name, notice]) => {
    const own = spellings(notice);
    const strange = spellings({ ...notice, names: [notice.label] }).filter((spelling) => !own.includes(spelling));
    const owner = strange.map((spelling) => owners.get(spelling)).find((other) => other !== undefined);
    if (owner === undefined) return [];
    const file = fileOf(`notices/${owner}`);
    const message = `"${notice.label}" is a name of ${file}: write the name of this letter`;
    return [{ file: fileOf(`notices/${name}`), path: 'label', message, related: [file] }];
  });
}

type OwnFault = Omit<Fault, 'file'>;

function idFaults(name: string, { id }: Notice): OwnFault[] {
  if (id === name) return [];
  return [{ path: 'id', message: `"${id}" is not the name of the file: write "${name}" or call the file ${id}.json` }];
}

/** What each action is about; an action that is neither a lien nor a levy says nothing of it. */
const kindOf: Readonly<Record<string, 'levy' | 'lien'>> = {
  ...{ 'lien-proposed': 'lien', 'lien-filed': 'lien' },
  ...{ 'levy-proposed': 'levy', 'levy-made': 'levy', 'jeopardy-levy': 'levy', seizure: 'levy' },
};

function groundFaults({ cap, cdp, refusal, action }: Notice): OwnFault[] {
  const faults: OwnFault[] = [];
  const isOpen = cap.ground === 'if-refused';
  if (isOpen && refusal === undefined) {
    faults.push({ path: 'refusal', message: 'is missing: with cap.ground "if-refused" write the action of a refusal' });
  }
  if (!isOpen && refusal !== undefined) {
    faults.push({ path: 'refusal', message: 'belongs to cap.ground "if-refused" only: take it out' });
  }
  if (refusal !== undefined && refusal === action) {
    faults.push({ path: 'refusal', message: `is the same as action "${action}": one of the two has to differ` });
  }
  const needsKind = ['levy-before', 'levy-after', 'lien', 'given-before'].includes(cdp.ground);
  if (needsKind && cdp.kind === undefined) {
    faults.push({ path: 'cdp.kind', message: `is missing: with cdp.ground "${cdp.ground}" write "lien" or "levy"` });
  }
  const kind = cdp.ground.split('-')[0];
  if ((kind === 'levy' || kind === 'lien') && cdp.kind !== undefined && cdp.kind !== kind) {
    faults.push({
      path: 'cdp.kind',
      message: `"${cdp.kind}" does not fit cdp.ground "${cdp.ground}": write "${kind}"`,
    });
  } else if (cdp.kind !== undefined && cdp.kind !== (kindOf[action] ?? cdp.kind)) {
    const message = `"${cdp.kind}" does not fit action "${action}": write "${kindOf[action]}", or mend the action`;
    faults.push({ path: 'cdp.kind', message });
  }
  return faults;
}

function nameFaults({ names, namesUnconfirmed = [] }: Notice): OwnFault[] {
  return [
    ...doubles(names).map((name) => ({ path: 'names', message: `"${name}" stands here twice: write it once` })),
    ...doubles(namesUnconfirmed).map((name) => {
      return { path: 'namesUnconfirmed', message: `"${name}" stands here twice: write it once` };
    }),
    ...namesUnconfirmed
      .filter((name) => names.includes(name))
      .map((name) => ({ path: 'namesUnconfirmed', message: `"${name}" stands in "names" too: keep one of them` })),
  ];
}
