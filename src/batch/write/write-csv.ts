import { kebabCase } from '../../vocabulary.ts';
import type { AnsweredRow } from '../batch-row.ts';
import { nextDeadline } from '../next-deadline.ts';
import { type RowWriter, rowByRow } from './row-writer.ts';

/** Stable: other people's scripts and sheets rely on them. */
const columns = [
  'row',
  'client',
  'notice',
  'cap',
  'cdp',
  'equivalent-hearing',
  'form-9423',
  'next-deadline-id',
  'next-deadline',
  'days-left',
  'missing',
  'error',
];

/** One line a row, with what a list of clients needs. */
export function csvWriter(): RowWriter {
  return rowByRow(`${columns.join(',')}\n`, lineOf);
}

function lineOf(told: AnsweredRow): string {
  const client = userText(told.client ?? '');
  if ('error' in told) return `${told.row},${client},,,,,,,,,,${userText(told.error.message)}\n`;
  const { notice, programs, form9423, missing } = told.answer;
  const { cap, cdp, equivalentHearing } = programs;
  const next = nextDeadline(told.answer);
  const day = next ? `${next.id},${next.date},${next.daysLeft}` : ',,';
  const asked = missing.length > 0 ? missing.map(kebabCase).join(';') : '';
  return `${told.row},${client},${notice?.id ?? ''},${cap.status},${cdp.status},${equivalentHearing.status},${form9423.need},${day},${asked},\n`;
}

/** Text that came from the user; a sheet must not take it for a formula. */
function userText(text: string): string {
  if (harmless.test(text)) return text;
  return quoted(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text);
}

/** Most client ids are this; one look tells. */
const harmless = /^[A-Za-z0-9][\w.-]*$/;

/** A cell in quotation marks where it needs them. */
export function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
