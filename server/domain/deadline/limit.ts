/** Working days, calendar days, or hours. */
export type LimitUnit = 'WD' | 'D' | 'H';

/** A time limit, such as ten working days. */
export interface Limit {
  readonly count: number;
  readonly unit: LimitUnit;
}
