import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routes } from '../../../server/http/contract/routes.ts';
import { openApiDocument } from '../../../server/http/openapi.ts';
import { ROUTE_MATRIX } from '../../../server/http/route-matrix.ts';
import { draftId, startTestServer, TestClient, type TestServer } from '../../support/server.ts';
import { application, lodge, VILLAGE } from '../../support/temporary-relief.ts';

let test: TestServer;

beforeAll(async () => {
  test = await startTestServer();
}, 120_000);

afterAll(() => test.stop());

describe('the routes', () => {
  it('should each be in the access matrix and in the documentation', () => {
    const ids = routes.map(({ id }) => id).sort();
    expect(Object.keys(ROUTE_MATRIX).sort()).toEqual(ids);
    const { paths } = openApiDocument('1') as { paths: Record<string, object> };
    expect(Object.keys(paths).sort()).toEqual([...new Set(routes.map(({ path }) => path))].sort());
  });

  it('should be closed for those who are not signed in', async () => {
    const stranger = test.citizen();
    for (const route of routes.filter(({ audience }) => audience !== 'public')) {
      const path = route.path.replaceAll(/\{\w+\}/g, '1');
      const { status } = await stranger.send(route.method.toUpperCase(), path);
      expect([route.id, status]).toEqual([route.id, 401]);
    }
  });

  it('should refuse what another site sends', async () => {
    const response = await fetch(`${test.url}/api/track`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: '{}',
    });
    expect(response.status).toBe(403);
  });

  it('should answer mistakes as problem documents', async () => {
    const citizen = test.citizen();
    const answers = [
      await citizen.post('/api/track', { number: 5 }),
      await citizen.get('/api/nothing'),
      await citizen.send('POST', '/api/track', '{', 'application/json'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 404, 400]);
    for (const { headers } of answers) {
      expect(headers.get('content-type')).toContain('application/problem+json');
    }
  });
});

describe('a session', () => {
  it('should begin with the right password and end on signing out', async () => {
    const client = new TestClient(test.url);
    const wrong = await client.post('/api/session', { username: 'clerk1', password: 'x' });
    const right = await client.post('/api/session', {
      username: 'clerk1',
      password: 'yunge-demo-2026',
    });
    expect([wrong.status, right.status]).toEqual([403, 200]);
    expect(right.body).toMatchObject({ mayLodge: true, mayDesign: false });
    await client.delete('/api/session');
    expect((await client.get('/api/session')).status).toBe(401);
  });

  it('should be locked after five wrong passwords', async () => {
    const client = new TestClient(test.url);
    for (let at = 0; at < 5; at += 1) {
      await client.post('/api/session', { username: 'clerk2', password: 'x' });
    }
    const right = { username: 'clerk2', password: 'yunge-demo-2026' };
    expect((await client.post('/api/session', right)).status).toBe(403);
    test.clock.advance(16 * 60_000);
    expect((await client.post('/api/session', right)).status).toBe(200);
  });
});

const DRAFT = { processKey: 'temporary-relief', formKey: 'tr-f1', data: { scope: 'individual' } };

async function drafted(citizen: TestClient, id: string) {
  await citizen.put(`/api/drafts/${id}`, DRAFT);
  const file = await citizen.upload({ draft: id });
  const input = {
    processKey: 'temporary-relief',
    channel: 'web',
    unitCode: VILLAGE,
    data: application(file),
    draftId: id,
  };
  return { file, input };
}

