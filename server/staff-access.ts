import { isAction } from './access/actions.ts';
import { resolveCandidates } from './access/candidates.ts';
import type { Holding } from './access/holders.ts';
import { LiveAccess } from './access/live-access.ts';
import type { PolicyRow } from './access/policy-row.ts';
import type { OfficeTemplates } from './access/templates.ts';
import { dateAt } from './domain/calendar/calendar-date.ts';
import type {
  Access,
  AccessRequest,
  Actor,
  Candidate,
  Capacity,
  Verdict,
} from './usecases/ports/access.ts';
import type { CaseRow } from './usecases/ports/case-rows.ts';
import type { Clock } from './usecases/ports/clock.ts';
import type { AppointmentRow } from './usecases/ports/office-rows.ts';
import type { Records, Transaction } from './usecases/ports/records.ts';

export interface StaffAccessOptions {
  readonly records: Records;
  readonly clock: Clock;
  readonly templates: OfficeTemplates;
  readonly policies: readonly PolicyRow[];
}

/** The access rules as the use cases ask for them, read from the appointments of today. */
export class StaffAccess implements Access {
  readonly #options: StaffAccessOptions;
  readonly #live: LiveAccess;
  #day = '';

  constructor(options: StaffAccessOptions) {
    this.#options = options;
    this.#live = new LiveAccess(() => this.#read());
  }

  /** Takes new appointments and units into force. */
  refresh(): Promise<void> {
    return this.#live.refresh();
  }

  async actor(tx: Transaction, userId: string): Promise<Actor | undefined> {
    this.#noticeDay();
    const user = await tx.one('AppUser', { id: userId, disabled: false });
    if (user === undefined) return undefined;
    const appointments = (await tx.find('Appointment', { userId })).filter((one) =>
      this.#isValid(one),
    );
    const capacities: Capacity[] = [];
    for (const appointment of appointments) {
      capacities.push(await capacityOf(tx, appointment));
    }
    const { username, displayName: name, rights } = user;
    return { userId, username, name, rights, capacities };
  }

  may(actor: Actor, request: AccessRequest): Verdict {
    const { act, object, unitCode, context } = request;
    if (!isAction(act)) throw new Error(`Expected an action of the role matrix, but got '${act}'`);
    const answer = this.#live.current.may(actor.userId, act, object, { ...context, unitCode });
    const { why, capacity } = answer;
    if (!answer.isAllowed) return { allowed: false, why: `${why.zh}。`, whyEn: why.en };
    const own = actor.capacities.find(
      (one) => one.positionCode === capacity?.positionCode && one.unitCode === capacity.unitCode,
    );
    const used = own ?? actor.capacities[0];
    if (used !== undefined) return { allowed: true, capacity: used };
    return { allowed: false, why: '您目前没有任职。', whyEn: 'you hold no position today' };
  }

  candidates(caseRow: CaseRow, groups: readonly string[]): readonly Candidate[] {
    if (groups.length === 0) return [];
    const { territory } = this.#live.current;
    const { templates } = this.#options;
    return resolveCandidates(groups.join(','), caseRow.unitCode, { territory, templates })
      .candidates;
  }

  visibleCases(actor: Actor): { sql: string; parameters: readonly unknown[] } {
    return this.#live.current.visibleCases(actor.userId);
  }

  // Appointments begin and end with a day, so the first question of a day reads them again. It does
  // not wait: its transaction holds a connection that the reading may need.
  #noticeDay(): void {
    const today = dateAt(this.#options.clock.now());
    if (today === this.#day) return;
    this.#day = today;
    this.#live.refresh().catch(() => {
      this.#day = '';
    });
  }

  async #read() {
    const { records, templates, policies, clock } = this.#options;
    this.#day = dateAt(clock.now());
    return records.transaction(async (tx) => ({
      templates,
      policies,
      units: await tx.find('OrgUnit', { status: 'active' }),
      holdings: (await tx.find('Appointment', {}))
        .filter((one) => this.#isValid(one))
        .map(holdingOf),
    }));
  }

  #isValid({ validFrom, validTo }: AppointmentRow): boolean {
    const today = dateAt(this.#options.clock.now());
    return validFrom <= today && (validTo === null || validTo >= today);
  }
}

function holdingOf(row: AppointmentRow): Holding {
  const { userId, positionCode, unitCode } = row;
  // An acting head has a document; without one a person only stands in.
  return {
    userId,
    positionCode,
    unitCode,
    isDelegated: row.actingFor !== null && row.docNo === null,
  };
}

async function capacityOf(tx: Transaction, appointment: AppointmentRow): Promise<Capacity> {
  const { positionCode, unitCode, actingFor } = appointment;
  const position = await tx.one('Position', { unitCode, code: positionCode });
  const unit = await tx.one('OrgUnit', { code: unitCode });
  const absent = actingFor === null ? undefined : await tx.one('AppUser', { id: actingFor });
  return {
    positionCode,
    positionName: position?.name ?? positionCode,
    unitCode,
    unitName: unit?.name ?? unitCode,
    officeName: position?.officeName ?? '',
    level: unit?.level ?? '',
    actingFor: absent?.displayName ?? null,
  };
}
