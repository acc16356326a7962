import fc from 'fast-check';
import { bpmn, flow, flows, message, serviceTask, timer } from './model.ts';

/** A random, well-formed process: blocks with one way in and one way out, inside one another. */
export type Block =
  | { readonly type: 'job' | 'script' | 'timer' | 'message' | 'none' | 'event-gateway' }
  | { readonly type: 'sequence' | 'parallel' | 'exclusive' | 'inclusive'; readonly inner: Block[] }
  | { readonly type: 'loop' | 'called'; readonly inner: Block }
  | { readonly type: 'multi-instance'; readonly size: number; readonly sequential: boolean }
  | { readonly type: 'sub-process'; readonly inner: Block; readonly guard: Guard };

type Guard = 'none' | 'error' | 'timer' | 'soft-timer' | 'message' | 'handler' | 'terminate';

const leaf: fc.Arbitrary<Block> = fc.constantFrom(
  { type: 'job' },
  { type: 'script' },
  { type: 'timer' },
  { type: 'message' },
  { type: 'none' },
  { type: 'event-gateway' },
);

/** Random blocks of a depth that keeps models small enough to read when a test fails. */
export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({
      type: fc.constantFrom('sequence', 'parallel', 'exclusive', 'inclusive'),
      inner: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<Block>,
    fc.record({
      type: fc.constantFrom('loop', 'called'),
      inner: tie('block'),
    }) as fc.Arbitrary<Block>,
    fc.record({
      type: fc.constant('multi-instance'),
      size: fc.integer({ min: 0, max: 3 }),
      sequential: fc.boolean(),
    }) as fc.Arbitrary<Block>,
    fc.record({
      type: fc.constant('sub-process'),
      inner: tie('block'),
      guard: fc.constantFrom<Guard>(
        'none',
        'error',
        'timer',
        'soft-timer',
        'message',
        'handler',
        'terminate',
      ),
    }) as fc.Arbitrary<Block>,
  ),
})).block;

/** The files of a random process; further files are processes that it calls. */
export function filesOf(block: Block): readonly string[] {
  return new Writer().write(block);
}

interface Part {
  readonly xml: string;
  readonly entry: string;
  readonly exit: string;
}

const ROOTS = `${message('m', 'go', '=caseId')}<error id="e" errorCode="E"/>`;

/** Writes blocks as XML; holds the numbers that make ids unique. */
class Writer {
  #count = 0;
  readonly #files: string[] = [];

  write(block: Block): readonly string[] {
    this.#files.unshift(this.#file(block, 'process'));
    return this.#files;
  }

  #file(block: Block, processId: string): string {
    const part = this.#part(block);
    const { start, end } = { start: this.#id('start'), end: this.#id('end') };
    return bpmn(
      `<startEvent id="${start}"/><endEvent id="${end}"/>${part.xml}` +
        flows(`${start} > ${part.entry}`, `${part.exit} > ${end}`),
      ROOTS,
      processId,
    );
  }

