/** Prints the true counts as the very last line, in a form that any log reader understands. */
module.exports = class TallyReporter {
  onRunComplete(_contexts, results) {
    // A suite that could not even load ran no test, yet it is a failure: count it as one.
    const broken = results.testResults.filter((t) => t.testExecError !== undefined).length;
    const failed = results.numFailedTests + broken;
    const skipped = results.numPendingTests + results.numTodoTests;
    // After jest's own summary, which another reporter prints in the same tick.
    process.on('exit', () => {
      const tail = skipped > 0 ? `, ${skipped} skipped` : '';
      process.stdout.write(`${results.numPassedTests} passed, ${failed} failed${tail}\n`);
    });
  }
};
