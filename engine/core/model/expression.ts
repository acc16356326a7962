import { type Compiled, compile } from '../../feel/index.ts';

/** A text of the model that is taken as it stands. */
export interface StaticExpression {
  readonly kind: 'static';
  readonly text: string;
}

/** A text of the model that began with `=`: FEEL, compiled at deployment. */
export interface FeelExpression {
  readonly kind: 'feel';
  /** The text as it stands in the model, with its `=`. */
  readonly text: string;
  readonly compiled: Compiled;
}

/** A static text or a FEEL expression. */
export type Expression = StaticExpression | FeelExpression;
