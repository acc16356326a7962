import fs from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The screens that pages are looked at on. */
export const SCREENS = {
  phone: { width: 390, height: 844 },
  web: { width: 1440, height: 900 },
  terminal: { width: 1080, height: 1920 },
} as const;

export type Screen = keyof typeof SCREENS;

/** A page that a test drives, and what its console had to complain about. */
export interface TestPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

/** Starts the system's Chromium; the test closes it. */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Opens a page of one screen in a context of its own; its clock stands where the test's does. */
export async function openPage(browser: Browser, screen: Screen, now: number): Promise<TestPage> {
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: screen !== 'web',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.install({ time: now });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is a line of the console too; the page says it to the person.
    const isRefusal = message.text().includes('the server responded with a status of 4');
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  return { page, context, complaints };
}

/** The rules of axe that the page, or a part of it, breaks: WCAG A and AA and best practice. */
export async function axeViolations(page: Page, part?: string): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const axe = new AxeBuilder({ page }).withTags(tags);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Keeps a picture of the page for people, in the folder that YUNGE_ARTIFACTS names. */
export async function takePicture(page: Page, name: string, isWhole = false): Promise<void> {
  if (artifacts() === '') return;
  keepFile(`${name}.png`, await page.screenshot({ fullPage: isWhole }));
}

/** Keeps a file for people, in the folder that YUNGE_ARTIFACTS names. */
export function keepFile(name: string, bytes: Buffer): void {
  const folder = artifacts();
  if (folder === '') return;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, name), bytes);
}

type Paper = { readonly format: 'A4' } | { readonly width: string; readonly height: string };

function artifacts(): string {
  return process.env.YUNGE_ARTIFACTS ?? '';
}

/** Prints the page on what its style sheet asks for, or on a given paper; counts the sheets. */
export async function printedSheets(page: Page, name: string, paper?: Paper): Promise<number> {
  const pdf = await page.pdf({ ...(paper ?? { preferCSSPageSize: true }), printBackground: true });
  keepFile(`${name}.pdf`, pdf);
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
}
