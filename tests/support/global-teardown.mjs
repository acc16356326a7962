import fs from 'node:fs';

export default async function tearDown() {
  const running = globalThis.yungeTestPostgres;
  if (!running) return;
  await running.server.stop();
  fs.rmSync(running.folder, { recursive: true, force: true });
}
