/** Small processes for tests of the shell; what stands in them is what the core is tested for. */

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  id="definitions" targetNamespace="urn:test">`;

/** A BPMN file around one process. */
export function bpmn(processId: string, body: string, rootElements = ''): string {
  return `${HEAD}
  ${rootElements}
  <process id="${processId}" isExecutable="true">${body}</process>
</definitions>`;
}

/** Start, one service task of a type, end. */
export function serviceTask(processId: string, jobType: string, note = ''): string {
  return bpmn(
    processId,
    `<startEvent id="start"><outgoing>f1</outgoing></startEvent>
    <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
    <serviceTask id="work" name="${note}">
      <extensionElements>
        <zeebe:taskDefinition type="${jobType}" retries="3"/>
        <zeebe:taskHeaders><zeebe:header key="act" value="accept"/></zeebe:taskHeaders>
      </extensionElements>
      <incoming>f1</incoming><outgoing>f2</outgoing>
    </serviceTask>
    <sequenceFlow id="f2" sourceRef="work" targetRef="end"/>
    <endEvent id="end"><incoming>f2</incoming></endEvent>`,
  );
}

/** Start, an element, end. */
export function line(processId: string, element: string, id: string, rootElements = ''): string {
  return bpmn(
    processId,
    `<startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="${id}"/>
    ${element}
    <sequenceFlow id="f2" sourceRef="${id}" targetRef="end"/><endEvent id="end"/>`,
    rootElements,
  );
}

/** Started by a message, then a service task. */
export function messageStarted(processId: string, messageName: string, jobType: string): string {
  return bpmn(
    processId,
    `<startEvent id="start"><messageEventDefinition id="m1" messageRef="message"/></startEvent>
    <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
    <serviceTask id="work"><extensionElements>
      <zeebe:taskDefinition type="${jobType}"/></extensionElements></serviceTask>
    <sequenceFlow id="f2" sourceRef="work" targetRef="end"/><endEvent id="end"/>`,
    `<message id="message" name="${messageName}"/>`,
  );
}

/** Waits for a message with the correlation key in `caseId`, then a service task. */
export function messageAwaited(processId: string, messageName: string, jobType: string): string {
  return bpmn(
    processId,
    `<startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="wait"/>
    <intermediateCatchEvent id="wait">
      <messageEventDefinition id="m1" messageRef="message"/></intermediateCatchEvent>
    <sequenceFlow id="f2" sourceRef="wait" targetRef="work"/>
    <serviceTask id="work"><extensionElements>
      <zeebe:taskDefinition type="${jobType}"/></extensionElements></serviceTask>
    <sequenceFlow id="f3" sourceRef="work" targetRef="end"/><endEvent id="end"/>`,
    `<message id="message" name="${messageName}"><extensionElements>
      <zeebe:subscription correlationKey="=caseId"/></extensionElements></message>`,
  );
}
