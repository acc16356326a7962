import type { Page } from 'playwright-core';
import { type DeskHand, look } from './desk-hand.ts';

/** Gives the selected step another name in the panel at the right. */
async function changeLabel(page: Page, name: string): Promise<void> {
  await page.getByText('基本', { exact: true }).click();
  await page.locator('#bio-properties-panel-name').fill(name);
  await page.keyboard.press('Tab');
  await page.getByText('有改动没有保存').waitFor();
}

/** Opens a decision table by its name and writes another text into one of its cells. */
async function changeThreshold(
  page: Page,
  [table, before, after]: readonly [string, string, string],
): Promise<void> {
  await page.getByText('决策表', { exact: true }).click();
  await page.locator('.dmn-head .ant-select').click();
  await page.locator('.ant-select-item-option', { hasText: table }).click();
  const cell = page.locator('.tjs-table td').filter({ hasText: before }).first();
  await cell.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(after);
  await page.keyboard.press('Escape');
  await page.locator('.tjs-table td').filter({ hasText: after }).first().waitFor();
  await look(page, 'designer-threshold');
}

/** Opens the running version, changes a label and a threshold, and lets a second person publish. */
export async function changeAndPublish(desk: DeskHand, origin: string): Promise<void> {
  const page = await desk.window('designer1');
  await page.goto(`${origin}/designer/?process=temporary-relief&version=1&element=accept`);
  const count = page.getByTitle(/件案件正在这个环节/u).first();
  await count.waitFor();
  await page.locator('.bio-properties-panel-header-label', { hasText: '受理审查' }).waitFor();
  await look(page, 'designer-counts');
  await changeLabel(page, '受理登记');
  await changeThreshold(page, ['审批权限', '<= parameters.communityLimitFen', '<= 80000']);
  await page.getByRole('button', { name: '存草稿' }).click();
  await page.getByRole('heading', { name: /第 2 版/u }).waitFor();
  await page.getByRole('button', { name: '提交发布' }).click();
  await page.getByText('等待发布').waitFor();
  await desk.window('publisher1');
  await page.goto(`${origin}/designer/?process=temporary-relief&version=2`);
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText(/件在办仍按第 1 版办理/u).waitFor();
  await look(page, 'designer-publish');
  await page.getByRole('button', { name: '确认发布' }).click();
  await page.getByText('第 2 版已发布').waitFor();
}
