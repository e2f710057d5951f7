import { describe, expect, test } from 'vitest';
import { slip } from './fake-io.ts';

/** Arguments in one line, what the one line on stderr has to say, and why. */
const slips: readonly { readonly argv: string | readonly string[]; readonly says: RegExp; readonly why: string }[] = [
  {
    argv: 'check --contact telephone',
    says: /^--contact: "telephone" is not one of: notice, phone, revenue-officer, unknown\.$/,
    why: 'a wrong value',
  },
  { argv: 'check --contact revenue-oficer', says: /Did you mean "revenue-officer"\?$/, why: 'a misspelt value' },
  {
    argv: 'check --dispute Amounts',
    says: /"Amounts" is not one of: .*Did you mean "amount"\?$/,
    why: 'a word that is near',
  },
  {
    argv: 'check --form-2848 held',
    says: /^--form-2848: "held" is not one of: none, filed, unknown\.$/,
    why: 'a value of another fact',
  },
  {
    argv: ['check', '--contact', ''],
    says: /^--contact: the value is empty; leave it out or write "unknown"$/,
    why: 'an empty value',
  },
  { argv: ['check', '--notice', ' '], says: /^--notice: the value is empty/, why: 'a blank value' },
  {
    argv: ['check', '--contact', 'x'.repeat(121)],
    says: /^--contact: the value is longer than 120 characters$/,
    why: 'no value is so long',
  },
  {
    argv: ['check', '--notice', 'x'.repeat(20_001)],
    says: /^--notice: the value is longer than 20000 characters$/,
    why: 'no letter has so much text',
  },
  {
    argv: 'check --contact phone --contact notice',
    says: /--contact .*'notice' .*before as 'phone'/,
    why: 'the last one would be a guess',
  },
  {
    argv: 'check --notice-date 2026-11-02 --notice-date 2026-11-03',
    says: /--notice-date .*2026-11-03.*2026-11-02/,
    why: 'so would a day be',
  },
  {
    argv: 'phone --today 2026-11-02 --today 2026-11-03',
    says: /^option '--today <date>' argument '2026-11-03' is invalid\. It was given before as '2026-11-02'; leave one/,
    why: 'of the flags of every command, too',
  },
  { argv: 'check --output a --output b', says: /--output .*'b' .*before as 'a'/, why: 'one answer has one place' },
  { argv: 'phone --format json --format html', says: /--format .*'html' .*before as 'json'/, why: 'and one format' },
  { argv: 'batch a --skip-rows 1 --skip-rows 2', says: /--skip-rows .*'2' .*before as '1'/, why: 'and one beginning' },
  {
    argv: 'check --format pdf',
    says: /--format .*'pdf' is invalid\. Allowed choices are text, /,
    why: 'no such format',
  },
  {
    argv: 'check --notce CP504',
    says: /unknown option '--notce' \(Did you mean --notice\?\)$/,
    why: 'a misspelt flag',
  },
  {
    argv: 'check --conference-requested-dat 2026-11-02',
    says: /Did you mean --conference-requested-date\?/,
    why: 'a misspelt long flag',
  },
  {
    argv: 'check --notice LT11 --today unknown',
    says: /^--today: "unknown" is not a day written as YYYY-MM-DD or M\/D\/YYYY, for example 2026-11-02$/,
    why: 'an answer has a day',
  },
  { argv: 'days --from unknown --add 3', says: /^--from: "unknown" .* 2026-11-02$/, why: 'a count has a start' },
  { argv: 'check --notice-date soon', says: /^--notice-date: .* if it is not known, write unknown$/, why: 'no day' },
  { argv: 'check --my-name 1', says: /unknown option '--my-name'$/, why: 'a flag of no fact' },
  {
    argv: 'check --notice',
    says: /'--notice <name>' argument missing; write its name behind --notice, or leave --notice out$/,
    why: 'a flag without its value',
  },
  { argv: 'check CP504', says: /too many arguments for 'check'/, why: 'a letter without its flag' },
  {
    argv: 'chekc --notice CP504',
    says: /^unknown command "chekc"\. Did you mean "check"\?/,
    why: 'a misspelt command, whatever its flags',
  },
  {
    argv: 'explain',
    says: /^unknown command "explain"\. Commands: ask, check, batch, notices, compare, phone, days, rules\./,
    why: 'a command like none',
  },
  { argv: '--notice CP504', says: /^unknown option "--notice" without a command\./, why: 'facts without a command' },
  { argv: '--jsn', says: /Did you mean "--json"\?/, why: 'a misspelt flag without a command' },
  { argv: 'rules', says: /^rules: say what to do/, why: 'half a command' },
  { argv: 'rules chekc', says: /^unknown command "chekc"\. Did you mean "check"\?/, why: 'a misspelt second word' },
  { argv: 'phone CP504', says: /too many arguments for 'phone'/, why: 'phone takes no letter' },
  { argv: 'compare CP504 LT11', says: /too many arguments for 'compare'/, why: 'one letter at a time' },
  { argv: 'notices show', says: /^name a notice/, why: 'nothing to show' },
  { argv: 'compare CP9000', says: /^unknown notice "CP9000"/, why: 'no such letter' },
  {
    argv: 'check --lang es',
    says: /^--lang es: there are no texts in this language yet/,
    why: 'Spanish is not there yet',
  },
  { argv: 'phone --lang es', says: /^--lang es/, why: 'nor for a page' },
  { argv: 'check --lang fr', says: /--lang .*'fr' is invalid/, why: 'no such language' },
  {
    argv: 'check --json --format text',
    says: /^--json contradicts --format text; leave one of them out$/,
    why: 'two formats',
  },
  { argv: 'phone --json --format markdown', says: /^--json contradicts --format markdown/, why: 'two formats' },
  {
    argv: 'check --format pdf',
    says: /--format .*'pdf' is invalid\. Allowed choices are text, json, markdown, html, ics, csv\.$/,
    why: 'no such format',
  },
  { argv: 'phone --format ics', says: /^--format ics: only check and ask give days/, why: 'no days to put anywhere' },
  { argv: 'compare --format ics', says: /^--format ics: only check and ask/, why: 'no days to put anywhere' },
  { argv: 'check --today tomorrow', says: /^--today: "tomorrow" is not a day written as YYYY-MM-DD/, why: 'a word' },
  {
    argv: 'check --rules a --rules b',
    says: /^--rules: a and b would both replace/,
    why: 'two directories that replace',
  },
  { argv: 'batch', says: /missing required argument 'file'/, why: 'nothing to read' },
  {
    argv: 'batch nowhere.ndjson',
    says: /^nowhere\.ndjson: cannot be read: there is no such file; check its name$/,
    why: 'a file that is not there',
  },
  {
    argv: 'batch nowhere.csv',
    says: /^nowhere\.csv: cannot be read: there is no such file; check its name$/,
    why: 'a file that is not there',
  },
  { argv: 'batch - --input xml', says: /--input .*'xml' is invalid/, why: 'no such kind' },
  { argv: 'batch x --json --format csv', says: /^--json contradicts --format csv/, why: 'two formats' },
  { argv: 'batch x --full --format csv', says: /^--full contradicts --format csv/, why: 'no whole object in a line' },
  {
    argv: 'batch x --explain --format ics',
    says: /^--explain: --format ics has no room/,
    why: 'no rules in a calendar',
  },
  { argv: 'batch x --sort deadline --format html', says: /^--sort: --format html is not a list/, why: 'one page' },
  { argv: 'batch x --only open --format markdown', says: /^--only: --format markdown is not a list/, why: 'one page' },
  { argv: 'batch x --output x --force', says: /^--output x: is the file that is read/, why: 'it would be lost' },
  { argv: 'batch x --sort client', says: /--sort .*'client' is invalid/, why: 'no such order' },
  { argv: 'batch x --only soon', says: /^--only "soon": write open, passed or due-within=N/, why: 'no such choice' },
  { argv: 'batch x --fail-on open', says: /^--fail-on "open": write passed or due-within=N/, why: 'no such choice' },
  { argv: 'batch x --fail-on due-within=', says: /^--fail-on "due-within=": write/, why: 'no number of days' },
  { argv: 'batch x --skip-rows -1', says: /^--skip-rows "-1": give a number/, why: 'no number of rows' },
  { argv: 'check --format csv', says: /^--format csv: only batch writes CSV/, why: 'one answer is no table' },
];

