import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../../server/database/connection.ts';
import { CaseFile, Task, TaskCandidate } from '../../../server/database/entities/index.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

const CASE = '00000000-0000-4000-9000-000000000001';
const TASK = '00000000-0000-4000-9000-000000000002';

describe('open candidates', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await createDatabase();
    database = await openDatabase(server.url);
    await database.migrate();
    const em = database.orm.em.fork();
    const at = new Date('2026-11-24T02:00:00Z');
    await em.insert(CaseFile, {
      id: CASE,
      number: '1',
      queryCodeHash: 'x',
      processKey: 'temporary-relief',
      processVersion: 1,
      unitCode: '219921101200',
      townCode: '219921101000',
      countyCode: '219921000000',
      channel: 'hall',
      state: 'accepted',
      flags: [],
      applicantName: '赵甲一',
      lodgedAt: at,
    });
    await em.insert(Task, {
      id: TASK,
      caseId: CASE,
      jobKey: '1',
      elementInstanceKey: '1',
      processInstanceKey: '1',
      processKey: 'temporary-relief',
      elementId: 'accept',
      name: '受理',
      act: 'accept',
      headers: {},
      state: 'open',
      createdAt: at,
    });
    await em.insert(TaskCandidate, {
      id: CASE,
      taskId: TASK,
      positionCode: 'T.SOC.relief',
      unitCode: '219921101000',
    });
  });

  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  it.each([
    ['claimed', true],
    ['open', true],
    ['completed', false],
    ['cancelled', false],
    ['open', true],
  ] as const)('should follow a task that becomes %s', async (state, isOpen) => {
    const em = database.orm.em.fork();
    await em.nativeUpdate(Task, { id: TASK }, { state });
    expect(await em.findOneOrFail(TaskCandidate, { taskId: TASK })).toMatchObject({ isOpen });
  });
});
