// Usage: node run.js STEPS.json. Runs the steps with one client and prints what each gave, a line of JSON each.
// A step is {"call": METHOD, "args": [..]}, or {"push": SQL, "properties": {..}, "stopAfter": ROWS}.
"use strict";
const fs = require("fs");
const KsqldbClient = require("ksqldb-client");

const { port, authorization, steps } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const client = new KsqldbClient({ host: "http://127.0.0.1", port, authorization });

async function push(step) {
  let rows = [];
  let stopping;
  const end = await client.streamQuery(
    step.push,
    (data) => {
      rows = rows.concat(data.rows || []);
      if (step.stopAfter && rows.length >= step.stopAfter && !stopping) {
        stopping = client.terminatePushQuery(data.metadata.queryId);
      }
    },
    { properties: step.properties || {} },
  );
  const closed = stopping ? await stopping : undefined;
  return { status: end.status, error: end.error, metadata: end.data && end.data.metadata, rows, closed };
}

(async () => {
  await client.connect();
  for (const step of steps) {
    const result = step.push ? await push(step) : await client[step.call](...step.args);
    console.log(JSON.stringify(result));
  }
  await client.disconnect();
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
