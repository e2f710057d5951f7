import type { RuleSet } from '../engine/rule-set.ts';
import { unknown } from '../vocabulary.ts';
import { type Check, doubles, type Fault, isRecord, nearest, placeOf, type RuleFile } from './lint-fault.ts';
import type { FileOf } from './lint-files.ts';

export interface Citation {
  readonly file: string;
  readonly name: string;
  readonly path: string;
  readonly ids: readonly string[];
  /** The object that cites. */
  readonly owner: Readonly<Record<string, unknown>>;
  /** The whole file. */
  readonly data: unknown;
}

/** Checks for sources that are cited and not there, sources that nobody cites, and law without a source. */
export function citationChecks(
  rules: RuleSet,
  files: readonly RuleFile[],
  fileOf: FileOf,
  broken: ReadonlySet<string>,
): Check[] {
  const citations = citationsOf(files);
  return [
    () => {
      const ids = Object.keys(rules.sources);
      return citations.flatMap((citation) => dangling(citation, ids));
    },
    () => citations.filter((citation) => citation.ids.length === 0 && needsSource(citation)).map(unsourced),
    // A broken file may be the one that cites it.
    () => (broken.size > 0 ? [] : uncited(Object.keys(rules.sources), citations, fileOf)),
  ];
}

/** Every place that cites sources, or could. */
export function citationsOf(files: readonly RuleFile[]): Citation[] {
  return files.flatMap(({ file, name, data }) =>
    citationsIn(data, '').map((found) => ({ file, name, data, ...found })),
  );
}

function uncited(sources: readonly string[], citations: readonly Citation[], fileOf: FileOf): Fault[] {
  const cited = new Set(citations.flatMap(({ ids }) => ids));
  const message = 'no rule cites this source: cite it or take it out';
  return sources
    .filter((id) => !cited.has(id))
    .map((id) => ({ file: fileOf('sources'), path: `sources.${id}`, message }));
}

function dangling({ file, path, ids }: Citation, sources: readonly string[]): Fault[] {
  return [
    ...ids
      .filter((id) => !sources.includes(id))
      .map((id) => {
        const near = nearest(id, sources);
        const instead = near ? `write "${near}", or add it there` : 'add it there';
        return { file, path, message: `"${id}" is not a source of sources.json: ${instead}` };
      }),
    ...doubles(ids).map((id) => ({ file, path, message: `"${id}" stands here twice: write it once` })),
  ];
}

function unsourced({ file, path }: Citation): Fault {
  return { file, path, message: 'no source stands here: write the id of the source that says this' };
}

/**
 * A question asserts nothing; what is said to be unknown needs no source, nor does a letter of which next to nothing is
 * established. A sentence said only about a letter may leave its sources to the letter, and so may a printed date.
 */
function needsSource({ name, owner, data }: Citation): boolean {
  if (name.startsWith('decisions/')) return !saysUnknown(owner);
  if (name.startsWith('notices/')) return !isRecord(data) || !['low', 'none'].includes(String(data.confidence));
  if (name === 'questions') return false;
  const { when, add, deadline } = owner;
  if (deadline === 'reply-by' || (Array.isArray(add) && add.length === 0)) return false;
  return !Array.isArray(when) || !when.every(isAboutLetter);
}

function saysUnknown({ then, when }: Citation['owner']): boolean {
  if (isRecord(then) && Object.values(then).includes(unknown)) return true;
  const cells = isRecord(when) ? Object.values(when) : [];
  return cells.length > 0 && cells.every((cell) => Array.isArray(cell) && cell.every((value) => value === unknown));
}

/** Inputs of sentences that state no law: what is known of the letter, what was typed, how old the rules are. */
const aboutLetterOrAnswers = new Set(['confidence', 'futureDate', 'actionDiffers', 'firstCdpGiven', 'rulesOverdue']);

function isAboutLetter(cells: unknown): boolean {
  if (!isRecord(cells)) return false;
  return String(cells.hasNotice) === 'yes' || Object.keys(cells).some((input) => aboutLetterOrAnswers.has(input));
}

function citationsIn(data: unknown, path: string): Pick<Citation, 'path' | 'ids' | 'owner'>[] {
  if (Array.isArray(data)) {
    const [list, stem] = [path.slice(path.lastIndexOf('.') + 1), path.slice(0, path.lastIndexOf('.') + 1)];
    return data.flatMap((entry, index) => citationsIn(entry, `${stem}${placeOf(list, index, entry)}`));
  }
  if (!isRecord(data)) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`;
    if (key !== 'cite' || !Array.isArray(value)) return citationsIn(value, place);
    const ids = value.filter((id) => typeof id === 'string');
    return [{ path: place, ids, owner: data }];
  });
}
