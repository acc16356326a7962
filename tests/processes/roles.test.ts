import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadProcesses } from '../../processes/load.ts';
import { parseRoles } from '../../processes/roles.ts';
import { isPredicate } from '../../server/access/predicates.ts';
import { extension, headersOf, type ModelElement, readModels } from './read-model.ts';

const TEMPLATES = path.resolve(import.meta.dirname, '../../server/access/templates');
const PREFIXES: Readonly<Record<string, string>> = {
  village: 'VM',
  town: 'TS',
  county: 'D',
  city: 'C',
};
const MONEY = /^(communityStudy|.*[aA]pprove)$/u;

const processes = [...loadProcesses().values()].map((content) => ({ key: content.key, content }));

describe.each(processes)('roles of $key', ({ key, content }) => {
  let tasks: readonly ModelElement[];

  beforeAll(async () => {
    const models = await readModels(content.files);
    const elements = models.flatMap((model) => model.elements);
    tasks = elements.filter(({ $type }) => $type === 'bpmn:UserTask');
  });

  function allowed(elementId: string, action: string): readonly string[] {
    return content.roles
      .filter(
        ({ object, action: act, effect }) =>
          effect === 'allow' &&
          act === action &&
          (object === `proc:${key}/step:${elementId}` || object === `proc:${key}`),
      )
      .map(({ subject }) => subject);
  }

  it('should let every candidate of every step act, and nobody else', () => {
    for (const task of tasks) {
      const groups = String(extension(task, 'zeebe:AssignmentDefinition')?.candidateGroups);
      if (groups.startsWith('=')) continue;
      const subjects = allowed(task.id, headersOf(task).act ?? '');
      const lacking = groups.split(',').filter((group) => !subjects.includes(group));
      expect({ id: task.id, lacking }).toEqual({ id: task.id, lacking: [] });
    }
  });

  it('should name only steps that exist and conditions that the server knows', () => {
    const entries = content.entryPoints.map(({ id }) => id);
    const ids = new Set([...entries, ...tasks.map(({ id }) => id)]);
    const rules = content.roles.filter(({ object }) => object.includes('/step:'));
    expect(rules.filter(({ object }) => !ids.has(object.split('/step:')[1] ?? ''))).toEqual([]);
    const names = content.roles.flatMap(({ condition }) => condition.split('&'));
    expect(names.filter((name) => name !== 'true' && !isPredicate(name))).toEqual([]);
  });

  it('should name only posts that the office templates have', () => {
    const text = readdirSync(TEMPLATES)
      .map((file) => readFileSync(path.join(TEMPLATES, file), 'utf8'))
      .join('\n');
    const offices = content.roles
      .filter(({ subject }) => subject !== 'citizen')
      .filter(({ subject }) => {
        const [level = '', post = ''] = subject.split(':');
        const [office, position] = post.split('.');
        return ![...(PREFIXES[level] ?? '')].some(
          (prefix) => text.includes(`${prefix}.${office}`) && text.includes(position ?? ''),
        );
      })
      .map(({ subject }) => subject);
    expect([...new Set(offices)]).toEqual([]);
  });

  it('should keep investigation, review, approval and payment apart', () => {
    const condition = (step: string) =>
      content.roles
        .filter(({ object, effect }) => object === `proc:${key}/step:${step}` && effect === 'allow')
        .map((row) => row.condition.split('&'));
    const all = (step: string, name: string) =>
      expect(condition(step).every((names) => names.includes(name))).toBe(true);
    all('review', 'notInvestigator');
    all('opinion', 'notInvestigator');
    for (const step of ['deputyApprove', 'headApprove', 'countyApprove', 'countyReview']) {
      all(step, 'notEarlierActor');
    }
    all('voucher', 'notApprover');
    all('payout', 'notVoucherMaker');
    all('callbackCall', 'notHandler');
    const investigators = allowed('visit', 'investigate');
    expect(allowed('review', 'review').filter((who) => investigators.includes(who))).toEqual([]);
  });

  it('should never let a village or a community approve fiscal money', () => {
    const villages = content.roles.filter(({ subject }) => subject.startsWith('village:'));
    const approving = villages.filter(({ object }) => MONEY.test(object.split('/step:')[1] ?? ''));
    expect(approving.map(({ effect }) => effect)).not.toContain('allow');
    expect(approving.length).toBeGreaterThan(0);
  });

  it('should refuse a matrix with a broken line', () => {
    const header = 'subject,scope,object,action,condition,effect,note\n';
    expect(() => parseRoles('who,what\n', 'roles.csv')).toThrow('Expected roles.csv to begin with');
    expect(() => parseRoles(`${header}someone,exact,proc:a,b,true,allow,\n`, 'roles.csv')).toThrow(
      'Expected a whole rule in roles.csv',
    );
  });
});