  #id(kind: string): string {
    this.#count += 1;
    return `${kind}${this.#count}`;
  }

  #part(block: Block): Part {
    switch (block.type) {
      case 'sequence':
        return this.#sequence(block.inner.map((inner) => this.#part(inner)));
      case 'parallel':
      case 'exclusive':
      case 'inclusive':
        return this.#fork(block.type, block.inner);
      case 'loop':
        return this.#loop(this.#part(block.inner));
      case 'called':
        return this.#call(block.inner);
      case 'multi-instance':
        return this.#multiInstance(block.size, block.sequential);
      case 'sub-process':
        return this.#subProcess(this.#part(block.inner), block.guard);
      default:
        return this.#leaf(block.type);
    }
  }

  #leaf(type: 'job' | 'script' | 'timer' | 'message' | 'none' | 'event-gateway'): Part {
    const id = this.#id(type);
    const single = (xml: string) => ({ xml, entry: id, exit: id });
    switch (type) {
      case 'job':
        return single(serviceTask(id));
      case 'script':
        return single(script(id, '=n + 1', 'n'));
      case 'timer':
        return single(catching(id, timer('timeDuration', 'PT1S')));
      case 'message':
        return single(catching(id, ON_MESSAGE));
      case 'none':
        return single(`<intermediateThrowEvent id="${id}"/>`);
      default:
        return this.#eventGateway(id);
    }
  }

  #sequence(parts: readonly Part[]): Part {
    const first = parts[0] ?? this.#leaf('none');
    return parts.slice(1).reduce(
      (before, part) => ({
        xml: before.xml + part.xml + flows(`${before.exit} > ${part.entry}`),
        entry: before.entry,
        exit: part.exit,
      }),
      first,
    );
  }

  #fork(type: 'parallel' | 'exclusive' | 'inclusive', inner: readonly Block[]): Part {
    const [entry, exit] = [this.#id(`${type}-fork`), this.#id(`${type}-join`)];
    const parts = inner.map((block) => this.#part(block));
    const isDeciding = type !== 'parallel';
    const ways = parts.map(
      (part, index) =>
        part.xml +
        flow(entry, part.entry, isDeciding && index > 0 ? `=n + ${index} > 2` : undefined) +
        flow(part.exit, exit),
    );
    const first = isDeciding ? ` default="${entry}_${parts[0]?.entry}"` : '';
    const xml = `<${type}Gateway id="${entry}"${first}/><${type}Gateway id="${exit}"/>${ways.join('')}`;
    return { xml, entry, exit };
  }

  #loop(part: Part): Part {
    const [entry, exit, count] = [this.#id('merge'), this.#id('again'), this.#id('count')];
    const xml =
      `<exclusiveGateway id="${entry}"/><exclusiveGateway id="${exit}" default="${exit}_${exit}-out"/>` +
      `<task id="${exit}-out"/>${script(count, `=if ${count} = null then 1 else ${count} + 1`, count)}` +
      part.xml +
      flows(`${entry} > ${part.entry}`, `${part.exit} > ${count} > ${exit} > ${exit}-out`) +
      flow(exit, entry, `=${count} < 2`);
    return { xml, entry, exit: `${exit}-out` };
  }

  #call(inner: Block): Part {
    const [id, processId] = [this.#id('call'), this.#id('called')];
    this.#files.push(this.#file(inner, processId));
    const xml =
      `<callActivity id="${id}"><extensionElements><zeebe:calledElement processId="${processId}"/>` +
      '</extensionElements></callActivity>';
    return { xml, entry: id, exit: id };
  }

  #multiInstance(size: number, sequential: boolean): Part {
    const id = this.#id('each');
    const items = `[${Array.from({ length: size }, (_, index) => index).join(', ')}]`;
    const loop =
      `<multiInstanceLoopCharacteristics isSequential="${sequential}"><extensionElements>` +
      `<zeebe:loopCharacteristics inputCollection="=${items}" inputElement="item" ` +
      'outputCollection="all" outputElement="=item"/></extensionElements>' +
      '</multiInstanceLoopCharacteristics>';
    return { xml: serviceTask(id, '', loop), entry: id, exit: id };
  }

  #subProcess(part: Part, guard: Guard): Part {
    const [id, exit] = [this.#id('sub'), this.#id('after')];
    const [begin, end] = [this.#id('begin'), this.#id('end')];
    const finish = guard === 'terminate' ? '<terminateEventDefinition/>' : '';
    const handler =
      guard === 'handler'
        ? `<subProcess id="${id}-handler" triggeredByEvent="true"><startEvent id="${id}-caught">` +
          `<errorEventDefinition errorRef="e"/></startEvent></subProcess>`
        : '';
    const xml =
      `<subProcess id="${id}"><startEvent id="${begin}"/><endEvent id="${end}">${finish}</endEvent>` +
      `${part.xml}${handler}${flows(`${begin} > ${part.entry}`, `${part.exit} > ${end}`)}</subProcess>` +
      `<exclusiveGateway id="${exit}"/>${flows(`${id} > ${exit}`)}${boundary(id, guard, exit)}`;
    return { xml, entry: id, exit };
  }

  #eventGateway(id: string): Part {
    const exit = this.#id('chosen');
    const xml =
      `<eventBasedGateway id="${id}"/><exclusiveGateway id="${exit}"/>` +
      catching(`${id}-timer`, timer('timeDuration', 'PT2S')) +
      catching(`${id}-message`, ON_MESSAGE) +
      flows(`${id} > ${id}-timer > ${exit}`, `${id} > ${id}-message > ${exit}`);
    return { xml, entry: id, exit };
  }
}

const ON_MESSAGE = '<messageEventDefinition messageRef="m"/>';

function catching(id: string, definition: string): string {
  return `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
}

function script(id: string, expression: string, resultVariable: string): string {
  const text = expression.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return (
    `<scriptTask id="${id}"><extensionElements>` +
    `<zeebe:script expression="${text}" resultVariable="${resultVariable}"/>` +
    '</extensionElements></scriptTask>'
  );
}

/** A boundary event that leads to the same place as the activity itself, or to an end. */
function boundary(hostId: string, guard: Guard, exit: string): string {
  const definitions: Partial<Record<Guard, string>> = {
    error: '<errorEventDefinition errorRef="e"/>',
    timer: timer('timeDuration', 'PT3S'),
    'soft-timer': timer('timeCycle', 'R2/PT1S'),
    message: ON_MESSAGE,
  };
  const definition = definitions[guard];
  if (definition === undefined) return '';
  const isSoft = guard === 'soft-timer';
  const id = `${hostId}-event`;
  const target = isSoft ? `${id}-end` : exit;
  return (
    `<boundaryEvent id="${id}" attachedToRef="${hostId}" cancelActivity="${!isSoft}">` +
    `${definition}</boundaryEvent>${isSoft ? `<endEvent id="${target}"/>` : ''}${flows(`${id} > ${target}`)}`
  );
}
