import type { Page } from 'playwright-core';

/** A small picture; the server looks at the first bytes of what it is given. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const STORY_BEGINS = '2026-11-24T01:00:00.000Z';

/**
 * The time at which a server for browsers starts: a browser drops cookies by its own clock, so the
 * server's may not lie behind it.
 */
export function browserTime(): string {
  const now = new Date().toISOString();
  return now > STORY_BEGINS ? now : STORY_BEGINS;
}

/** How this surface is worked: a finger at the terminal, a mouse elsewhere. */
export interface Hand {
  readonly press: (selector: string) => Promise<void>;
  readonly type: (field: string, text: string) => Promise<void>;
  readonly choosePlace: (field: string, codes: readonly string[]) => Promise<void>;
}

/** Works a page with mouse and keyboard. */
export function mouseHand(page: Page): Hand {
  return {
    press: (selector) => page.click(selector),
    type: (field, text) => page.fill(`#root_${field}`, text),
    choosePlace: async (field, codes) => {
      for (const [level, code] of codes.entries()) {
        await page.waitForSelector(`#root_${field}-${level}:enabled option[value="${code}"]`, {
          state: 'attached',
        });
        await page.selectOption(`#root_${field}-${level}`, code);
      }
    },
  };
}

/** Pinyin of the characters that the journeys type with the keypad. */
const PINYIN: Readonly<Record<string, string>> = { 赵: 'zhao', 甲: 'jia', 乙: 'yi' };

/** Works a page by touch alone, with the terminal's own keypad. */
export function touchHand(page: Page): Hand {
  const press = (selector: string) => page.tap(selector);
  const key = (text: string) => press(`.keypad .key:text-is("${text}")`);
  return {
    press,
    type: async (field, text) => {
      await press(`#root_${field}`);
      await page.waitForSelector('.keypad');
      await press('.keypad .key:has-text("清空")');
      for (const character of text) {
        const spelling = PINYIN[character];
        for (const letter of spelling ?? '') await key(letter);
        const candidate = page.locator(`.keypad .key:text-is("${character}")`);
        // Sounds with many characters have them on further pages.
        while (!(await candidate.isVisible())) await press('.keypad .key:has-text("更多")');
        await candidate.tap();
      }
      await press('.keypad .key-main');
      await page.waitForSelector('.keypad', { state: 'detached' });
    },
    choosePlace: async (field, codes) => {
      for (const [level, code] of codes.entries()) {
        await press(`label:has(#root_${field}-${level}-${code})`);
      }
    },
  };
}

/** Answers every question of an application, one page after the other, up to the check page. */
export async function answerAll(page: Page, hand: Hand): Promise<void> {
  const next = () => goOn(page, hand);
  await answerAboutPerson(page, hand);
  await hand.press('label.choice:has-text("个人")');
  await next();
  await hand.press('label.choice:has-text("以上都不是")');
  await next();
  await hand.press('label.choice:has-text("突发重大疾病")');
  await hand.type('causeDate-year', '2026');
  await hand.type('causeDate-month', '11');
  await hand.type('causeDate-day', '1');
  await next();
  await page.fill(
    '#root_description',
    '老人突发心脏病住院，手术花光了积蓄，现在没有钱买药，也没有收入。',
  );
  await next();
  await hand.type('lossFen', '0');
  await hand.type('selfPaidFen', '3000.5');
  await hand.press('label.choice:has-text("否")');
  await next();
  await hand.press('label.choice:has-text("救助金")');
  await hand.press('label.choice:has-text("领取现金")');
  await next();
  await next();
  await answerProofs(page, hand);
}

async function answerAboutPerson(page: Page, hand: Hand): Promise<void> {
  const next = () => goOn(page, hand);
  await hand.press('label.choice:has-text("否")');
  await next();
  await hand.press('label.choice:has-text("本人申请")');
  await next();
  await hand.type('applicant_name', '赵甲乙');
  await hand.type('applicant_idNo', '219921198001019905');
  await next();
  await hand.type('applicant_mobile', '15400000001');
  await next();
  const place = ['219921000000', '219921101000', '219921101200'];
  await hand.choosePlace('applicant_liveCode', place);
  await page.fill('#root_applicant_liveAddr', '二组18号');
  await next();
  await next();
}

async function answerProofs(page: Page, hand: Hand): Promise<void> {
  const next = () => goOn(page, hand);
  await attach(page, 'identityFiles');
  await attach(page, 'expenseFiles');
  await next();
  await hand.press('label.choice:has-text("电子送达")');
  await next();
  await hand.press('label.choice:has-text("我和共同生活的成年家庭成员同意")');
  await hand.type('authorise_signatures_0_name', '赵甲乙');
  await hand.type('authorise_signatures_0_signature-name', '赵甲乙');
  await next();
  await hand.press('label.choice:has-text("我承诺")');
  await hand.type('commitSignature-name', '赵甲乙');
  await next();
  await page.waitForSelector('h1:text-is("提交前请核对")');
}

async function attach(page: Page, field: string): Promise<void> {
  const file = { name: `${field}.png`, mimeType: 'image/png', buffer: PNG };
  await page.setInputFiles(`#root_${field}-file`, file);
  await page.waitForSelector(`.file-name:has-text("${field}.png")`);
}

/** Presses the one filled button and waits for the next question. */
export async function goOn(page: Page, hand: Hand): Promise<void> {
  const step = await page.textContent('.step');
  await hand.press('.actions button[type="submit"]');
  await page.waitForFunction(
    `document.querySelector('.step')?.textContent !== ${JSON.stringify(step)}`,
  );
}
