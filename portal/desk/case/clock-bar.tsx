import { dayText } from '../format.ts';
import type { CaseClock } from '../types.ts';
import { useWords } from '../words/words.tsx';

const WIDEST = 100;

interface Stretch {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly percent: number;
  readonly reason: string;
}

/** The spans as shares of the time between the first span and the end of the limit. */
function stretchesOf(clock: CaseClock): readonly Stretch[] {
  const now = new Date().toISOString();
  const last = clock.dueAt !== null && clock.dueAt > now ? clock.dueAt : now;
  const spans = clock.spans.map((span) => ({ ...span, to: span.to ?? now }));
  const first = spans[0]?.from;
  if (first === undefined) return [];
  const whole = Math.max(1, Date.parse(last) - Date.parse(first));
  return spans.map((span) => ({
    ...span,
    percent: (WIDEST * Math.max(0, Date.parse(span.to) - Date.parse(span.from))) / whole,
  }));
}

/** The legal clock as a bar: what ran, what stood still and why; in words for everybody. */
export function ClockBar({ clock }: { readonly clock: CaseClock }) {
  const { say, language } = useWords();
  const stretches = stretchesOf(clock);
  if (stretches.length === 0) return null;
  const words = stretches.map((stretch) =>
    say(stretch.kind === 'stopped' ? 'clock.stopped' : 'clock.ran', {
      from: dayText(stretch.from, language),
      to: dayText(stretch.to, language),
      reason: stretch.reason,
    }),
  );
  const text = [clock.explanation, ...words].filter((part) => part !== '').join('；');
  return (
    <span className="clock" title={text}>
      <span className="clock-bar" role="img" aria-label={text}>
        {stretches.map((stretch) => (
          <span
            key={stretch.from}
            className={`clock-${stretch.kind}`}
            style={{ width: `${stretch.percent}%` }}
          />
        ))}
      </span>
    </span>
  );
}
