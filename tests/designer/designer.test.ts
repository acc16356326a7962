import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { signedIn } from '../portal/desk/signed-in.ts';
import { axeViolations, startBrowser, takePicture } from '../support/browser.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { lodge } from '../support/temporary-relief.ts';
import { until } from '../support/until.ts';

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

/** Opens a version and waits until its diagram stands. */
async function openVersion(page: Page, version: number): Promise<void> {
  await page.goto(
    `${test.url}/designer/?process=temporary-relief&version=${version}&element=accept`,
  );
  await page.locator('[data-element-id="accept"]').first().waitFor();
}

/** The texts that the tools asked for and nobody has translated. */
function missingWords(page: Page): Promise<string[]> {
  return page.evaluate('[...globalThis.yungeMissingWords]');
}

describe('the designer', () => {
  it(
    'should change a label, submit it, and let a second person publish it',
    async () => {
      // given
      await lodge(await test.as('clerk1'));
      const designer = await test.as('designer1');
      await until('a running case', async () => {
        const { body } = await designer.get('/api/definitions/temporary-relief/1');
        return body.running.some((one: { elementId: string }) => one.elementId === 'accept');
      });
      const { page, context, complaints } = await signedIn(browser, test, 'designer1');
      await page.goto(`${test.url}/designer/`);
      await page.getByRole('link', { name: '打开第 1 版' }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, 'designer-list');
      // when
      await openVersion(page, 1);
      // then
      await page.getByTitle('1 件案件正在这个环节').waitFor();
      expect(await page.locator('.bjs-powered-by').isVisible()).toBe(true);
      expect(await axeViolations(page)).toEqual([]);
      await takePicture(page, 'designer-modeler');
      // when
      await page.locator('.bio-properties-panel-header-label', { hasText: '受理审查' }).waitFor();
      await page.getByText('基本', { exact: true }).click();
      await page.locator('#bio-properties-panel-name').fill('受理登记');
      await page.keyboard.press('Tab');
      await page.getByText('有改动没有保存').waitFor();
      await page.getByRole('button', { name: '存草稿' }).click();
      await page.getByRole('heading', { name: /第 2 版/ }).waitFor();
      await page.getByRole('button', { name: '提交发布' }).click();
      // then
      await page.getByText('等待发布').waitFor();
      await takePicture(page, 'designer-submitted');
      expect(await missingWords(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();

      // given
      const second = await signedIn(browser, test, 'publisher1');
      await openVersion(second.page, 2);
      // when
      await second.page.getByRole('button', { name: '发布', exact: true }).click();
      // then
      await second.page.getByText('1 件在办仍按第 1 版办理').waitFor();
      expect(await axeViolations(second.page)).toEqual([]);
      await takePicture(second.page, 'designer-publish');
      // when
      await second.page.getByRole('button', { name: '确认发布' }).click();
      // then
      await second.page.getByText('第 2 版已发布').waitFor();
      const { body } = await designer.get('/api/definitions');
      expect(body.items[0].versions).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ version: 1, runningCases: 1 }),
          expect.objectContaining({ version: 2, status: 'published' }),
        ]),
      );
      expect(second.complaints).toEqual([]);
      await second.context.close();
    },
    WITHIN_MS,
  );

  it(
    'should show the decision tables by name, in Chinese',
    async () => {
      // given
      const { page, context, complaints } = await signedIn(browser, test, 'designer1');
      await openVersion(page, 1);
      // when
      await page.getByText('决策表', { exact: true }).click();
      // then
      await page.locator('.tjs-table').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await missingWords(page)).toEqual([]);
      await takePicture(page, 'designer-decisions');
      expect(complaints).toEqual([]);
      await context.close();
    },
    WITHIN_MS,
  );

  it(
    'should refuse the author who tries to publish, and anybody without the right to look',
    async () => {
      // given
      const { page, context } = await signedIn(browser, test, 'relief1');
      // when
      await page.goto(`${test.url}/designer/`);
      // then
      await page.getByRole('heading', { name: '不能看流程设计' }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      const designer = await test.as('designer1');
      expect((await designer.post('/api/definitions/temporary-relief/publish')).status).toBe(403);
      await context.close();
    },
    WITHIN_MS,
  );
});
