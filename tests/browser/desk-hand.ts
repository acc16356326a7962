import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  axeViolations,
  openPage,
  type Screen,
  type TestPage,
  takePicture,
} from '../support/browser.ts';
import type { TestServer } from '../support/server.ts';
import { taskOf } from '../support/temporary-relief.ts';
import { type Answers, fillForm } from './form-hand.ts';

/** One step of a case: who does it, what the person writes and which button ends it. */
export interface DeskStep {
  readonly by: string;
  readonly task: string;
  readonly answers?: Answers;
  readonly action: string;
  readonly reason?: string;
}

/** One office computer of the county: whoever has something to do sits down and signs in. */
export class DeskHand {
  readonly #browser: Browser;
  readonly #test: TestServer;
  readonly #seen = new Set<string>();
  #window: TestPage | undefined;
  #person = '';

  constructor(browser: Browser, test: TestServer) {
    this.#browser = browser;
    this.#test = test;
  }

  /** The window, with this person signed in. */
  async window(username: string, screen: Screen = 'web'): Promise<Page> {
    this.#window ??= await openPage(this.#browser, screen, this.#test.clock.now());
    const { page, context } = this.#window;
    if (this.#person === username) return page;
    this.#person = username;
    const answer = await context.request.post(`${this.#test.url}/api/session`, {
      data: { username, password: 'yunge-demo-2026' },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect([username, answer.status()]).toEqual([username, 200]);
    return page;
  }

  /** Claims a step of a case, fills its form, looks at the page and ends it. */
  async work(number: string, step: DeskStep): Promise<Page> {
    const page = await this.open(number, step);
    await fillForm(page, step.answers ?? {});
    const screen = `desk-${step.task}`;
    if (!this.#seen.has(screen)) await look(page, screen);
    this.#seen.add(screen);
    await this.finish(page, step);
    return page;
  }

  /** Opens the page of a step as soon as it waits, and claims it. */
  async open(number: string, { by, task }: Pick<DeskStep, 'by' | 'task'>): Promise<Page> {
    const { id } = await taskOf(this.#test, number, task);
    const page = await this.window(by);
    await page.goto(`${this.#test.url}/desk/?page=case&task=${id}`);
    await page.getByRole('button', { name: '领取并办理' }).click();
    await page.getByRole('button', { name: '更多' }).last().waitFor();
    await page.locator('.case-left .action-bar .ant-btn-primary').waitFor();
    return page;
  }

  /** Presses the button of a step, gives the reason where one is due, and confirms. */
  async finish(page: Page, { action, reason }: DeskStep): Promise<void> {
    await page.locator('.action-row').getByRole('button', { name: action, exact: true }).click();
    if (reason !== undefined) await page.fill('#opinion', reason);
    const confirm = page.getByRole('button', { name: `确认${action}` });
    const errors = page.locator('.error-summary');
    await confirm.or(errors).first().waitFor();
    if ((await errors.count()) > 0) throw new Error((await errors.textContent()) ?? '');
    await confirm.click();
    await page.getByText(/^已(办理|签名)：/u).waitFor();
  }

  /** Closes the window, since sessions end while the clock goes on; it has not complained. */
  async close(): Promise<void> {
    const closing = this.#window;
    this.#window = undefined;
    this.#person = '';
    if (closing === undefined) return;
    expect(closing.complaints).toEqual([]);
    await closing.context.close();
  }
}

/** Looks at a page with axe, measures that nothing hangs out, and keeps a picture of it. */
export async function look(page: Page, name: string): Promise<void> {
  await page.evaluate('scrollTo(0, 0)');
  await takePicture(page, name, true);
  // A bar that stays at the foot covers nothing at the end of the page.
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
  expect([name, await axeViolations(page)]).toEqual([name, []]);
  const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect([name, await page.evaluate(overhang)]).toEqual([name, 0]);
}
