import { watchDeadlines } from '../../../server/usecases/watch-deadlines.ts';
import { startTestServer, type TestClient, type TestServer } from '../../support/server.ts';
import { addToClock } from '../../zeebe/broker.ts';

/** A county with its server, on the embedded engine or on the Zeebe that ZEEBE_ADDRESS names. */
export interface World {
  readonly test: TestServer;
  as(username: string): Promise<TestClient>;
  /** Moves every clock and lets what is due happen. */
  advance(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server that the journeys are played on. */
export async function startWorld(): Promise<World> {
  const zeebeAddress = process.env.ZEEBE_ADDRESS;
  const test = await startTestServer('2026-11-24T01:00:00.000Z', { zeebeAddress });
  const signedIn = new Map<string, TestClient>();
  return {
    test,
    as: async (username) => {
      const client = signedIn.get(username) ?? (await signIn(test, username));
      signedIn.set(username, client);
      return client;
    },
    advance: async (ms) => {
      test.clock.advance(ms);
      // Sessions end while the clock moves.
      signedIn.clear();
      const management = process.env.ZEEBE_MANAGEMENT;
      if (management !== undefined) await addToClock(management, ms);
      await test.server.engine?.wake();
      await watchDeadlines(test.server.deps);
    },
    stop: () => test.stop(),
  };
}

async function signIn(test: TestServer, username: string): Promise<TestClient> {
  const client = test.citizen();
  const answer = await client.post('/api/session', { username, password: 'yunge-demo-2026' });
  if (answer.status !== 200) throw new Error(`${username}: ${JSON.stringify(answer.body)}`);
  return client;
}
