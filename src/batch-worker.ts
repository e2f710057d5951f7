import { parentPort, workerData } from 'node:worker_threads';
import type { Section } from './batch/lane.ts';
import { makeLaneWorker } from './batch/lane-worker.ts';

// A second thread of batch: sections come in, their lines go out in the same order, and at the end the counts.
const ready = makeLaneWorker(workerData);

parentPort?.on('message', async (section: Section | 'finish') => {
  const worker = await ready;
  if (section === 'finish') parentPort?.postMessage(worker.finish());
  else {
    const answer = worker.answer(section);
    const memory = answer.parts.map(({ buffer }) => buffer as ArrayBuffer);
    parentPort?.postMessage(answer, memory);
  }
});
