import { kebabCase } from '../vocabulary.ts';
import type { AnsweredRow } from './batch-row.ts';
import { nextDeadline } from './next-deadline.ts';
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
  return rowByRow(`${columns.join(',')}\n`, (told) => `${cellsOf(told).join(',')}\n`);
}

function cellsOf(told: AnsweredRow): readonly (string | number)[] {
  const client = userText(told.client ?? '');
  if ('error' in told) return [told.row, client, '', '', '', '', '', '', '', '', '', userText(told.error.message)];
  const { notice, programs, form9423, missing } = told.answer;
  const next = nextDeadline(told.answer);
  return [
    told.row,
    client,
    notice?.id ?? '',
    programs.cap.status,
    programs.cdp.status,
    programs.equivalentHearing.status,
    form9423.need,
    next?.id ?? '',
    next?.date ?? '',
    next?.daysLeft ?? '',
    missing.map(kebabCase).join(';'),
    '',
  ];
}

/** Text that came from the user; a sheet must not take it for a formula. */
function userText(text: string): string {
  return quoted(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text);
}

/** A cell in quotation marks where it needs them. */
export function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
