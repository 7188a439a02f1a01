// `npm run bench [ask|backtest|chat|decisions|ingest|pipeline|rules|runs|search|segments|start]…`: measures against yardsticks in the same run and prints one table.
import { benchAsk } from './ask.ts';
import { benchBacktest } from './backtest.ts';
import { benchChat } from './chat.ts';
import { benchDecisions } from './decisions.ts';
import { benchIngest } from './ingest.ts';
import { benchPipeline } from './pipeline.ts';
import { benchRules } from './rules.ts';
import { benchRuns } from './runs.ts';
import { benchSearch } from './search.ts';
import { benchSegments } from './segments.ts';
import { benchStart } from './start.ts';
import { formatTable, type Row } from './table.ts';

const BENCHES: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  ask: benchAsk,
  backtest: benchBacktest,
  chat: benchChat,
  decisions: benchDecisions,
  ingest: benchIngest,
  pipeline: benchPipeline,
  rules: benchRules,
  runs: benchRuns,
  search: benchSearch,
  segments: benchSegments,
  start: benchStart,
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(BENCHES);
const rows: Row[] = [];
for (const name of names) {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`no bench "${name}"; there are ${Object.keys(BENCHES)}`);
  process.stderr.write(`${name} …\n`);
  rows.push(...(await bench()));
}
process.stdout.write(
  `${formatTable(rows)}\nNode ${process.version}. Only ratios of one run mean anything.\n`,
);
