/** The id and the name of the first process of a BPMN document. */
export function processOf(xml: string): { readonly id: string; readonly name: string } {
  const parsed = new DOMParser().parseFromString(xml, 'text/xml');
  const found = parsed.getElementsByTagNameNS('*', 'process')[0];
  return { id: found?.getAttribute('id') ?? '', name: found?.getAttribute('name') ?? '' };
}
