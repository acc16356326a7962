/** The names of the elements of a BPMN document, by id; nameless ones are left out. */
export function elementNames(xml: string): ReadonlyMap<string, string> {
  const parsed = new DOMParser().parseFromString(xml, 'text/xml');
  const names = new Map<string, string>();
  for (const element of parsed.getElementsByTagName('*')) {
    const isFlow = element.localName === 'sequenceFlow';
    const id = element.getAttribute('id');
    const name = element.getAttribute('name');
    if (id !== null && name !== null && name !== '' && !isFlow) names.set(id, name);
  }
  return names;
}
