import { Decimal } from 'decimal.js';
import type { Runtime } from '../runtime.ts';
import { FeelNumber, finite, toInteger } from '../values/number.ts';
import { DaysDuration, MonthsDuration } from '../values/temporal.ts';
import type { Value } from '../values/value.ts';
import { define, failCall, number, oneOf, optional, type Signature } from './define.ts';

const SCALE_MIN = -6111;
const SCALE_MAX = 6176;

type Rounding = Decimal.Rounding;

/** Rounds to a number of decimal places; a negative number rounds to tens, hundreds. */
function roundTo(value: Decimal, places: Decimal, rounding: Rounding): Decimal | undefined {
  const scale = toInteger(places.trunc());
  if (scale === undefined || scale < SCALE_MIN || scale > SCALE_MAX) return undefined;
  if (scale >= 0) return value.toDecimalPlaces(scale, rounding);
  const unit = FeelNumber.pow(10, -scale);
  return value.div(unit).toDecimalPlaces(0, rounding).mul(unit);
}

function rounded(run: Runtime, name: string, value: Decimal | undefined): Value {
  const result = value === undefined ? null : finite(value);
  const reason = `Expected a scale between ${SCALE_MIN} and ${SCALE_MAX}`;
  return result ?? failCall(run, name, reason);
}

function rounding(name: string, mode: Rounding, isScaleOptional: boolean): Signature {
  if (!isScaleOptional) {
    return define(name, [number('n'), number('scale')], (run, n, scale) =>
      rounded(run, name, roundTo(n, scale, mode)),
    );
  }
  return define(name, [number('n'), optional(number('scale'))], (run, n, scale) =>
    rounded(run, name, roundTo(n, scale ?? new FeelNumber(0), mode)),
  );
}

function oneNumber(name: string, call: (n: Decimal, run: Runtime) => Value): Signature {
  return define(name, [number('number')], (run, n) => call(n, run));
}

function unitInterval(bytes: Uint8Array): Decimal {
  const digits = [...bytes].reduce((sum, byte) => sum.mul(256).add(byte), new FeelNumber(0));
  return digits.div(new FeelNumber(256).pow(bytes.length));
}

/** The value without its sign; durations have one too. */
export const absoluteFunctions: readonly Signature[] = [
  define('abs', [number('n')], (_run, n) => n.abs()),
  define('abs', [oneOf('n', DaysDuration)], (_run, { nanos }) => {
    return new DaysDuration(nanos < 0n ? -nanos : nanos);
  }),
  define('abs', [oneOf('n', MonthsDuration)], (_run, { months }) => {
    return new MonthsDuration(Math.abs(months));
  }),
];

export const numericFunctions: readonly Signature[] = [
  rounding('decimal', Decimal.ROUND_HALF_EVEN, false),
  rounding('floor', Decimal.ROUND_FLOOR, true),
  rounding('ceiling', Decimal.ROUND_CEIL, true),
  rounding('round up', Decimal.ROUND_UP, false),
  rounding('round down', Decimal.ROUND_DOWN, false),
  rounding('round half up', Decimal.ROUND_HALF_UP, false),
  rounding('round half down', Decimal.ROUND_HALF_DOWN, false),
  define('modulo', [number('dividend'), number('divisor')], (run, dividend, divisor) => {
    if (divisor.isZero()) return failCall(run, 'modulo', 'Expected a divisor other than zero');
    return finite(dividend.sub(divisor.mul(dividend.div(divisor).floor())));
  }),
  oneNumber('sqrt', (n, run) =>
    n.isNegative() && !n.isZero() ? failCall(run, 'sqrt', 'Expected no negative number') : n.sqrt(),
  ),
  oneNumber('log', (n, run) =>
    n.lte(0) ? failCall(run, 'log', 'Expected a positive number') : finite(FeelNumber.ln(n)),
  ),
  oneNumber('exp', (n, run) => {
    run.spend(10);
    return finite(FeelNumber.exp(n)) ?? failCall(run, 'exp', 'Expected a smaller number');
  }),
  oneNumber('odd', (n) => n.mod(2).abs().eq(1)),
  oneNumber('even', (n) => n.mod(2).isZero()),
  define('random number', [], (run) => unitInterval(run.randomBytes(12))),
];
