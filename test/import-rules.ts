const own = (name: string): RegExp => new RegExp(`^src/${name}`);
const vocabulary = own('vocabulary\\.ts$');
const words = own('(vocabulary|situation-words)\\.ts$');
const calendar = own('calendar\\.ts$');
const similar = own('similar\\.ts$');
const version = own('version\\.ts$');
const printable = own('printable\\.ts$');
const jsonDepth = own('json-depth\\.ts$');
const errors = own('errors\\.ts$');

/** What the files of a module may import at run time; a type of the project may come from anywhere. First match counts. */
export const importRules: readonly { readonly files: RegExp; readonly may: readonly RegExp[] }[] = [
  { files: vocabulary, may: [] },
  { files: own('situation-words\\.ts$'), may: [vocabulary] },
  { files: own('once\\.ts$'), may: [/^commander$/] },
  { files: own('(similar|version|errors|io|printable|json-depth|no-child-process|flag-help)\\.ts$'), may: [] },
  { files: calendar, may: [/^date-fns\/[\w/-]+$/] },
  {
    // One dialect of facts for every door: pure, and it knows no rules but those of the letter that it is given.
    files: own('facts/'),
    may: [vocabulary, calendar, similar, printable, own('facts/')],
  },
  {
    files: own('read-situation\\.ts$'),
    may: [vocabulary, calendar, printable, own('facts/'), own('engine/(notice-name|letter)\\.ts$')],
  },
  {
    files: own('rules/schema[\\w-]*\\.ts$'),
    may: [/^zod$/, words, own('(flag-help|facts/fact-names)\\.ts$'), own('rules/schema')],
  },
  {
    files: own('rules/lint[\\w-]*\\.ts$'),
    may: [
      words,
      calendar,
      similar,
      own('rules/(lint|broken-file)'),
      own('facts/fact-names\\.ts$'),
      own('engine/(law-on|count-places|bare-name)\\.ts$'),
    ],
  },
  { files: own('rules/json-schema\\.ts$'), may: [/^zod$/, own('rules/(schema|lint)')] },
  { files: own('rules/shape-faults\\.ts$'), may: [/^zod$/, own('rules/lint')] },
  {
    files: own('rules/(run-scenarios|case-coverage|sentence-coverage|said-in)\\.ts$'),
    may: [
      vocabulary,
      own('facts/'),
      own('rules/lint-(fault|sentences)\\.ts$'),
      own('rules/(run-scenarios|sentence-coverage|said-in)\\.ts$'),
      own('engine/'),
    ],
  },
  { files: own('rules/json-text\\.ts$'), may: [/^jsonc-parser$/] },
  {
    // The impact of a change: pure, and it answers situations as the program does.
    files: own('rules/diff[\\w-]*\\.ts$'),
    may: [
      vocabulary,
      calendar,
      own('facts/'),
      own('engine/'),
      own('rules/(diff[\\w-]*|lint-box|lint-fault|catalog)\\.ts$'),
    ],
  },
  { files: own('rules/due\\.ts$'), may: [calendar] },
  { files: own('rules/coverage\\.ts$'), may: [vocabulary, calendar, own('rules/')] },
  { files: own('rules/check\\.ts$'), may: [own('rules/'), own('engine/(letter-names|table)\\.ts$')] },
  {
    files: own('rules/'),
    may: [
      /^node:(fs|path|crypto)$/,
      errors,
      jsonDepth,
      own('rules/'),
      own('engine/(letter-names|letter|law-on|on-first-use|count-places)\\.ts$'),
    ],
  },
  { files: own('engine/'), may: [words, calendar, similar, version, errors, own('engine/')] },
  { files: own('render/style\\.ts$'), may: [/^chalk$/] },
  {
    files: own('render/'),
    may: [
      vocabulary,
      calendar,
      errors,
      own('render/'),
      own('engine/(fill|words|sources|law-on|rules-stamp|count-places|letter)\\.ts$'),
    ],
  },
  {
    files: own('prompt/rich[\\w-]*\\.ts$'),
    may: [/^@inquirer\/(prompts|core)$/, own('prompt/'), own('render/wrap\\.ts$')],
  },
  { files: own('prompt/'), may: [/^node:readline$/, own('prompt/'), own('render/wrap\\.ts$')] },
  {
    files: own('interview/'),
    may: [
      vocabulary,
      calendar,
      own('errors\\.ts$'),
      own('facts/'),
      own('(interview|engine)/'),
      own('prompt/prompter\\.ts$'),
      own('render/wrap\\.ts$'),
    ],
  },
  { files: own('batch/read/records\\.ts$'), may: [/^papaparse$/] },
  {
    files: own('batch/'),
    may: [
      vocabulary,
      calendar,
      similar,
      version,
      printable,
      jsonDepth,
      errors,
      own('(read-situation|flag-help)\\.ts$'),
      own('(facts|batch|engine|render)/'),
    ],
  },
  { files: own('commands/'), may: [own('')] },
  {
    files: own('cli(-\\w+)?\\.ts$'),
    may: [
      /^commander$/,
      vocabulary,
      similar,
      version,
      own('(errors|once|printable|flag-help|cli-\\w+)\\.ts$'),
      own('commands/'),
    ],
  },
  {
    // The library: it reads and answers, and paints nothing.
    files: own('index\\.ts$'),
    may: [
      /^node:path$/,
      ...[vocabulary, calendar, version, printable, errors],
      own('facts/'),
      own('engine/'),
      own('rules/(load|rules-error)\\.ts$'),
      own('read-situation\\.ts$'),
    ],
  },
  { files: own('main\\.ts$'), may: [/^commander$/, own('\\w+\\.ts$'), own('rules/manifest\\.ts$')] },
];
