import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  axeViolations,
  openPage,
  printedSheets,
  startBrowser,
  type TestPage,
  takePicture,
} from '../../support/browser.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { answerAll, browserTime, type Hand, touchHand } from './journey.ts';

const JOURNEY_MS_MAX = 240_000;
const SECOND_MS = 1000;

let server: TestServer;
let browser: Browser;
let open: TestPage;
let page: Page;
let hand: Hand;

beforeAll(async () => {
  server = await startTestServer(browserTime());
  browser = await startBrowser();
  open = await openPage(browser, 'terminal', server.clock.now());
  page = open.page;
  hand = touchHand(page);
}, JOURNEY_MS_MAX);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Looks at the page with axe and keeps a picture of it. */
async function look(name: string): Promise<void> {
  await takePicture(page, `terminal-${name}`);
  expect(await axeViolations(page)).toEqual([]);
}

describe('citizen at the terminal', () => {
  let number = '';
  let queryCode = '';

  it(
    'should begin with six tiles and the bar that is always there',
    async () => {
      // when
      await page.goto(`${server.url}/terminal/`);
      await page.waitForSelector('.tile');

      // then
      expect(await page.locator('.tile').count()).toBe(6);
      expect(await page.locator('.bottom-bar button').allTextContents()).toEqual([
        '返回',
        '首页',
        '找人帮忙',
        '结束',
      ]);
      await look('1-start');
    },
    JOURNEY_MS_MAX,
  );

  it(
    'should say what is wrong, where, and take the focus there',
    async () => {
      // given
      await hand.press('.tile:has-text("申请办事")');
      await hand.press('button:has-text("开始申请")');
      await page.waitForSelector('.themed-form');

      // when
      await hand.press('.actions button[type="submit"]');

      // then
      await page.waitForSelector('.error-summary:focus');
      expect(await page.title()).toMatch(/^错误：/u);
      expect(await page.locator('input[type="radio"][aria-invalid="true"]').count()).toBe(2);
      await look('2-error');
    },
    JOURNEY_MS_MAX,
  );

  it(
    'should take the corrected application by touch alone and give the receipt',
    async () => {
      // when
      await answerAll(page, hand);
      await look('3-check');
      const check = await page.textContent('main');
      await hand.press('button:has-text("提交申请")');
      await page.waitForSelector('h1:text-is("已提交")');

      // then
      expect(check).toContain('2199**********9905');
      expect(check).not.toContain('219921198001019905');
      const [shownNumber, shownCode] = await page.locator('.receipt-number').allTextContents();
      number = (shownNumber ?? '').replaceAll(' ', '');
      queryCode = (shownCode ?? '').replaceAll(' ', '');
      expect(number).toMatch(/^\d{21}$/u);
      expect(queryCode).toMatch(/^[0-9A-Z]{12}$/u);
      await look('4-receipt');
      for (const paper of ['sheet', 'roll']) {
        await page.evaluate(`document.documentElement.dataset.paper = '${paper}'`);
        expect(await printedSheets(page, `receipt-${paper}`)).toBe(1);
      }
    },
    JOURNEY_MS_MAX,
  );

  it(
    'should keep nothing of the person when the session is ended',
    async () => {
      // when
      await hand.press('.bottom-bar button:has-text("结束")');
      await page.waitForSelector('.tile');

      // then
      const kept = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])';
      const storage = String(await page.evaluate(kept));
      expect(storage).not.toMatch(/赵|2199|1540/u);
      await page.goBack();
      expect(await page.textContent('body')).not.toContain(number);
    },
    JOURNEY_MS_MAX,
  );

  it(
    'should show how far the case is to who has number and code',
    async () => {
      // given
      await page.goto(`${server.url}/terminal/`);
      await hand.press('.tile:has-text("查询进度")');
      await hand.type('number', number);
      await hand.type('code', queryCode);

      // when
      await hand.press('button:has-text("查询")');
      await page.waitForSelector('.steps');

      // then
      expect(await page.textContent('main')).toContain('赵**');
      expect(page.url()).not.toContain(number);
      await look('5-case');
    },
    JOURNEY_MS_MAX,
  );

  it(
    'should ask after a minute without a touch, and wipe after twenty seconds more',
    async () => {
      // given
      await hand.press('h1');

      // when
      await page.clock.runFor(61 * SECOND_MS);
      await page.waitForSelector('.countdown');
      await takePicture(page, 'terminal-6-countdown');
      expect(await axeViolations(page, '.countdown')).toEqual([]);
      await hand.press('.countdown .button-main');
      await page.waitForSelector('.countdown', { state: 'detached' });
      await page.clock.runFor(61 * SECOND_MS);
      await page.waitForSelector('.countdown');
      await page.clock.runFor(21 * SECOND_MS);

      // then
      await page.waitForSelector('.tile');
      expect(await page.textContent('body')).not.toContain(number);
      expect((await open.context.cookies()).map(({ name }) => name)).not.toContain('yunge_track');
      expect(open.complaints).toEqual([]);
    },
    JOURNEY_MS_MAX,
  );
});
