import type { TestClient, TestServer } from './server.ts';
import { until } from './until.ts';

export const VILLAGE = '219921101200';

/** A whole application of a household in a village of the demo county. */
export function application(identityFile: string, changes: object = {}) {
  return {
    emergency: false,
    applyAs: 'self',
    applicant: {
      name: '赵甲乙',
      idType: 'resident',
      idNo: '219921198001019905',
      mobile: '15400000001',
      hukouCode: VILLAGE,
      liveCode: VILLAGE,
      liveAddr: '苇东村一组12号',
    },
    scope: 'individual',
    identity: ['none'],
    cause: 'illness',
    causeDate: '2026-11-01',
    description: '突发重病住院，花光积蓄，家中没有劳动力，急需帮助渡过难关。',
    lossFen: 0,
    selfPaidFen: 300_000,
    hasOtherHelp: false,
    need: ['money'],
    payBy: 'cash',
    identityFiles: [identityFile],
    expenseFiles: [identityFile],
    deliverBy: 'electronic',
    authorise: { agreed: true, signatures: [{ name: '赵甲乙', signature: 'data:image/png;base64,aQ==' }] },
    commit: true,
    commitSignature: 'data:image/png;base64,aQ==',
    ...changes,
  };
}

/** What two investigators write down about the visit. */
export function visit(changes: object = {}) {
  const signature = 'data:image/png;base64,aQ==';
  return {
    visitors: [
      { name: '沈丙二', capacity: '救助岗', signature },
      { name: '韩丙三', capacity: '救助复核岗', signature },
    ],
    visitedOn: '2026-11-24',
    personsMet: '赵甲乙',
    housing: '砖瓦房三间',
    living: '靠种地为生',
    cause: 'illness',
    persons: 1,
    isBasicLiving: false,
    lossFen: 0,
    selfPaidFen: 300_000,
    otherHelpFen: 0,
    incomeFen: 500_000,
    assetsConform: true,
    childInDanger: false,
    violence: false,
    likelyBasicLiving: false,
    unpaidWages: false,
    disabledUnregistered: false,
    conclusion: 'true',
    severity: 'light',
    familySignature: signature,
    ...changes,
  };
}

/** Lodges an application through the clerk of a village; gives the receipt. */
export async function lodge(clerk: TestClient, changes: object = {}) {
  const file = await clerk.upload({ class: 'identity' });
  const answer = await clerk.post('/api/applications', {
    processKey: 'temporary-relief',
    channel: 'village',
    unitCode: VILLAGE,
    data: application(file, changes),
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** Waits until a task of a step is in the offices of a person, then claims it. */
export async function claim(test: TestServer, username: string, elementId: string) {
  const client = await test.as(username);
  const item = await until(`${elementId} for ${username}`, async () => {
    const { body } = await client.get('/api/work-list?view=office');
    return body.items.find((one: { elementId: string }) => one.elementId === elementId);
  });
  const { body: view } = await client.get(`/api/tasks/${item.taskId}`);
  const { leaseVersion } = view.task;
  const claimed = await client.post(`/api/tasks/${item.taskId}/claim`, { leaseVersion });
  if (claimed.status !== 200) throw new Error(JSON.stringify(claimed.body));
  return { client, view: claimed.body, taskId: item.taskId as string };
}

/** Claims a task and completes it with what the form starts with and the given data. */
export async function complete(
  test: TestServer,
  [username, elementId, action]: readonly [string, string, string],
  data: object = {},
) {
  const { client, view, taskId } = await claim(test, username, elementId);
  const answer = await client.post(`/api/tasks/${taskId}/complete`, {
    leaseVersion: view.task.leaseVersion,
    action,
    data: { ...view.prefill, ...view.data, ...data },
    opinion: { text: '情况属实' },
  });
  if (answer.status !== 200) throw new Error(`${elementId}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
