import { fromEpochDay } from './calendar.ts';

/** A fixed offset from UTC, or a named zone of the IANA database. */
export type Zone =
  | { readonly kind: 'offset'; readonly seconds: number }
  | { readonly kind: 'region'; readonly id: string };

export const UTC: Zone = { kind: 'offset', seconds: 0 };

const OFFSET_SECONDS_MAX = 18 * 3600;
const OFFSET_PATTERN = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/;
const REGION_PATTERN = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;
/** Instants that JavaScript's Date can hold; beyond them a zone keeps its offset at the edge. */
const DATE_MS_MAX = 8_640_000_000_000_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(id: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(id);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: 'longOffset' });
    formats.set(id, format);
    return format;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Reads `Z`, `+08:00`, `-01:30:15`, or the name of a region without its `@`. */
export function parseZone(text: string): Zone | undefined {
  if (text === 'Z' || text === 'z') return UTC;
  const match = OFFSET_PATTERN.exec(text);
  if (match === null) {
    return REGION_PATTERN.test(text) && formatOf(text) ? { kind: 'region', id: text } : undefined;
  }
  const [hours, minutes, seconds] = [match[2], match[3], match[4] ?? '0'].map(Number);
  const total = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  if ((minutes ?? 0) > 59 || (seconds ?? 0) > 59 || total > OFFSET_SECONDS_MAX) return undefined;
  return { kind: 'offset', seconds: match[1] === '-' ? -total : total };
}

/** The offset of a zone at an instant given in seconds since 1970. */
export function offsetAt(zone: Zone, epochSeconds: number): number {
  if (zone.kind === 'offset') return zone.seconds;
  const format = formatOf(zone.id);
  if (format === undefined) return 0;
  const instantMs = Math.max(-DATE_MS_MAX, Math.min(DATE_MS_MAX, epochSeconds * 1000));
  const part = format.formatToParts(instantMs).find((each) => each.type === 'timeZoneName');
  const match = /GMT([+-]\d\d:\d\d(?::\d\d)?)/.exec(part?.value ?? '');
  const offset = match?.[1] === undefined ? UTC : parseZone(match[1]);
  return offset?.kind === 'offset' ? offset.seconds : 0;
}

/** The offset of a zone at a local time, given as if it were seconds since 1970 in UTC. */
export function offsetAtLocal(zone: Zone, localSeconds: number): number {
  if (zone.kind === 'offset') return zone.seconds;
  const first = offsetAt(zone, localSeconds);
  const second = offsetAt(zone, localSeconds - first);
  return first === second ? first : offsetAt(zone, localSeconds - Math.min(first, second));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

export function formatZone(zone: Zone | null): string {
  if (zone === null) return '';
  if (zone.kind === 'region') return `@${zone.id}`;
  if (zone.seconds === 0) return 'Z';
  const total = Math.abs(zone.seconds);
  const seconds = total % 60;
  const text = `${twoDigits(Math.floor(total / 3600))}:${twoDigits(Math.floor(total / 60) % 60)}`;
  return `${zone.seconds < 0 ? '-' : '+'}${text}${seconds === 0 ? '' : `:${twoDigits(seconds)}`}`;
}

/** The civil day and second of day of an instant in a zone. */
export function localOf(zone: Zone, epochMs: number) {
  const epochSeconds = Math.floor(epochMs / 1000);
  const local = epochSeconds + offsetAt(zone, epochSeconds);
  const epochDay = Math.floor(local / 86_400);
  const nanos = (((epochMs % 1000) + 1000) % 1000) * 1_000_000;
  return { day: fromEpochDay(epochDay), secondOfDay: local - epochDay * 86_400, nanos };
}
