import { randomBytes } from 'node:crypto';
import { FeelFailure } from './failure.ts';
import { FEEL_DEPTH_MAX, FEEL_FUEL_STEPS, FEEL_STRING_LENGTH_MAX } from './limits.ts';
import type { FeelEnvironment, Warning } from './public.ts';
import { parseZone, UTC, type Zone } from './values/zone.ts';

const WARNINGS_MAX = 100;
/** Characters that cost one step where text is read or built. */
const CHARACTERS_PER_STEP = 64;

/** What one evaluation carries along: the fuel left, the depth reached, the warnings so far. */
export class Runtime {
  readonly now: number;
  readonly zone: Zone;
  readonly warnings: Warning[] = [];
  readonly #fuelGiven: number;
  #fuel: number;
  #depth = 0;
  #isQuiet = false;

  constructor(environment: FeelEnvironment) {
    this.now = environment.now;
    this.zone = parseZone(environment.zone ?? 'Z') ?? UTC;
    this.#fuelGiven = environment.fuel ?? FEEL_FUEL_STEPS;
    this.#fuel = this.#fuelGiven;
  }

  /** Takes steps from the fuel; without fuel the evaluation fails. */
  spend(steps: number): void {
    this.#fuel -= steps;
    if (this.#fuel < 0) {
      throw new FeelFailure(
        'fuel',
        `Expected the expression to finish within ${this.#fuelGiven} steps, but it did not.`,
      );
    }
  }

  /** Takes the steps that reading or building a text costs, and checks its length. */
  spendText(length: number): void {
    if (length > FEEL_STRING_LENGTH_MAX) {
      throw new FeelFailure(
        'size',
        `Expected a text of at most ${FEEL_STRING_LENGTH_MAX} characters, but it has ${length}.`,
      );
    }
    this.spend(Math.ceil(length / CHARACTERS_PER_STEP));
  }

  /** Runs a function body, whose syntax is `levels` deep. */
  descend<T>(levels: number, body: () => T): T {
    this.#depth += levels;
    if (this.#depth > FEEL_DEPTH_MAX) {
      throw new FeelFailure('depth', 'Expected calls to end, but they are nested too deep.');
    }
    try {
      return body();
    } finally {
      this.#depth -= levels;
    }
  }

  /** Notes a tolerated problem; the value in its place is null. */
  warn(code: string, text: string): null {
    if (!this.#isQuiet && this.warnings.length < WARNINGS_MAX) {
      this.warnings.push({ code, message: `[${code}] ${text}` });
    }
    return null;
  }

  /** Runs something whose warnings do not matter. */
  quietly<T>(body: () => T): T {
    const wasQuiet = this.#isQuiet;
    this.#isQuiet = true;
    try {
      return body();
    } finally {
      this.#isQuiet = wasQuiet;
    }
  }

  /** Bytes that nobody can guess, for `uuid()` and `random number()`. */
  randomBytes(count: number): Uint8Array {
    this.spend(1);
    return randomBytes(count);
  }
}
