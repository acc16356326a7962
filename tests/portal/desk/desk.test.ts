import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeViolations, openPage, startBrowser, takePicture } from '../../support/browser.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { complete, lodge } from '../../support/temporary-relief.ts';
import { until } from '../../support/until.ts';
import { signedIn } from './signed-in.ts';

const WITHIN_MS = 240_000;

let test: TestServer;
let browser: Browser;

beforeAll(async () => {
  [test, browser] = await Promise.all([startTestServer(), startBrowser()]);
}, WITHIN_MS);

afterAll(async () => {
  await browser?.close();
  await test?.stop();
});

/** Waits until so many tasks wait for the relief officer. */
async function waiting(count: number): Promise<void> {
  const relief = await test.as('relief1');
  await until(`${count} tasks for relief1`, async () => {
    const { body } = await relief.get('/api/work-list?view=office');
    return body.items.length >= count;
  });
}

describe('the sign-in', () => {
  it(
    'should say what was wrong where it was typed, and let the right password in',
    async () => {
      // given
      const { page, context, complaints } = await openPage(browser, 'web', test.clock.now());
      await page.goto(`${test.url}/desk/`);
      await page.getByLabel('账号').fill('relief1');
      await page.getByLabel('密码').fill('wrong');
      // when
      await page.keyboard.press('Enter');
      // then
      await page.getByRole('alert').waitFor();
      expect(await page.title()).toBe('登录办公台 · 云格');
      expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, 'desk-sign-in-refused');
      // when
      await page.getByLabel('密码').fill('yunge-demo-2026');
      await page.keyboard.press('Enter');
      // then
      await page.getByText('手上没有待办').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, 'desk-empty');
      expect(complaints).toEqual([]);
      await context.close();
    },
    WITHIN_MS,
  );
});

describe('the work list', () => {
  it(
    'should let an officer claim, accept and go on to the next case by keys alone',
    async () => {
      // given
      const clerk = await test.as('clerk1');
      await lodge(clerk);
      await lodge(clerk, { applicant: second });
      await waiting(2);
      const { page, context, complaints } = await signedIn(browser, test, 'relief1');
      await page.getByRole('link', { name: /本中心待领/ }).press('Enter');
      await page
        .getByRole('row', { name: /受理审查/ })
        .first()
        .waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, 'desk-office');
      // when
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('c');
      await page.getByRole('button', { name: '受理', exact: true }).waitFor();
      await page.keyboard.press('Control+Enter');
      // then
      const summary = page.locator('.error-summary');
      await summary.waitFor();
      expect(await page.evaluate('document.activeElement.className')).toBe('error-summary');
      expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, 'desk-case-errors');
      // when
      for (const question of ['属于本机关职责', '材料齐全、符合法定形式']) {
        const group = page.getByRole('group', { name: question });
        await group.getByRole('radio', { name: '是' }).press('Space');
      }
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: '确认受理' }).waitFor();
      await takePicture(page, 'desk-case-confirm');
      await page.keyboard.press('Control+Enter');
      // then
      await page.getByText('已办理：受理审查 · 受理').waitFor();
      expect(await page.evaluate('document.activeElement !== document.body')).toBe(true);
      expect(complaints).toEqual([]);
      await context.close();
    },
    WITHIN_MS,
  );

  it(
    'should keep the view, the order and the selected row in the URL',
    async () => {
      // given
      const { page, context } = await signedIn(browser, test, 'relief1');
      await page.goto(`${test.url}/desk/?page=list&view=all&sort=received`);
      await page.getByRole('row').nth(1).waitFor();
      await page.keyboard.press('j');
      const place = page.url();
      // when
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: '事实' }).waitFor();
      await page.goBack();
      // then
      await page.getByRole('row').nth(1).waitFor();
      expect(page.url()).toBe(place);
      await context.close();
    },
    WITHIN_MS,
  );

  it(
    'should fire no key while the person types',
    async () => {
      // given
      const { page, context } = await signedIn(browser, test, 'relief1');
      const place = page.url();
      // when
      await page.keyboard.press('/');
      await page.keyboard.type('jkc?');
      // then
      expect(await page.getByRole('searchbox').inputValue()).toBe('jkc?');
      expect(page.url()).toBe(place);
      // when
      await page.getByRole('searchbox').fill('赵甲');
      await page.keyboard.press('Enter');
      // then
      await page.getByRole('heading', { name: '搜索“赵甲”' }).waitFor();
      await page.getByRole('main').getByRole('listitem').first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, 'desk-found');
      await context.close();
    },
    WITHIN_MS,
  );
});

describe('the case page', () => {
  it(
    'should show what is known, tab by tab, and the diagram with where the case is',
    async () => {
      // given
      const clerk = await test.as('clerk1');
      const { caseId } = await lodge(clerk, { applicant: third });
      const { page, context, complaints } = await signedIn(browser, test, 'relief1');
      await waiting(1);
      await page.goto(`${test.url}/desk/?page=case&case=${caseId}`);
      // when
      for (const tab of ['材料', '意见', '动态', '文书', '流程图', '事实']) {
        await page.getByRole('tab', { name: tab }).press('Enter');
        await page.getByRole('tabpanel', { name: tab }).waitFor();
        if (tab === '流程图') await page.locator('.is-active').first().waitFor();
        // then
        expect(await axeViolations(page)).toEqual([]);
        await takePicture(page, `desk-case-${tab}`);
      }
      expect(await page.getByText('219921198001019905').count()).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    },
    WITHIN_MS,
  );

  it(
    'should tick what is missing into a notice and keep it as a draft on the server',
    async () => {
      // given
      const clerk = await test.as('clerk1');
      await lodge(clerk, { applicant: fourth });
      await waiting(1);
      await complete(test, ['relief1', 'accept', 'supplement'], {
        competent: true,
        complete: false,
      });
      const relief = await test.as('relief1');
      const taskId = await until('the notice', async () => {
        const { body } = await relief.get('/api/work-list?view=office');
        return body.items.find(
          (one: { elementId: string }) => one.elementId === 'supplementCompose',
        )?.taskId;
      });
      const { page, context } = await signedIn(browser, test, 'relief1');
      await page.goto(`${test.url}/desk/?page=case&task=${taskId}`);
      await page.getByRole('button', { name: '领取并办理' }).press('Enter');
      // when
      await page.getByRole('checkbox', { name: /^缺：/ }).first().press('Space');
      // then
      await page.getByText(/已存草稿/).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, 'desk-notice');
      const { body } = await relief.get(`/api/tasks/${taskId}`);
      expect(body.data.items).toHaveLength(1);
      await context.close();
    },
    WITHIN_MS,
  );
});

const someone = {
  idType: 'resident',
  mobile: '15400000001',
  hukouCode: '219921101200',
  liveCode: '219921101200',
  liveAddr: '苇东村一组12号',
};
const second = { ...someone, name: '钱甲丙', idNo: '219921198001019905' };
const third = { ...someone, name: '孙甲丁', idNo: '219921198001019905' };
const fourth = { ...someone, name: '李乙甲', idNo: '219921198001019905' };
