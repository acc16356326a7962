import {
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  formatDay,
  formatTime,
  type MonthsDuration,
  NANOS_PER_SECOND,
  offsetSecondsOf,
  type Temporal,
} from './temporal.ts';
import { formatZone } from './zone.ts';

/** `10:00`, `10:00:05`, `10:00:05.250`: seconds where there are any, fractions by thousands. */
function clockText({ secondOfDay, nanos }: FeelTime): string {
  const text = formatTime(new FeelTime(secondOfDay, 0, null));
  if (nanos !== 0) {
    const fraction = String(nanos)
      .padStart(9, '0')
      .replace(/(?:000){1,2}$/, '');
    return `${text}.${fraction}`;
  }
  return secondOfDay % 60 === 0 ? text.slice(0, 5) : text;
}

/** A named zone leaves with its offset, so that readers who do not know zones can read it. */
function zoneText(value: FeelDateTime): string {
  const { zone } = value.time;
  if (zone?.kind !== 'region') return formatZone(zone);
  const offset = formatZone({ kind: 'offset', seconds: offsetSecondsOf(value) });
  return `${offset}[${zone.id}]`;
}

function daysText({ nanos }: DaysDuration): string {
  if (nanos === 0n) return 'PT0S';
  const total = nanos / NANOS_PER_SECOND;
  const [hours, minutes, seconds] = [total / 3600n, (total / 60n) % 60n, total % 60n];
  const fraction = nanos % NANOS_PER_SECOND;
  const digits = String(fraction < 0n ? -fraction : fraction)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const sign = seconds === 0n && fraction < 0n ? '-' : '';
  const secondsText = `${sign}${seconds}${digits === '' ? '' : `.${digits}`}S`;
  return [
    'PT',
    hours === 0n ? '' : `${hours}H`,
    minutes === 0n ? '' : `${minutes}M`,
    seconds === 0n && fraction === 0n ? '' : secondsText,
  ].join('');
}

function monthsText({ months }: MonthsDuration): string {
  const [years, rest] = [Math.trunc(months / 12), months % 12];
  if (months === 0) return 'P0D';
  return `P${years === 0 ? '' : `${years}Y`}${rest === 0 ? '' : `${rest}M`}`;
}

/** The ISO text of a date, time or duration in JSON, as a Zeebe broker writes it. */
export function temporalJson(value: Temporal): string {
  if (value instanceof FeelDate) return formatDay(value.day);
  if (value instanceof FeelTime) return value.zone === null ? clockText(value) : formatTime(value);
  if (value instanceof FeelDateTime) {
    return `${formatDay(value.day)}T${clockText(value.time)}${zoneText(value)}`;
  }
  return value instanceof DaysDuration ? daysText(value) : monthsText(value);
}
