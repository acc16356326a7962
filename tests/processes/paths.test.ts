import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Engine, startEngine } from '../../engine/index.ts';
import { loadProcesses } from '../../processes/load.ts';
import { sdkClient } from '../engine/gateway/clients.ts';
import { addToClock } from '../zeebe/broker.ts';
import { isKnown } from './demo-posts.ts';
import { type Ground, ModelWalk } from './model-walk.ts';
import { readPaths } from './path-file.ts';

const START = Date.UTC(2026, 10, 24, 4);

const processes = [...loadProcesses().values()].map((content) => ({
  key: content.key,
  content,
  paths: readPaths(content.key),
}));

describe.each(processes)('journeys of $key', ({ content, paths }) => {
  let engine: Engine | undefined;
  let ground: Ground;

  // The same journeys hold on a real Zeebe: its address and its management port name one.
  async function makeGround(): Promise<Ground> {
    const { ZEEBE_ADDRESS: address, ZEEBE_MANAGEMENT: management } = process.env;
    if (address !== undefined && management !== undefined) {
      return { client: sdkClient(address), advance: (ms) => addToClock(management, ms) };
    }
    let now = START;
    const started = await startEngine({
      store: { kind: 'memory' },
      port: 0,
      clock: { now: () => now },
    });
    engine = started;
    const advance = async (ms: number) => {
      now += ms;
      await started.wake();
    };
    return { client: sdkClient(started.address), advance };
  }

  beforeAll(async () => {
    ground = await makeGround();
    await ground.client.deployResources(
      content.files.map(({ name, content: text }) => {
        const bytes = Buffer.from(text);
        return name.endsWith('.dmn') ? { name, decision: bytes } : { name, process: bytes };
      }),
    );
  });

  afterAll(async () => {
    await ground.client.close();
    await engine?.stop();
  });

  it('should name people of the demo county, and each of them once', () => {
    expect(paths.people.filter((person) => !isKnown(person))).toEqual([]);
    expect(new Set(paths.people).size).toBe(paths.people.length);
    expect(new Set(paths.journeys.map(({ id }) => id)).size).toBe(paths.journeys.length);
  });

  it.each(paths.journeys)('should pass: $name ($id)', async (journey) => {
    await new ModelWalk(content, paths, journey, ground).walk();
  });
});
