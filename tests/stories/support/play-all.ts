import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { readJourneys } from './journey.ts';
import { Player } from './player.ts';
import { startWorld, type World } from './world.ts';

const JOURNEY_MS_MAX = 180_000;

/** Plays every n-th journey of a procedure, so that two halves can run beside each other. */
export function playAll(processKey: string, half: 0 | 1): void {
  const { forms, journeys } = readJourneys(processKey);
  const numbered = journeys.map((journey, n) => ({ ...journey, n }));
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, JOURNEY_MS_MAX);

  afterAll(() => world.stop());

  describe(`the journeys of ${processKey}, ${half === 0 ? 'even' : 'odd'} half`, () => {
    it.each(numbered.filter(({ n }) => n % 2 === half))(
      'should pass $id: $name',
      async ({ n, ...journey }) => {
        await new Player(world, forms, n).play(journey);
      },
      JOURNEY_MS_MAX,
    );
  });
}
