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
    authorise: {
      agreed: true,
      signatures: [{ name: '赵甲乙', signature: 'data:image/png;base64,aQ==' }],
    },
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

/** Waits until a task of a case exists in the database, which costs less than asking over HTTP. */
export function taskOf(test: TestServer, number: string, elementId: string) {
  const { records } = test.server.deps;
  return until(`${elementId} of ${number}`, () =>
    records.transaction(async (tx) => {
      const found = await tx.one('CaseFile', { number });
      const open = {
        caseId: found?.id ?? '',
        elementId,
        state: { $in: ['open', 'claimed'] as const },
      };
      return found && tx.one('Task', open);
    }),
  );
}

/** Claims a task of a case for a person as soon as it is there. */
export async function claimOf(
  test: TestServer,
  number: string,
  [username, elementId]: readonly [string, string],
) {
  const client = await test.as(username);
  const { id: taskId, leaseVersion } = await taskOf(test, number, elementId);
  const claimed = await client.post(`/api/tasks/${taskId}/claim`, { leaseVersion });
  if (claimed.status !== 200) throw new Error(`${elementId}: ${JSON.stringify(claimed.body)}`);
  return { client, taskId, view: claimed.body };
}

/** Claims a task and completes it by its first action, or by the one that is named. */
export async function completeOf(
  test: TestServer,
  number: string,
  [username, elementId, action]: readonly [string, string, string?],
  data: object = {},
) {
  const { client, view, taskId } = await claimOf(test, number, [username, elementId]);
  const answer = await client.post(`/api/tasks/${taskId}/complete`, {
    leaseVersion: view.task.leaseVersion,
    action: action ?? view.actions[0].id,
    data: { ...view.prefill, ...view.data, ...data },
    opinion: { text: '情况属实' },
  });
  if (answer.status !== 422) return answer;
  throw new Error(`${elementId}: ${JSON.stringify(answer.body)}`);
}

/** Completes the first task of a step in the office of a person, whatever its case. */
export async function complete(
  test: TestServer,
  [username, elementId, action]: readonly [string, string, string],
  data: object = {},
) {
  const client = await test.as(username);
  const { records } = test.server.deps;
  const number = await until(`${elementId} for ${username}`, async () => {
    const isThere = await records.transaction((tx) =>
      tx.one('Task', { elementId, state: { $in: ['open', 'claimed'] as const } }),
    );
    if (isThere === undefined) return undefined;
    const { body } = await client.get('/api/work-list?view=office');
    const item = body.items.find((one: { elementId: string }) => one.elementId === elementId);
    return item?.caseNumber as string | undefined;
  });
  const answer = await completeOf(test, number, [username, elementId, action], data);
  if (answer.status !== 200) throw new Error(`${elementId}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
