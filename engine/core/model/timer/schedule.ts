import { DateTime } from 'luxon';
import { problem, type Result, success } from '../../records/result.ts';
import type { TimerDefinition } from '../graph.ts';
import { nextCron, parseCron } from './cron.ts';
import { addDuration, type Duration, parseDuration } from './duration.ts';

/** When a timer is due, and how often it still fires, that time included; -1 is for ever. */
export interface Occurrence {
  readonly dueAt: number;
  readonly repetitions: number;
}

/** The clock and the zone in which calendar units are counted. */
export interface Moment {
  readonly now: number;
  readonly zone: string;
}

interface Interval {
  readonly repetitions: number;
  readonly startAt?: number;
  readonly duration: Duration;
}

/** The first occurrence of a timer; the problem is a text for an incident or a refusal. */
export function firstOccurrence(
  kind: TimerDefinition['kind'],
  text: string,
  moment: Moment,
): Result<Occurrence, string> {
  switch (kind) {
    case 'date':
      return firstDate(text, moment);
    case 'duration':
      return firstDuration(text, moment);
    case 'cycle':
      return firstCycle(text, moment);
    default:
      return kind satisfies never;
  }
}

/**
 * The occurrence after one that has just fired: an interval counts from the last due date, so it
 * does not drift and catches up after a standstill; cron counts from now.
 */
export function nextOccurrence(
  text: string,
  last: Occurrence,
  moment: Moment,
): Result<Occurrence | undefined, string> {
  if (!text.startsWith('R')) return firstCycle(text, moment);
  const interval = parseInterval(text);
  if (interval === undefined) return notCycle(text);
  if (last.repetitions !== -1 && last.repetitions <= 1) return success(undefined);
  const repetitions = last.repetitions === -1 ? -1 : last.repetitions - 1;
  return success({ dueAt: addDuration(last.dueAt, interval.duration, moment.zone), repetitions });
}

function firstDate(text: string, { zone }: Moment): Result<Occurrence, string> {
  const dueAt = parseDate(text, zone);
  return dueAt === undefined
    ? problem(`Invalid timer date expression (Expected an ISO date-time, but was '${text}')`)
    : success({ dueAt, repetitions: 1 });
}

function firstDuration(text: string, { now, zone }: Moment): Result<Occurrence, string> {
  const duration = parseDuration(text);
  return duration === undefined
    ? problem(`Invalid timer duration expression (Expected an ISO duration, but was '${text}')`)
    : success({ dueAt: addDuration(now, duration, zone), repetitions: 1 });
}

function firstCycle(text: string, { now, zone }: Moment): Result<Occurrence, string> {
  if (text.startsWith('R')) {
    const interval = parseInterval(text);
    if (interval === undefined) return notCycle(text);
    const dueAt = interval.startAt ?? addDuration(now, interval.duration, zone);
    return success({ dueAt, repetitions: interval.repetitions });
  }
  const cron = parseCron(text);
  const dueAt = cron === undefined ? undefined : nextCron(cron, now, zone);
  return dueAt === undefined ? notCycle(text) : success({ dueAt, repetitions: -1 });
}

function notCycle(text: string): Result<never, string> {
  return problem(
    `Invalid timer cycle expression (Expected a repeating interval or cron, but was '${text}')`,
  );
}

/** `R[n]/[start/]P…`; no count, and -1, are for ever. */
function parseInterval(text: string): Interval | undefined {
  const parts = text.split('/');
  const count = /^R(-1|\d+)?$/.exec(parts[0] ?? '');
  const duration = parseDuration(parts.at(-1) ?? '');
  if (count === null || duration === undefined || parts.length > 3) return undefined;
  const repetitions = count[1] === undefined ? -1 : Number(count[1]);
  if (parts.length === 2) return { repetitions, duration };
  const startAt = parseDate(parts[1] ?? '', 'UTC');
  return startAt === undefined ? undefined : { repetitions, startAt, duration };
}

/** An ISO date-time; `[Area/City]` after it names the zone, and gives way to an offset. */
function parseDate(text: string, zone: string): number | undefined {
  const match = /^(\d{4,}-\d{2}-\d{2}T[^[]+)(?:\[([^\]]+)\])?$/.exec(text);
  if (match === null) return undefined;
  const date = DateTime.fromISO(match[1] ?? '', { zone: match[2] ?? zone });
  return date.isValid ? date.toMillis() : undefined;
}
