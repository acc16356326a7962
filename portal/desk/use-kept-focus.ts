import { type RefObject, useEffect } from 'react';

/** Takes the focus when an action has removed the control that had it; else nobody knows where one is. */
export function useKeptFocus(place: RefObject<HTMLElement | null>, occasion: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another occasion is the reason to look.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, [place, occasion]);
}
