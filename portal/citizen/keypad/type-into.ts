/** A control that the keypad can fill. */
export type TypedControl = HTMLInputElement | HTMLTextAreaElement;

/** Puts text where the cursor is, as a keyboard would: the form hears an `input` event. */
export function insert(control: TypedControl, text: string): void {
  const start = control.selectionStart ?? control.value.length;
  const end = control.selectionEnd ?? start;
  const next = control.value.slice(0, start) + text + control.value.slice(end);
  if (control.maxLength >= 0 && next.length > control.maxLength) return;
  setValue(control, next, start + text.length);
}

/** Removes what is selected, or the character before the cursor. */
export function erase(control: TypedControl): void {
  const start = control.selectionStart ?? control.value.length;
  const end = control.selectionEnd ?? start;
  const before = control.value.slice(0, start);
  const kept = start === end ? [...before].slice(0, -1).join('') : before;
  setValue(control, kept + control.value.slice(end), kept.length);
}

/** Empties the control. */
export function clear(control: TypedControl): void {
  setValue(control, '', 0);
}

function setValue(control: TypedControl, value: string, cursor: number): void {
  const prototype = Object.getPrototypeOf(control) as object;
  // React watches the property of the element itself; the prototype's setter goes around that.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.setSelectionRange(cursor, cursor);
}
