import { afterBusinessDays, afterOneYear } from './day-numbers.ts';
import { hardDay, type Term, thirtyDays } from './term.ts';

const lienYear = (start: number): number => afterOneYear(afterBusinessDays(start, 5));
const cdpDay = { ...hardDay, right: 'cdp' } as const;
const hearingDay = { ...hardDay, right: 'equivalentHearing' } as const;

/** The last days of CDP and Equivalent Hearings. */
export const hearingTerms: readonly Term[] = [
  {
    name: 'a notice before a levy',
    id: 'cdp-request',
    facts: (noticeDate) => ({ notice: 'lt11', noticeDate }),
    count: thirtyDays,
    ...cdpDay,
  },
  {
    name: 'a notice after a jeopardy levy',
    id: 'cdp-request',
    facts: (noticeDate) => ({ notice: 'l2439', noticeDate }),
    count: thirtyDays,
    ...cdpDay,
  },
  {
    name: 'a lien filing',
    id: 'cdp-request',
    facts: (nftlFiledDate) => ({ notice: 'l3172', nftlFiledDate }),
    count: (start) => afterBusinessDays(start, 5) + 30,
    ...cdpDay,
  },
  {
    name: 'a notice before a levy',
    id: 'equivalent-hearing-request',
    facts: (noticeDate) => ({ notice: 'lt11', noticeDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a lien filing',
    id: 'equivalent-hearing-request',
    facts: (nftlFiledDate) => ({ notice: 'l3172', nftlFiledDate }),
    count: lienYear,
    ...hearingDay,
  },
  {
    name: 'a second levy notice, by the first one',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'lt11', priorCdp: 'yes', cdpHearing: 'none', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a second lien notice, by the first one',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'l3172', priorCdp: 'yes', cdpHearing: 'none', firstCdpDate }),
    count: lienYear,
    ...hearingDay,
  },
  {
    name: 'a jeopardy levy',
    id: 'equivalent-hearing-request',
    facts: (noticeDate) => ({ notice: 'l2439', noticeDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a levy notice that follows another',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'cp91', priorCdp: 'yes', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a levy letter that always follows another',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'l3174', priorCdp: 'yes', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a letter about a nominee, by the first lien notice',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'l3886', priorCdp: 'yes', firstCdpDate }),
    count: lienYear,
    ...hearingDay,
  },
  {
    name: 'a lien notice that always follows another',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'l3171', priorCdp: 'yes', firstCdpDate }),
    count: lienYear,
    ...hearingDay,
  },
  {
    name: 'a notice of a lien, an earlier one known',
    id: 'cdp-request',
    facts: (nftlFiledDate) => ({ notice: 'l3172', priorCdp: 'yes', nftlFiledDate }),
    count: (start) => afterBusinessDays(start, 5) + 30,
    ...hardDay,
  },
  {
    name: 'a bill that an earlier levy notice came before',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'cp504', priorCdp: 'yes', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a levy on wages, by an earlier notice',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'f668w', priorCdp: 'yes', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a levy, no letter named, by an earlier notice',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ action: 'levy-made', priorCdp: 'yes', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
  {
    name: 'a lien form without its letter, by an earlier notice',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'f668y', priorCdp: 'yes', firstCdpDate }),
    count: lienYear,
    ...hearingDay,
  },
  {
    name: 'a bill, a hearing on the earlier notice still to be asked for',
    id: 'equivalent-hearing-request',
    facts: (firstCdpDate) => ({ notice: 'cp501', priorCdp: 'no', firstCdpDate }),
    count: afterOneYear,
    ...hearingDay,
  },
];
