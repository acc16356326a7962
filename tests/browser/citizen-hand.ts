import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openPage } from '../support/browser.ts';
import type { TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { look } from './desk-hand.ts';

/** What the receipt gave to the family. */
export interface Slip {
  readonly number: string;
  readonly queryCode: string;
}

/** Words of the engine's world that no citizen may ever read. */
const ENGINE_WORDS = ['BPMN', 'DMN', '网关', '子流程', '节点', '流程实例', '令牌', '作业', '环节'];
const PROCESS_FOLDERS = ['processes/temporary-relief', 'processes/shared'];
const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Opens the tracking page on a phone with number and code, and waits until it says something. */
export async function track(
  browser: Browser,
  test: TestServer,
  { number, queryCode }: Slip,
): Promise<Page> {
  const { page } = await openPage(browser, 'phone', test.clock.now());
  await page.goto(`${test.url}/citizen/#/track`);
  await page.fill('#root_number', number);
  await page.fill('#root_code', queryCode);
  await page.click('button:has-text("查询")');
  await page.locator('.steps').waitFor();
  return page;
}

/** Reads the tracking page of a case when it has come so far: nothing of our inner life on it. */
export async function readTracking(
  [browser, test]: readonly [Browser, TestServer],
  slip: Slip,
  expected: string,
): Promise<Page> {
  const page = await track(browser, test, slip);
  await until(`the tracking page to say ${expected}`, async () => {
    if ((await page.locator('main').filter({ hasText: expected }).count()) > 0) return true;
    await page.reload();
    await page.locator('.steps').waitFor();
    return false;
  });
  const text = (await page.textContent('body')) ?? '';
  const forbidden = [...(await staffNames(test)), ...elementIds(), ...ENGINE_WORDS];
  expect(forbidden.filter((word) => text.includes(word))).toEqual([]);
  await look(page, `track-${expected}`);
  return page;
}

function staffNames(test: TestServer): Promise<string[]> {
  return test.server.deps.records.transaction(async (tx) =>
    (await tx.find('AppUser', {})).map(({ displayName }) => displayName),
  );
}

function elementIds(): string[] {
  const files = PROCESS_FOLDERS.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder))
      .filter((name) => name.endsWith('.bpmn'))
      .map((name) => path.join(ROOT, folder, name)),
  );
  return files.flatMap((file) =>
    [...fs.readFileSync(file, 'utf8').matchAll(/\bid="([^"]+)"/gu)].map(([, id]) => id ?? ''),
  );
}
