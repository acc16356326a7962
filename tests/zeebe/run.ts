import { spawn } from 'node:child_process';
import { startRealBroker } from './broker.ts';

// Plays the journeys through the server against a real Zeebe broker: the proof that the server knows
// the engine only by its protocol.
const broker = await startRealBroker();
if (typeof broker === 'string') {
  process.stdout.write(`云格 · the journeys on a real Zeebe were left out: ${broker}.\n`);
} else {
  process.stdout.write(`云格 · Zeebe is ready on ${broker.address}\n`);
  process.exitCode = await playJourneys(broker.address, broker.management);
  await broker.stop();
}

function playJourneys(address: string, management: string): Promise<number> {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jestArgs = ['tests/stories/temporary-relief', '--runInBand', ...process.argv.slice(2)];
  const args = [...jest, 'node_modules/jest/bin/jest.js', ...jestArgs];
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ZEEBE_ADDRESS: address, ZEEBE_MANAGEMENT: management },
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