describe('an application by a citizen', () => {
  it('should be drafted, get its files, be handed in once and be tracked', async () => {
    // given
    const citizen = test.citizen();
    const id = draftId();
    const { file, input } = await drafted(citizen, id);

    // when
    const stranger = await test.citizen().get(`/api/drafts/${id}`);
    const first = await citizen.post('/api/applications', input);
    const second = await citizen.post('/api/applications', input);
    const thief = await test.citizen().post('/api/applications', input);

    // then
    expect([stranger.status, first.status, thief.status]).toEqual([404, 201, 409]);
    expect(second.body).toEqual(first.body);
    const { number, queryCode } = first.body;
    const tracked = await citizen.post('/api/track', { number, queryCode });
    expect(tracked.body).toMatchObject({ stage: 'submitted', mayWithdraw: true });
    expect((await citizen.get(`/api/attachments/${file}`)).status).toBe(200);
    expect((await test.citizen().get(`/api/attachments/${file}`)).status).toBe(404);
  });

  it('should be one case with one receipt when it is handed in twice at once', async () => {
    // given
    const citizen = test.citizen();
    const id = draftId();
    const { input } = await drafted(citizen, id);

    // when
    const answers = await Promise.all([1, 2].map(() => citizen.post('/api/applications', input)));
    await citizen.put(`/api/drafts/${id}`, DRAFT);
    const again = await citizen.post('/api/applications', input);
    test.clock.advance(25 * 3_600_000);
    const late = await citizen.post('/api/applications', input);

    // then
    const [first, second] = answers;
    expect([first?.status, second?.status, again.status, late.status]).toEqual([
      201, 201, 201, 409,
    ]);
    expect([second?.body, again.body]).toEqual([first?.body, first?.body]);
    const { number, queryCode } = first?.body ?? {};
    expect((await citizen.post('/api/track', { number, queryCode })).status).toBe(200);
    const { records } = test.server.deps;
    expect(await records.transaction((tx) => tx.count('CaseFile', { draftId: id }))).toBe(1);
  });

  it('should not take files of another kind, nor those of somebody else', async () => {
    // given
    const citizen = test.citizen();
    const id = draftId();
    await citizen.put(`/api/drafts/${id}`, {
      processKey: 'temporary-relief',
      formKey: 'tr-f1',
      data: {},
    });
    const foreign = await (await test.as('clerk1')).upload({});

    // when
    const script = await citizen.send(
      'PUT',
      `/api/attachments?class=identity&fileName=a.pdf&draft=${id}`,
      Buffer.from('<script>alert(1)</script>'),
      'application/pdf',
    );
    const stolen = await citizen.post('/api/applications', {
      processKey: 'temporary-relief',
      channel: 'web',
      unitCode: VILLAGE,
      data: application(foreign),
    });

    // then
    expect([script.status, stolen.status]).toEqual([422, 422]);
  });

  it('should be locked after five wrong query codes', async () => {
    const { number, queryCode } = await lodge(await test.as('clerk1'));
    const citizen = test.citizen();
    for (let at = 0; at < 5; at += 1) {
      await citizen.post('/api/track', { number, queryCode: '0000-0000-0000' });
    }
    expect((await citizen.post('/api/track', { number, queryCode })).status).toBe(403);
    test.clock.advance(31 * 60_000);
    expect((await citizen.post('/api/track', { number, queryCode })).status).toBe(200);
  });
});

describe('a case', () => {
  it('should be seen by its own town and not by another', async () => {
    const { number } = await lodge(await test.as('clerk1'));
    const find = async (username: string) => {
      const client = await test.as(username);
      const { body } = await client.get(`/api/cases?q=${number}`);
      return body.items.length;
    };
    expect([await find('relief1'), await find('relief2'), await find('civil1')]).toEqual([1, 0, 1]);
  });

  it('should not be opened by a village of another town', async () => {
    const { caseId } = await lodge(await test.as('clerk1'));
    const own = await (await test.as('clerk1')).get(`/api/cases/${caseId}`);
    const other = await (await test.as('relief2')).get(`/api/cases/${caseId}`);
    expect([own.status, other.status]).toEqual([200, 404]);
    expect(own.body.facts).toContainEqual({ label: '证件号码', value: '2199**********9905' });
    expect(own.body.forms[0].data.applicant).toMatchObject({
      name: '赵甲乙',
      idNo: '2199**********9905',
    });
  });
});

describe('a definition', () => {
  it('should be drawn by one person and published by another', async () => {
    // given
    const designer = await test.as('designer1');
    const publisher = await test.as('publisher1');
    const { body: list } = await designer.get('/api/definitions');
    const [entry] = list.items;
    const { version } = entry.versions[0];
    const { body } = await designer.get(`/api/definitions/${entry.processKey}/${version}`);
    const base = `/api/definitions/${entry.processKey}`;

    // when
    const draft = await designer.put(`${base}/draft`, { files: body.files, note: '试改' });
    const own = await designer.post(`${base}/publish`);
    const submitted = await designer.post(`${base}/submit`);
    const published = await publisher.post(`${base}/publish`);

    // then
    expect(draft.body).toEqual({ version: version + 1 });
    expect(own.status).toBe(403);
    expect([submitted.status, submitted.body.detail]).toEqual([200, undefined]);
    expect(published.body).toMatchObject({ status: 'published', version: version + 1 });
    expect((await (await test.as('clerk1')).get('/api/definitions')).status).toBe(403);
  }, 120_000);
});

describe('the pages without script', () => {
  it('should show the entrance and a case, and run no script', async () => {
    const { number, queryCode } = await lodge(await test.as('clerk1'));
    const citizen = test.citizen();
    const entrance = await citizen.get('/');
    const found = await citizen.send(
      'POST',
      '/track',
      new URLSearchParams({ number, queryCode }).toString(),
      'application/x-www-form-urlencoded',
    );
    expect([entrance.status, found.status]).toEqual([200, 200]);
    expect(String(found.body)).toContain('赵**');
    expect(String(found.body)).not.toContain('赵甲乙');
    expect(found.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});
