import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, openPage, startBrowser, takePicture } from '../../support/browser.ts';
import { draftId, startTestServer, type TestServer } from '../../support/server.ts';
import { application, VILLAGE } from '../../support/temporary-relief.ts';
import { answerAll, browserTime, mouseHand } from './journey.ts';

const JOURNEY_MS_MAX = 240_000;
const ELDER_TEXT_PX = 18;
const ELDER_TARGET_PX = 60;
/** Chinese that stands on an English page by right: the name of the other language. */
const HAN = /\p{Script=Han}/u;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer(browserTime());
  browser = await startBrowser();
}, JOURNEY_MS_MAX);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Looks at a page with axe and keeps a picture of it. */
async function look(page: Page, name: string): Promise<void> {
  await takePicture(page, `citizen-${name}`);
  expect(await axeViolations(page)).toEqual([]);
}

async function lodged(): Promise<{ number: string; queryCode: string }> {
  const citizen = server.citizen();
  const draft = draftId();
  const begun = { processKey: 'temporary-relief', formKey: 'tr-f1', data: {} };
  await citizen.put(`/api/drafts/${draft}`, begun);
  const file = await citizen.upload({ class: 'identity', draft });
  const answer = await citizen.post('/api/applications', {
    processKey: 'temporary-relief',
    channel: 'web',
    unitCode: VILLAGE,
    data: application(file),
    attachmentIds: [file],
    draftId: draft,
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

describe('citizen on phone and web', () => {
  it(
    'should track without script, from the entrance to the page of the case',
    async () => {
      // given
      const { number, queryCode } = await lodged();
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
      const page = await context.newPage();

      // when
      await page.goto(`${server.url}/`);
      await takePicture(page, 'citizen-entrance');
      await page.click('a:has-text("查询进度")');
      await page.fill('input[name="number"]', number);
      await page.fill('input[name="queryCode"]', '000000000000');
      await page.click('button');
      const refusal = await page.textContent('.error-summary');
      await takePicture(page, 'citizen-track-refused');
      await page.fill('input[name="number"]', number);
      await page.fill('input[name="queryCode"]', queryCode);
      await page.click('button');

      // then
      expect(refusal).toMatch(/受理编号/u);
      expect(await page.textContent('h1')).toContain('已提交，等待受理');
      expect(page.url()).toBe(`${server.url}/track`);
      await takePicture(page, 'citizen-track');
      await context.close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'should be worked by keys alone, with the focus never lost',
    async () => {
      // given
      const { page, context, complaints } = await openPage(browser, 'web', server.clock.now());
      const focused = () => page.evaluate('document.activeElement.tagName');
      const tabTo = async (selector: string) => {
        for (let presses = 0; presses < 60; presses += 1) {
          if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`))
            return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`Expected Tab to reach ${selector}, but it did not`);
      };

      // when
      await page.goto(`${server.url}/citizen/#/apply/temporary-relief`);
      await page.waitForSelector('.start .button-main');
      await tabTo('.start .button-main');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.themed-form');
      expect(await focused()).toBe('H1');
      await tabTo('.actions button');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.error-summary:focus');
      await tabTo('.error-summary a');
      await page.keyboard.press('Enter');

      // then
      expect(await page.evaluate('document.activeElement.name')).toBe('root_emergency');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.waitForSelector('h1:text-is("谁来申请？")');
      expect(await focused()).toBe('H1');
      expect(complaints).toEqual([]);
      await context.close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'should apply on a phone in elder mode, which is the same service, larger',
    async () => {
      // given
      const { page, context, complaints } = await openPage(browser, 'phone', server.clock.now());
      await page.goto(`${server.url}/citizen/`);
      await page.click('.tool:has-text("大字")');
      await look(page, 'phone-elder-home');

      // when
      await page.click('.entry:has-text("申请办事")');
      await page.click('button:has-text("开始申请")');
      await page.waitForSelector('.themed-form');
      await look(page, 'phone-elder-question');
      const [text, target] = await Promise.all([
        page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)'),
        page.evaluate('document.querySelector(".actions button").getBoundingClientRect().height'),
      ]);
      await answerAll(page, mouseHand(page));
      await look(page, 'phone-elder-check');
      await page.click('button:has-text("提交申请")');
      await page.waitForSelector('h1:text-is("已提交")');
      await look(page, 'phone-elder-receipt');

      // then
      expect(text).toBeGreaterThanOrEqual(ELDER_TEXT_PX);
      expect(target).toBeGreaterThanOrEqual(ELDER_TARGET_PX);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      expect(complaints).toEqual([]);
      await context.close();
    },
    JOURNEY_MS_MAX,
  );

  it('should take materials for the case that is being tracked', async () => {
    // given
    const { number, queryCode } = await lodged();
    const citizen = server.citizen();
    await expect(citizen.upload({ class: 'supplement' })).rejects.toThrow('forbidden');

    // when
    await citizen.post('/api/track', { number, queryCode });

    // then
    expect(await citizen.upload({ class: 'supplement' })).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it(
    'should withdraw when the person confirms it',
    async () => {
      // given
      const { number, queryCode } = await lodged();
      const { page, context } = await openPage(browser, 'phone', server.clock.now());
      await page.goto(`${server.url}/citizen/#/track`);
      await page.fill('#root_number', number);
      await page.fill('#root_code', queryCode);
      await page.click('button:has-text("查询")');
      await page.waitForSelector('.steps');
      await look(page, 'phone-case');

      // when
      await page.click('a:has-text("撤回申请")');
      await page.click('button:has-text("确认撤回")');
      await page.waitForSelector('.error-summary:focus');
      await look(page, 'phone-withdraw-error');
      await page.click('label:has-text("我确认撤回这次申请")');
      await page.click('button:has-text("确认撤回")');

      // then
      await page.waitForSelector('.done:has-text("撤回已提交")');
      await look(page, 'phone-withdrawn');
      await context.close();
    },
    JOURNEY_MS_MAX,
  );

  it(
    'should speak English where it speaks at all',
    async () => {
      // given
      const { page, context } = await openPage(browser, 'web', server.clock.now());
      await page.goto(`${server.url}/citizen/`);

      // when
      await page.click('.tool:has-text("English")');
      await page.waitForSelector('h1:text-is("What do you need?")');

      // then
      const shown = (await page.locator('main, .foot').allInnerTexts()).join('\n');
      expect(shown).not.toMatch(HAN);
      await page.goto(`${server.url}/citizen/#/track`);
      await page.click('button:has-text("Search")');
      expect(await page.textContent('main')).not.toMatch(HAN);
      await look(page, 'web-english-error');
      await context.close();
    },
    JOURNEY_MS_MAX,
  );
});
