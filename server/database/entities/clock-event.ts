import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { ClockEventKind } from '../../domain/deadline/case-clock.ts';
import type { LimitUnit } from '../../domain/deadline/limit.ts';
import { instant, optionalInstant, uuidKey } from '../columns.ts';
import { CaseFile } from './case-file.ts';

/** What happened to the legal clock of a case, so that each deadline can be explained. */
export const ClockEvent = defineEntity({
  name: 'ClockEvent',
  tableName: 'clock_event',
  properties: {
    id: uuidKey(),
    caseId: () => p.manyToOne(CaseFile).mapToPk().fieldName('case_id').index(),
    kind: p.string().$type<ClockEventKind>().length(20),
    at: instant(),
    reason: p.string().length(500).nullable(),
    limitCount: p.integer().nullable(),
    limitUnit: p.string().$type<LimitUnit>().length(4).nullable(),
    calendarVersion: p.string().length(40).nullable(),
    provisional: p.boolean().default(false),
    dueAt: optionalInstant(),
  },
});

/** A row of {@link ClockEvent}. */
export type ClockEvent = InferEntity<typeof ClockEvent>;
