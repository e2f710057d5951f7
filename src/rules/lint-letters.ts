import type { RuleSet } from '../engine/rule-set.ts';
import { type Check, doubles, type Fault, isRecord, type RuleFile } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';

type Letter = RuleSet['notices'][string];
type Spellings = (letter: Letter) => readonly string[];

/** A letter of either catalogue with where its names stand. */
interface Placed {
  readonly letter: Letter;
  readonly file: string;
  readonly path: string;
}

/** Checks for ids and spellings that two letters share, in one catalogue or across both. */
export function letterChecks(
  rules: RuleSet,
  files: readonly RuleFile[],
  fileOf: FileOf,
  spellings: Spellings,
): Check[] {
  return [
    () => clashes([...firstCatalogue(rules, fileOf), ...secondCatalogue(rules, fileOf)], spellings),
    () => doubleIds(rules, files, fileOf),
  ];
}

function firstCatalogue({ notices }: RuleSet, fileOf: FileOf): Placed[] {
  return Object.entries(notices).map(([name, letter]) => ({ letter, file: fileOf(`notices/${name}`), path: 'names' }));
}

function secondCatalogue({ otherLetters }: RuleSet, fileOf: FileOf): Placed[] {
  const file = fileOf('other-letters');
  return Object.values(otherLetters).map((letter) => ({ letter, file, path: `letters.${letter.id}.names` }));
}

/** A spelling that leads to two letters would have to be guessed between. */
function clashes(letters: readonly Placed[], spellings: Spellings): Fault[] {
  const owners = new Map<string, Placed>();
  const faults: Fault[] = [];
  for (const placed of letters) {
    const { letter } = placed;
    for (const spelling of new Set(spellings(letter))) {
      const owner = owners.get(spelling);
      if (owner === undefined) owners.set(spelling, placed);
      else {
        const written = letter.names.find((each) => spellings({ ...letter, id: '', names: [each] }).includes(spelling));
        faults.push(clash(written ?? spelling, placed, owner));
      }
    }
  }
  return [...faults, ...letters.flatMap((placed) => unconfirmedClashes(placed, owners, spellings))];
}

/** What only brings suggestions must not be the accepted name of another letter: it would never be looked at. */
function unconfirmedClashes(placed: Placed, owners: ReadonlyMap<string, Placed>, spellings: Spellings): Fault[] {
  const { letter, path } = placed;
  const own = spellings(letter);
  return (letter.namesUnconfirmed ?? []).flatMap((name) => {
    const owner = spellings({ ...letter, names: [name] })
      .filter((spelling) => !own.includes(spelling))
      .map((spelling) => owners.get(spelling))
      .find((other) => other !== undefined);
    return owner ? [{ ...clash(name, placed, owner), path: `${path}Unconfirmed` }] : [];
  });
}

function clash(spelling: string, { file, path }: Placed, other: Placed): Fault {
  const place = other.file === file ? other.path : other.file;
  const message = `"${spelling}" is a spelling of ${place} too: take it out of one of the two`;
  return { file, path, message, ...(other.file === file ? {} : { related: [other.file] }) };
}

/** An id is the name of one letter. */
function doubleIds(rules: RuleSet, files: readonly RuleFile[], fileOf: FileOf): Fault[] {
  const data = files.find(({ name }) => name === 'other-letters')?.data;
  const letters = isRecord(data) && Array.isArray(data['letters']) ? data['letters'].filter(isRecord) : [];
  const ids = letters.map(({ id }) => String(id));
  const fault = (id: string, message: string): Fault => {
    return { file: fileOf('other-letters'), path: `letters.${id}.id`, message };
  };
  return [
    ...doubles(ids).map((id) => fault(id, `"${id}" stands here twice: give one of the two another id`)),
    ...ids
      .filter((id) => Object.hasOwn(rules.notices, id))
      .map((id) => fault(id, `"${id}" is a letter of notices/ too: take it out of one of the two`)),
  ];
}
