import { longDate } from '../calendar.ts';
import type { Answers } from '../engine/guidance.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { Walk, WalkGroup } from '../rules/diff-walk.ts';
import { actions, closedFacts, kebabCase } from '../vocabulary.ts';
import type { Entry, Section } from './document.ts';
import { changeLine, deadlineName, number } from './rules-diff-words.ts';
import type { Words } from './words.ts';

/** How many of the situations that were walked change. */
export function walkLead(walk: Walk, words: Words): Entry {
  const counts = { changed: number(walk.changed), all: number(walk.situations), letters: number(walk.letters) };
  if (!walk.isNeeded) return { text: words('diff.walk.needless'), tone: 'title' };
  return { text: words(walk.changed === 0 ? 'diff.walk.none' : 'diff.walk', counts), tone: 'title' };
}

/** The situations that change by the rule that decides them, and what was walked to find them. */
export function walkSections(walk: Walk, rules: RuleSet, asOf: string, words: Words): Section[] {
  return [
    {
      title: words('diff.heading.walk'),
      form: 'points',
      entries: walk.groups.map((group) => groupEntry(group, rules, asOf, words)),
    },
    { title: words('diff.heading.walked'), form: 'text', entries: walkedEntries(walk, words) },
  ];
}

function groupEntry(
  { part, rule, situations, letters, example }: WalkGroup,
  rules: RuleSet,
  asOf: string,
  words: Words,
): Entry {
  const decided = rule.old === rule.new ? rule.new : words('diff.change', rule);
  const labels = letters.map((id) => rules.notices[id]?.label ?? id);
  const values = { part: partName(part, rules, words), situations: number(situations) };
  const text = words(situations === 1 ? 'diff.group.one' : 'diff.group', values);
  return {
    label: decided,
    text,
    verbatim: true,
    details: [
      ...(labels.length > 0 ? [{ label: words('diff.letters'), text: labels.join(', '), verbatim: true }] : []),
      { label: words('diff.example'), text: commandFor(example.answers, asOf), verbatim: true },
      ...example.changes.map((change) => changeLine(change, rules, words)),
    ],
  };
}

function partName(part: string, rules: RuleSet, words: Words): string {
  if (part.startsWith('deadlines.')) return deadlineName(part.slice('deadlines.'.length), rules);
  if (part === 'cap' || part === 'cdp' || part === 'equivalentHearing') return words(`program.${part}`);
  return words(`diff.${part}`);
}

/** The situation as it can be pasted into a shell. */
export function commandFor(answers: Answers, today: string): string {
  const flags = Object.entries(answers)
    .filter(([, value]) => value !== undefined)
    .map(([fact, value]) => `--${kebabCase(fact)} ${value}`);
  return ['appeals-guide check', ...flags, `--today ${today}`].join(' ');
}

/** What was walked, and what was not: a count of some situations must not look like a count of all. */
function walkedEntries(
  { situations, workedOut, isNeeded, today, lettersWalked, facts, daysAgo }: Walk,
  words: Words,
): Entry[] {
  const walked = {
    situations: number(situations),
    date: longDate(today),
    letters: number(lettersWalked),
    actions: number(actions.length),
    contacts: number(closedFacts.contact.length),
    days: String(daysAgo),
    facts: facts.map((fact) => words(`fact.${fact}`)).join(', '),
  };
  const done = isNeeded ? words('diff.walked.workedOut', { number: number(workedOut) }) : words('diff.walked.needless');
  return [
    { text: words('diff.walked', walked), verbatim: true },
    { text: words('diff.walked.dates', walked), verbatim: true },
    { text: `${done} ${words('diff.walked.not')}` },
  ];
}
