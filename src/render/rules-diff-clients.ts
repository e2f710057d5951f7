import { longDate } from '../calendar.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { ClientChange, Clients } from '../rules/diff-clients.ts';
import type { Entry, Section } from './document.ts';
import { changeLine, deadlineName, number } from './rules-diff-words.ts';
import type { Words } from './words.ts';

/** How many clients change, and which is the most urgent; rows with errors are told beside them. */
export function clientsLead(clients: Clients, words: Words): Entry[] {
  return [leadLine(clients, words), ...errorLines(clients, words)];
}

function leadLine({ rows, errors, changed }: Clients, words: Words): Entry {
  const counts = { changed: number(changed.length), all: number(rows - errors) };
  const [first] = changed;
  if (!first) return { text: words('diff.clients.none', counts), tone: 'title' };
  const urgent = first.next
    ? words('diff.clients.urgent', { client: nameOf(first, words), date: longDate(first.next.date) })
    : words('diff.clients.noDay');
  return { text: `${words('diff.clients', counts)} ${urgent}`, tone: 'title', verbatim: true };
}

/** Each client whose answer changes, old and new side by side; and the count at the end. */
export function clientSections(clients: Clients, rules: RuleSet, words: Words): Section[] {
  const { rows, errors, changed } = clients;
  const end = words('diff.clients.end', { changed: number(changed.length), all: number(rows - errors) });
  return [
    {
      title: words('diff.heading.clients'),
      form: 'points',
      entries: changed.map((client) => clientEntry(client, rules, words)),
    },
    { form: 'text', entries: [{ text: end }, ...errorLines(clients, words)] },
  ];
}

function errorLines({ errors }: Clients, words: Words): Entry[] {
  if (errors === 0) return [];
  const text = errors === 1 ? words('diff.clients.error') : words('diff.clients.errors', { errors: number(errors) });
  return [{ text, tone: 'warning' }];
}

function clientEntry(client: ClientChange, rules: RuleSet, words: Words): Entry {
  const { letter, next, changes, old, new: now } = client;
  const day = next
    ? words('diff.client.next', { deadline: deadlineName(next.deadline, rules), date: longDate(next.date) })
    : words('diff.client.noDay');
  const isOfOne = old === null || now === null;
  return {
    label: nameOf(client, words),
    text: [letter ?? words('diff.client.noLetter'), isOfOne ? '' : day].filter(Boolean).join('; '),
    verbatim: true,
    details: isOfOne
      ? [{ text: words(old === null ? 'diff.client.onlyNew' : 'diff.client.onlyOld') }]
      : changes.map((change) => changeLine(change, rules, words)),
  };
}

function nameOf({ client, row }: ClientChange, words: Words): string {
  return client ?? words('diff.client.row', { row: String(row) });
}
