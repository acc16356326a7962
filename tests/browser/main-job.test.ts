import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { watchDeadlines } from '../../server/usecases/watch-deadlines.ts';
import { browserTime } from '../portal/citizen/journey.ts';
import { printedSheets, startBrowser } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { lodge } from '../support/temporary-relief.ts';
import { until } from '../support/until.ts';
import { readTracking, type Slip } from './citizen-hand.ts';
import { answerNotice, evaluate, keepDocuments, object } from './citizen-steps.ts';
import { changeAndPublish } from './designer-hand.ts';
import { DeskHand, type DeskStep, look } from './desk-hand.ts';
import { fillForm } from './form-hand.ts';
import {
  APPLICATION,
  CALLBACK,
  CASH,
  CLUE,
  CORRECTION,
  DANGER,
  MEETING,
  SOMEBODY,
  SOMEBODY_ELSE,
  VISIT,
  VOUCHER,
} from './main-job-answers.ts';

/** Generous: the machine may be shared; it takes three minutes on two free cores. */
const WITHIN_MS = 600_000;
const DAY_MS = 86_400_000;
const DAYS_MAX = 8;
const MOMENT_MS = 1000;

let test: TestServer;
let browser: Browser;
let desk: DeskHand;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestServer(browserTime()), startBrowser()]);
  desk = new DeskHand(browser, test);
}, WITHIN_MS);

afterAll(async () => {
  await browser?.close();
  await test?.stop();
});

/** Lets days go by until something has come about; everybody signs in anew afterwards. */
async function daysUntil(name: string, probe: () => Promise<boolean>): Promise<void> {
  await desk.close();
  for (let day = 0; day < DAYS_MAX; day += 1) {
    test.clock.advance(DAY_MS);
    await test.server.engine?.wake();
    await watchDeadlines(test.server.deps);
    if (await until(name, probe, MOMENT_MS).catch(() => false)) return;
  }
  throw new Error(`Expected ${name} within ${DAYS_MAX} days`);
}

/** Whether a step of a case waits for somebody. */
function waits(number: string, elementId: string): Promise<boolean> {
  return test.server.deps.records.transaction(async (tx) => {
    const found = await tx.one('CaseFile', { number });
    return (await tx.count('Task', { caseId: found?.id ?? '', elementId, state: 'open' })) > 0;
  });
}

/** Number and code as they stand on the receipt. */
async function slipOf(page: Page): Promise<Slip> {
  const text = async (part: string) => ((await page.textContent(part)) ?? '').replace(/\s/gu, '');
  return { number: await text('.receipt-number'), queryCode: await text('.receipt-code') };
}

/** How the first step of a case is called, and by which version of the procedure. */
async function stepOf(number: string): Promise<{ name: string; version: number }> {
  return test.server.deps.records.transaction(async (tx) => {
    const found = await tx.one('CaseFile', { number });
    const caseId = found?.id ?? '';
    const task = await tx.one('Task', { caseId, elementId: 'accept' });
    return { name: task?.name ?? '', version: found?.processVersion ?? 0 };
  });
}

async function workAll(number: string, steps: readonly DeskStep[]): Promise<void> {
  for (const step of steps) await desk.work(number, step);
}

describe('a clue from patrol', () => {
  it(
    'should become 300 yuan of the community after its committee has voted',
    async () => {
      // given
      const page = await desk.window('grid1', 'phone');
      await page.goto(`${test.url}/desk/?page=clue`);
      await page.locator('.clue-send').click();
      await page.locator('.error-summary').waitFor();
      await look(page, 'clue-errors');
      // when
      await fillForm(page, CLUE);
      await look(page, 'clue-filled');
      await page.locator('.clue-send').click();
      await page.getByRole('heading', { name: '线索已上报' }).waitFor();
      await look(page, 'clue-receipt');
      const { number } = await slipOf(page);
      await desk.close();
      await workAll(number, [
        {
          by: 'gridhead1',
          task: 'verifyClue',
          answers: {
            facts: '入户核实，老人生病，暂无收入来源，情况属实。',
            suggestion: '社区帮扶资金',
            amountFen: '300',
          },
          action: '完成',
        },
        {
          by: 'village1',
          task: 'collectiveAgenda',
          answers: { topic: '研究社区帮扶资金使用', heldOn: '2026-11-24' },
          action: '召集会议',
        },
        { by: 'village1', task: 'collectiveMeeting', answers: MEETING, action: '登记表决结果' },
        {
          by: 'village1',
          task: 'collectiveMinutes',
          answers: { minutes: '会议研究同意给予帮扶三百元，由两人当面发放。', correct: true },
          action: '签字',
        },
        { by: 'clerk1', task: 'communityPay', answers: CASH, action: '完成' },
        { by: 'member1', task: 'communityPay', action: '完成' },
        {
          by: 'village1',
          task: 'communityDisclose',
          answers: { places: ['村（社区）公示栏'], publishedOn: '2026-11-24' },
          action: '完成',
        },
        {
          by: 'callback1',
          task: 'callbackCall',
          answers: CALLBACK,
          action: '已回访',
        },
      ]);
      // then
      const found = await until('the case to be closed', () =>
        test.server.deps.records.transaction(async (tx) => {
          const row = await tx.one('CaseFile', { number });
          return row?.state === 'closed' ? row : undefined;
        }),
      );
      expect(found).toMatchObject({ fund: 'community', amountFen: 30_000 });
      await desk.close();
    },
    WITHIN_MS,
  );
});

