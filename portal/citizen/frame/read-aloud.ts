/** What never goes through a loudspeaker: what people typed, and what is marked private. */
const SILENT =
  '[data-private], input, textarea, select, svg, script, [hidden], [aria-hidden="true"]';

/** The visible text of the page in reading order, without anything private. */
export function spokenText(root: Element): string {
  const copy = root.cloneNode(true) as Element;
  for (const silent of copy.querySelectorAll(SILENT)) silent.remove();
  const blocks = copy.querySelectorAll(
    'h1, h2, h3, p, li, dt, dd, legend, label, button, a, output',
  );
  const lines: string[] = [];
  for (const block of blocks) {
    const holdsOthers = block.querySelector('h1, h2, h3, p, li, dt, dd, legend, label') !== null;
    const text = (block.textContent ?? '').replace(/\s+/gu, ' ').trim();
    if (!holdsOthers && text !== '') lines.push(text);
  }
  return lines.join('。').replace(/。。/gu, '。');
}

/** Reads a page aloud; the promise ends when the voice does. */
export function speak(text: string, lang: string): Promise<void> {
  stopSpeaking();
  return new Promise((resolve) => {
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = lang;
    speech.rate = 0.9;
    speech.onend = () => resolve();
    speech.onerror = () => resolve();
    window.speechSynthesis.speak(speech);
  });
}

/** Ends the voice at once. */
export function stopSpeaking(): void {
  if ('speechSynthesis' in window) window.speechSynthesis.cancel();
}
