import { useEffect } from 'react';

const STORED = 'yunge.keys';

/** Whether single-letter keys are on; a person may switch them off (WCAG 2.1.4). */
export function areKeysOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

/** Switches single-letter keys on or off for this browser. */
export function switchKeys(isOn: boolean): void {
  localStorage.setItem(STORED, isOn ? 'on' : 'off');
}

/** True while the person types: then no letter is a command, an input method's included. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Enter on a link or a button belongs to that control. */
function isOnControl({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('a, button, summary') !== null;
}

/** Runs a command for a key, unless the person types or holds a modifier. */
export function useKeys(commands: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!areKeysOn() || isTyping(event)) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      if (event.key === 'Enter' && isOnControl(event)) return;
      const command = commands[event.key.toLowerCase()];
      if (command === undefined) return;
      event.preventDefault();
      command();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [commands]);
}
