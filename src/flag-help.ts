import type { ClosedFact, DateFact } from './vocabulary.ts';

/** One line for each flag of `check --help`; the values are added to it. */
export const flagHelp: Readonly<Record<ClosedFact | DateFact, string>> = {
  action: 'what the IRS did or plans, where there is no letter',
  contact: 'who has been in touch',
  conference: 'talk with the Collection manager',
  priorCdp: 'an earlier hearing letter of this kind came for the same tax and period',
  cdpHearing: 'hearing held on that first letter',
  appealedBefore: 'this installment agreement decision was appealed before',
  leviedMoney: 'who has the levied money',
  dispute: 'what is disputed; amount is the tax, penalty or interest owed',
  taxpayer: 'whose letter it is',
  representative: 'who will speak for the taxpayer',
  taxpayerPresent: 'the taxpayer takes part in each contact',
  form2848: 'power of attorney',
  hardship: 'the action keeps the household from basic living costs',
  noticeDate: 'printed on the letter',
  mailedDate: 'postmark, where it is later than the letter',
  printedDeadline: 'reply-by date that the letter prints',
  nftlFiledDate: 'the Notice of Federal Tax Lien was filed',
  seizureNoticeDate: 'the Notice of Seizure was given or left',
  conferenceRequestedDate: 'you asked for the conference',
  conferenceDate: 'the conference was held',
  effectiveDate: 'the agreement ends or changes',
  firstCdpDate: 'date of the first hearing letter (lien: the day it was filed)',
};
