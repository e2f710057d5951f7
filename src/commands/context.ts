import type { CalendarDate } from '../calendar.ts';
import type { GlobalOptions } from '../cli.ts';
import { lawOn } from '../engine/law-on.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { UsageError } from '../errors.ts';
import { readDate } from '../facts/read-date.ts';
import type { Io } from '../io.ts';
import { loadRulesFrom } from '../rules/load.ts';
import { version } from '../version.ts';
import type { AnswerFormat } from '../vocabulary.ts';
import type { OutputOptions } from './output.ts';
import type { Reads } from './output-place.ts';
import { sayReading } from './say-notes.ts';

/** A format, and the flag or the name of a file that chose it. */
export interface AskedFormat {
  readonly format: AnswerFormat;
  readonly by: string;
}

/** What a command reads besides the rules, and the format where it has settled that itself. */
export interface Around extends Reads {
  readonly format?: AskedFormat;
}

/** What every command starts from. */
export interface Context {
  /** The rules as they stand on the day of the answer. */
  readonly rules: RuleSet;
  /** The rules of all days. */
  readonly book: RuleSet;
  readonly options: OutputOptions;
  /** Writes what was collected for `--output`; call it once, after the answer. */
  readonly finish: () => Promise<void>;
}

/** Reads the flags that every command takes and loads the rules. Throws UsageError or RulesError. */
export async function makeContext(io: Io, flags: GlobalOptions, around: Around = {}): Promise<Context> {
  if (flags.lang !== undefined && flags.lang !== 'en') {
    throw new UsageError(`--lang ${flags.lang}: there are no texts in this language yet; use --lang en`);
  }
  // Said before anything is asked or worked out, so that nothing is lost.
  const { format, by } = around.format ?? (await answerFormat(io, flags, around));
  const today = todayOf(io, flags);
  const book = await loadRulesFrom(flags.rules ?? [], io.rulesDir);
  const collected: string[] = [];
  const toFile = flags.output !== undefined;
  return {
    rules: lawOn(book, today),
    book,
    options: {
      format,
      formatBy: by,
      rulesDirs: flags.rules ?? [],
      // Looked at only where text is painted: asking for the terminal costs a start more than the answer does.
      get columns() {
        return toFile || !io.outputIsTerminal ? 80 : io.columns;
      },
      get color() {
        return !toFile && wantsColor(io);
      },
      plain: flags.plain === true,
      accessible: flags.accessible === true || accessibleByEnv(io.env) === true,
      get unicode() {
        return !toFile && io.outputIsTerminal && showsUnicode(io.env);
      },
      explain: flags.explain === true,
      today,
      version,
      write: toFile ? (text) => collected.push(text) : io.out,
    },
    finish: async () => {
      // Nothing was said where the command failed; an empty file would look like an answer.
      if (flags.output !== undefined && collected.length > 0)
        await saveTo(io, flags.output, collected.join(''), flags.force === true);
    },
  };
}

/** The day of the answer. Throws UsageError. */
export function todayOf(io: Pick<Io, 'today' | 'err'>, flags: Pick<GlobalOptions, 'today'>): CalendarDate {
  return readDayFlag(io, '--today', flags.today ?? io.today());
}

/** A day as facts are read; what could be meant otherwise is said on stderr. Throws UsageError. */
export function readDayFlag(io: Pick<Io, 'err'>, flag: string, typed: string): CalendarDate {
  const read = readDate(typed);
  if (!read.ok) throw new UsageError(`${flag}: ${read.error}`);
  if (read.reading) sayReading(io, read.reading, flag, typed, read.date);
  return read.date;
}

/**
 * The format of one answer, and what chose it; a file that may not be written is refused now. What concerns files is
 * loaded only where one is written. Throws UsageError.
 */
export async function answerFormat(io: Io, flags: GlobalOptions, reads: Reads): Promise<AskedFormat> {
  const place = flags.output === undefined ? undefined : await import('./output-place.ts');
  const wished = flagFormat(flags);
  const asked = (place ? place.formatInFile(io, flags, wished) : wished) ?? { format: 'text', by: '' };
  place?.checkOutput(io, flags, reads);
  mustNotReadItself(io, flags, reads.files ?? []);
  if (asked.format === 'csv')
    throw new UsageError(`${asked.by}: only batch writes CSV; use text, json, markdown or html`);
  return asked;
}

/** An input that grows with each answer would have no end. Throws UsageError. */
export function mustNotReadItself(io: Io, { output }: Pick<GlobalOptions, 'output'>, files: readonly string[]): void {
  if (output !== undefined || !files.some((file) => io.isStandardOutput(file))) return;
  throw new UsageError('standard output: is the file that is read; lead it into another one');
}

/** The format that a flag chooses. Throws UsageError where two flags differ. */
export function flagFormat({ json, format }: Pick<GlobalOptions, 'json' | 'format'>): AskedFormat | undefined {
  if (json && format !== undefined && format !== 'json') {
    throw new UsageError(`--json contradicts --format ${format}; leave one of them out`);
  }
  if (json) return { format: 'json', by: '--json' };
  return format && { format, by: `--format ${format}` };
}

/** What `ACCESSIBLE` wishes; 0 and false say no. */
export function accessibleByEnv(env: Io['env']): boolean | undefined {
  const wish = env['ACCESSIBLE']?.trim().toLowerCase();
  return wish ? wish !== '0' && wish !== 'false' : undefined;
}

/** By the locale; on Windows, where no locale is set, by the terminals that are known to. */
function showsUnicode(env: Io['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return false;
  if (locale) return /utf-?8/i.test(locale);
  return env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] === 'vscode';
}

/** NO_COLOR and TERM=dumb turn colour off, FORCE_COLOR turns it on, otherwise the terminal decides. */
function wantsColor({ env, outputIsTerminal }: Io): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return outputIsTerminal && env['TERM'] !== 'dumb';
}

/** Writes the text of `--output`. Throws UsageError where the file exists or cannot be written. */
export async function saveTo(io: Io, file: string, text: string, force: boolean): Promise<void> {
  try {
    await io.writeText(file, inLines(file, text), force);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** In a file of JSON lines an object is one line. Between the parts of JSON, and nowhere else, it has line breaks. */
export function inLines(file: string, text: string): string {
  return /\.(ndjson|jsonl)$/i.test(file) && text.startsWith('{') ? `${text.replace(/\n */g, '')}\n` : text;
}

export function cannotWrite(file: string, error: unknown): UsageError {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'EEXIST' ? fileExists(file) : new UsageError(`--output ${file}: cannot be written: ${message}`);
}

export function fileExists(file: string): UsageError {
  return new UsageError(`--output ${file}: the file exists; add --force to overwrite it`);
}
