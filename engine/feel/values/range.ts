import type { Value } from './value.ts';

/** `=` and `!=` come from unary tests used as values; all others are intervals. */
export type RangeForm = 'interval' | 'equal' | 'unequal';

/** An interval. An end that was not written (`< 5`) is undefined and excluded. */
export class FeelRange {
  readonly form: RangeForm;
  readonly start: Value | undefined;
  readonly end: Value | undefined;
  readonly isStartIncluded: boolean;
  readonly isEndIncluded: boolean;

  constructor(options: {
    form?: RangeForm;
    start?: Value | undefined;
    end?: Value | undefined;
    isStartIncluded?: boolean;
    isEndIncluded?: boolean;
  }) {
    this.form = options.form ?? 'interval';
    this.start = options.start;
    this.end = options.end;
    this.isStartIncluded = options.isStartIncluded ?? false;
    this.isEndIncluded = options.isEndIncluded ?? false;
  }
}
