import { randomUUID } from 'node:crypto';
import { dateAt, endOfDay } from '../../domain/calendar/calendar-date.ts';
import { maskName } from '../../domain/identity/mask.ts';
import { fillText, loadCaseFacts } from '../../usecases/case-facts.ts';
import type { ServiceWork } from '../../usecases/handle-service-job.ts';
import { loadParameters } from '../../usecases/parameters.ts';
import { placesOf } from '../../usecases/places-of.ts';

const DAY_MS = 24 * 3_600_000;
const DAYS_DEFAULT = 3;
const NOTICE = 'publicity';
const PLAIN =
  '{placeName}居民{applicantName}申请临时救助，拟给予{amountYuan}元，现予公示。' +
  '如有异议，请在公示期内向{officeName}反映，监督电话{officePhone}。';

/** `publicity.post`: hangs out a notice without protected data, for the days of the parameter. */
export const publicityPost: ServiceWork = async (tx, deps, job) => {
  const { caseRow, headers, variables, at } = job;
  const facts = await loadCaseFacts(tx, deps, caseRow, variables);
  const shown = { ...facts, applicantName: maskName(caseRow.applicantName) };
  const notice = deps.processes.notice(caseRow.processKey, headers.document ?? NOTICE);
  const body = notice === undefined ? [PLAIN] : notice.body;
  const days = await daysOf(tx, deps, job);
  const end = endOfDay(dateAt(at.getTime() + days * DAY_MS));
  const publicityId = randomUUID();
  await tx.insert('Publicity', {
    id: publicityId,
    caseId: caseRow.id,
    text: body.map((text) => fillText(text, shown)).join('\n'),
    isPublic: headers.mode !== 'internal' && variables.publicityMode !== 'internal',
    postedAt: at,
    endsAt: new Date(end),
    objections: 0,
  });
  return { publicityId };
};

async function daysOf(...[tx, deps, { caseRow, at }]: Parameters<ServiceWork>): Promise<number> {
  const process = deps.processes.process(caseRow.processKey);
  if (process === undefined) return DAYS_DEFAULT;
  const today = dateAt(at.getTime());
  const parameters = await loadParameters(tx, process, placesOf(caseRow), today);
  return Number(parameters.publicityDays ?? DAYS_DEFAULT);
}
