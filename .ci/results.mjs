// Reads Vitest's JSON reports of a suite: NAME.json of the whole run, NAME.alone.json of its failed files once more.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const MESSAGE_LENGTH = 3000;

const [, , task, folder, name] = process.argv;
if (task === 'failed-files') {
  for (const path of new Set(failures(read(name)).map((test) => test.path))) console.log(path);
} else {
  tell();
}

/** Every failure with its message, then the one line that counts them. */
function tell() {
  const suites = readdirSync(folder).filter((file) => !file.endsWith('.alone.json'));
  const counts = { passed: 0, failed: 0 };
  for (const suite of suites.map((file) => file.replace(/\.json$/, ''))) {
    const whole = read(suite);
    const alone = existsSync(`${folder}/${suite}.alone.json`) ? read(`${suite}.alone`) : null;
    const still = alone === null ? failures(whole) : failures(alone);
    const stillFails = new Set(still.map((test) => test.title));
    for (const test of still) show('FAILED', suite, test);
    for (const test of failures(whole)) {
      if (!stillFails.has(test.title)) show('UNSTEADY (failed in the crowd, passed alone)', suite, test);
    }
    counts.passed += whole.numTotalTests - whole.numPendingTests - whole.numTodoTests - still.length;
    counts.failed += still.length;
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
}

function read(suite) {
  return JSON.parse(readFileSync(`${folder}/${suite}.json`, 'utf8'));
}

/** Failed tests, and files that failed as a whole. */
function failures(report) {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') {
      return [{ path: file.name, title: file.name, message: file.message }];
    }
    return failed.map((test) => ({
      path: file.name,
      title: `${file.name}: ${test.fullName}`,
      message: test.failureMessages.join('\n'),
    }));
  });
}

function show(kind, suite, { title, message }) {
  console.log(`\n${kind}, ${suite}: ${title}\n${message.slice(0, MESSAGE_LENGTH)}`);
}
