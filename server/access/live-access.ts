import { type Access, type AccessInput, makeAccess } from './access.ts';
import { proveAccess } from './proof.ts';

/**
 * Holds the rules in force. They are never changed in place: a refresh builds new ones from a
 * fresh reading, proves them, and swaps the reference. When anything fails the old ones stay.
 * Two refreshes that overlap share one reading, and one more follows for what came meanwhile.
 */
export class LiveAccess {
  readonly #read: () => Promise<AccessInput>;
  #current: Access | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(read: () => Promise<AccessInput>) {
    this.#read = read;
  }

  /** The rules in force. */
  get current(): Access {
    if (this.#current === undefined) throw new Error('Expected a first refresh, but none was made');
    return this.#current;
  }

  /** Reads the rules again; resolves when rules at least as new as this call are in force. */
  refresh(): Promise<void> {
    if (this.#running === undefined) return this.#start();
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  #start(): Promise<void> {
    this.#next = undefined;
    this.#running = this.#replace().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #replace(): Promise<void> {
    const input = await this.#read();
    const access = await makeAccess(input);
    proveAccess(access, input);
    this.#current = access;
  }
}
