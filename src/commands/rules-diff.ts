import type { TakeRow } from '../batch/batch-row.ts';
import type { FindLetter } from '../batch/read/find-letter.ts';
import { openInput } from '../batch/read/input.ts';
import { withLookAhead } from '../batch/read/look-ahead.ts';
import { makeReader } from '../batch/read/open-rows.ts';
import type { CalendarDate } from '../calendar.ts';
import type { GlobalOptions } from '../cli.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import type { Entry, Section } from '../render/document.ts';
import { type Compared, rulesDiffDocument } from '../render/rules-diff.ts';
import { clientSections, clientsLead } from '../render/rules-diff-clients.ts';
import { commandFor, walkLead, walkSections } from '../render/rules-diff-walk.ts';
import { makeWords } from '../render/words.ts';
import { diffRules, isEqual, lettersOfOne, otherDays } from '../rules/diff.ts';
import { type ClientRow, type Clients, compareClients } from '../rules/diff-clients.ts';
import { type Walk, walkGrid } from '../rules/diff-walk.ts';
import { makeContext } from './context.ts';
import { jsonHead, writeOutput } from './output.ts';
import { loadSides } from './rules-diff-sides.ts';

export interface DiffOptions {
  readonly against?: string;
}

/**
 * `rules diff OLD NEW`: what a change of the rules changes, in the rules and in answers. 0 also with differences, 3 where
 * rows of `--against` had errors. Throws UsageError, and RulesError where one of the two is not valid.
 */
export async function runRulesDiff(
  io: Io,
  dirs: readonly [string, string],
  { against }: DiffOptions,
  flags: GlobalOptions,
): Promise<ExitCode> {
  if (flags.rules) throw new UsageError('--rules: rules diff names both directories itself; leave it out');
  const reads = { rules: dirs, files: against === undefined ? [] : [against] };
  const { book, options, finish } = await makeContext(io, flags, reads);
  const { old, now } = await loadSides(dirs, io);
  const { today } = options;
  const [before, after] = [lawOn(old.book, today), lawOn(now.book, today)];
  const diff = diffRules(old, now, today);
  const only = lettersOfOne(before, after);
  const compared: Compared = { old, now, diff, only, otherDays: otherDays(old, now, today), screen: book };
  const onError = (row: number, client: string | null, message: string): void =>
    io.err(`row ${row}${client === null ? '' : ` (${client})`}: ${message}\n`);
  const found: Found =
    against === undefined
      ? { walk: walkGrid(before, after, today) }
      : { clients: await compareClients(old.book, now.book, rowsOf(io, against, now.book, today), onError) };
  writeOutput(book.text, options, {
    json: () => ({ ...jsonHead(now.book, options), ...asJson(compared, found, today) }),
    document: () => rulesDiffDocument(compared, ...said(compared, found, today)),
  });
  await finish();
  return 'clients' in found && found.clients.errors > 0 ? 3 : 0;
}

type Found = { readonly walk: Walk } | { readonly clients: Clients };

/** Situations as `batch` takes them; letters stay as they were typed, because the two rules may read them otherwise. */
async function* rowsOf(io: Io, file: string, book: RuleSet, today: CalendarDate): AsyncGenerator<ClientRow> {
  const input = await openInput(file, io.open(file), io.open);
  const asTyped: FindLetter = (typed) => ({ id: typed });
  const reading = { find: asTyped, today, ignoreUnknown: false, skipRows: 0, columns: book.columns, map: new Map() };
  const { reader, dates } = makeReader(input, reading, (text) => io.err(text));
  let rows: ClientRow[] = [];
  const take: TakeRow = (read, row) => {
    const { client } = read;
    if ('answers' in read) rows.push({ row, client, answers: read.answers, day: read.today });
    else if ('error' in read) rows.push({ row, client, error: read.error.message });
  };
  for await (const piece of withLookAhead({ input, reader, dates, isStopped: () => false })) {
    reader.feed(piece, take);
    yield* rows;
    rows = [];
  }
  reader.end(take);
  yield* rows;
}

function said({ diff, now, screen }: Compared, found: Found, today: CalendarDate): [Entry[], Section[]] {
  const words = makeWords(screen.text);
  const same: Entry[] = isEqual(diff) ? [{ text: words('diff.equal'), tone: 'title' }] : [];
  const law = lawOn(now.book, today);
  if ('clients' in found) {
    return [[...same, ...clientsLead(found.clients, words)], clientSections(found.clients, law, words)];
  }
  if (same.length > 0) return [same, []];
  return [[walkLead(found.walk, words)], walkSections(found.walk, law, today, words)];
}

function asJson(
  { old, now, diff, only, otherDays: days }: Compared,
  found: Found,
  today: CalendarDate,
): Record<string, unknown> {
  const side = ({ directory, book }: Compared['old']): object => ({
    directory,
    version: book.manifest.version,
    hash: book.hash,
  });
  const head = { old: side(old), new: side(now), equal: isEqual(diff), letters: only, otherDays: days, ...diff };
  if ('clients' in found) return { ...head, clients: found.clients };
  const groups = found.walk.groups.map((group) => ({
    ...group,
    example: { command: commandFor(group.example.answers, today), ...group.example },
  }));
  return { ...head, walk: { ...found.walk, groups } };
}
