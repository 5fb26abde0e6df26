const { writeFileSync } = require('node:fs');
const { Spec } = require('mocha').reporters;

/** The usual report on the terminal, and the counts in the file named by MOCHA_TALLY_FILE for `npm test` to add up. */
module.exports = class MochaTally extends Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(process.env.MOCHA_TALLY_FILE, JSON.stringify({ passed: passes, failed: failures + pending }));
    });
  }
};