describe("an application on a family's behalf", () => {
  it(
    'should lead from the clerk over town, notice, visit and publicity to money and archive',
    async () => {
      // given
      const world = [browser, test] as const;
      const slip = await lodgedByClerk();
      const { number } = slip;
      await readTracking(world, slip, '等待受理');
      // when
      await desk.work(number, {
        by: 'relief1',
        task: 'accept',
        answers: { competent: '是', complete: '否' },
        action: '一次性告知补正',
      });
      await desk.work(number, {
        by: 'relief1',
        task: 'supplementCompose',
        answers: {
          items_0_material: '诊断证明',
          items_0_problem: '没有提交。',
          items_0_howToFix: '到医院补开后拍照上传。',
          items_1_material: '事故认定书',
          items_1_problem: '照片模糊，看不清印章。',
          items_1_howToFix: '重新拍照上传。',
        },
        action: '发出告知书',
      });
      await answerNotice(await readTracking(world, slip, '需要您补充'));
      await workAll(number, [
        {
          by: 'relief1',
          task: 'accept',
          answers: { competent: '是', complete: '是' },
          action: '受理',
        },
        {
          by: 'relief1',
          task: 'meansCheck',
          answers: { available: '否', result: '无法核对，转人工调查' },
          action: '完成',
        },
      ]);
      await readTracking(world, slip, '正在办理');
      await workAll(number, [
        { by: 'relief1', task: 'visit', answers: VISIT, action: '完成调查' },
        { by: 'gridhead1', task: 'visit', action: '完成调查' },
        {
          by: 'review1',
          task: 'review',
          answers: { method: ['救助金'], text: '情况属实，建议救助。' },
          action: '同意',
        },
        {
          by: 'sochead1',
          task: 'opinion',
          answers: { method: ['救助金'], text: '同意。' },
          action: '同意',
        },
        {
          by: 'disclose1',
          task: 'publicityPost',
          answers: { places: ['村（社区）公示栏'], checked: true, phone: '0427-1234567' },
          action: '张贴公示',
        },
      ]);
      await object(await readTracking(world, slip, '公示'));
      await desk.work(number, {
        by: 'review1',
        task: 'objectionReview',
        answers: { facts: '重新走访邻居并核对票据，情况属实。', reply: '经复核，符合救助条件。' },
        action: '异议不成立',
      });
      await daysUntil('the approval', () => waits(number, 'deputyApprove'));
      await workAll(number, [
        {
          by: 'deputy1',
          task: 'deputyApprove',
          answers: { method: ['救助金'], text: '准予救助。' },
          action: '准予',
        },
        {
          by: 'seal1',
          task: 'sealDecision',
          answers: { checked: true, sealName: '青芦镇人民政府' },
          action: '用印',
        },
        {
          by: 'accountant1',
          task: 'voucher',
          answers: VOUCHER,
          action: '完成',
        },
        { by: 'cashier1', task: 'payout', answers: VOUCHER, action: '已支付' },
        {
          by: 'disclose1',
          task: 'discloseResult',
          answers: { places: ['村（社区）公示栏'], publishedOn: '2026-11-24', filed: '是' },
          action: '完成',
        },
      ]);
      const closed = await readTracking(world, slip, '已办结');
      await keepDocuments(closed, test.url);
      await closed.context().close();
      await workAll(number, [
        {
          by: 'callback1',
          task: 'callbackCall',
          answers: CALLBACK,
          action: '已回访',
        },
      ]);
      await evaluate(await readTracking(world, slip, '评价'));
      await daysUntil('the archive', () => waits(number, 'registerArchive'));
      await desk.work(number, {
        by: 'seal1',
        task: 'registerArchive',
        answers: { complete: true, volume: '2026-001', keep: '10年' },
        action: '归档',
      });
      // then
      await until('the case to be archived', () =>
        test.server.deps.records.transaction(
          async (tx) => (await tx.one('CaseFile', { number }))?.state === 'archived',
        ),
      );
      await desk.close();
    },
    WITHIN_MS,
  );
});

