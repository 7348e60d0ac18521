// Usage: node run.js STEPS.json. Runs the steps with Cube's driver and prints what each gave, a line of JSON each.
// A step is {"call": METHOD, "args": [..]}.
"use strict";
const fs = require("fs");
const { KsqlDriver } = require("@cubejs-backend/ksql-driver");

const { url, username, password, kafkaHost, steps } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const driver = new KsqlDriver({ dataSource: "default", url, username, password, kafkaHost });

(async () => {
  for (const step of steps) {
    const result = await driver[step.call](...step.args);
    console.log(JSON.stringify(result === undefined ? null : result));
  }
  process.exit(0);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
