import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { CaseOutcome, CaseState } from '../../domain/case/case-state.ts';
import type { ClockState } from '../../domain/deadline/case-clock.ts';
import { instant, optionalInstant, uuidKey } from '../columns.ts';

/** A case: one matter from lodging to the archive. It owns one or more process instances. */
export const CaseFile = defineEntity({
  name: 'CaseFile',
  tableName: 'case_file',
  properties: {
    id: uuidKey(),
    number: p.string().length(32).unique(),
    queryCodeHash: p.string().length(200),
    queryFailures: p.integer().default(0),
    queryLockedUntil: optionalInstant(),
    processKey: p.string().length(60),
    processVersion: p.integer(),
    itemCode: p.string().length(60).nullable(),
    unitCode: p.string().length(16).index(),
    townCode: p.string().length(16).index(),
    countyCode: p.string().length(16).index(),
    channel: p.string().length(20),
    applyAs: p.string().length(20).nullable(),
    state: p.string().$type<CaseState>().length(20),
    publicStage: p.string().length(40).nullable(),
    outcome: p.string().$type<CaseOutcome>().length(20).nullable(),
    flags: p.json<readonly string[]>(),
    applicantName: p.string().length(100),
    applicantIdHash: p.string().length(64).nullable().index(),
    amountFen: p.bigint('number').nullable(),
    fund: p.string().length(20).nullable(),
    emergency: p.boolean().default(false),
    track: p.string().length(8).nullable(),
    lodgedAt: instant(),
    acceptedAt: optionalInstant(),
    decidedAt: optionalInstant(),
    closedAt: optionalInstant(),
    dueAt: optionalInstant(),
    clockState: p.string().$type<ClockState>().length(16).default('idle'),
    createdBy: p.uuid().nullable(),
    originCaseId: p.uuid().nullable(),
    draftId: p.uuid().nullable().unique(),
    draftTokenHash: p.string().length(64).nullable(),
  },
  indexes: [{ properties: ['processKey', 'state'] }, { properties: ['lodgedAt'] }],
});

/** A row of {@link CaseFile}. */
export type CaseFile = InferEntity<typeof CaseFile>;
