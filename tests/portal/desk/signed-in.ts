import type { Browser } from 'playwright-core';
import { openPage, type Screen, type TestPage } from '../../support/browser.ts';
import type { TestServer } from '../../support/server.ts';

/** The password of the demo accounts. */
export const PASSWORD = 'yunge-demo-2026';

/** Opens the desk and signs in by keys alone. */
export async function signedIn(
  browser: Browser,
  test: TestServer,
  username: string,
  screen: Screen = 'web',
): Promise<TestPage> {
  const opened = await openPage(browser, screen, test.clock.now());
  const { page } = opened;
  page.setDefaultTimeout(60_000);
  await page.goto(`${test.url}/desk/`);
  await page.getByLabel('账号').fill(username);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '工作列表' }).waitFor();
  return opened;
}
