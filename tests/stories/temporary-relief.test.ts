import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { readJourneys } from './support/journey.ts';
import { Player } from './support/player.ts';
import { startWorld, type World } from './support/world.ts';

const { forms, journeys } = readJourneys('temporary-relief');
const JOURNEY_MS_MAX = 180_000;
let world: World;

beforeAll(async () => {
  world = await startWorld();
}, JOURNEY_MS_MAX);

afterAll(() => world.stop());

describe('the journeys of temporary relief', () => {
  it.each(journeys.map((journey, n) => ({ ...journey, n })))(
    'should pass $id: $name',
    async ({ n, ...journey }) => {
      await new Player(world, forms, n).play(journey);
    },
    JOURNEY_MS_MAX,
  );
});
