import type { GlobalOptions } from '../cli.ts';
import { bareName } from '../engine/bare-name.ts';
import { traceOf } from '../engine/decide.ts';
import { findNotice } from '../engine/notice-name.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import { UsageError } from '../errors.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from '../main.ts';
import { printable } from '../printable.ts';
import { type RuleEntry, rulesListDocument, rulesShowDocument } from '../render/rules.ts';
import { type CatalogEntry, catalogOf, expectedBy, namedBy } from '../rules/catalog.ts';
import { coverageOf } from '../rules/coverage.ts';
import type { RuleFile } from '../rules/lint-fault.ts';
import { layersOf, readRules } from '../rules/load.ts';
import { decisionOf, scenariosIn } from '../rules/run-scenarios.ts';
import { similar } from '../similar.ts';
import { answerFormat, makeContext, saveTo } from './context.ts';
import { jsonHead, writeOutput } from './output.ts';

/** `rules list`: what the rules cover and how well it is founded. */
export async function runRulesList(io: Io, flags: GlobalOptions): Promise<ExitCode> {
  const { rules, book, options, finish } = await makeContext(io, flags);
  const coverage = coverageOf(book, await filesOf(io, flags), options.today);
  writeOutput(rules.text, options, {
    json: () => ({ ...jsonHead(rules, options), coverage }),
    document: () => rulesListDocument(rules, coverage),
  });
  await finish();
  return 0;
}

/** `rules show ID`: where something stands, what it says, what it rests on, who names it. Throws UsageError. */
export async function runRulesShow(io: Io, typed: string, flags: GlobalOptions): Promise<ExitCode> {
  const { rules, book, options, finish } = await makeContext(io, flags);
  const files = await filesOf(io, flags);
  const catalog = catalogOf(files);
  const found = entriesNamed(catalog, rules, typed);
  if (found.length === 0) throw unknownId(catalog, typed);
  const entries = found.map((entry) => described(entry, { catalog, rules, book, files }));
  writeOutput(rules.text, options, {
    json: () => ({ ...jsonHead(rules, options), entries }),
    document: () => rulesShowDocument(rules, entries),
  });
  await finish();
  return 0;
}

/** `rules schema NAME`: the JSON Schema of one kind of file. Throws UsageError. */
export async function runRulesSchema(io: Io, name: string | undefined, flags: GlobalOptions): Promise<ExitCode> {
  const { format, by } = await answerFormat(io, flags, {});
  if (format !== 'json' && by !== '') throw new UsageError(`${by}: a schema is JSON; name a file .json`);
  const { jsonSchemaText, schemaNames } = await import('../rules/json-schema.ts');
  const text = name === undefined ? undefined : jsonSchemaText(name);
  if (text === undefined) {
    const wrong = name ? `"${printable(name)}" is none` : 'name one';
    throw new UsageError(`rules schema: ${wrong} of ${schemaNames.join(', ')}`);
  }
  if (flags.output === undefined) io.out(text);
  else await saveTo(io, flags.output, text, flags.force === true);
  return 0;
}

async function filesOf(io: Io, { rules = [] }: GlobalOptions): Promise<readonly RuleFile[]> {
  const { base, overlays } = layersOf(rules, io.rulesDir);
  return (await readRules(base, overlays)).files;
}

/** By id, or a letter in any spelling. */
function entriesNamed(catalog: readonly CatalogEntry[], rules: RuleSet, typed: string): CatalogEntry[] {
  const exact = catalog.filter(({ id }) => id === typed);
  if (exact.length > 0) return exact;
  const letter = findNotice(rules, bareName(typed));
  const id = 'id' in letter ? letter.id : typed.toLowerCase();
  return catalog.filter((entry) => entry.id.toLowerCase() === id);
}

function unknownId(catalog: readonly CatalogEntry[], typed: string): UsageError {
  const near = similar(
    typed,
    catalog.map(({ id }) => id),
    3,
  );
  const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Ids stand in the files of rules/.';
  return new UsageError(`rules show: nothing has the id "${printable(typed)}". ${hint}`);
}

interface Around {
  readonly catalog: readonly CatalogEntry[];
  /** The rules as they stand on the day asked for, and those of all days. */
  readonly rules: RuleSet;
  readonly book: RuleSet;
  readonly files: readonly RuleFile[];
}

function described({ id, file, path, data }: CatalogEntry, { catalog, rules, book, files }: Around): RuleEntry {
  const strings = JSON.stringify(data).match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  const keys = [...new Set(strings.map((string): string => JSON.parse(string)))];
  return {
    id,
    file,
    path,
    data,
    says: keys.flatMap((key) =>
      key !== id && rules.text.statements[key] ? [{ key, text: rules.text.statements[key] }] : [],
    ),
    sources: keys.flatMap((key) =>
      key !== id && book.sources[key] ? [{ id: key, title: book.sources[key].title }] : [],
    ),
    namedBy: namedBy(catalog, id).map((entry) => ({ id: entry.id, file: entry.file, path: entry.path })),
    cases: casesOf(id, { catalog, rules, book, files }),
  };
}

/** The worked cases that a row decides, that name a letter, that expect a term of a deadline or anything else by its id. */
function casesOf(id: string, { catalog, rules, book, files }: Around): string[] {
  const cases = scenariosIn(files);
  const isOfIt = ({ scenario }: (typeof cases)[number]): boolean => {
    if (rules.notices[id]) return rules.noticeNames[bareName(scenario.answers.notice ?? '')] === id;
    const decision = decisionOf(book, scenario);
    if (typeof decision === 'string') return false;
    const terms = decision.deadlines.flatMap((deadline) =>
      scenario.expect.deadlines?.[deadline.id] ? [`${deadline.id}/${deadline.clock.term.id}`] : [],
    );
    return traceOf(decision.rows).includes(id) || terms.includes(id);
  };
  if (id.includes('/') || rules.notices[id]) return cases.filter(isOfIt).map(({ scenario }) => scenario.id);
  return expectedBy(catalog, id).map((entry) => entry.id);
}
