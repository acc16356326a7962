import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exposedForm, exposedVariables } from '../../processes/expose.ts';
import { loadProcesses } from '../../processes/load.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('reading of procedures', () => {
  let copy: string;

  beforeEach(() => {
    copy = mkdtempSync(path.join(os.tmpdir(), 'processes-'));
    cpSync(path.join(ROOT, 'processes'), copy, { recursive: true });
  });

  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  function load() {
    return loadProcesses({
      processes: copy,
      fragments: path.join(ROOT, 'forms', 'fragments'),
    });
  }

  function change(file: string, from: string | RegExp, to: string): void {
    const place = path.join(copy, file);
    writeFileSync(place, readFileSync(place, 'utf8').replace(from, to));
  }

  it('should give the whole content of a procedure', () => {
    const content = load().get('temporary-relief');
    expect(content).toMatchObject({ key: 'temporary-relief', name: { zh: '临时救助审批' } });
    expect(content?.files).toHaveLength(12);
    expect(content?.forms.get('sp-f-callback')?.key).toBe('tr-f6');
    expect(content?.documents.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it.each([
    ['process.yaml', 'version: "2026.1"', 'version: 2026', 'process.yaml.version'],
    ['process.yaml', 'key: temporary-relief', 'key: other', 'Expected the key of'],
    ['process.yaml', 'sp-f-callback: tr-f6', 'sp-f-callback: tr-f66', 'Expected the form tr-f66'],
    ['notices/decision.yaml', 'relief-47', 'relief-470', 'Expected the legal basis relief-470'],
    ['notices/decision.yaml', '{decidedDate}', '{decidedOn}', 'Expected {decidedOn} to be a fact'],
    ['forms/tr-f1.json', 'person.json#/$defs/Person', 'person.json#/$defs/Who', 'does not exist'],
    ['roles.csv', ',allow,', ',perhaps,', 'Expected a whole rule in'],
  ])('should refuse a fault in %s: %s', (file, from, to, message) => {
    // given
    const place = `temporary-relief/${file}`;
    change(place, from.includes('version') ? /version: .*/u : from, to);

    // then
    expect(load).toThrow(message);
  });

  it('should hand only stated variables to the engine', () => {
    const exposures = load().get('temporary-relief')?.exposes['tr-f1'] ?? [];
    const variables = exposedVariables(exposures, {
      applicant: { name: '钱丁甲' },
      cause: 'fire',
      household: [{}, {}],
      otherHelp: [{ amountFen: 100 }, { amountFen: 50 }],
      newReason: ' ',
      commit: true,
    });
    expect(variables).toMatchObject({
      cause: 'fire',
      persons: 2,
      otherHelpFen: 150,
      newReason: false,
      applicationFiled: true,
      incomeFen: null,
    });
    expect(JSON.stringify(variables)).not.toContain('钱丁甲');
  });

  it('should read the notation of the expose header', () => {
    const data = { cause: 'fire', members: [1, 2, 3], help: [{ fen: 5 }], note: '', name: '钱' };
    const exposed = exposedForm('cause,n=count(members),sum=sum(help.fen),told=filled(note)', data);
    expect(exposed).toEqual({ cause: 'fire', n: 3, sum: 5, told: false });
  });
});
