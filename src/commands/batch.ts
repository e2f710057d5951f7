import { type FactFault, readDate } from '../answers.ts';
import type { CalendarDate } from '../calendar.ts';
import type { GlobalOptions } from '../cli.ts';
import { evaluate } from '../engine/evaluate.ts';
import type { Guidance } from '../engine/guidance.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { printable } from '../printable.ts';
import { type Fact, factNames, kebabCase } from '../vocabulary.ts';
import { readSituationOf } from './check.ts';
import { makeContext } from './context.ts';

export interface BatchOptions {
  readonly input?: string;
  readonly full?: true;
  readonly strict?: true;
}

interface RowFault {
  readonly message: string;
  readonly column: string | null;
}

type RowResult =
  | { readonly client: string | null; readonly guidance: Guidance }
  | { readonly client: string | null; readonly error: RowFault };

/** Accepted keys: each fact in kebab-case and camelCase. */
const factOfKey: ReadonlyMap<string, Fact> = new Map(
  factNames.flatMap((fact) => [
    [kebabCase(fact), fact],
    [fact, fact],
  ]),
);

const longestClient = 64;
const longestLine = 1_000_000;

/** `batch`: NDJSON in, NDJSON out, in input order. 0 all rows answered, 3 some had errors (or, strict, facts missing). */
export async function runBatch(io: Io, file: string, batch: BatchOptions, flags: GlobalOptions): Promise<ExitCode> {
  const isCsv = batch.input === undefined ? /\.csv$/i.test(file) : batch.input === 'csv';
  if (isCsv) throw new UsageError(`${file}: CSV is not read yet; give one JSON object a line`);
  if (flags.format !== undefined && flags.format !== 'json') {
    throw new UsageError(`--format ${flags.format}: batch writes one JSON object a line; leave it out`);
  }
  const { book, options } = await makeContext(io, { ...flags, json: true });
  if (flags.output !== undefined) throw new UsageError('--output: redirect standard output instead (> file)');
  const counts = { rows: 0, errors: 0, incomplete: 0 };
  for await (const line of linesOf(io, file)) {
    if (line.trim() === '') continue;
    counts.rows += 1;
    const result = readRow(book, line, options.today);
    if ('error' in result) counts.errors += 1;
    else if (result.guidance.missing.length > 0) counts.incomplete += 1;
    io.out(`${JSON.stringify(rowObject(counts.rows, result, batch.full === true))}\n`);
  }
  io.err(
    `${counts.rows} row${counts.rows === 1 ? '' : 's'}, ${counts.errors} with errors, ${counts.incomplete} with facts missing\n`,
  );
  return counts.errors > 0 || (batch.strict && counts.incomplete > 0) ? 3 : 0;
}

/** Lines end at a newline and nowhere else: a separator of paragraphs inside a text is part of its row. */
async function* linesOf(io: Io, file: string): AsyncGenerator<string> {
  const input = io.open(file);
  input.setEncoding('utf8');
  let rest: string | undefined;
  try {
    for await (const piece of input) {
      const text = rest === undefined ? String(piece).replace(/^\uFEFF/, '') : `${rest}${piece}`;
      const lines = text.split('\n');
      // A line without end must not fill the memory; what is kept of it is enough to refuse it.
      rest = (lines.pop() ?? '').slice(0, longestLine + 1);
      yield* lines;
    }
  } catch (error) {
    throw new UsageError(`${file}: cannot be read: ${(error as Error).message}`);
  }
  if (rest !== undefined) yield rest;
}