describe('a slip is one line on stderr, exit 2, and nothing on stdout', () => {
  test.each(slips)('$argv ($why)', async ({ argv, says }) => {
    expect(await slip(argv)).toMatch(says);
  });

  test('several slips are told together, still in one line', async () => {
    const line = await slip('check --notice CP5044 --contact fax --notice-date 2026-02-30');
    expect(line).toMatch(/CP5044.*--contact.*--notice-date/);
  });
});

describe('a letter that nobody knows brings suggestions and is never guessed', () => {
  test.each([
    { typed: '90', names: ['CP90', 'CP90C'], why: 'two letters' },
    { typed: '504', names: ['CP504', 'CP504B'], why: 'fewer than four digits' },
    { typed: '11', names: ['LT11'], why: 'one letter, but fewer than four digits' },
    { typed: 'CP9', names: ['CP90', 'CP91'], why: 'a digit short' },
    { typed: 'CP90D', names: ['CP90', 'CP90C'], why: 'another ending' },
    { typed: 'CP5044', names: ['CP504'], why: 'a digit too many' },
    { typed: 'PC504', names: ['CP504'], why: 'two letters swapped' },
    { typed: 'LT 12', names: ['LT11'], why: 'a digit beside' },
    { typed: 'letter 1085', names: ['Letter 1058'], why: 'two digits swapped' },
    { typed: 'CP790', names: ['CP90'], why: 'a name that is not confirmed' },
    { typed: 'CP5Ä04', names: ['CP504'], why: 'a letter of another alphabet' },
    { typed: 'CP504日', names: ['CP504'], why: 'a letter of another alphabet at the end' },
    { typed: 'LT1\u0661', names: ['LT11'], why: 'a digit of another script' },
  ])('$typed ($why)', async ({ typed, names }) => {
    for (const argv of [
      ['check', '--contact', 'phone', '--json', '--notice', typed],
      ['compare', typed],
      ['notices', 'show', typed],
    ]) {
      const line = await slip(argv);
      expect(line).toContain(`unknown notice "${typed}". Did you mean `);
      const suggested = /Did you mean (.*)\?$/.exec(line)?.[1]?.split(', ');
      expect(suggested).toEqual(expect.arrayContaining(names));
    }
  });

  test.each(['tax', '...', 'zzzzzz', '__proto__', 'constructor'])('%s is like none: how to search', async (typed) => {
    expect(await slip(['check', '--notice', typed])).toContain('Search with "appeals-guide notices WORDS".');
  });
});