/** The clerk fills in the application with the family: three wrong answers are told and put right. */
async function lodgedByClerk(): Promise<Slip> {
  const page = await desk.window('clerk1');
  await page.goto(`${test.url}/desk/?page=lodge`);
  await page.getByRole('radio', { name: '当面口头同意' }).check();
  await page.fill('#consent-by', '钱丁甲');
  await page.fill('#consent-relation', '本人');
  await page.fill('#consent-witness', '邹甲十');
  await fillForm(page, APPLICATION);
  await page.getByRole('button', { name: '提交申请' }).click();
  const summary = page.locator('.error-summary');
  await summary.waitFor();
  await look(page, 'lodge-errors');
  expect(await summary.getByRole('link').allInnerTexts()).toEqual([
    '身份证号码不对，请对照证件逐位核对18位号码。',
    '发生日期不是有效的日期，请检查。',
    '银行账号不对，请对照银行卡核对。',
  ]);
  await summary.getByRole('link').first().click();
  expect(await page.evaluate('document.activeElement.id')).toBe('root_applicant_idNo');
  await fillForm(page, CORRECTION);
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('heading', { name: '申请已提交' }).waitFor();
  await look(page, 'lodge-receipt');
  expect(await printedSheets(page, 'lodge-receipt-a4', { format: 'A4' })).toBe(1);
  const roll = { width: '80mm', height: '200mm' };
  expect(await printedSheets(page, 'lodge-receipt-roll', roll)).toBe(1);
  return slipOf(page);
}

describe('the emergency lane', () => {
  it(
    'should give relief before the papers, and leave the papers to be made good',
    async () => {
      // given
      const slip: Slip = await lodge(await test.as('clerk1'), { emergency: true, cause: 'fire' });
      // when
      await workAll(slip.number, [
        { by: 'deputy1', task: 'confirmEmergency', answers: DANGER, action: '认定紧急' },
        {
          by: 'relief1',
          task: 'emergencyRelief',
          answers: { ...CASH, amountFen: '1000', payee: '赵甲乙', recipientSignature: '赵甲乙' },
          action: '完成',
        },
        { by: 'cashier1', task: 'emergencyRelief', action: '完成' },
        {
          by: 'relief1',
          task: 'awaitEmergencyEnd',
          answers: { endedOn: '2026-11-24', text: '已妥善安置，危险解除。' },
          action: '紧急情况已解除',
        },
      ]);
      // then
      await until('the papers to be due', () => waits(slip.number, 'emergencyVisit'));
      const page = await readTracking([browser, test], slip, '已经先行给予紧急救助');
      await page.context().close();
      await desk.close();
    },
    WITHIN_MS,
  );
});

describe('a change of mind', () => {
  it(
    'should end the case from the tracking page',
    async () => {
      // given
      const slip: Slip = await lodge(await test.as('clerk1'), { applicant: SOMEBODY });
      const page = await readTracking([browser, test], slip, '撤回申请');
      // when
      await page.getByRole('link', { name: '撤回申请' }).click();
      await page.fill('#root_reason', '家里情况好转。');
      await page.check('#root_confirm');
      await look(page, 'withdrawal');
      await page.getByRole('button', { name: '确认撤回' }).click();
      await page.locator('.done').waitFor();
      await page.context().close();
      // then
      const after = await readTracking([browser, test], slip, '您已撤回申请');
      await after.context().close();
    },
    WITHIN_MS,
  );
});

describe('a new version of the procedure', () => {
  it(
    'should change a label and a threshold, and leave the running case on its version',
    async () => {
      // given
      const running: Slip = await lodge(await test.as('clerk1'), { applicant: SOMEBODY });
      await until('the running case', () => waits(running.number, 'accept'));
      // when
      await changeAndPublish(desk, test.url);
      await desk.close();
      // then
      const fresh: Slip = await lodge(await test.as('clerk1'), { applicant: SOMEBODY_ELSE });
      await until('the fresh case', () => waits(fresh.number, 'accept'));
      expect(await stepOf(running.number)).toEqual({ name: '受理审查', version: 1 });
      expect(await stepOf(fresh.number)).toEqual({ name: '受理登记', version: 2 });
    },
    WITHIN_MS,
  );
});
