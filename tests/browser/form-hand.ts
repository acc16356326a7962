import type { Page } from 'playwright-core';

/** What a person answers: words as they stand on the screen; `true` ticks the only box. */
export type Answers = Readonly<Record<string, string | readonly string[] | true>>;

/** A small picture; the server looks at the first bytes of what it is given. */
export const SMALL_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const DATE_PARTS = ['year', 'month', 'day'] as const;
const KINDS = ['place', 'choices', 'date', 'attachments', 'signature'] as const;
const LEVEL_DIGITS = [6, 9, 12] as const;
const DIVISION_DIGITS = 12;

/** Answers the questions of a form in their order; `household_0_name` is a field of a card. */
export async function fillForm(page: Page, answers: Answers): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const field = page.locator(`#root_${name}`);
    const list = /^(.*)_\d+_/u.exec(name)?.[1];
    if (list !== undefined) {
      await page.locator(`#root_${list}`).waitFor();
      if ((await field.count()) === 0) await page.locator(`#root_${list} > button`).click();
    }
    await field.waitFor();
    await answerOne(page, name, answer);
  }
}

async function answerOne(page: Page, name: string, answer: Answers[string]): Promise<void> {
  const field = page.locator(`#root_${name}`);
  const classes = ((await field.getAttribute('class')) ?? '').split(' ');
  const kind = KINDS.find((one) => classes.includes(one));
  if (kind === 'choices') return choose(page, name, answer);
  const text = String(answer);
  if (kind === 'place') return choosePlace(page, name, text);
  if (kind === 'date') {
    const parts = text.split('-');
    for (const [at, part] of DATE_PARTS.entries()) {
      await page.fill(`#root_${name}-${part}`, String(Number(parts[at])));
    }
  } else if (kind === 'attachments') {
    const file = { name: text, mimeType: 'image/png', buffer: SMALL_PNG };
    await page.setInputFiles(`#root_${name}-file`, file);
    await field.locator('.file-name', { hasText: text }).waitFor();
  } else if (kind === 'signature') await page.fill(`#root_${name}-name`, text);
  else await field.fill(text);
}

async function choose(page: Page, name: string, answer: Answers[string]): Promise<void> {
  const field = page.locator(`#root_${name}`);
  if (answer === true) return field.locator('input').check();
  for (const words of typeof answer === 'string' ? [answer] : answer) {
    await field.getByLabel(words, { exact: true }).check();
  }
}

async function choosePlace(page: Page, name: string, code: string): Promise<void> {
  for (const [level, digits] of LEVEL_DIGITS.entries()) {
    const value = code.slice(0, digits).padEnd(DIVISION_DIGITS, '0');
    const list = page.locator(`#root_${name}-${level}`);
    await list.locator(`option[value="${value}"]`).waitFor({ state: 'attached' });
    await list.selectOption(value);
  }
}
