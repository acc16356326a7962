import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { keepFile } from '../support/browser.ts';
import { look } from './desk-hand.ts';
import { SMALL_PNG } from './form-hand.ts';

/** Answers the notice item by item on the phone page. */
export async function answerNotice(page: Page): Promise<void> {
  await page.locator('.todo a').click();
  await page.getByRole('heading', { name: '诊断证明' }).waitFor();
  await page.click('.actions button[type="submit"]');
  await page.locator('.error-summary').waitFor();
  await look(page, 'supplement-errors');
  const items = page.locator('section.item');
  for (const [at, text] of ['已到医院补开。', '已重新拍照。'].entries()) {
    const item = items.nth(at);
    await item.locator('textarea').fill(text);
    const file = { name: `补交${at + 1}.png`, mimeType: 'image/png', buffer: SMALL_PNG };
    await item.locator('input[type=file]').setInputFiles(file);
    await item.getByText(file.name).waitFor();
  }
  await look(page, 'supplement-answered');
  await page.click('.actions button[type="submit"]');
  await page.locator('.done').waitFor();
  await look(page, 'supplement-sent');
  await page.context().close();
}

/** Objects to what is published, from the tracking page. */
export async function object(page: Page): Promise<void> {
  await page.getByRole('link', { name: '提出异议' }).click();
  await page.fill('#root_text', '听说他家有车，请核实。');
  await look(page, 'objection');
  await page.click('.actions button[type="submit"]');
  await page.locator('.done').waitFor();
  await look(page, 'objection-sent');
  await page.context().close();
}

/** Opens every document of the case and keeps it for people. */
export async function keepDocuments(page: Page, origin: string): Promise<void> {
  const links = page.locator('.documents a[href^="/api/documents/"]');
  const titles = await links.allInnerTexts();
  expect(titles.some((title) => title.includes('决定书'))).toBe(true);
  for (const [at, link] of (await links.all()).entries()) {
    const answer = await page.request.get(`${origin}${await link.getAttribute('href')}`);
    expect([titles[at], answer.headers()['content-type']]).toEqual([titles[at], 'application/pdf']);
    keepFile(`document-${titles[at]}.pdf`, await answer.body());
  }
}

/** Gives five stars, once. */
export async function evaluate(page: Page): Promise<void> {
  await page.getByRole('link', { name: /评价/u }).first().click();
  await page.click('.actions button[type="submit"]');
  await page.locator('.error-summary').waitFor();
  await look(page, 'evaluation-errors');
  await page.getByText('非常满意', { exact: true }).click();
  await look(page, 'evaluation');
  await page.click('.actions button[type="submit"]');
  await page.locator('.done').waitFor();
  await look(page, 'evaluation-sent');
  expect(await page.getByRole('link', { name: /评价/u }).count()).toBe(0);
  await page.context().close();
}
