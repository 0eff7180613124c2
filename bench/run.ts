// `npm run bench [-- names…] [--quick]`: runs the benchmarks and writes bench/results.md.
import { appends } from './appends.ts';
import { bulk } from './bulk.ts';
import { lifecycles } from './lifecycles.ts';
import { loadNow, machineFacts } from './machine.ts';
import { watchOtherWork } from './other-work.ts';
import { FULL, type Plan, QUICK } from './plan.ts';
import { relay } from './relay.ts';
import { ORDER, printSection, type Result, type Section, writeResults } from './report.ts';
import { openServices, type Services } from './services.ts';
import { update } from './update.ts';
import { visible } from './visible.ts';

type Name = (typeof ORDER)[number];

const benchmarks: Readonly<Record<Name, (services: Services, plan: Plan) => Promise<Section>>> = {
  appends,
  relay,
  visible,
  update,
  bulk,
  lifecycles,
};

const isName = (text: string): text is Name => ORDER.some((name) => name === text);

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const measure = async (name: Name, plan: Plan): Promise<Result> => {
  const loadBefore = loadNow();
  say(`\n# ${name} (load ${loadBefore.toFixed(2)})\n`);
  // Services of its own: what one benchmark leaves behind must not slow down the next.
  const services = openServices();
  try {
    const { ownerUrl } = await services.postgres();
    const machine = await machineFacts({ ownerUrl, folder: services.folder });
    const startedAt = performance.now();
    const otherWork = watchOtherWork();
    const section = await benchmarks[name](services, plan);
    const seconds = (performance.now() - startedAt) / 1000;
    const others = otherWork();
    printSection(section);
    if (others !== undefined) say(`other work: ${Math.round(others * 100)} % of the processor`);
    const measuredOn = new Date().toISOString().slice(0, 10);
    const shared = others === undefined ? {} : { otherWork: others };
    return { ...section, ...shared, measuredOn, seconds, loadBefore, machine };
  } finally {
    await services.close();
  }
};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = wanted.find((word) => !isName(word));
if (unknown !== undefined) {
  say(`Tidak ada pengukuran "${unknown}"; yang ada: ${ORDER.join(', ')}.`);
  say(`There is no benchmark "${unknown}"; there are: ${ORDER.join(', ')}.`);
  process.exit(2);
}
const quick = process.argv.includes('--quick');
const names = wanted.length === 0 ? ORDER : ORDER.filter((name) => wanted.includes(name));
for (const name of names) {
  const result = await measure(name, quick ? QUICK : FULL);
  if (!quick) writeResults([result]);
}
process.exit(0);
