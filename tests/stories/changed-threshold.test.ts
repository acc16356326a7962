import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadProcesses } from '../../processes/load.ts';
import { type RawClient, rawClient } from '../engine/gateway/clients.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const BASE = '/api/definitions/temporary-relief';
const DEPUTY_LIMIT = '&lt;= reliefLimits.deputyFen';

interface File {
  readonly name: string;
  readonly content: string;
}

/** Steps 4 to 6 of docs/tutorial.md. */
describe('a changed threshold', () => {
  let test: TestServer;
  let engine: RawClient;

  beforeAll(async () => {
    test = await startTestServer();
    engine = rawClient(test.server.engine?.address ?? '');
  });

  afterAll(async () => {
    engine?.close();
    await test?.stop();
  });

  async function whoApproves(amountFen: number): Promise<unknown> {
    const declared = loadProcesses().get('temporary-relief')?.parameters ?? [];
    const parameters = Object.fromEntries(declared.map(({ key, value }) => [key, value]));
    const variables = JSON.stringify({
      fund: 'fiscal',
      emergency: false,
      kind: 'expense',
      unitCode: '219921101200',
      amountFen,
      parameters: { ...parameters, townDelegated: true },
    });
    const request = { decisionId: 'D_TR_3', variables };
    const { decisionOutput } = await engine.call('EvaluateDecision', request);
    return JSON.parse(decisionOutput ?? 'null');
  }

  it('should count once a second person has published it, and not before', async () => {
    // given
    const designer = await test.as('designer1');
    const { body: first } = await designer.get(`${BASE}/1`);
    expect(await whoApproves(120_000)).toBe('townDeputy');

    // when
    const files = (first.files as File[]).map(({ name, content }) => ({
      name,
      content: content.replace(DEPUTY_LIMIT, '&lt;= 100000'),
    }));
    const saved = await designer.put(`${BASE}/draft`, { files, note: '分管领导限额改为1000元' });
    expect((await designer.post(`${BASE}/submit`)).status).toBe(200);

    // then
    expect(saved.body).toEqual({ version: 2 });
    expect((await designer.post(`${BASE}/publish`)).status).toBe(403);
    expect(await whoApproves(120_000)).toBe('townDeputy');

    // when
    const published = await (await test.as('publisher1')).post(`${BASE}/publish`);

    // then
    expect(published.body).toMatchObject({ version: 2, status: 'published' });
    expect(await whoApproves(120_000)).toBe('townHead');
    expect(await whoApproves(100_000)).toBe('townDeputy');
  });
});