function readRow(book: RuleSet, line: string, today: CalendarDate): RowResult {
  if (line.length > longestLine) {
    return { client: null, error: { message: `the line is longer than ${longestLine} characters`, column: null } };
  }
  const row = parseObject(line);
  if (row === undefined) return { client: null, error: { message: 'the line is not one JSON object', column: null } };
  const { client, today: ownToday, ...rest } = row;
  const clientText = readClient(client);
  if (clientText === undefined) {
    const message = `client: give a text of up to ${longestClient} characters without control characters`;
    return { client: null, error: { message, column: 'client' } };
  }
  const isAsOf = ownToday !== undefined && ownToday !== null && ownToday !== '';
  const asOf = isAsOf ? readDate(String(ownToday)) : undefined;
  if (asOf && !asOf.ok) return { client: clientText, error: { message: `today: ${asOf.error}`, column: 'today' } };
  const { facts, fault } = factsOf(rest);
  if (fault) return { client: clientText, error: fault };
  const day = asOf?.date ?? today;
  const { answers, faults } = readSituationOf(lawOn(book, day), facts, kebabCase);
  const [first] = faults;
  if (first) return { client: clientText, error: rowFault(faults, first) };
  return { client: clientText, guidance: evaluate(book, answers, day) };
}

/** Which rules decided: version, hash and what lies over them. */
function rulesOf({ rules: { version, hash, overlays } }: Guidance): Partial<Guidance['rules']> {
  return { version, hash, ...(overlays ? { overlays } : {}) };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The client id, null where there is none, undefined where it is no client id. */
function readClient(client: unknown): string | null | undefined {
  if (client === undefined || client === null || client === '') return null;
  if (typeof client !== 'string' || client.length > longestClient) return undefined;
  return printable(client) === client ? client : undefined;
}

/** Keys to facts; empty values are facts left out. A key that is no fact, or names one twice, is a fault. */
function factsOf(row: Readonly<Record<string, unknown>>): { facts: Partial<Record<Fact, unknown>>; fault?: RowFault } {
  const facts: Partial<Record<Fact, unknown>> = {};
  for (const [key, value] of Object.entries(row)) {
    const fact = factOfKey.get(key);
    if (!fact) {
      const message = `unknown column "${printable(key)}"; the columns are ${factNames.map(kebabCase).join(', ')}, today, client`;
      return { facts, fault: { message, column: printable(key) } };
    }
    if (value === null || value === '') continue;
    if (facts[fact] !== undefined && facts[fact] !== value) {
      return {
        facts,
        fault: { message: `${kebabCase(fact)} is given twice with different values`, column: kebabCase(fact) },
      };
    }
    facts[fact] = value;
  }
  return { facts };
}

function rowFault(faults: readonly FactFault[], first: FactFault): RowFault {
  return { message: faults.map(({ message }) => message).join('; '), column: kebabCase(first.fact) };
}

/** The object of a row: the answer without its sentences, or with `--full` all of it. */
function rowObject(row: number, result: RowResult, full: boolean): unknown {
  if ('error' in result) return { schemaVersion: 1, row, client: result.client, error: result.error };
  const { guidance, client } = result;
  if (full) return { ...guidance, row, client };
  const { cap, cdp, equivalentHearing } = guidance.programs;
  return {
    schemaVersion: guidance.schemaVersion,
    generator: guidance.generator,
    row,
    client,
    today: guidance.today,
    rules: rulesOf(guidance),
    facts: guidance.facts,
    missing: guidance.missing,
    notice: guidance.notice && { id: guidance.notice.id },
    programs: {
      cap: { status: cap.status, request: cap.request, managerConference: cap.managerConference },
      cdp: { status: cdp.status, kind: cdp.kind },
      equivalentHearing: { status: equivalentHearing.status },
    },
    form9423: { need: guidance.form9423.need },
    deadlines: guidance.deadlines.map(({ id, date, unrolled, aimFor, status, daysLeft, firmness }) => ({
      id,
      date,
      unrolled,
      aimFor,
      status,
      daysLeft,
      firmness,
    })),
    representation: {
      mayRepresent: guidance.representation.mayRepresent,
      form2848: guidance.representation.form2848,
    },
    warnings: guidance.warnings.map(({ id }) => id),
  };
}
