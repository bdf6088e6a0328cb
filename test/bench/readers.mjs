// What `extract.ts` measures, each in a process of its own. JavaScript, since what runs TypeScript from its sources slows down all that it loads.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Each a function that reads a turn of texts. */
const READERS = {
  async extraction() {
    const { createExtraction } = await import('../../dist/pipeline.js');
    const extract = createExtraction();
    return (turn) => extract.all(turn);
  },
  async compromise() {
    const { default: nlp } = await import('compromise/two');
    return (turn) => turn.forEach(({ title, abstract }) => nlp(`${title}\n${abstract}`));
  },
  async wink() {
    const [{ default: winkNLP }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
    const nlp = winkNLP(model, ['sbd', 'pos']);
    return (turn) => turn.forEach(({ title, abstract }) => nlp.readDoc(`${title}\n${abstract}`).tokens().out(nlp.its.pos));
  },
};

const read = await READERS[process.argv[2]]();
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
// turns as they come, each answered with the seconds that it took and the megabytes then in use
process.on('message', ({ turn, weigh }) => {
  const start = process.cpuUsage();
  read(turn);
  const { user, system } = process.cpuUsage(start);
  if (weigh) collect();
  const { heapUsed, external } = process.memoryUsage();
  process.send({ seconds: (user + system) / 1e6, megabytes: (heapUsed + external) / 1e6 });
});
process.send('ready');
